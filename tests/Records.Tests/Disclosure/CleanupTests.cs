using Gongkai.Records.Disclosure;
using Gongkai.Records.Organizations;
using Gongkai.Rules;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Tests.Disclosure;

/// <summary>Whether documents bind, what repeals them, and how many there are.</summary>
public sealed class CleanupTests(TestStores stores)
{
    static readonly DateOnly Today = new(2026, 11, 22);

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    static ItemContent Document(Guid column, string title, int year = 2026, Genre genre = Genre.Normative) =>
        PublishedItems.Content(column, title, genre: genre) with { DocumentNumber = $"某建〔{year}〕{title.Length}号", Validity = Validity.InForce, FormedOn = new(year, 3, 2) };

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task What_a_published_document_repeals_is_over_from_the_day_of_its_effect(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var (agency, column) = PublishedItems.Prepare(store);
        var old = await PublishedItems.Published(store, agency.Id, Document(column.Id, "旧办法", 2020));
        var older = await PublishedItems.Published(store, agency.Id, Document(column.Id, "更旧的办法", 2018));

        await PublishedItems.Published(store, agency.Id, Document(column.Id, "新办法") with { EffectiveOn = new(2026, 11, 1), Relations = [new(RelationKind.Repeals, old.Id)] });
        await PublishedItems.Published(store, agency.Id, Document(column.Id, "再新的办法") with { EffectiveOn = new(2027, 1, 1), Relations = [new(RelationKind.Repeals, older.Id)] });
        store.ChangeTracker.Clear();

        var seen = await store.Items.SingleAsync(item => item.Id == old.Id, Cancelled);
        Assert.Equal((Validity.Repealed, new DateOnly(2026, 11, 1), "由《新办法》（某建〔2026〕3号）废止"), (seen.Validity, seen.EndedOn!.Value, seen.EndedWhy));
        Assert.Equal(TestActs.Now, seen.ChangedAt);
        Assert.Equal(Validity.InForce, (await store.Items.SingleAsync(item => item.Id == older.Id, Cancelled)).Validity);

        Assert.Equal(0, await Mark(new(2026, 12, 31)));
        Assert.Equal(1, await Mark(new(2027, 1, 1)));
        Assert.Equal(0, await Mark(new(2027, 1, 2)));

        async Task<int> Mark(DateOnly day)
        {
            var marked = 0;
            await store.Write(TestActs.Test, async () => marked = await store.MarkRepealed(day, TestActs.Test));
            return marked;
        }
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Nobody_repeals_what_another_agency_made(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var (agency, column) = PublishedItems.Prepare(store);
        var other = new Agency { Code = "cgj", Name = "某区城市管理局" };
        store.Add(other);
        await store.AddUsualColumns(other.Id);
        await store.Save(TestActs.Test);
        var theirs = await PublishedItems.Published(store, other.Id, Document(store.Columns.Local.First(one => one.AgencyId == other.Id && one.Slug == "gfxwj").Id, "他局办法", 2020));

        await PublishedItems.Published(store, agency.Id, Document(column.Id, "新办法") with { Relations = [new(RelationKind.Repeals, theirs.Id)] });

        Assert.Equal(Validity.InForce, theirs.Validity);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Made_ended_and_in_force_are_counted_of_a_year(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var (agency, column) = PublishedItems.Prepare(store);
        await PublishedItems.Published(store, agency.Id, Document(column.Id, "二〇年", 2020));
        await PublishedItems.Published(store, agency.Id, Document(column.Id, "二五年", 2025));
        var ended = await PublishedItems.Published(store, agency.Id, Document(column.Id, "二一年废", 2021));
        await PublishedItems.Published(store, agency.Id, Document(column.Id, "到期的文件", 2022) with { EndsOn = new(2026, 6, 30) });
        await PublishedItems.Published(store, agency.Id, Document(column.Id, "今年", 2026));
        await PublishedItems.Published(store, agency.Id, Document(column.Id, "其他文件", 2026, Genre.Document));
        var gone = await PublishedItems.Published(store, agency.Id, Document(column.Id, "撤下的", 2026));
        await store.Write(TestActs.Test, () => store.Withdraw(gone, "有误", TestActs.Test));
        await PublishedItems.Draft(store, agency.Id, Document(column.Id, "没有公开的", 2026));
        await store.Write(TestActs.Test, () => store.Mark(ended, Validity.Repealed, new(2026, 5, 1), "清理决定", TestActs.Test));

        Assert.Equal(new NormativeCount(agency.Id, Genre.Normative, Made: 1, Ended: 2, InForce: 3), Assert.Single(await store.NormativeCounts([agency.Id], 2026)));
        Assert.Equal(new NormativeCount(agency.Id, Genre.Normative, Made: 1, Ended: 0, InForce: 4), Assert.Single(await store.NormativeCounts([agency.Id], 2025)));
        Assert.Empty(await store.NormativeCounts([agency.Id], 2019));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Policies_without_interpretation_and_documents_that_lapse_soon_are_found(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var (agency, column) = PublishedItems.Prepare(store);
        var read = await PublishedItems.Published(store, agency.Id, Document(column.Id, "有解读的"));
        await PublishedItems.Published(store, agency.Id, Document(column.Id, "没有解读") with { EndsOn = new(2026, 12, 31) });
        await PublishedItems.Published(store, agency.Id, Document(column.Id, "过期没有标") with { EndsOn = new(2026, 11, 21) });
        await PublishedItems.Published(store, agency.Id, Document(column.Id, "没标的规范性文件") with { Validity = Validity.Unmarked });
        await PublishedItems.Published(store, agency.Id, PublishedItems.Content(column.Id, "解读", genre: Genre.Interpretation) with { Relations = [new(RelationKind.Interprets, read.Id)] });
        store.ChangeTracker.Clear();
        var items = store.Items.Public().OfAgency(agency.Id);

        Assert.Equal(["没有解读", "没标的规范性文件", "过期没有标"], (await store.Uninterpreted(items, TestActs.Now.AddSeconds(1)).Select(item => item.Title).ToListAsync(Cancelled)).Order(StringComparer.Ordinal));
        Assert.Empty(await store.Uninterpreted(items, TestActs.Now).ToListAsync(Cancelled));
        Assert.Equal("没有解读", (await items.Ending(Today, 90).SingleAsync(Cancelled)).Title);
        Assert.Equal("过期没有标", (await items.LapsedUnmarked(Today).SingleAsync(Cancelled)).Title);
        Assert.Equal("没标的规范性文件", (await items.Unmarked.SingleAsync(Cancelled)).Title);
        Assert.Equal(3, await items.Policies.Binding(Today).CountAsync(Cancelled));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Nothing_goes_into_a_column_that_was_closed_in_the_meantime(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var (agency, column) = PublishedItems.Prepare(store);
        var (_, version) = await PublishedItems.Draft(store, agency.Id, PublishedItems.Content(column.Id, "某通知"));
        await PublishedItems.Pass(store, version, PublishedItems.Hands[1..]);
        Assert.Null(await store.ToPublish(version));
        column.Close(TestActs.Now);
        await store.Save(TestActs.Test);
        Assert.Equal("栏目“通知公告”已经关闭，请改选其他栏目后重新送审，或重新开放该栏目。", (await store.ToPublish(version))!.Reason);
    }
}
