using Gongkai.Records.Files;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Tests.Files;

/// <summary>Rows and disk are compared: what is missing, altered or left over is found, and only what nobody wants is removed.</summary>
public sealed class FileVerifyTests(TestStores stores) : IDisposable
{
    readonly Cabinet cabinet = new();

    public void Dispose() => cabinet.Dispose();

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Every_damage_is_found_and_nothing_else(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var files = cabinet.Open();
        var rows = Enumerable.Range(0, 40).Select(i => Cabinet.Row(files.Put([(byte)i, 1, 2, 3], seal: i % 4 == 0))).ToList();
        rows.Add(Cabinet.Row(files.Put([1, 1, 2, 3]), name: "同样的内容.pdf"));
        store.AddRange(rows);
        await store.Save(TestActs.Test);
        Assert.Empty(await Findings(store, files));

        var random = new Random(1);
        foreach (var row in rows.Take(200))
        {
            var path = cabinet.Paths.Single(path => path.EndsWith(row.Hash, StringComparison.Ordinal));
            var whole = File.ReadAllBytes(path);
            var flipped = whole.ToArray();
            flipped[random.Next(whole.Length)] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(path, flipped);
            Assert.Equal((FileFault.Altered, row.Hash), await One(store, files));
            File.Delete(path);
            Assert.Equal((FileFault.Missing, row.Hash), await One(store, files));
            File.WriteAllBytes(path, whole);
        }
        var orphan = files.Put("没有人要"u8);
        Assert.Equal((FileFault.Orphaned, orphan.Hash), await One(store, files));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task The_sweep_takes_what_no_row_names_and_has_lain_for_a_day(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var files = cabinet.Open();
        var wanted = Cabinet.Row(files.Put("要"u8));
        var erased = Cabinet.Row(files.Put("删"u8));
        erased.Erase(TestActs.Now);
        files.Put("孤"u8);
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(cabinet.Paths.First())!, "a.part"), "写了一半");
        store.AddRange(wanted, erased);
        await store.Save(TestActs.Test);
        var lying = new DateTimeOffset(File.GetLastWriteTimeUtc(cabinet.Paths.First()));

        Assert.Equal(0, await Quarantine.Sweep(store, files, lying.AddHours(23)));
        Assert.Equal(3, await Quarantine.Sweep(store, files, lying.AddHours(25)));

        Assert.EndsWith(wanted.Hash, Assert.Single(cabinet.Paths), StringComparison.Ordinal);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task An_act_that_fails_leaves_an_orphan_and_no_row(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var files = cabinet.Open();

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Write(TestActs.Test, () =>
        {
            store.Add(Cabinet.Row(files.Put("甲"u8)));
            throw new InvalidOperationException();
        }));

        Assert.Equal(0, await store.Files.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(FileFault.Orphaned, Assert.Single(await Findings(store, files)).Fault);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task The_trail_never_learns_a_key(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var row = Cabinet.Row(cabinet.Open().Put("证件"u8, seal: true));
        store.Add(row);
        await store.Save(TestActs.Test);

        var trail = await store.Trail.Select(entry => entry.Content).ToListAsync(TestContext.Current.CancellationToken);
        Assert.All(trail, content => Assert.DoesNotContain(row.Key!, content, StringComparison.Ordinal));
        store.ChangeTracker.Clear();
        Assert.Equal(row.Key, (await store.Files.SingleAsync(TestContext.Current.CancellationToken)).Key);
    }

    static async Task<List<FileFinding>> Findings(Store store, FileStore files)
    {
        List<FileFinding> all = [];
        await foreach (var finding in files.Verify(store.Files.AsNoTracking().OnDisk.AsAsyncEnumerable())) all.Add(finding);
        return all;
    }

    static async Task<(FileFault, string)> One(Store store, FileStore files) => Assert.Single(await Findings(store, files)) is var found ? (found.Fault, found.Hash) : default;
}
