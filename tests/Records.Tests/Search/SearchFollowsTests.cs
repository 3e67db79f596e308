using Gongkai.Records.Search;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Tests.Search;

/// <summary>The index goes with the transaction, and whatever is typed does no harm.</summary>
public sealed class SearchFollowsTests(TestStores stores)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task What_is_rolled_back_leaves_no_trace(StoreKind kind)
    {
        var items = GeneratedItems.Of(3, 100).ToList();
        await using var store = await SearchStores.With(stores.Ready(kind), items);
        var added = items[0] with { ItemId = Guid.CreateVersion7(), Title = "这一条没有公开成" };

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Write(TestActs.Test, async () =>
        {
            await SearchIndex.Put(store, added);
            await SearchIndex.Remove(store, items[1].ItemId);
            await SearchIndex.Put(store, items[2] with { Title = "改过的标题" });
            Assert.Equal(1, (await store.Find("没有公开成")).Count);
            throw new InvalidOperationException("The power went.");
        }));

        Assert.Equal(0, (await store.Find("没有公开成")).Count);
        Assert.Equal(0, (await store.Find("改过的标题")).Count);
        Assert.Equal(items.Select(item => item.ItemId).Order(), (await SearchIndex.All(store, new() { Words = "关于", Scope = SearchScope.Title, Today = GeneratedItems.Today })).Order());
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task What_is_taken_out_is_gone_at_once_from_hits_counts_facets_and_suggestions(StoreKind kind)
    {
        var items = GeneratedItems.Of(5, 100).ToList();
        items[0] = items[0] with { Title = "关于鹦鹉螺小区的通知", Body = "鹦鹉螺小区加装电梯。" };
        await using var store = await SearchStores.With(stores.Ready(kind), items);
        Assert.Equal(1, (await store.Find("鹦鹉螺")).Count);
        Assert.Contains("鹦鹉螺", (await store.Find("鹦鸟螺")).Meant);

        await store.Write(TestActs.Test, () => SearchIndex.Remove(store, items[0].ItemId));

        Assert.Equal(0, (await store.Find("鹦鹉螺")).Count);
        Assert.Empty((await store.Find("鹦鸟螺")).Meant);
        var all = await SearchIndex.Search(store, new() { Today = GeneratedItems.Today, WithFacets = true });
        Assert.Equal((4, 4), (all.Count, all.Facets!.Genres.Sum(genre => genre.Count)));
        Assert.False(await store.Set<IndexedText>().AnyAsync(text => !store.Set<IndexedItem>().Any(item => item.Key == text.Key), Stop));
        // Taking out what is not there is no fault.
        await store.Write(TestActs.Test, () => SearchIndex.Remove(store, items[0].ItemId));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_corrected_item_is_found_by_its_new_words_alone_and_keeps_its_place(StoreKind kind)
    {
        var items = GeneratedItems.Of(3, 100).ToList();
        await using var store = await SearchStores.With(stores.Ready(kind), items);
        var before = await store.Set<IndexedItem>().SingleAsync(item => item.ItemId == items[1].ItemId, Stop);

        await store.Write(TestActs.Test, () => SearchIndex.Put(store, items[1] with { Title = "鹦鹉螺", Body = "只有这句" }));
        await store.Write(TestActs.Test, () => SearchIndex.Put(store, items[2] with { PublishedOn = items[2].PublishedOn.AddDays(1), Body = "换了日子" }));

        Assert.Equal([items[1].ItemId], await SearchIndex.All(store, new() { Words = "鹦鹉螺 只有这句", Today = GeneratedItems.Today }));
        Assert.Equal(0, (await store.Find(items[1].Body[..4])).Hits.Count(hit => hit.ItemId == items[1].ItemId));
        Assert.Equal(before.Key, (await store.Set<IndexedItem>().AsNoTracking().SingleAsync(item => item.ItemId == items[1].ItemId, Stop)).Key);
        Assert.Equal(1, (await store.Find("换了日子")).Count);
        Assert.Equal(3, await store.Set<IndexedItem>().CountAsync(Stop));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Whatever_is_typed_is_text(StoreKind kind)
    {
        var items = GeneratedItems.Of(20, 100).ToList();
        items[0] = items[0] with { Title = "<script>alert(1)</script>与引号'\"的通知", Body = "正文有 \u0000 控制符、\ud842 半个字、👍🏽 和 𠮷。near and or not" };
        await using var store = await SearchStores.With(stores.Ready(kind), items);

        foreach (var typed in (string[])
            [
                "'", "\"", "\"房屋", "房屋*", "房屋 OR 限购", "NOT 房屋", "NEAR(房屋 限购)", "words:房屋", "-房屋", "房屋) --", "'; DROP TABLE search_items; --", "a & b | !c", "\\", "房屋:*", "<->", "%", "_",
                "<script>alert(1)</script>", "👍", "👍🏽", "𠮷", "\ud842", "\udfb7", "\u0000房屋", "+all", "#=住建发2026=5", "{0}", "$words", "@Key", "\u202e房屋", new('房', 5000), new(' ', 5000), string.Join(' ', Enumerable.Repeat("房屋", 500)),
            ])
        {
            var found = await store.Find(typed);
            Assert.All(found.Hits, hit => Assert.Equal(hit.Item.Title, string.Concat(hit.Title.Select(piece => piece.Text))));
        }

        Assert.Equal("<[script]>alert(1)</[script]>与引号'\"的通知", Assert.Single((await store.Find("<script>")).Hits).Title.Shown());
        Assert.Equal(20, await store.Set<IndexedItem>().CountAsync(Stop));
        Assert.NotEmpty((await store.Find(string.Join(' ', Enumerable.Range(0, 60).Select(number => $"房屋{number}")))).Beyond);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Pages_follow_each_other_without_a_gap(StoreKind kind)
    {
        var items = GeneratedItems.Of(400, 60).Select((item, number) => item with { Body = number % 2 == 0 ? "鹦鹉螺" + item.Body : item.Body }).ToList();
        await using var store = await SearchStores.With(stores.Ready(kind), items);
        foreach (var order in Enum.GetValues<SearchOrder>())
        {
            List<Guid> seen = [];
            for (var page = 1; page <= 10; page++)
            {
                var found = await SearchIndex.Search(store, new() { Words = "鹦鹉螺", Order = order, Page = page, Today = GeneratedItems.Today });
                Assert.Equal((200, CountKind.About), (found.Count, found.CountKind));
                seen.AddRange(found.Hits.Select(hit => hit.ItemId));
            }
            Assert.Equal(200, seen.Distinct().Count());
        }
        var capped = await SearchIndex.Search(store, new() { Words = "鹦鹉螺", Most = 150, Today = GeneratedItems.Today });
        Assert.Equal((150, CountKind.AtLeast), (capped.Count, capped.CountKind));
    }
}
