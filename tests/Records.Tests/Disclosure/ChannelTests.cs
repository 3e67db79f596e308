using Gongkai.Records.Disclosure;
using Gongkai.Records.Disclosure.Channels;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Tests.Disclosure;

/// <summary>One item, many channels: what is counted, handed over, told to others, and watched.</summary>
public sealed class ChannelTests(TestStores stores)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    static DateTimeOffset At(int year, int month, int day, int hour = 4) => new(year, month, day, hour, 0, 0, TimeSpan.Zero);

    static async Task<InformationItem> Put(Store store, Guid agency, string slug, string title, DateTimeOffset at)
    {
        var column = await store.Columns.SingleAsync(one => one.Slug == slug, Cancelled);
        return await PublishedItems.Published(store, agency, PublishedItems.Content(column.Id, title), at: at);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_year_is_counted_by_category_and_channel_and_each_figure_has_its_list(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var (agency, _) = PublishedItems.Prepare(store);
        var overview = await Put(store, agency.Id, "jggk", "机关概况", At(2019, 1, 2));
        var notice = await Put(store, agency.Id, "tzgg", "停水通知", At(2019, 6, 1));
        // The last evening of the year where the office stands, and the first of the next.
        await Put(store, agency.Id, "tzgg", "年末通知", At(2019, 12, 31, 15));
        await Put(store, agency.Id, "tzgg", "新年通知", At(2019, 12, 31, 16));
        var gone = await Put(store, agency.Id, "bszn", "办事指南", At(2019, 3, 1));
        await store.Write(TestActs.Test, () => store.Withdraw(gone, "内容有误", TestActs.Test));
        ItemPublication Board(Guid item, DateOnly on) => new() { AgencyId = agency.Id, ItemId = item, Channel = Channel.NoticeBoard, Place = "云溪社区公开栏", On = on, ByName = "甲" };
        var wrong = Board(overview.Id, new(2019, 6, 3));
        wrong.Void("登记重复");
        store.AddRange(Board(notice.Id, new(2019, 6, 2)), Board(notice.Id, new(2019, 6, 20)), Board(notice.Id, new(2020, 1, 2)), wrong);
        await store.Save(TestActs.Test);

        var counts = await store.CountDisclosed(agency.Id, 2019);

        Assert.Equal((3, 1, 2, 0), (counts.All, counts.Of(ItemCategory.Overview), counts.Of(ItemCategory.Work), counts.Of(ItemCategory.Approval)));
        // Twice on a board is one item disclosed there; what was entered wrongly is none.
        Assert.Equal((1, 0, 3), (counts.Of(ItemCategory.Work, Channel.NoticeBoard), counts.Of(ItemCategory.Overview, Channel.NoticeBoard), counts.Of(null, Channel.Website)));
        Assert.Equal([Channel.Website, Channel.NoticeBoard], counts.Used);
        var items = store.Items.Public().OfAgency(agency.Id);
        Assert.Equal(2, await store.OfCategory(items.FirstIn(2019), ItemCategory.Work).CountAsync(Cancelled));
        Assert.Equal("停水通知", (await store.By(items, Channel.NoticeBoard, 2019).SingleAsync(Cancelled)).Title);
        Assert.Equal([2019], (await store.YearsDisclosed(agency.Id)).TakeLast(1));
        Assert.Equal(1, (await store.CountDisclosed(agency.Id, 2020)).All);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_batch_holds_what_changed_since_the_last_and_calls_back_what_was_withdrawn(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var (agency, _) = PublishedItems.Prepare(store);
        var first = await Put(store, agency.Id, "tzgg", "一", At(2026, 3, 1));
        var second = await Put(store, agency.Id, "tzgg", "二", At(2026, 3, 2));
        async Task<HandoverBatch?> Hand(DateOnly on, string name = "云溪区图书馆")
        {
            HandoverBatch? batch = null;
            await store.Write(TestActs.Test, async () => batch = await store.HandOver(agency.Id, ReadingPlace.Library, name, on, null, TestActs.Test));
            return batch;
        }

        var one = (await Hand(new(2026, 4, 1)))!;
        Assert.Equal((2, 0), (one.Count, one.Withdrawn));
        Assert.Null(await Hand(new(2026, 4, 2)));
        // Another receiver begins at the beginning.
        Assert.Equal(2, (await Hand(new(2026, 4, 2), "云溪区档案馆"))!.Count);

        var third = await Put(store, agency.Id, "tzgg", "三", At(2026, 4, 3));
        var never = await Put(store, agency.Id, "tzgg", "四", At(2026, 4, 4));
        var later = TestActs.Test with { At = At(2026, 4, 5) };
        await store.Write(later, () => store.Withdraw(first, "失实", later));
        await store.Write(later, () => store.Withdraw(never, "失实", later));
        var two = (await Hand(new(2026, 4, 8)))!;

        Assert.Equal((1, 1), (two.Count, two.Withdrawn));
        Assert.Equal([(third.Id, false), (first.Id, true)], (await store.HandoverEntries.Where(entry => entry.BatchId == two.Id).ToListAsync(Cancelled)).OrderBy(entry => entry.IsWithdrawal).Select(entry => (entry.ItemId, entry.IsWithdrawal)));
        var places = await store.ItemPublications.Where(publication => publication.Channel == Channel.ReadingPlace && publication.Place == "云溪区图书馆").ToListAsync(Cancelled);
        Assert.Equal([(first.Id, new DateOnly(2026, 4, 8)), (second.Id, null), (third.Id, null)], places.OrderBy(one => one.On).ThenBy(one => one.ItemId).Select(one => (one.ItemId, one.EndedOn)));
        Assert.Null(await Hand(new(2026, 4, 9)));

        two = await store.HandoverBatches.SingleAsync(batch => batch.Id == two.Id, Cancelled);
        two.Receive(new(2026, 4, 10), null);
        await store.Save(TestActs.Test);
        Assert.Equal(new DateOnly(2026, 4, 10), two.ReceivedOn);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Every_change_is_told_once_in_order_and_what_was_withdrawn_without_its_text(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var (agency, column) = PublishedItems.Prepare(store);
        List<InformationItem> items = [];
        // Several at one moment, as a schedule brings them.
        for (var i = 0; i < 7; i++) items.Add(await Put(store, agency.Id, "tzgg", $"第{i}件", At(2026, 3, 1 + i / 3)));
        var act = TestActs.Test with { At = At(2026, 3, 9) };
        await store.Write(act, () => store.Withdraw(items[1], "失实", act));
        await PublishedItems.Draft(store, agency.Id, PublishedItems.Content(column.Id, "没有公开的"));

        List<ItemChange> told = [];
        for (ChangePlace? after = null; ;)
        {
            var some = await store.Changes(agency.Id, after, null, At(2026, 3, 10), 2);
            if (some is []) break;
            told.AddRange(some);
            after = some[^1].Place;
        }

        Assert.Equal(7, told.Count);
        Assert.Equal(items.Select(item => item.Id).Order(), told.Select(one => one.Item.Id).Order());
        Assert.Equal(told.OrderBy(one => one.Item.ChangedAt), told);
        Assert.Equal((ItemState.Withdrawn, null), (told[^1].Item.State, told[^1].Text));
        Assert.Equal(3, (await store.Changes(null, null, At(2026, 3, 2), At(2026, 3, 3), 100)).Count);
        Assert.Empty(await store.Changes(Guid.CreateVersion7(), null, null, At(2026, 3, 10), 100));
        Assert.Equal(["第6件", "第5件"], (await store.Newest(agency.Id, column.Id, 2)).Select(one => one.Item.Title).OrderDescending());
        Assert.DoesNotContain(await store.Newest(null, null, 50), one => one.Item.Id == items[1].Id);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_column_is_as_fresh_as_what_stands_in_it_and_below_it(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var (agency, _) = PublishedItems.Prepare(store);
        await Put(store, agency.Id, "gfxwj", "办法", At(2026, 3, 1));
        await Put(store, agency.Id, "tzgg", "通知", At(2026, 5, 1));
        var closed = await store.Columns.SingleAsync(column => column.Slug == "yjgl", Cancelled);
        closed.Close(At(2026, 1, 1));
        await store.Save(TestActs.Test);

        var (columns, newest) = await store.WatchColumns(agency.Id);

        Assert.Equal(new DateOnly(2026, 5, 1), newest);
        Upkeep Of(string slug) => columns.Single(one => one.Column.Slug == slug).Upkeep;
        Assert.Equal((1, new DateOnly(2026, 3, 1), new DateOnly(2026, 8, 28)), (Of("zcwj").Count, Of("zcwj").Newest, Of("zcwj").FreshUntil));
        Assert.Equal((UpkeepState.Fresh, UpkeepState.AsItComes, UpkeepState.Empty), (Of("zcwj").On(new(2026, 5, 2)), Of("gfxwj").On(new(2026, 5, 2)), Of("qtwj").On(new(2026, 5, 2))));
        Assert.DoesNotContain(columns, one => one.Column.Slug == "yjgl");
        Assert.Equal(columns.Select(one => one.Column.Slug).Take(2), ["zd", "jgzn"]);
        Assert.Equal(1, columns.Single(one => one.Column.Slug == "jggk").Depth);

        // The rules of disclosure are no column of policies, and what need not hold anything gives no alarm.
        Assert.Null(Of("zd").InspectedGap(RedLineTerms.Usual));
        Assert.Equal(RedLineTerms.Usual.PolicyGap, Of("zcwj").InspectedGap(RedLineTerms.Usual));

        // Without counting, each is as fresh and as blank.
        var (light, day) = await store.WatchColumns(agency.Id, counted: false);
        Assert.Equal(newest, day);
        Assert.Equal(columns.Select(one => (one.Column.Slug, one.Upkeep.Newest, one.Upkeep.On(new(2026, 5, 2)))), light.Select(one => (one.Column.Slug, one.Upkeep.Newest, one.Upkeep.On(new(2026, 5, 2)))));
    }
}
