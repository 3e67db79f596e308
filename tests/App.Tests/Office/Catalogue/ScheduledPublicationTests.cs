using Gongkai.App.Office;
using Gongkai.App.Office.Chores;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Notices;
using Gongkai.Records.Organizations;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gongkai.App.Tests.Office.Catalogue;

/// <summary>A platform of these tests alone: the chore publishes whatever is due.</summary>
public sealed class HourPlatform : Platform;

/// <summary>What was approved for an hour goes out at that hour, once, and by no shorter road.</summary>
public sealed class ScheduledPublicationTests(HourPlatform platform) : IClassFixture<HourPlatform>
{
    static readonly DateTimeOffset Hour = Platform.Now.AddHours(2);

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_goes_out_before_its_hour_and_two_nodes_publish_it_once()
    {
        var (author, _) = await platform.Officer(Role.Editor);
        var item = await Approved("定时的通知", author.Id);

        await GoRound(Hour.AddMinutes(-2), "a");
        Assert.Equal(ItemState.Prepared, (await Seen(item)).State);
        await Task.WhenAll(GoRound(Hour.AddMinutes(1), "a"), GoRound(Hour.AddMinutes(1), "b"));
        // The chore of a node that started anew finds nothing left to do.
        await GoRound(Hour.AddMinutes(10), "c");

        var seen = await Seen(item);
        Assert.Equal((ItemState.Published, Hour.AddMinutes(1), 1), (seen.State, seen.PublishedAt!.Value, seen.Version));
        await platform.In(async store =>
        {
            Assert.Equal(1, await store.ItemPublications.CountAsync(one => one.ItemId == item, Cancelled));
            Assert.Equal("《定时的通知》已定时发布。", (await store.Notices.SingleAsync(notice => notice.AccountId == author.Id, Cancelled)).Text);
            Assert.StartsWith($"/zfxxgk/fdzdgk/tzgg/202606/t20260601_{seen.Handle}", (await store.ItemPublications.SingleAsync(one => one.ItemId == item, Cancelled)).Place, StringComparison.Ordinal);
            var entry = await store.Trail.Where(one => one.Deed == "item.published").OrderByDescending(one => one.At).FirstAsync(Cancelled);
            Assert.Equal("定时发布", entry.Why);
        });
    }

    [Fact]
    public async Task What_stands_in_the_way_is_told_to_the_author_once_a_day_and_it_goes_out_when_it_is_gone()
    {
        var (author, _) = await platform.Officer(Role.Editor);
        var item = await Approved("有问题的通知", author.Id);
        Guid finding = default;
        await platform.In(async store =>
        {
            var version = await store.ItemVersions.SingleAsync(one => one.ItemId == item, Cancelled);
            var found = new ItemFinding { VersionId = version.Id, Hash = version.Hash, Code = "identity", Blocks = true, Place = "正文第1段", Message = "有完整的身份证号，请遮盖。" };
            finding = found.Id;
            store.Add(found);
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now));
        });
        await Do(Hour.AddMinutes(1));
        await Do(Hour.AddMinutes(2));
        Assert.Equal(ItemState.Prepared, (await Seen(item)).State);
        await platform.In(async store =>
        {
            Assert.Equal("《有问题的通知》到了定时发布的时间，没有发布：正文第1段：有完整的身份证号，请遮盖。", (await store.Notices.SingleAsync(notice => notice.AccountId == author.Id, Cancelled)).Text);
            (await store.ItemFindings.SingleAsync(one => one.Id == finding, Cancelled)).Lift(null, "演示·保密审查", "样例号码", Hour);
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now));
        });
        await Do(Hour.AddMinutes(3));
        Assert.Equal(ItemState.Published, (await Seen(item)).State);
    }

    [Fact]
    public async Task A_draft_with_an_hour_that_nobody_passed_stays_where_it_is()
    {
        Guid item = default;
        await platform.In(async store =>
        {
            var (agency, content) = await Content(store, "没有审核的通知");
            var made = new InformationItem { AgencyId = agency };
            made.Prepare(content, null);
            store.AddRange(made, new ItemVersion { AgencyId = agency, ItemId = made.Id, Number = 1, AuthorId = null, AuthorName = "演示·拟稿", BegunAt = Platform.Now, PublishAt = Platform.Now }.Write(content));
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now));
            item = made.Id;
        });
        await Do(Hour);
        Assert.Equal(ItemState.Prepared, (await Seen(item)).State);
    }

    [Fact]
    public async Task A_repeal_takes_effect_on_its_day_without_anybodys_hand()
    {
        Guid old = default;
        await platform.In(async store =>
        {
            var (agency, content) = await Content(store, "旧办法");
            old = (await Disclosed.Publish(store, agency, content with { Genre = Genre.Normative, FormedOn = new(2020, 1, 6), Validity = Validity.InForce })).Id;
            await Disclosed.Publish(store, agency, content with { Title = "新办法", Genre = Genre.Normative, FormedOn = new(2026, 5, 6), EffectiveOn = new(2026, 6, 3), Relations = [new(RelationKind.Repeals, old)] });
        });
        await Do<RepealsTakingEffect>(new(2026, 6, 2, 15, 59, 0, TimeSpan.Zero));
        Assert.Equal(Validity.InForce, (await Seen(old)).Validity);
        await Do<RepealsTakingEffect>(new(2026, 6, 2, 16, 0, 0, TimeSpan.Zero));
        Assert.Equal((Validity.Repealed, new DateOnly(2026, 6, 3), "由《新办法》废止"), ((await Seen(old)).Validity, (await Seen(old)).EndedOn!.Value, (await Seen(old)).EndedWhy));
    }

    [Fact]
    public async Task Whoever_writes_is_reminded_of_the_last_day()
    {
        var (author, _) = await platform.Officer(Role.Editor);
        await platform.In(async store =>
        {
            var (agency, content) = await Content(store, "快到期的通知");
            await Disclosed.Approve(store, agency, content with { FormedOn = new(2026, 5, 6) }, author.Id);
        });
        // Two working days are left of twenty.
        var today = WorkingCalendar.BuiltIn.Add(new(2026, 5, 6), 18);
        var told = new List<Telling.Told>();
        await platform.In(async store => { await foreach (var one in new Gongkai.App.Office.Catalogue.ItemReminders().Due(store, today)) told.Add(one); });
        Assert.Equal("《快到期的通知》应当公开，还剩 2 个工作日。", told.Single(one => one.Account == author.Id).Text);
    }

    static async Task<(Guid, ItemContent)> Content(Store store, string title)
    {
        var agency = await store.Agencies.WithCode("zjj").Select(one => one.Id).SingleAsync(Cancelled);
        await store.AddUsualColumns(agency);
        if (store.ChangeTracker.HasChanges()) await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now));
        var column = await store.Columns.Where(one => one.AgencyId == agency && one.Slug == "tzgg").Select(one => one.Id).SingleAsync(Cancelled);
        return (agency, new() { ColumnId = column, Title = title, Issuer = "某局", Genre = Genre.Notice, FormedOn = new(2026, 5, 28), Html = "<p>一</p>", Plain = "一" });
    }

    async Task<Guid> Approved(string title, Guid author)
    {
        Guid id = default;
        await platform.In(async store =>
        {
            var (agency, content) = await Content(store, title);
            id = (await Disclosed.Approve(store, agency, content, author, Hour)).Item.Id;
        });
        return id;
    }

    async Task<InformationItem> Seen(Guid id)
    {
        InformationItem item = null!;
        await platform.In(async store => item = await store.Items.AsNoTracking().SingleAsync(one => one.Id == id, Cancelled));
        return item;
    }

    Task GoRound(DateTimeOffset now, string node) => new Caretaker(platform.Services.GetRequiredService<IServiceScopeFactory>(), [new ScheduledPublication()], new Node(node), new HandClock(now), NullLogger<Caretaker>.Instance).GoRound(Cancelled);

    Task Do(DateTimeOffset now) => Do<ScheduledPublication>(now);

    Task Do<T>(DateTimeOffset now) where T : IChore, new() => platform.In(store => new T().Do(store, now, Cancelled));
}
