using Gongkai.Records.Disclosure;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Tests.Disclosure;

/// <summary>The guide of an agency: written by one, signed by another, true as long as the office stays.</summary>
public sealed class GuideTests(TestStores stores)
{
    static readonly DateOnly Today = new(2026, 11, 23);

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task The_public_reads_the_newest_signed_version_and_the_office_of_today(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var (agency, _) = PublishedItems.Prepare(store);
        Assert.Equal((0, GuideText.Usual), ((await store.GuideOf(agency)).Version, (await store.GuideOf(agency)).Text));

        var first = GuideVersion.Of(agency.Id, 1, GuideText.Usual with { Fees = "不收费。" }, PublishedItems.Hands[0].Id, "甲", null, TestActs.Now);
        store.Add(first);
        await store.Save(TestActs.Test);
        // Nobody has signed it.
        Assert.Equal(0, (await store.GuideOf(agency)).Version);
        Assert.Equal("您是这一版的拟写人，请由其他人审签。", first.ToSign(PublishedItems.Hands[0].Id, "甲")!.Reason);
        Assert.NotNull(first.ToSign(null, "甲"));

        first.Sign(PublishedItems.Hands[3].Id, "丁", TestActs.Now, await store.GuideFactsOf(agency));
        var second = GuideVersion.Of(agency.Id, 2, GuideText.Usual, PublishedItems.Hands[0].Id, "甲", "恢复", TestActs.Now);
        store.Add(second);
        await store.Save(TestActs.Test);
        store.ChangeTracker.Clear();

        var guide = (await store.GuideOf(agency.Id))!;
        Assert.Equal((1, "不收费。", new DateOnly(2026, 11, 22), new DateOnly(2026, 11, 22)), (guide.Version, guide.Text.Fees, guide.UpdatedOn!.Value, guide.ConfirmedOn!.Value));
        Assert.Null(await store.GuideOf(Guid.CreateVersion7()));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_new_address_and_a_new_department_ask_for_a_look_at_the_guide(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var (agency, _) = PublishedItems.Prepare(store);
        agency.Office = new() { Name = "办公室", Address = "旧址", Hours = "工作日", Telephone = "1", Fax = "2", Online = "3" };
        var version = GuideVersion.Of(agency.Id, 1, GuideText.Usual, null, "甲", null, TestActs.Now);
        store.Add(version);
        version.Sign(null, "乙", TestActs.Now, await store.GuideFactsOf(agency));
        await store.Save(TestActs.Test);
        Assert.Empty(await store.GuideFindings(agency, Today));

        agency.Office = agency.Office with { Address = "新址" };
        store.Add(new Department { AgencyId = agency.Id, Name = "物业科" });
        await store.Save(TestActs.Test);
        var found = Assert.Single(await store.GuideFindings(agency, Today));
        Assert.Equal("指南未及时更新：办公地址由“旧址”改为“新址”；内设机构新填为“物业科”。请核对指南后确认或者修改。", found.Message);

        version.Confirm("甲", Today, await store.GuideFactsOf(agency));
        await store.Save(TestActs.Test);
        Assert.Empty(await store.GuideFindings(agency, Today));
        Assert.Single(await store.GuideFindings(agency, Today.AddYears(1).AddDays(1)));
        Assert.Equal(1, await store.GuideVersions.CountAsync(TestContext.Current.CancellationToken));
    }
}
