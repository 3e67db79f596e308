using System.Security.Cryptography;
using System.Text;
using Gongkai.Records.Organizations;
using Gongkai.Records.Trail;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Tests;

/// <summary>Someone with the whole database in their hands changes it: verification finds it, every time, with the place (S6).</summary>
/// <remarks><c>GONGKAI_TAMPER=10000</c> runs the larger size.</remarks>
public sealed class TamperTests(TestStores stores)
{
    const int Entries = 40;

    static readonly int Times = int.Parse(Environment.GetEnvironmentVariable("GONGKAI_TAMPER") ?? "1000", System.Globalization.CultureInfo.InvariantCulture);

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>One way to falsify: SQL with <c>{n}</c> for the number of an entry, and the places that may be named.</summary>
    sealed record Way(string Name, string Sql, params string[] Places);

    static readonly Way[] Ways =
    [
        new("who", "UPDATE trail_entries SET \"By\" = 'x' WHERE \"Sequence\" = {n}", "#{n}"),
        new("when", "UPDATE trail_entries SET \"At\" = '2020-01-01 00:00:00' WHERE \"Sequence\" = {n}", "#{n}"),
        new("why", "UPDATE trail_entries SET \"Why\" = 'x' WHERE \"Sequence\" = {n}", "#{n}"),
        new("from", "UPDATE trail_entries SET \"From\" = 'x' WHERE \"Sequence\" = {n}", "#{n}"),
        new("deed", "UPDATE trail_entries SET \"Deed\" = 'x' WHERE \"Sequence\" = {n}", "#{n}"),
        new("content", "UPDATE trail_entries SET \"Content\" = replace(\"Content\", '某', '另') WHERE \"Sequence\" = {n}", "#{n}"),
        new("garbage", "UPDATE trail_entries SET \"Content\" = 'nothing' WHERE \"Sequence\" = {n}", "#{n}"),
        new("delete", "DELETE FROM trail_entries WHERE \"Sequence\" = {n}", "#{n}"),
        new("swap", "UPDATE trail_entries SET \"Sequence\" = -1 WHERE \"Sequence\" = {n}; UPDATE trail_entries SET \"Sequence\" = {n} WHERE \"Sequence\" = {n} + 1; UPDATE trail_entries SET \"Sequence\" = {n} + 1 WHERE \"Sequence\" = -1", "#{n}"),
        new("digest", "UPDATE trail_changes SET \"Digest\" = \"Digest\" || '' WHERE \"Sequence\" = {n}; UPDATE trail_changes SET \"Digest\" = (SELECT \"Digest\" FROM trail_changes WHERE \"Sequence\" = {n} + 1) WHERE \"Sequence\" = {n}", "#{n}"),
        new("index removed", "DELETE FROM trail_changes WHERE \"Sequence\" = {n}", "#{n}"),
        new("row edited", "UPDATE agencies SET \"Name\" = 'x' WHERE \"Code\" = 'a{n}'", "agencies/"),
        new("row turned back", "UPDATE agencies SET \"Revision\" = 0 WHERE \"Code\" = 'a{n}'", "agencies/"),
        new("row removed", "DELETE FROM agencies WHERE \"Code\" = 'a{n}'", "agencies/"),
        new("row inserted", "CREATE TEMP TABLE copied AS SELECT * FROM agencies WHERE \"Code\" = 'a{n}'; UPDATE copied SET \"Id\" = '{new}', \"Code\" = 'new'; INSERT INTO agencies SELECT * FROM copied; DROP TABLE copied", "agencies/"),
    ];

    [Fact]
    public async Task Whatever_is_falsified_is_found_with_its_place()
    {
        var original = await Filled(stores.Ready(StoreKind.Sqlite));
        await using (var store = StoreChoice.Open(original)) await store.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", Cancelled);
        var random = new Random(20261122);
        for (var time = 0; time < Times; time++)
        {
            var (way, number) = (Ways[time % Ways.Length], random.Next(1, Entries));
            var copy = Copy(original);
            await Tamper(copy, way, number);
            var faults = await Verification.Of(() => StoreChoice.Open(copy)).ToListAsync(Cancelled);

            Assert.True(faults.Exists(fault => way.Places.Any(place => fault.Place.Contains(place.Replace("{n}", $"{number}", StringComparison.Ordinal), StringComparison.Ordinal))),
                $"{way.Name} at {number}: {string.Join('\n', faults.Select(fault => $"{fault.Kind} {fault.Place}"))}");
            Discard(copy);
        }
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_store_that_nobody_touched_is_clean(StoreKind kind)
    {
        var connection = await Filled(stores.Ready(kind));
        Assert.Empty(await Verification.Of(() => StoreChoice.Open(connection)).ToListAsync(Cancelled));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_cut_tail_and_a_chain_computed_anew_are_found_from_a_checkpoint(StoreKind kind)
    {
        foreach (var (name, falsify) in (IEnumerable<(string, Func<Store, Task>)>)[("cut", CutTail), ("anew", ComputeAnew)])
        {
            var connection = await Filled(stores.Ready(kind));
            var folder = Directory.CreateTempSubdirectory("gongkai-checkpoints-").FullName;
            var checkpoints = new Checkpoints(folder, Path.Combine(folder, "private", "key.pem"));
            await using (var store = StoreChoice.Open(connection))
            {
                Assert.NotNull(await checkpoints.Export(store, TestActs.Now));
                Assert.Null(await checkpoints.Export(store, TestActs.Now.AddHours(1)));
            }
            Assert.Empty(await checkpoints.Verify(() => StoreChoice.Open(connection), cancellation: Cancelled).ToListAsync(Cancelled));

            await using (var store = StoreChoice.Open(connection))
            {
                await Unguard(store, kind);
                await falsify(store);
            }

            // The chain alone looks whole; this is why there are checkpoints.
            Assert.Empty(await Verification.OfChains(() => StoreChoice.Open(connection)).ToListAsync(Cancelled));
            var fault = Assert.Single(await checkpoints.Verify(() => StoreChoice.Open(connection), cancellation: Cancelled).ToListAsync(Cancelled));
            Assert.Equal(TrailFaultKind.CheckpointBroken, fault.Kind);
            Assert.Contains(name == "cut" ? "尾部被截去" : "被重写过", fault.Sentence, StringComparison.Ordinal);
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_checkpoint_that_was_edited_is_not_believed()
    {
        var connection = await Filled(stores.Ready(StoreKind.Sqlite));
        var folder = Directory.CreateTempSubdirectory("gongkai-checkpoints-").FullName;
        var checkpoints = new Checkpoints(folder, Path.Combine(folder, "private", "key.pem"));
        await using (var store = StoreChoice.Open(connection)) await checkpoints.Export(store, TestActs.Now);
        var file = Directory.EnumerateFiles(folder, "checkpoint-2*.txt").Single();
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, Cancelled)).Replace("\"Length\":40", "\"Length\":39", StringComparison.Ordinal), Cancelled);

        var fault = Assert.Single(await checkpoints.Verify(() => StoreChoice.Open(connection), cancellation: Cancelled).ToListAsync(Cancelled));
        Assert.Contains("签名不符", fault.Sentence, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    static async Task<string> Filled(string connection)
    {
        await using var store = StoreChoice.Open(connection);
        for (var n = 1; n <= Entries; n++)
        {
            store.Add(new Agency { Code = $"a{n}", Name = $"某区第{n}局" });
            await store.Save(TestActs.Test);
        }
        return connection;
    }

    static async Task Tamper(string connection, Way way, int number)
    {
        await using var store = StoreChoice.Open(connection);
        await Unguard(store, StoreKind.Sqlite);
        var sql = way.Sql.Replace("{n}", $"{number}", StringComparison.Ordinal).Replace("{new}", $"{Guid.CreateVersion7()}".ToUpperInvariant(), StringComparison.Ordinal);
        Assert.NotEqual(0, await store.Database.ExecuteSqlRawAsync(sql, Cancelled));
    }

    static async Task Unguard(Store store, StoreKind kind)
    {
        string[] guards = kind == StoreKind.Sqlite
            ? ["DROP TRIGGER trail_entries_no_update", "DROP TRIGGER trail_entries_no_delete", "DROP TRIGGER trail_changes_no_update", "DROP TRIGGER trail_changes_no_delete", "PRAGMA foreign_keys = OFF"]
            : ["DROP TRIGGER trail_entries_append_only ON trail_entries", "DROP TRIGGER trail_changes_append_only ON trail_changes"];
        foreach (var guard in guards) await store.Database.ExecuteSqlRawAsync(guard, Cancelled);
    }

    static async Task CutTail(Store store)
    {
        await store.Database.ExecuteSqlRawAsync("DELETE FROM trail_changes WHERE \"Sequence\" > 30", Cancelled);
        await store.Database.ExecuteSqlRawAsync("DELETE FROM trail_entries WHERE \"Sequence\" > 30", Cancelled);
    }

    // What an insider who knows the program would do: change one entry, and every hash from there on.
    static async Task ComputeAnew(Store store)
    {
        var entries = await store.Trail.AsNoTracking().OrderBy(entry => entry.Sequence).ToListAsync(Cancelled);
        byte[] previous = [];
        foreach (var entry in entries)
        {
            var (by, content) = entry.Sequence < 20 ? (entry.By, entry.Content) : ("别人", entry.Content.Replace("\"by\":\"系统\"", "\"by\":\"别人\"", StringComparison.Ordinal));
            previous = SHA256.HashData([.. previous, .. Encoding.UTF8.GetBytes(content)]);
            await store.Database.ExecuteSqlAsync($"UPDATE trail_entries SET \"By\" = {by}, \"Content\" = {content}, \"Hash\" = {previous} WHERE \"Sequence\" = {entry.Sequence}", Cancelled);
        }
    }

    static string Copy(string connection)
    {
        var folder = Directory.CreateTempSubdirectory("gongkai-tampered-").FullName;
        File.Copy(new SqliteConnectionStringBuilder(connection).DataSource, Path.Combine(folder, "gongkai.db"));
        return $"Data Source={Path.Combine(folder, "gongkai.db")}";
    }

    static void Discard(string connection)
    {
        using (var last = new SqliteConnection(connection)) SqliteConnection.ClearPool(last);
        Directory.Delete(Path.GetDirectoryName(new SqliteConnectionStringBuilder(connection).DataSource)!, recursive: true);
    }
}
