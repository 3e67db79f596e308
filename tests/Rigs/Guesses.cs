using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Gongkai.Rigs;

/// <summary>S2: codes are tried from one source, from many, and against one number, on three nodes over one PostgreSQL. None is found, hardly any is compared, and who has the right one gets in meanwhile.</summary>
/// <remarks>
/// The forms a minute that one source may send are out of the way. Comparisons are counted where they reach the database, on all nodes together. The time of the owner is held against the
/// time while as many others read a page. The control has no limit of tries.
/// </remarks>
static class Guesses
{
    const int Nodes = 3, Attackers = 3, PerNumber = 10, PerSource = 30, Cases = 4;

    public static async Task<Verdict> Run(int tries, bool control)
    {
        using var ground = new Ground();
        await using var cluster = await Cluster.Make();
        string[] settings = [$"--ConnectionStrings:Store={cluster.Connection}", .. control ? ["--Requests:TriesPerNumber=1000000000", "--Requests:TriesPerNumberAndSource=1000000000", "--Requests:TriesPerSource=1000000000"] : (string[])[]];
        var nodes = new List<Victim>();
        for (var node = 0; node < Nodes; node++) nodes.Add(await Victim.Start(ground, settings));
        try
        {
            var receipts = new List<Receipt>();
            using (var citizen = new Citizen("citizen") { Picture = null })
                for (; receipts.Count < Cases; citizen.Next()) receipts.Add(await citizen.File(nodes[0].Url) ?? throw new InvalidOperationException($"A request was answered {citizen.Refusal}."));
            // The owner of the first asks from a browser that has been in before; the others are asked after by nobody.
            using var owner = new Asker(nodes[1].Url, IPAddress.Parse("127.9.9.9"));
            using var reader = new Asker(nodes[2].Url);
            async Task<double> Waits(Func<int, Task> meanwhile)
            {
                var over = false;
                var busy = Enumerable.Range(0, Attackers).Select(which => Task.Run(async () =>
                {
                    for (var turn = which; !Volatile.Read(ref over); turn += Attackers) await meanwhile(turn);
                })).ToArray();
                var times = new List<double>();
                for (var i = 0; i < 60; i++)
                {
                    var start = Stopwatch.GetTimestamp();
                    if (!await owner.Ask(receipts[0].Number, receipts[0].Code)) shut++;
                    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
                Volatile.Write(ref over, true);
                await Task.WhenAll(busy);
                return times.Order().ElementAt(57);
            }
            (hits, shut) = (0, 0);
            for (var i = 0; i < 30; i++) await owner.Ask(receipts[0].Number, receipts[0].Code);
            foreach (var node in nodes) using (var warm = new Asker(node.Url, IPAddress.Parse("127.8.8.8"))) await warm.Ask("2026060199999", "ZZZZZZZZZZZZZ");

            var quiet = await Waits(turn => reader.Look());
            var (before, resident) = (await Compared(nodes), nodes.Sum(node => node.Resident));
            var random = new Random(20260601);
            // From one source, for numbers that are there and that are not.
            await Try(nodes, tries, _ => "127.1.0.1", turn => turn % 2 == 0 ? receipts[1 + turn / 2 % 3].Number : $"20260601{turn % 100000:D5}");
            var one = await Compared(nodes) - before;
            // Against one number from everywhere, and its owner asks meanwhile.
            before = await Compared(nodes);
            var (done, asked) = (0, 0);
            var attacked = await Waits(async turn =>
            {
                if (Interlocked.Increment(ref done) > tries) { await reader.Look(); return; }
                await Guess(nodes[turn % Nodes].Url, $"127.2.{turn / 250 % 250}.{turn % 250 + 1}", receipts[0].Number);
            });
            for (; done < tries; done++) await Guess(nodes[done % Nodes].Url, $"127.2.{done / 250 % 250}.{done % 250 + 1}", receipts[0].Number);
            // The owner's sixty questions were compared too.
            asked = 60;
            var number = await Compared(nodes) - before - asked;
            // From everywhere for whatever there may be.
            before = await Compared(nodes);
            await Try(nodes, tries, turn => $"127.3.{turn / 250 % 250}.{turn % 250 + 1}", turn => receipts[turn % Cases].Number);
            var everywhere = await Compared(nodes) - before;
            var grown = (nodes.Sum(node => node.Resident) - resident) / (double)(1 << 20);
            return new(hits == 0 && shut == 0 && one <= PerSource && number <= PerNumber && everywhere <= PerNumber * Cases && attacked <= 2 * quiet && grown <= 50 * Nodes, string.Create(CultureInfo.InvariantCulture,
                $"3 × {tries} tries on {Nodes} nodes: {hits} hits; compared {one} from one source, {number} against one number, {everywhere} from everywhere against {Cases}; its owner was shut out {shut} times and waits {attacked:0} ms (p95) against {quiet:0} ms; {grown:0} MB grown on {Nodes} nodes"));
        }
        finally
        {
            foreach (var node in nodes) await node.DisposeAsync();
        }
    }

    static int hits, shut;

    static Task Try(List<Victim> nodes, int tries, Func<int, string> source, Func<int, string> number) =>
        Parallel.ForEachAsync(Enumerable.Range(0, tries), new ParallelOptions { MaxDegreeOfParallelism = Attackers }, async (turn, _) => await Guess(nodes[turn % nodes.Count].Url, source(turn), number(turn)));

    static readonly ConcurrentDictionary<(Uri, string), Asker> Askers = new();

    // A source keeps its line and its token; else most of the work would be new connections.
    static async Task Guess(Uri node, string source, string number)
    {
        if (!Askers.TryRemove((node, source), out var asker)) asker = new(node, IPAddress.Parse(source));
        if (await asker.Ask(number, System.Security.Cryptography.RandomNumberGenerator.GetString("0123456789ABCDEFGHJKMNPQRSTVWXYZ", 13))) Interlocked.Increment(ref hits);
        if (!Askers.TryAdd((node, source), asker)) asker.Dispose();
    }

    static async Task<int> Compared(List<Victim> nodes)
    {
        using var client = new HttpClient();
        var sum = 0;
        foreach (var node in nodes) sum += int.Parse(await client.GetStringAsync(new Uri(node.Url, "/rig/compared")), CultureInfo.InvariantCulture);
        return sum;
    }
}
