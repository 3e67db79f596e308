using System.Diagnostics;
using Gongkai.Records;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Rigs;

/// <summary>R1: the platform is killed at random moments under eight writers. What was acknowledged stands, once; what was not is repeated, and then stands once.</summary>
/// <remarks>The control acknowledges before it writes.</remarks>
static class Kills
{
    const int Writers = 8;

    public static async Task<Verdict> Run(int kills, bool control)
    {
        using var ground = new Ground();
        var random = new Random(20260601);
        var next = new int[Writers];
        var ready = new List<double>();
        var acknowledged = 0;
        var missing = 0;
        for (var kill = 0; kill <= kills; kill++)
        {
            var watch = Stopwatch.StartNew();
            await using var victim = await Victim.Start(ground, control ? ["--early"] : []);
            ready.Add(watch.Elapsed.TotalSeconds);
            // The last time it stays alive, and what is still open is done.
            using var end = new CancellationTokenSource();
            var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var writing = Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
            {
                using var client = new HttpClient { BaseAddress = victim.Url };
                for (var done = 0; !end.IsCancellationRequested && (kill < kills || done == 0); done++)
                {
                    try
                    {
                        using var answer = await client.PostAsync(new Uri(victim.Url, $"/rig/{Key(writer, next[writer])}"), null, end.Token);
                        if (!answer.IsSuccessStatusCode) continue;
                        next[writer]++;
                        Interlocked.Increment(ref acknowledged);
                        begun.TrySetResult();
                    }
                    catch (Exception gone) when (gone is HttpRequestException or OperationCanceledException or IOException) { return; }
                }
            })).ToArray();
            if (kill < kills)
            {
                await begun.Task;
                await Task.Delay(random.Next(1, 250));
                await victim.Kill();
                await end.CancelAsync();
            }
            await Task.WhenAll(writing);
            if (kill == kills) await victim.Kill();
            missing += await Missing(ground, next);
        }

        await using var store = StoreChoice.Open(ground.Connection);
        store.Prepare();
        var codes = (await store.Agencies.Select(agency => agency.Code).ToListAsync()).Where(code => code.StartsWith("rig-", StringComparison.Ordinal)).ToList();
        var twice = codes.Count - codes.Distinct().Count();
        var chain = await store.Trail.Where(entry => entry.Chain == Guid.Empty).OrderBy(entry => entry.Sequence).Select(entry => entry.Sequence).ToListAsync();
        var gaps = chain.Where((sequence, place) => sequence != place + 1).Count();
        var sound = Records.Backups.Soundness.Faults(new(ground.Connection, ground.Data)).Count == 0;
        var slowest = ready.Order().ElementAt((int)(ready.Count * 0.95));
        return new(missing == 0 && twice == 0 && gaps == 0 && sound && codes.Count == next.Sum() && slowest <= 3,
            $"{kills} kills under {Writers} writers, {acknowledged} acknowledged: {missing} lost, {twice} twice, {codes.Count - next.Sum()} too many or too few, {gaps} gaps in the chain, "
            + $"integrity {(sound ? "ok" : "broken")}, ready again p95 {slowest:0.00} s");
    }

    static string Key(int writer, int i) => $"rig-{writer}-{i}";

    static async Task<int> Missing(Ground ground, int[] next)
    {
        await using var store = StoreChoice.Open(ground.Connection);
        store.Prepare();
        var codes = (await store.Agencies.Select(agency => agency.Code).ToListAsync()).ToHashSet();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return Enumerable.Range(0, Writers).Sum(writer => Enumerable.Range(0, next[writer]).Count(i => !codes.Contains(Key(writer, i))));
    }
}
