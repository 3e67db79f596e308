using System.Diagnostics;
using System.Globalization;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Rigs;
using Npgsql;

namespace Gongkai.Bench;

/// <summary>How many requests a second are taken in by HTTP, each on the disk before it is acknowledged, against bare inserts into the same store.</summary>
static class IntakeBench
{
    const double Goal = 0.5;
    const int Clients = 16, Rounds = 5;

    public static async Task<Chapter> Run(TimeSpan turn)
    {
        List<Outcome> outcomes = [];
        var folder = Directory.CreateTempSubdirectory("gongkai-bench-").FullName;
        var (postgres, server) = TrailStores.Postgres();
        try
        {
            outcomes.Add(await Of("SQLite", Path.Combine(folder, "sqlite"), $"Data Source={Path.Combine(folder, "sqlite", "gongkai.db")}", turn));
            await BareInserts.Durable(postgres);
            outcomes.Add(await Of("PostgreSQL", Path.Combine(folder, "postgres"), new NpgsqlConnectionStringBuilder(postgres) { Database = "gongkai_intake" }.ConnectionString, turn));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            NpgsqlConnection.ClearAllPools();
            server.StandardInput.Close();
            await server.WaitForExitAsync();
            server.Dispose();
            Directory.Delete(folder, recursive: true);
        }
        return new("Intakes",
            $"""
            The Release build as a process of its own takes in requests of {Clients} citizens at once, who share the machine with it. Each request is what a browser without script needs at the
            least, once it has the form: the one-page form posted whole with its token, the check page posted with the promise, the receipt read (three requests of HTTP). Acknowledged is
            what is on the disk: the request, its applicant sealed, its file, its number, its link in the trail. Beside it, in turns of {turn.TotalSeconds:0} s, the bare limit of the same store on the same disk:
            one connection, one insert after another, each its own transaction and synchronized, of as many bytes as an intake adds to the database. Settings let the load through
            (`Limits:FormsPerMinute`, `Requests:FreeSubmissions`); the same address would else be asked for a proof of work.
            """, outcomes);
    }

    static async Task<Outcome> Of(string name, string data, string connection, TimeSpan turn)
    {
        Directory.CreateDirectory(data);
        await Prepare(connection);
        var url = $"http://127.0.0.1:{ServerBench.FreePort()}";
        using var server = ServerBench.Begin(data, "serve", "--empty", "--urls", url, $"--Data={data}", $"--ConnectionStrings:Store={connection}",
            "--Limits:FormsPerMinute=100000000", "--Requests:FreeSubmissions=100000000", "--Logging:LogLevel:Default=None");
        try
        {
            using (var client = new HttpClient { BaseAddress = new Uri(url) }) await ServerBench.FirstAnswer(client, "/healthz", server);
            var citizens = Enumerable.Range(0, Clients).Select(number => new Citizen(string.Create(CultureInfo.InvariantCulture, $"citizen-{number}")) { Agency = "bench", Picture = null }).ToList();
            // Pages are compiled, and the busy ones once more.
            var before = await BareInserts.Size(connection);
            var warm = await File(citizens, new Uri(url), turn);
            var bytes = (int)((await BareInserts.Size(connection) - before) / warm.Count);
            List<(double Bare, double Ours)> rounds = [];
            List<double> times = [];
            server.Refresh();
            var (busy, taken) = (server.TotalProcessorTime, 0);
            await using var bare = await BareInserts.Into(connection, bytes, Path.Combine(data, "bare"));
            for (var round = 0; round < Rounds; round++)
            {
                var reference = bare.Run(turn / 2);
                var (count, seconds, took) = await File(citizens, new Uri(url), turn);
                rounds.Add((reference, count / seconds));
                times.AddRange(took);
                taken += count;
            }
            foreach (var citizen in citizens) citizen.Dispose();
            times.Sort();
            server.Refresh();
            var processor = (server.TotalProcessorTime - busy).TotalMilliseconds / taken;
            var ratios = rounds.Select(round => round.Ours / round.Bare).Order().ToList();
            return new($"{name}: requests taken in", string.Create(CultureInfo.InvariantCulture, $"≥ {Goal}× bare inserts"), string.Create(CultureInfo.InvariantCulture, $"{Race.Median(ratios):0.00}× (least {ratios[0]:0.00}, most {ratios[^1]:0.00})"), Race.Median(ratios) >= Goal,
                string.Create(CultureInfo.InvariantCulture, $"{Median(rounds.Select(round => round.Ours)):0}/s against {Median(rounds.Select(round => round.Bare)):0}/s of {bytes:N0} bytes; a citizen waits {times[times.Count / 2]:0} ms for all three, p95 {times[(int)(times.Count * .95)]:0} ms; the server computes {processor:0.0} ms for one; {Rounds} rounds"));
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }
    }

    static async Task<(int Count, double Seconds, List<double> Times)> File(List<Citizen> citizens, Uri platform, TimeSpan turn)
    {
        var clock = Stopwatch.StartNew();
        var times = await Task.WhenAll(citizens.Select(citizen => Task.Run(async () =>
        {
            var mine = new List<double>();
            while (clock.Elapsed < turn)
            {
                var start = Stopwatch.GetTimestamp();
                if (await citizen.File(platform) is null) throw new InvalidOperationException($"A citizen was answered {citizen.Refusal}.");
                mine.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                citizen.Next();
            }
            return mine;
        })));
        List<double> all = [.. times.SelectMany(mine => mine)];
        return (all.Count, clock.Elapsed.TotalSeconds, all);
    }

    static async Task Prepare(string connection)
    {
        await using var store = StoreChoice.Open(connection);
        store.Prepare();
        store.Add(new Agency { Code = "bench", Name = "某区测量局" });
        await store.Save(new(new("bench.prepared", "测量准备"), Hand.Program, TimeProvider.System.GetUtcNow()));
    }

    static double Median(IEnumerable<double> values) => Race.Median([.. values.Order()]);
}
