using System.Collections.Concurrent;
using System.Net;
using Gongkai.Records.Backups;
using Microsoft.Data.Sqlite;

namespace Gongkai.Rigs;

/// <summary>R4: the disk fails under the running platform, in five ways, and is really full in a sixth. Who is refused hears so; afterwards everything works, without a restart.</summary>
/// <remarks>The control acknowledges before it writes.</remarks>
static class Faults
{
    const string Sync = "fsync,fdatasync", Write = "pwrite64,ftruncate";

    static readonly (string Name, string Calls, string Effect, int Share)[] Ways =
    [
        ("EIO on one fsync", Sync, "error=EIO:when=1", 1),
        ("EIO on every fsync", Sync, "error=EIO", 1),
        ("EIO on pwrite", Write, "error=EIO", 1),
        ("ENOSPC on pwrite", Write, "error=ENOSPC", 1),
        ("fsync takes 2 s", Sync, "delay_enter=2000000", 8),
        ("EIO on every fsync of any file", Sync, "error=EIO", 2),
    ];

    public static async Task<Verdict> Run(int requests, bool control)
    {
        var seen = new List<string>();
        var holds = true;
        using (var ground = new Ground())
        {
            await using var victim = await Victim.Start(ground, control ? ["--early"] : []);
            using var clients = new Clients(victim.Url);
            await clients.Send(4);
            foreach (var (name, calls, effect, share) in Ways)
            {
                var before = clients.Tally;
                string[] files = name.EndsWith("any file", StringComparison.Ordinal) ? [] : [Path.Combine(ground.Data, "gongkai.db"), Path.Combine(ground.Data, "gongkai.db-wal")];
                await using (var fault = await Injection.Into(victim.Id, calls, effect, files))
                {
                    await clients.Send(requests / share);
                    await fault.End();
                    holds &= fault.Count > 0;
                    seen.Add($"{name} ({fault.Count} injected: {clients.Tally - before})");
                }
                holds &= await clients.Repeat();
            }
            await victim.Kill();
            var books = await clients.Check(ground.Place);
            holds &= books.Hold && clients.Polite;
            seen.Add($"afterwards {books}, {clients.Impolite} other answers");
        }
        var (full, line) = await FullDisk.Run(requests, control);
        if (control) return new(holds && full, $"{string.Join("; ", seen)}; {line}");
        var (first, steps) = await FirstWrites.Run(requests);
        return new(holds && full && first, $"{string.Join("; ", seen)}; {line}; {steps}");
    }
}

/// <summary>How many were served and refused.</summary>
readonly record struct Tally(int Served, int Refused)
{
    public static Tally operator -(Tally one, Tally other) => new(one.Served - other.Served, one.Refused - other.Refused);

    public override string ToString() => $"{Served} served, {Refused} refused";
}

/// <summary>People who hand things in while others read, and who repeat what was refused; every other one is a citizen who files a request with a picture.</summary>
sealed class Clients(Uri url) : IDisposable
{
    readonly HttpClient client = new() { BaseAddress = url, Timeout = TimeSpan.FromMinutes(5) };
    readonly ConcurrentDictionary<string, string?> served = new();
    readonly ConcurrentDictionary<string, Citizen> citizens = new();
    readonly ConcurrentDictionary<string, Receipt> receipts = new();
    int key;

    public Tally Tally => new(served.Count(one => one.Value is not null), served.Count(one => one.Value is null));

    /// <summary>What was served until now, with its number.</summary>
    public Dictionary<string, string> Served => served.Where(one => one.Value is not null && !citizens.ContainsKey(one.Key)).ToDictionary(one => one.Key, one => one.Value!);

    /// <summary>Answers other than 200, 503 and 507, and pages that were not shown.</summary>
    public int Impolite { get; private set; }

    public bool Polite => Impolite == 0;

    /// <summary>Hands in so many things, four at a time, and reads a page with each.</summary>
    public async Task Send(int count) => await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (_, cancelled) =>
    {
        var number = Interlocked.Increment(ref key);
        await HandIn(number % 2 == 0 ? $"rig-{number}" : $"citizen-{number}");
        using var page = await client.GetAsync(new Uri(url, "/zfxxgk/nb/2019/zjj"), cancelled);
        if (page.StatusCode != HttpStatusCode.OK) Count();
    });

    /// <summary>Repeats what was refused; all of it must be done now.</summary>
    public async Task<bool> Repeat()
    {
        foreach (var refused in served.Where(one => one.Value is null).Select(one => one.Key)) await HandIn(refused);
        return served.Values.All(number => number is not null);
    }

    /// <summary>Looks into the store, which nobody uses any more: everything that was served is there, and nothing twice.</summary>
    public async Task<Books> Check(StorePlace place)
    {
        SqliteConnection.ClearAllPools();
        var books = await Books.Read(place, Served) + await Requests.Read(place, receipts);
        SqliteConnection.ClearAllPools();
        return books;
    }

    public void Dispose()
    {
        client.Dispose();
        foreach (var citizen in citizens.Values) citizen.Dispose();
    }

    async Task HandIn(string name)
    {
        if (name.StartsWith("citizen", StringComparison.Ordinal))
        {
            var citizen = citizens.GetOrAdd(name, known => new(known));
            var receipt = await citizen.File(url);
            if (receipt is not null) receipts[citizen.Key] = receipt;
            served[name] = receipt?.Number;
            if (receipt is null && citizen.Refusal is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.InsufficientStorage) || citizen.Astray > 0) Count();
            return;
        }
        using var answer = await client.PostAsync(new Uri(url, $"/rig/{name}"), null);
        served[name] = answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync() : null;
        if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable or HttpStatusCode.InsufficientStorage)) Count();
    }

    void Count()
    {
        lock (served) Impolite++;
    }
}
