using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Gongkai.Rigs;

/// <summary>R1: the platform is killed at random moments under eight writers, four of the office and four citizens who file requests with a picture. What was acknowledged stands, once and with its number; what was not is repeated, and then stands once.</summary>
/// <remarks>The control acknowledges before it writes, and its citizens begin anew instead of repeating.</remarks>
static class Kills
{
    const int Writers = 4, Citizens = 4;

    // A platform that has just started takes a second for its first form: this many lives go on until a request was filed, and are ended under the next ones.
    const int Lives = 4;

    public static async Task<Verdict> Run(int kills, bool control)
    {
        using var ground = new Ground();
        var random = new Random(20260601);
        var next = new int[Writers];
        var ready = new List<double>();
        var acknowledged = new ConcurrentDictionary<string, string>();
        using var filing = new Filings(Citizens, control);
        for (var kill = 0; kill <= kills; kill++)
        {
            var watch = Stopwatch.StartNew();
            await using var victim = await Victim.Start(ground, control ? ["--early"] : []);
            ready.Add(watch.Elapsed.TotalSeconds);
            var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            // The last time it stays alive until what is still open is done.
            var last = kill == kills;
            var filed = kill % Lives == Lives - 1;
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
                        if (!filed) begun.TrySetResult();
                    }
                    catch (Exception gone) when (gone is HttpRequestException or IOException)
                    {
                        return;
                    }
            })).Concat(filing.Begin(victim.Url, last, filed ? begun : null)).ToArray();
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
        var (books, requests) = (await Books.Read(ground.Place, acknowledged), await Requests.Read(ground.Place, filing.Receipts));
        var slowest = ready.Order().ElementAt((int)(ready.Count * 0.95));
        return new((books + requests).Hold && books.Done == acknowledged.Count && requests.Done == filing.Receipts.Count && filing.Polite,
            $"{kills} kills under {Writers} writers and {Citizens} citizens, {acknowledged.Count} acknowledged: {books}, {books.Done - acknowledged.Count} beyond those; {filing.Receipts.Count} receipts: {requests}, {requests.Done - filing.Receipts.Count} beyond those, {filing}; ready again p95 {slowest:0.00} s");
    }
}
