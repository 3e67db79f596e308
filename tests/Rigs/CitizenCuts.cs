using System.Globalization;
using System.Text;
using Gongkai.Records;
using Microsoft.Data.Sqlite;

namespace Gongkai.Rigs;

/// <summary>R3 at the citizens' door: the power goes while four of them file, each with a picture, by HTTP. Each request that was acknowledged must be there, with its number, its code and its picture.</summary>
/// <remarks>What the platform asked of the disk is seen by <c>strace</c>; a request counts as acknowledged just before its answer goes out. The control does not wait for the disk.</remarks>
static class CitizenCuts
{
    const int Citizens = 4, Filed = 24;

    public static async Task<Verdict> Run(int cuts, bool control)
    {
        using var ground = new Ground();
        // As it stands before: the demo is there, keys are made, everything lies on the disk.
        await using (var first = await Victim.Start(ground))
        {
            using var warm = new Citizen("first");
            if (await warm.File(first.Url) is null) throw new InvalidOperationException($"The first request was answered {warm.Refusal}.");
            await first.Stop();
        }
        var said = Path.Combine(ground.Data, "said");
        await File.WriteAllTextAsync(said, "");
        var disk = new PlatterDisk();
        foreach (var file in Directory.EnumerateFiles(ground.Data, "*", SearchOption.AllDirectories)) disk.Add(file, await File.ReadAllBytesAsync(file));

        var trace = Path.Combine(ground.Folder, "trace");
        var receipts = new System.Collections.Concurrent.ConcurrentDictionary<string, Receipt>();
        await using (var victim = await Victim.Start(["strace", "-D", "-f", "--seccomp-bpf", "-y", "-xx", "-s", "1000000", "-e", $"trace={Trace.Calls}", "-e", "signal=none", "-o", trace], ground,
            ["--Logging:LogLevel:Default=None", "--Logging:LogLevel:Gongkai=None", $"--said={said}", .. control ? ["--normal"] : (string[])[]]))
        {
            await Task.WhenAll(Enumerable.Range(0, Citizens).Select(number => Task.Run(async () =>
            {
                using var citizen = new Citizen($"citizen-{number}");
                for (var i = 0; i < Filed / Citizens; i++, citizen.Next())
                    receipts[citizen.Key] = await citizen.File(victim.Url) ?? throw new InvalidOperationException($"A request was answered {citizen.Refusal}.");
            })));
            await victim.Stop();
        }
        var calls = Trace.Read(trace, ground.Data);
        if (!calls.Any(call => call.Kind == CallKind.SyncEnds) || calls.Count(call => call.Kind == CallKind.Write && call.Path == said) < Filed) throw new InvalidOperationException("The trace does not show the writing.");

        var random = new Random(20260601);
        var acknowledged = new Dictionary<string, Receipt>();
        int lost = 0, broken = 0, most = 0, at = 0, number = 0;
        // From the first acknowledgement on.
        var begin = calls.FindIndex(call => call.Kind == CallKind.Write && call.Path == said);
        foreach (var cut in Enumerable.Range(0, cuts).Select(_ => random.Next(begin, calls.Count)).Order())
        {
            for (; at < cut; at++)
            {
                disk.Take(calls[at]);
                if (calls[at] is { Kind: CallKind.Write } line && line.Path == said) foreach (var key in Encoding.UTF8.GetString(line.Data!).Split('\n', StringSplitOptions.RemoveEmptyEntries)) acknowledged[key] = receipts[key];
            }
            var after = await After(disk.Cut(random), ground, acknowledged, audited: number++ % 10 == 0);
            if (after is null or { Twice: > 0 } or { Gaps: > 0 } or { Faults: > 0 }) broken++;
            else if (after.Lost > 0) lost++;
            most = Math.Max(most, after?.Lost ?? 0);
        }
        return new(lost + broken == 0, string.Create(CultureInfo.InvariantCulture,
            $"{cuts} power cuts in {calls.Count - begin} disk calls of {Filed} requests of {Citizens} citizens{(control ? " with synchronous=NORMAL" : "")}: {lost} lost an acknowledged request or its picture (at most {most}), {broken} corrupt, unopenable or with half a request"));
    }

    static async Task<Books?> After(Dictionary<string, byte[]> left, Ground ground, Dictionary<string, Receipt> acknowledged, bool audited)
    {
        var folder = Path.Combine(ground.Folder, "after");
        foreach (var (path, content) in left.Where(file => !file.Key.EndsWith("-shm", StringComparison.Ordinal)))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(ground.Data, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await File.WriteAllBytesAsync(target, content);
        }
        try
        {
            var place = Ground.PlaceOf(folder);
            return await Books.Read(place, new Dictionary<string, string>(), audited) + await Requests.Read(place, acknowledged);
        }
        catch (Exception unusable) when (unusable is SqliteException or UnusableStoreException)
        {
            return null;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }
}
