using System.Diagnostics;
using System.Globalization;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Bench;

/// <summary>What the auditor asks of a long trail, on both stores.</summary>
static class TrailBench
{
    static readonly TimeSpan Goal = TimeSpan.FromSeconds(10), Page = TimeSpan.FromSeconds(1), Verified = TimeSpan.FromSeconds(60);

    public static async Task<Chapter> Run(int rows)
    {
        List<Outcome> outcomes = [];
        var folder = Directory.CreateTempSubdirectory("gongkai-bench-").FullName;
        var (postgres, server) = TrailStores.Postgres();
        try
        {
            outcomes.AddRange(await Of("SQLite", $"Data Source={Path.Combine(folder, "gongkai.db")}", rows));
            outcomes.AddRange(await Of("PostgreSQL", postgres, rows));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Npgsql.NpgsqlConnection.ClearAllPools();
            server.StandardInput.Close();
            await server.WaitForExitAsync();
            server.Dispose();
            Directory.Delete(folder, recursive: true);
        }
        return new("The trail",
            $"""
            {rows:N0} entries in {TrailStores.Chains} chains, one each twenty seconds, by {TrailStores.Accounts:N0} accounts; every tenth a look at personal data, half of them at one person. Beside them {rows:N0}
            rows of a table that the trail follows. Each question is asked five times on a fresh context; the slowest counts. A page is the first 50 lines. The breach
            report names who looked, how often, first and last, and the newest 100 looks. Verification reads and hashes every link.
            """, outcomes);
    }

    static async Task<IEnumerable<Outcome>> Of(string name, string connection, int rows)
    {
        await using (var store = StoreChoice.Open(connection))
        {
            store.Prepare();
            await TrailStores.Fill(store, rows);
        }
        var (first, last) = (TrailStores.At(rows / 4), TrailStores.At(rows * 3 / 4));
        TrailFilter looks = new() { Deeds = ["person.mobile-read", "file.opened"] };
        List<Outcome> outcomes = [];
        foreach (var (what, filter) in (IEnumerable<(string, TrailFilter)>)
        [
            ("everything", new()), ("one chain", new() { Chain = TrailStores.Key("chain", 1) }), ("one account", new() { Account = TrailStores.Key("account", 1) }), ("a name", new() { By = "演示1" }), ("a name that is not there", new() { By = "没有" }),
            ("a department", new() { Department = TrailStores.Key("department", 1) }), ("an address", new() { Address = "10.0.0.1" }), ("a kind of act", new() { Deeds = ["bench.deed-1"] }),
            ("looks", looks), ("a chain, a name that is not there", new() { Chain = TrailStores.Key("chain", 1), By = "没有" }), ("one record", new() { Record = TrailStores.Key("subject", 1) }), ("the record that is looked at most", new() { Record = TrailStores.Key("subject", 0) }),
        ])
            outcomes.Add(await Asked($"{name}: a page of {what}", Page, connection, async store => (await PageOf(store, filter, 50)).Rows.Count));
        outcomes.Add(await Asked($"{name}: a page from the middle", Page, connection, async store => (await new TrailFilter().In(store).Page(new(last, 1), 50, entry => new { entry.At, entry.Sequence }, row => new(row.At, row.Sequence))).Rows.Count));
        foreach (var (what, subject) in (IEnumerable<(string, Guid?)>)[("one person", TrailStores.Key("subject", 1)), ("the person looked at most", TrailStores.Key("subject", 0)), ("everyone", null)])
            outcomes.Add(await Asked($"{name}: who saw what of {what} in half of the time", Goal, connection, async store =>
            {
                var asked = looks with { Record = subject, From = first, Until = last };
                var viewers = await asked.In(store).GroupBy(entry => new { entry.Account, entry.By }).Select(group => new { group.Key.By, Times = group.Count(), First = group.Min(entry => entry.At), Last = group.Max(entry => entry.At) }).ToListAsync();
                await PageOf(store, asked, 100);
                return viewers.Sum(viewer => viewer.Times);
            }));
        outcomes.Add(await Asked($"{name}: what is left to adopt at a start", TimeSpan.FromSeconds(1), connection, async store => (await store.UnadoptedOf<SetupCode>()).Count));
        var watch = Stopwatch.StartNew();
        var faults = await Verification.OfChains(() => StoreChoice.Open(connection)).CountAsync();
        if (faults > 0) throw new InvalidOperationException($"The invented trail does not verify: {faults} faults.");
        outcomes.Add(Line($"{name}: every link verified", Verified, watch.Elapsed, string.Create(CultureInfo.InvariantCulture, $"{rows / watch.Elapsed.TotalSeconds:N0} entries a second")));
        return outcomes;
    }

    static Task<(IReadOnlyList<TrailPlace> Rows, TrailPlace? Older)> PageOf(Store store, TrailFilter filter, int size) =>
        filter.In(store).Page(null, size, entry => new TrailPlace(entry.At, entry.Sequence), row => row);

    static async Task<Outcome> Asked(string what, TimeSpan goal, string connection, Func<Store, Task<int>> ask)
    {
        var (worst, found) = (TimeSpan.Zero, 0);
        for (var round = 0; round < 5; round++)
        {
            await using var store = StoreChoice.Open(connection);
            var watch = Stopwatch.StartNew();
            found = await ask(store);
            if (watch.Elapsed > worst) worst = watch.Elapsed;
        }
        return Line(what, goal, worst, string.Create(CultureInfo.InvariantCulture, $"{found:N0} found"));
    }

    static Outcome Line(string what, TimeSpan goal, TimeSpan measured, string detail) =>
        new(what, string.Create(CultureInfo.InvariantCulture, $"≤ {goal.TotalSeconds:0} s"), string.Create(CultureInfo.InvariantCulture, $"{measured.TotalMilliseconds:N0} ms"), measured <= goal, detail);
}
