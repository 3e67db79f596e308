using Gongkai.Records.Backups;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Search;
using Gongkai.Records.Tests.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Tests.Search;

/// <summary>However the index was lost or spoilt, building it anew gives what is public: no more and no less, whatever happens meanwhile.</summary>
public sealed class RebuildTests(TestStores stores) : BackupPlaces(stores)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;
    static readonly DateOnly Today = new(2026, 11, 22);

    readonly TestStores stores = stores;

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task What_is_missing_comes_back_and_what_is_not_public_goes(StoreKind kind)
    {
        await using var store = StoreChoice.Open(stores.Ready(kind));
        var (agency, column) = PublishedItems.Prepare(store);
        var (kept, lost) = (await PublishedItems.Published(store, agency.Id, PublishedItems.Content(column.Id, "关于鹦鹉螺小区的通知")), await PublishedItems.Published(store, agency.Id, PublishedItems.Content(column.Id, "关于麒麟阁的通知")));
        await store.Write(TestActs.Test, async () =>
        {
            await SearchIndex.Remove(store, lost.Id);
            await SearchIndex.Put(store, GeneratedItems.Of(1, 50).Single() with { Title = "从没有公开过" });
            await SearchIndex.Put(store, GeneratedItems.Of(1, 50).Single() with { ItemId = kept.Id, Title = "走了样的标题" });
        });
        Assert.Equal(0, (await store.Find("麒麟阁")).Count);

        List<(long Done, long Total)> told = [];
        Assert.Equal(2, await SearchIndex.Rebuild(store, Today, (done, total) => told.Add((done, total)), Stop));

        Assert.Equal([(2, 2)], told);
        Assert.Equal((1, 1), ((await store.Find("麒麟阁")).Count, (await store.Find("鹦鹉螺小区")).Count));
        Assert.Equal((0, 0), ((await store.Find("从没有公开过")).Count, (await store.Find("走了样")).Count));
        Assert.Equal(2, await store.Set<IndexedItem>().CountAsync(Stop));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task While_it_is_built_others_publish_and_withdraw_and_search_answers(StoreKind kind)
    {
        var connection = stores.Ready(kind);
        await using var store = StoreChoice.Open(connection);
        var (agency, column) = PublishedItems.Prepare(store);
        List<InformationItem> items = [];
        for (var number = 0; number < 6; number++) items.Add(await PublishedItems.Published(store, agency.Id, PublishedItems.Content(column.Id, $"关于鹦鹉螺第{number}期的通知")));

        var work = Task.Run(async () =>
        {
            await using var other = StoreChoice.Open(connection);
            for (var number = 0; number < 6; number++)
            {
                await PublishedItems.Published(other, agency.Id, PublishedItems.Content(column.Id, $"关于麒麟阁第{number}期的通知"));
                var gone = await other.Items.SingleAsync(item => item.Id == items[number].Id, Stop);
                if (number % 2 == 0) await other.Write(TestActs.Test, () => other.Withdraw(gone, "测试撤下", TestActs.Test));
                // Whoever searches meanwhile finds at once what was published before.
                Assert.Equal(number + 1, (await other.Find("麒麟阁")).Count);
            }
        }, Stop);
        var rounds = 0;
        do
        {
            await SearchIndex.Rebuild(store, Today, null, Stop);
            rounds++;
        }
        while (!work.IsCompleted);
        await work;

        Assert.True(rounds >= 1);
        var expected = await store.Items.Public().Select(item => item.Id).Order().ToListAsync(Stop);
        Assert.Equal(9, expected.Count);
        Assert.Equal(expected, (await store.Set<IndexedItem>().Select(item => item.ItemId).ToListAsync(Stop)).Order());
        Assert.Equal((3, 6), ((await store.Find("鹦鹉螺")).Count, (await store.Find("麒麟阁")).Count));
        Assert.False(await store.Set<IndexedText>().AnyAsync(text => !store.Set<IndexedItem>().Any(item => item.Key == text.Key), Stop));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task What_was_found_before_a_backup_is_found_after_its_restore(StoreKind kind)
    {
        var (source, target) = (Nowhere(kind), Nowhere(kind));
        await using (var store = source.Open())
        {
            store.Prepare();
            var (agency, column) = PublishedItems.Prepare(store);
            await PublishedItems.Published(store, agency.Id, PublishedItems.Content(column.Id, "关于鹦鹉螺小区的通知", "三号楼加装电梯。"));
            var gone = await PublishedItems.Published(store, agency.Id, PublishedItems.Content(column.Id, "关于麒麟阁的通知"));
            await store.Write(TestActs.Test, () => store.Withdraw(gone, "测试撤下", TestActs.Test));
        }
        Backup.Make(source, File("one"), "1.0", At);
        Restoration.Run(target, new(File("one")), At);

        await using var restored = target.Open();
        restored.Prepare();
        var found = Assert.Single((await restored.Find("加装电梯")).Hits);
        Assert.Equal(("关于鹦鹉螺小区的通知", "三号楼[加装电梯]。"), (found.Item.Title, found.Passage.Shown()));
        Assert.Equal(0, (await restored.Find("麒麟阁")).Count);
        // The index goes on following.
        await restored.Write(TestActs.Test, () => SearchIndex.Remove(restored, found.ItemId));
        Assert.Equal(0, (await restored.Find("加装电梯")).Count);
    }
}
