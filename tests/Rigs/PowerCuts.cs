using System.Globalization;
using System.Text;
using Gongkai.Records;
using Microsoft.Data.Sqlite;

namespace Gongkai.Rigs;

/// <summary>R3: the power goes at any moment while acts are written, and sectors that were not synchronized are there or not. What was acknowledged must be there, and its file.</summary>
/// <remarks>The control writes with <c>synchronous = NORMAL</c>, SQLite's own choice in write-ahead mode.</remarks>
static class PowerCuts
{
    const int Acts = 400;

    public static async Task<Verdict> Run(int cuts, bool control)
    {
        using var ground = new Ground();
        await ground.Prepare();
        var said = Path.Combine(ground.Data, "said");
        await File.WriteAllTextAsync(said, "");
        var disk = new PlatterDisk();
        foreach (var file in Directory.EnumerateFiles(ground.Data)) disk.Add(file, await File.ReadAllBytesAsync(file));

        var trace = Path.Combine(ground.Folder, "trace");
        string[] scribe = ["dotnet", Ground.Program, "write", ground.Data, Acts.ToString(CultureInfo.InvariantCulture), said, .. control ? ["--normal"] : (string[])[]];
        await Ground.Run("strace", ["-f", "--seccomp-bpf", "-y", "-xx", "-s", "1000000", "-e", $"trace={Trace.Calls}", "-e", "signal=none", "-o", trace, .. scribe]);
        var calls = Trace.Read(trace, ground.Data);
        if (!calls.Any(call => call.Kind == CallKind.SyncEnds) || calls.Count(call => call.Path == said) < Acts) throw new InvalidOperationException("The trace does not show the writing.");

        var random = new Random(20260601);
        var acknowledged = new Dictionary<string, string>();
        int lost = 0, broken = 0, most = 0, at = 0, cutNumber = 0;
        foreach (var cut in Enumerable.Range(0, cuts).Select(_ => random.Next(calls.Count)).Order())
        {
            for (; at < cut; at++)
            {
                disk.Take(calls[at]);
                if (calls[at] is { Kind: CallKind.Write } line && line.Path == said && Encoding.UTF8.GetString(line.Data!).Split(' ', '\n') is [var key, var number, ..]) acknowledged[key] = number;
            }
            var after = await After(disk.Cut(random), ground, acknowledged, audited: cutNumber++ % 10 == 0);
            if (after is null or { Twice: > 0 } or { Gaps: > 0 } or { Faults: > 0 }) broken++;
            else if (after.Lost > 0) lost++;
            most = Math.Max(most, after?.Lost ?? 0);
        }
        return new(lost + broken == 0,
            $"{cuts} power cuts in {calls.Count} disk calls of {Acts} acts with synchronous={(control ? "NORMAL" : "FULL")}: {lost} lost an acknowledged act or its file (at most {most}), {broken} corrupt or unopenable");
    }

    // What the store says after the power is back; null where it cannot be used.
    static async Task<Books?> After(Dictionary<string, byte[]> left, Ground ground, Dictionary<string, string> acknowledged, bool audited)
    {
        var folder = Path.Combine(ground.Folder, "after");
        Directory.CreateDirectory(folder);
        // The shared memory was in memory. The files are laid down only where the audit reads them; else they are compared as they are.
        var files = left.Where(file => Path.GetDirectoryName(file.Key) != ground.Data).ToDictionary(file => Path.GetFileName(file.Key), file => file.Value);
        foreach (var (path, content) in left.Where(file => !file.Key.EndsWith("-shm", StringComparison.Ordinal) && (audited || Path.GetDirectoryName(file.Key) == ground.Data)))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(ground.Data, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await File.WriteAllBytesAsync(target, content);
        }
        try
        {
            return await Books.Read(Ground.PlaceOf(folder), acknowledged, audited, files);
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
