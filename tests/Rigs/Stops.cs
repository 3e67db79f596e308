using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Microsoft.Data.Sqlite;

namespace Gongkai.Rigs;

/// <summary>R2: the platform is told to stop under eight writers who, like a balancer, send only to whoever says that it is ready. What was begun is answered, and it ends in time.</summary>
/// <remarks>The control kills it.</remarks>
static class Stops
{
    const int Writers = 8;

    static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static async Task<Verdict> Run(int stops, bool control)
    {
        using var ground = new Ground();
        var random = new Random(20260601);
        var acknowledged = new ConcurrentDictionary<string, string>();
        int broken = 0, refused = 0, impolite = 0, failed = 0;
        var slowest = TimeSpan.Zero;
        for (var stop = 0; stop < stops; stop++)
        {
            await using var victim = await Victim.Start(ground, "--Drain=2");
            var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var round = stop;
            var writing = Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
            {
                using var client = new HttpClient { BaseAddress = victim.Url };
                for (var number = 0; await IsReady(client); number++)
                    try
                    {
                        var key = $"stop-{round}-{writer}-{number}";
                        using var answer = await client.PostAsync(new Uri($"/rig/{key}", UriKind.Relative), null);
                        if (answer.IsSuccessStatusCode) acknowledged[key] = await answer.Content.ReadAsStringAsync();
                        else if (answer is { StatusCode: HttpStatusCode.ServiceUnavailable, Headers.RetryAfter: not null }) Interlocked.Increment(ref refused);
                        else Interlocked.Increment(ref impolite);
                        begun.TrySetResult();
                    }
                    catch (Exception gone) when (gone is HttpRequestException or IOException)
                    {
                        Interlocked.Increment(ref broken);
                        return;
                    }
            })).ToArray();
            if (await Task.WhenAny(begun.Task, Task.WhenAll(writing)) != begun.Task) throw new InvalidOperationException("The platform fell by itself.\n" + string.Join('\n', victim.Lines));
            await Task.Delay(random.Next(1, 250));
            var watch = Stopwatch.StartNew();
            if (control) await victim.Kill();
            else if (await victim.Stop() != 0) failed++;
            if (watch.Elapsed > slowest) slowest = watch.Elapsed;
            await Task.WhenAll(writing);
        }
        SqliteConnection.ClearAllPools();
        var books = await Books.Read(ground.Place, acknowledged);
        return new(books.Hold && broken + impolite + failed == 0 && slowest <= Limit,
            $"{stops} stops under {Writers} writers, {acknowledged.Count} acknowledged, {refused} asked to come again: {broken} broken off, {impolite} other answers, {failed} ended badly, {books}; the slowest took {slowest.TotalSeconds:0.0} s");
    }

    static async Task<bool> IsReady(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            return false;
        }
    }
}
