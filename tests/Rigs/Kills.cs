using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Gongkai.Rigs;

/// <summary>R1: the platform is killed at random moments under eight writers. What was acknowledged stands, once and with its number; what was not is repeated, and then stands once.</summary>
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
        var acknowledged = new ConcurrentDictionary<string, string>();
        for (var kill = 0; kill <= kills; kill++)
        {
            var watch = Stopwatch.StartNew();
            await using var victim = await Victim.Start(ground, control ? ["--early"] : []);
            ready.Add(watch.Elapsed.TotalSeconds);
            var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            // The last time it stays alive until what is still open is done.
            var last = kill == kills;
            var writing = Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
            {
                using var client = new HttpClient();
                for (var done = false; !(last && done); done = true)
                    try
                    {
                        var key = $"rig-{writer}-{next[writer]}";
                        using var answer = await client.PostAsync(new Uri(victim.Url, $"/rig/{key}"), null);
                        if (!answer.IsSuccessStatusCode) continue;
                        acknowledged[key] = await answer.Content.ReadAsStringAsync();
                        next[writer]++;
                        begun.TrySetResult();
                    }
                    catch (Exception gone) when (gone is HttpRequestException or IOException)
                    {
                        return;
                    }
            })).ToArray();
            if (!last)
            {
                // Writers that all end before one was served have met a platform that fell by itself.
                if (await Task.WhenAny(begun.Task, Task.WhenAll(writing)) != begun.Task) throw new InvalidOperationException("The platform fell by itself.\n" + string.Join('\n', victim.Lines));
                await Task.Delay(random.Next(1, 250));
                await victim.Kill();
            }
            await Task.WhenAll(writing);
            if (last) await victim.Kill();
        }

        SqliteConnection.ClearAllPools();
        var books = await Books.Read(ground.Place, acknowledged);
        var slowest = ready.Order().ElementAt((int)(ready.Count * 0.95));
        return new(books.Hold && books.Done == acknowledged.Count,
            $"{kills} kills under {Writers} writers, {acknowledged.Count} acknowledged: {books}, {books.Done - acknowledged.Count} beyond those; ready again p95 {slowest:0.00} s");
    }
}
