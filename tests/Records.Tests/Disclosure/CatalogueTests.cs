using Gongkai.Records.Disclosure;
using Gongkai.Rules;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Tests.Disclosure;

/// <summary>The catalogue: taken over, changed with its versions, and whether what it asks was done.</summary>
public sealed class CatalogueTests(TestStores stores)
{
    static readonly DateOnly Today = new(2026, 11, 23);

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    static CatalogueContent Entry(params TimeRule[] times) => new()
    {
        First = "统计信息", Second = "建筑业统计", Matter = "20.4", Elements = [new("统计期", true)], Times = times, Subject = "某局", Channels = [new(Channel.Website, true)],
        Mode = times.Any(rule => rule.Kind is TimeRuleKind.EveryMonths) ? DisclosureMode.Periodic : DisclosureMode.AsItHappens,
    };

    static async Task<CatalogueEntry> Added(Store store, Guid agency, Guid column, CatalogueContent content, DateOnly from)
    {
        var entry = new CatalogueEntry { AgencyId = agency, Number = await store.NextEntryNumber(agency) }.Write(content, column, null, from);
        store.Add(entry);
        await store.Save(TestActs.Test);
        return entry;
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task The_usual_catalogue_is_taken_over_once(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var (agency, _) = PublishedItems.Prepare(store);

        Assert.Equal(PlannedEntry.Usual.Count, await store.AddUsualEntries(agency, Today));
        await store.Save(TestActs.Test);
        store.ChangeTracker.Clear();

        Assert.Equal(0, await store.AddUsualEntries(agency, Today));
        var entries = await store.CatalogueEntries.OrderBy(entry => entry.Number).ToListAsync(Cancelled);
        Assert.Equal(Enumerable.Range(1, PlannedEntry.Usual.Count), entries.Select(entry => entry.Number));
        // Nothing that is for some alone asks for the website.
        Assert.DoesNotContain(entries, entry => entry.Says.Group is not null && entry.Says.Channels.Any(one => one.Channel is Channel.Website));
        var penalty = entries.Single(entry => entry.Name == "行政执法 / 行政处罚决定");
        Assert.Equal(7, TimeRule.Shortest(Today, penalty.Says.Times, WorkingCalendar.BuiltIn).Rule.Days);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_change_keeps_what_was_said_before_with_who_and_why(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var (agency, column) = PublishedItems.Prepare(store);
        var entry = await Added(store, agency.Id, column.Id, Entry(TimeRule.Usual), new(2026, 1, 1));
        Assert.Equal("统计信息 / 建筑业统计", entry.Says.Name);

        Assert.False(store.Rewrite(entry, Entry(TimeRule.Usual), column.Id, null, Today, "演示·甲", "无", TestActs.Now));
        Assert.True(store.Rewrite(entry, Entry(new TimeRule(TimeRuleKind.WorkingDays, 7)), column.Id, null, Today, "演示·甲", "缩短时限", TestActs.Now));
        await store.Save(TestActs.Test);
        store.ChangeTracker.Clear();

        var seen = await store.CatalogueEntries.SingleAsync(one => one.Id == entry.Id, Cancelled);
        Assert.Equal((2, Today, 7), (seen.Version, seen.From, seen.Says.Times[0].Days));
        var kept = await store.CatalogueVersions.SingleAsync(Cancelled);
        Assert.Equal((1, new(2026, 1, 1), "演示·甲", "缩短时限", 20), (kept.Number, kept.From, kept.ByName, kept.Why, kept.Says.Times[0].Days));
    }

    [Fact]
    public void What_stands_in_the_cells_is_read_back_as_the_same()
    {
        foreach (var plan in PlannedEntry.Usual)
        {
            var says = plan.AsContent("某局");
            List<string> unknown = [];
            Assert.Equal(says.Elements, CatalogueText.Elements(CatalogueText.Written(says.Elements)));
            Assert.Equal(says.Channels, CatalogueText.ReadChannels(CatalogueText.Written(says.Channels), unknown));
            Assert.Equal(says.Times, CatalogueText.Times(CatalogueText.Written(says.Times), unknown));
            Assert.Equal(says.Group, CatalogueText.Group(CatalogueText.Audience(says.Group)));
            Assert.Equal(says.Bases, CatalogueText.LinesOf(CatalogueText.Lines(says.Bases)));
            Assert.Empty(unknown);
        }
    }

    [Fact]
    public void Cells_of_other_catalogues_are_read_too()
    {
        List<string> unknown = [];
        Assert.Equal([new("文件名称", true), new("文号", true), new RequiredElement("解读", false)], CatalogueText.Elements("●文件名称；●文号；○解读"));
        Assert.Equal([new("申请条件", true), new RequiredElement("申请材料", true)], CatalogueText.Elements("申请条件\n申请材料"));
        Assert.Equal([new(Channel.Website, true), new(Channel.SocialMedia, false), new RequiredChannel(Channel.NoticeBoard, true)], CatalogueText.ReadChannels("■政府网站 □两微一端\n■公示栏\n■飞鸽", unknown));
        Assert.Empty(CatalogueText.Times("长期公开（动态调整）", unknown));
        Assert.Empty(CatalogueText.Times("及时", unknown));
        Assert.Equal(["飞鸽", "及时"], unknown);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Compliance_tells_the_late_the_waiting_and_the_channels_that_were_left_out(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var (agency, column) = PublishedItems.Prepare(store);
        var entry = await Added(store, agency.Id, column.Id, Entry(new TimeRule(TimeRuleKind.WorkingDays, 7)) with { Channels = [new(Channel.Website, true), new(Channel.NoticeBoard, true)] }, new(2026, 1, 1));
        // Formed on 2 November 2026, due on the 11th: one in time and on the board, one late, one not public.
        var content = PublishedItems.Content(column.Id, "第一条") with { EntryId = entry.Id };
        var inTime = await PublishedItems.Published(store, agency.Id, content, at: new(2026, 11, 11, 4, 0, 0, TimeSpan.Zero));
        store.Add(new ItemPublication { AgencyId = agency.Id, ItemId = inTime.Id, Channel = Channel.NoticeBoard, Place = "社区公示栏", On = new(2026, 11, 11), ByName = "演示·甲" });
        await store.Save(TestActs.Test);
        var late = await PublishedItems.Published(store, agency.Id, content with { Title = "第二条" }, at: new(2026, 11, 12, 4, 0, 0, TimeSpan.Zero));
        await PublishedItems.Draft(store, agency.Id, content with { Title = "第三条" });
        await PublishedItems.Draft(store, agency.Id, content with { Title = "不公开的", Attribute = DisclosureAttribute.Withheld });
        var (_, given) = await PublishedItems.Draft(store, agency.Id, content with { Title = "作废的" });
        given.Discard();
        await store.Save(TestActs.Test);
        store.ChangeTracker.Clear();

        var found = Assert.Single(await store.ComplianceOf(agency.Id, Today, WorkingCalendar.BuiltIn));
        Assert.Equal((2, 1, 1, 1), (found.Published, found.Late, found.Waiting, found.Overdue));
        Assert.Equal(new DateOnly(2026, 11, 11), found.NextDue);
        Assert.Equal((Channel.NoticeBoard, 1), Assert.Single(found.Channels));
        Assert.Equal("1 条超期未公开", found.Words);
        Assert.True((await store.Items.SingleAsync(item => item.Id == late.Id, Cancelled)).Late);
        Assert.False((await store.Items.SingleAsync(item => item.Id == inTime.Id, Cancelled)).Late);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_periodic_entry_knows_its_periods_from_its_first_version_on(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var (agency, column) = PublishedItems.Prepare(store);
        var entry = await Added(store, agency.Id, column.Id, Entry(new TimeRule(TimeRuleKind.EveryMonths, 10, 3)), new(2026, 4, 1));
        store.Rewrite(entry, Entry(new TimeRule(TimeRuleKind.EveryMonths, 10, 3)) with { Subject = "另一局" }, column.Id, null, new(2026, 11, 1), "演示·甲", "改主体", TestActs.Now);
        await store.Save(TestActs.Test);
        // For the second quarter, in time.
        await PublishedItems.Published(store, agency.Id, PublishedItems.Content(column.Id, "二季度") with { EntryId = entry.Id, FormedOn = new(2026, 7, 3) }, at: new(2026, 7, 6, 4, 0, 0, TimeSpan.Zero));
        store.ChangeTracker.Clear();

        var found = Assert.Single(await store.ComplianceOf(agency.Id, Today, WorkingCalendar.BuiltIn));
        Assert.Equal([(PeriodState.Pending, 12), (PeriodState.Missing, 9), (PeriodState.InTime, 6)], found.Periods.Select(one => (one.State, one.Period.Last.Month)));
        Assert.Equal(WorkingCalendar.BuiltIn.Add(new(2026, 12, 31), 10), found.NextDue);
        Assert.Equal("1 期未公开", found.Words);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Last_days_move_with_the_calendar_until_the_item_is_public(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var (agency, column) = PublishedItems.Prepare(store);
        var entry = await Added(store, agency.Id, column.Id, Entry(new TimeRule(TimeRuleKind.EveryMonths, 10, 3)), new(2026, 10, 1));
        var content = PublishedItems.Content(column.Id, "某通知");
        var open = (await PublishedItems.Draft(store, agency.Id, content)).Item;
        var done = await PublishedItems.Published(store, agency.Id, content);
        Assert.Equal((new DateOnly(2026, 11, 30), new DateOnly(2026, 11, 30)), (open.DueOn!.Value, done.DueOn!.Value));
        var deadlines = new ItemDeadlines();

        var named = await deadlines.Open(store, agency.Id, Today).ToListAsync(Cancelled);
        Assert.Equal(["公开《某通知》", $"{entry.Name}（2026-10-01 至 2026-12-31）"], named.Select(one => one.Name));
        Assert.Equal(new DateOnly(2026, 11, 30), named[0].Count(WorkingCalendar.BuiltIn));

        var longer = new WorkingCalendar(HolidayNotice.BuiltIn, [new SpecialDay(new(2026, 11, 25), true, "某节日")]);
        await store.Write(TestActs.Test, () => deadlines.Move(store, _ => Task.FromResult(longer)));
        store.ChangeTracker.Clear();
        Assert.Equal(new DateOnly(2026, 12, 1), (await store.Items.SingleAsync(item => item.Id == open.Id, Cancelled)).DueOn);
        Assert.Equal(new DateOnly(2026, 11, 30), (await store.Items.SingleAsync(item => item.Id == done.Id, Cancelled)).DueOn);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_shorter_term_moves_what_waits_under_the_entry(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var (agency, column) = PublishedItems.Prepare(store);
        var entry = await Added(store, agency.Id, column.Id, Entry(TimeRule.Usual), new(2026, 1, 1));
        var item = (await PublishedItems.Draft(store, agency.Id, PublishedItems.Content(column.Id, "某通知") with { EntryId = entry.Id })).Item;
        store.Rewrite(entry, Entry(new TimeRule(TimeRuleKind.WorkingDays, 7)), column.Id, null, Today, "演示·甲", "缩短", TestActs.Now);
        await store.RecountWaiting(entry, WorkingCalendar.BuiltIn);
        await store.Save(TestActs.Test);
        Assert.Equal(new DateOnly(2026, 11, 11), item.DueOn);
    }
}
