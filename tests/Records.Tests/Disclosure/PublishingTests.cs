using Gongkai.Records.Disclosure;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Tests.Disclosure;

/// <summary>The one road to the public, and back.</summary>
public sealed class PublishingTests(TestStores stores)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task What_four_people_passed_is_public_with_its_number_and_its_channel(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var (agency, column) = PublishedItems.Prepare(store);

        var item = await PublishedItems.Published(store, agency.Id, PublishedItems.Content(column.Id, "关于检修供水管道的通知"));

        store.ChangeTracker.Clear();
        var seen = await store.Items.Public().SingleAsync(Cancelled);
        Assert.Equal(("MB0123456/2026-00001", "关于检修供水管道的通知", 1), (seen.IndexNumber, seen.Title, seen.Version));
        Assert.Equal(new DateOnly(2026, 11, 30), seen.DueOn);
        Assert.Equal("正文。", (await store.PublicTexts().SingleAsync(Cancelled)).Plain);
        var publication = await store.ItemPublications.SingleAsync(Cancelled);
        Assert.Equal((Channel.Website, $"/zfxxgk/fdzdgk/tzgg/{item.Handle}.html"), (publication.Channel, publication.Place));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task No_step_left_out_and_no_person_twice(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var (agency, column) = PublishedItems.Prepare(store);
        var hands = PublishedItems.Hands;
        foreach (var few in (IEnumerable<(Guid, string)[]>)[[], [hands[1]], [hands[1], hands[2]], [hands[1], hands[1], hands[3]], [hands[1], hands[2], hands[0]], [hands[0], hands[1], hands[2]]])
        {
            var (_, version) = await PublishedItems.Draft(store, agency.Id, PublishedItems.Content(column.Id, "关于检修的通知"));
            await PublishedItems.Pass(store, version, few);

            Assert.NotNull(await store.ToPublish(version));
            await Assert.ThrowsAsync<InvalidOperationException>(() => PublishedItems.Publish(store, version));
            store.ChangeTracker.Clear();
        }
        Assert.Empty(await store.Items.Public().ToListAsync(Cancelled));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_text_that_was_changed_after_it_was_passed_is_not_published(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var (agency, column) = PublishedItems.Prepare(store);
        var (_, version) = await PublishedItems.Draft(store, agency.Id, PublishedItems.Content(column.Id, "关于检修的通知"));
        await PublishedItems.Pass(store, version, PublishedItems.Hands[1..2]);
        version.Return();
        version.Write(PublishedItems.Content(column.Id, "关于检修的通知", "另一段。"));
        version.HandIn(TestActs.Now);
        version.Pass();
        version.Pass();
        version.Pass();
        foreach (var (step, hand) in ReviewSteps.Judging.Skip(1).Zip(PublishedItems.Hands.Skip(2)))
            store.Add(new ItemOpinion { VersionId = version.Id, Step = step, Passed = true, AccountId = hand.Id, ByName = hand.Name, At = TestActs.Now, Hash = version.Hash });
        await store.Save(TestActs.Test);

        Assert.Contains("科室审核", (await store.ToPublish(version))!.Reason);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task What_the_check_found_blocks_until_it_is_lifted(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var (agency, column) = PublishedItems.Prepare(store);
        var (_, version) = await PublishedItems.Draft(store, agency.Id, PublishedItems.Content(column.Id, "公租房名单"));
        var finding = new ItemFinding { VersionId = version.Id, Hash = version.Hash, Code = "identity", Blocks = true, Place = "正文第1段", Message = "有完整的身份证号，请遮盖。" };
        store.Add(finding);
        await PublishedItems.Pass(store, version, PublishedItems.Hands[1..]);

        Assert.Equal("正文第1段：有完整的身份证号，请遮盖。", (await store.ToPublish(version))!.Reason);
        finding.Lift(PublishedItems.Hands[2].Id, "丙", "这是样例号码。", TestActs.Now);
        await store.Save(TestActs.Test);
        Assert.Null(await store.ToPublish(version));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task What_may_not_be_public_is_not_published_whoever_passed_it(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var (agency, column) = PublishedItems.Prepare(store);
        var (_, version) = await PublishedItems.Draft(store, agency.Id, PublishedItems.Content(column.Id, "关于某事的请示") with { Attribute = DisclosureAttribute.Withheld, AttributeReason = "过程性信息" });
        await PublishedItems.Pass(store, version, PublishedItems.Hands[1..]);

        Assert.Contains("不予公开", (await store.ToPublish(version))!.Reason);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_correction_keeps_number_and_hour_and_is_reviewed_like_the_first(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var (agency, column) = PublishedItems.Prepare(store);
        var item = await PublishedItems.Published(store, agency.Id, PublishedItems.Content(column.Id, "关于检修的通知"));
        var (number, hour) = (item.IndexNumber, item.PublishedAt);

        await PublishedItems.Published(store, agency.Id, PublishedItems.Content(column.Id, "关于检修的通知（更正）", "更正的正文。"), item, TestActs.Now.AddDays(1));

        store.ChangeTracker.Clear();
        var seen = await store.Items.Public().SingleAsync(Cancelled);
        Assert.Equal((number, hour, 2, "关于检修的通知（更正）"), (seen.IndexNumber, seen.PublishedAt, seen.Version, seen.Title));
        Assert.Equal("更正的正文。", (await store.PublicTexts().SingleAsync(Cancelled)).Plain);
        Assert.Equal(1, await store.ItemPublications.CountAsync(Cancelled));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task What_is_withdrawn_leaves_nothing_but_the_reason_and_its_number_is_not_given_again(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var (agency, column) = PublishedItems.Prepare(store);
        var first = await PublishedItems.Published(store, agency.Id, PublishedItems.Content(column.Id, "甲通知"));
        var second = await PublishedItems.Published(store, agency.Id, PublishedItems.Content(column.Id, "乙通知") with { Relations = [new(RelationKind.Amends, first.Id)] });
        Assert.Equal(1, await store.PublicRelations().CountAsync(Cancelled));

        await store.Write(TestActs.Test, () => store.Withdraw(second, "内容有误", TestActs.Test));
        var third = await PublishedItems.Published(store, agency.Id, PublishedItems.Content(column.Id, "丙通知"));

        Assert.Equal(["甲通知", "丙通知"], await store.Items.Public().OrderBy(item => item.IndexNumber).Select(item => item.Title).ToListAsync(Cancelled));
        Assert.Equal("MB0123456/2026-00003", third.IndexNumber);
        Assert.Equal(2, await store.ItemTexts.CountAsync(Cancelled));
        Assert.Equal(0, await store.PublicRelations().CountAsync(Cancelled));
        Assert.Equal((ItemState.Withdrawn, "内容有误"), (second.State, second.WithdrawnWhy));
        var (_, again) = await PublishedItems.Draft(store, agency.Id, PublishedItems.Content(column.Id, "乙通知"), second);
        await PublishedItems.Pass(store, again, PublishedItems.Hands[1..]);
        Assert.Contains("已经撤下", (await store.ToPublish(again))!.Reason);
    }
}
