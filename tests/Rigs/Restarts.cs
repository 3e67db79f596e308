using System.Collections.Concurrent;
using System.Diagnostics;
using Npgsql;

namespace Gongkai.Rigs;

/// <summary>R10: on PostgreSQL, under writers of the office and citizens who file, a node is killed, the server is killed, and the server is stopped at once, in turn. Everyone goes on where they were, and nothing is lost or there twice.</summary>
/// <remarks>The control's citizens begin anew instead of repeating.</remarks>
static class Restarts
{
    const int Writers = 2, Citizens = 6;

    public static async Task<Verdict> Run(int falls, bool control)
    {
        using var ground = new Ground();
        await using var cluster = await Cluster.Make();
        var random = new Random(20260601);
        var acknowledged = new ConcurrentDictionary<string, string>();
        Task<Victim> Node() => Victim.Start(ground, $"--ConnectionStrings:Store={cluster.Connection}");
        Victim[] nodes = [await Node(), await Node()];
        using var filing = new Filings(Citizens, control);
        int turn = 0, impolite = 0;
        var stopped = false;
        Uri Somewhere() => nodes[(uint)Interlocked.Increment(ref turn) % nodes.Length].Url;
        var writing = Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            using var client = new HttpClient();
            for (var number = 0; !Volatile.Read(ref stopped);)
                try
                {
                    var key = $"rig-{writer}-{number}";
                    using var answer = await client.PostAsync(new Uri(Somewhere(), $"/rig/{key}"), null);
                    if (answer.IsSuccessStatusCode) (acknowledged[key], number) = (await answer.Content.ReadAsStringAsync(), number + 1);
                    else if ((int)answer.StatusCode is not (503 or 507)) Interlocked.Increment(ref impolite);
                }
                catch (Exception gone) when (gone is HttpRequestException or IOException)
                {
                    await Task.Delay(20);
                }
        })).Append(filing.Through(Somewhere, () => Volatile.Read(ref stopped))).ToArray();
        async Task Filed(int more)
        {
            var until = filing.Receipts.Count + more;
            var watch = Stopwatch.StartNew();
            while (filing.Receipts.Count < until)
            {
                if (watch.Elapsed > TimeSpan.FromMinutes(2)) throw new InvalidOperationException("Nobody could file any more.\n" + string.Join('\n', nodes.SelectMany(node => node.Lines)));
                await Task.Delay(10);
            }
        }
        // The first forms wait for pages to be compiled.
        await Filed(Citizens);
        var slowest = TimeSpan.Zero;
        for (var fall = 0; fall < falls; fall++)
        {
            await Task.Delay(random.Next(1, 250));
            switch (fall % 3)
            {
                case 0:
                    await nodes[fall / 3 % 2].DisposeAsync();
                    nodes[fall / 3 % 2] = await Node();
                    break;
                case 1:
                    await cluster.Kill();
                    await cluster.Start();
                    break;
                default:
                    await cluster.StopNow();
                    await cluster.Start();
                    break;
            }
            var watch = Stopwatch.StartNew();
            await Filed(1);
            if (fall % 3 != 0 && watch.Elapsed > slowest) slowest = watch.Elapsed;
            await Filed(Citizens);
        }
        Volatile.Write(ref stopped, true);
        await Task.WhenAll(writing);
        foreach (var node in nodes) await node.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        var (books, requests) = (await Books.Read(cluster.Place(ground), acknowledged), await Requests.Read(cluster.Place(ground), filing.Receipts));
        return new((books + requests).Hold && requests.Done == filing.Receipts.Count && impolite == 0 && filing.Polite,
            $"{falls} falls of nodes and server under {Writers} writers and {Citizens} citizens, {acknowledged.Count} acknowledged: {books}, {impolite} other answers; {filing.Receipts.Count} receipts: {requests}, {requests.Done - filing.Receipts.Count} beyond those, {filing}; after the server's return the next receipt took at most {slowest.TotalSeconds:0.0} s");
    }
}
