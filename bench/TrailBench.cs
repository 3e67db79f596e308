using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gongkai.Records;
using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Bench;

/// <summary>How long it takes to hash a whole trail again, beside one pass of SHA-256 over the same bytes as the database gives them.</summary>
static class TrailBench
{
    static readonly TimeSpan Goal = TimeSpan.FromSeconds(60);
    static readonly DateTime Begun = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static async Task<Chapter> Run(int entries)
    {
        var outcomes = new List<Outcome>();
        var folder = Directory.CreateTempSubdirectory("gongkai-bench-").FullName;
        try
        {
            outcomes.Add(await Of("SQLite", $"Data Source={Path.Combine(folder, "gongkai.db")}", entries));
            using var server = Process.Start(new ProcessStartInfo(Path.Combine(Repository.Root, "eng", "postgres")) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
            if (await server.StandardOutput.ReadLineAsync() is { } connection) outcomes.Add(await Of("PostgreSQL", connection.Replace("Database=postgres", "Database=gongkai_bench", StringComparison.Ordinal), entries));
            Npgsql.NpgsqlConnection.ClearAllPools();
            server.StandardInput.Close();
            await server.WaitForExitAsync();
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
        return new("The trail hashed again",
            string.Create(CultureInfo.InvariantCulture, $"""
            `Verification.Of`, as `gongkai store verify` runs it, over {entries:N0} acts of one change each in four chains, every second one with two personal values; half of the
            records were made and half removed again. Beside it, a bare pass: the same contents read by one query, hashed link by link, and nothing else. One run each;
            processor time is that of this process alone, without PostgreSQL's.
            """),
            outcomes);
    }

    static async Task<Outcome> Of(string name, string connection, int entries)
    {
        await using (var store = StoreChoice.Open(connection))
        {
            store.Prepare();
            store.ChangeTracker.AutoDetectChangesEnabled = false;
            await Fill(store, entries);
        }
        var (bare, bareWork) = await Timed(() => Bare(connection));
        var faults = 0;
        var (ours, work) = await Timed(async () =>
        {
            await foreach (var fault in Verification.Of(() => StoreChoice.Open(connection)))
                if (faults++ == 0) Console.Error.WriteLine(fault.Sentence);
        });
        if (faults > 0) throw new InvalidOperationException($"{faults} faults in a trail that has none.");
        return new(string.Create(CultureInfo.InvariantCulture, $"{entries:N0} acts in {name}"), "≤ 60 s for 1,000,000", string.Create(CultureInfo.InvariantCulture, $"{ours.TotalSeconds:0.0} s"),
            entries == 1_000_000 ? ours <= Goal : null, string.Create(CultureInfo.InvariantCulture, $"a bare pass {bare.TotalSeconds:0.0} s: {ours / bare:0.0}×; processor time {work.TotalSeconds:0.0} s against {bareWork.TotalSeconds:0.0} s: {work / bareWork:0.0}×"));
    }

    // By the clock on the wall, and by how long this process had a processor: the first is the machine's hour, the second is ours.
    static async Task<(TimeSpan Clock, TimeSpan Work)> Timed(Func<Task> what)
    {
        using var self = Process.GetCurrentProcess();
        var (before, clock) = (self.TotalProcessorTime, Stopwatch.StartNew());
        await what();
        self.Refresh();
        return (clock.Elapsed, self.TotalProcessorTime - before);
    }

    static async Task Bare(string connection)
    {
        await using var store = StoreChoice.Open(connection);
        await store.Database.OpenConnectionAsync();
        await using var command = store.Database.GetDbConnection().CreateCommand();
        command.CommandText = """SELECT "Chain", "Content" FROM trail_entries ORDER BY "Chain", "Sequence" """;
        await using var reader = await command.ExecuteReaderAsync();
        byte[] previous = [];
        var chain = Guid.Empty;
        while (await reader.ReadAsync())
        {
            if (reader.GetGuid(0) is var now && now != chain) (chain, previous) = (now, []);
            previous = SHA256.HashData([.. previous, .. Encoding.UTF8.GetBytes(reader.GetString(1))]);
        }
    }

    // As Payload writes it: what is filled in is verified before it is measured, since a wrong byte is a fault.
    static async Task Fill(Store store, int entries)
    {
        const int chains = 4, piece = 10_000;
        var (last, hashes) = (new long[chains], new byte[chains][]);
        var ids = Enumerable.Range(1, chains).Select(number => new Guid(number, 0, 0, new byte[8])).ToArray();
        Guid Record(int number) => new(number / 2 + 1, 1, 0, new byte[8]);
        for (var from = 0; from < entries; from += piece)
        {
            await using var transaction = await store.Database.BeginTransactionAsync();
            for (var number = from; number < Math.Min(entries, from + piece); number++)
            {
                var which = number / 2 % chains;
                var (chain, sequence, made) = (ids[which], ++last[which], number % 2 == 0);
                var at = new DateTimeOffset(Begun.AddSeconds(number));
                var digest = made ? SHA256.HashData(BitConverter.GetBytes(number)) : null;
                var values = "{}";
                if (made)
                {
                    var (salt, word) = ("0123456789abcdef0123456789abcdef", $"张{number}");
                    var commitment = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{salt}:{word}")));
                    foreach (var field in (int[])[0, 1]) store.Add(TrailPersonal.Of(chain, sequence, field, Record(number), $"after.Field{field}", salt, word));
                    values = $$"""{"AgencyId":"{{chain:D}}","Field0":"#0:{{commitment}}","Field1":"#1:{{commitment}}","Name":"某区住房和城乡建设局办公室","Order":"{{number}}"}""";
                }
                var content = $$"""{"chain":"{{chain:D}}","sequence":{{sequence}},"at":"{{at.UtcDateTime:yyyy-MM-ddTHH:mm:ss.ffffff'Z'}}","deed":"person.changed","account":null,"by":"演示·张一","from":"10.0.0.8","why":"机构改革","changes":[{"table":"people","record":"{{Record(number):D}}","revision":{{(made ? 1 : 2)}},"{{(made ? "after" : "before")}}":{{values}},"digest":{{(digest is null ? "null" : $"\"{Convert.ToHexStringLower(digest)}\"")}}}]}""";
                hashes[which] = SHA256.HashData([.. hashes[which] ?? [], .. Encoding.UTF8.GetBytes(content)]);
                store.Add(new TrailEntry { Chain = chain, Sequence = sequence, At = at, Deed = "person.changed", Account = null, By = "演示·张一", From = "10.0.0.8", Why = "机构改革", Content = content, Hash = hashes[which] });
                store.Add(new TrailChange { Record = Record(number), Revision = made ? 1 : 2, Table = "people", Chain = chain, Sequence = sequence, Digest = digest });
            }
            await store.SaveChangesAsync();
            await transaction.CommitAsync();
            store.ChangeTracker.Clear();
        }
    }
}
