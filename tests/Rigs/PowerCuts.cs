using System.Text;
using Gongkai.Records;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Rigs;

/// <summary>R3: the power goes at any moment while acts are written, and sectors that were not synchronized are there or not. What was acknowledged must be there.</summary>
/// <remarks>The control writes with <c>synchronous = NORMAL</c>, SQLite's own choice in write-ahead mode.</remarks>
static class PowerCuts
{
    const int Acts = 400;

    public static async Task<Verdict> Run(int cuts, bool control)
    {
        using var ground = new Ground();
        ground.Prepare();
        SqliteConnection.ClearAllPools();
        var said = Path.Combine(ground.Data, "said");
        await File.WriteAllTextAsync(said, "");
        var disk = new PlatterDisk();
        foreach (var file in Directory.EnumerateFiles(ground.Data)) disk.Add(file, await File.ReadAllBytesAsync(file));

        var trace = Path.Combine(ground.Folder, "trace");
        string[] scribe = ["dotnet", Ground.Program, "write", ground.Connection, $"{Acts}", said, .. control ? ["--normal"] : (string[])[]];
        await Ground.Run("strace", ["-f", "-y", "-xx", "-s", "1000000", "-e", $"trace={Trace.Calls}", "-e", "signal=none", "-o", trace, .. scribe]);
        var calls = Trace.Read(trace, ground.Data);
        if (!calls.Any(call => call.Kind == CallKind.SyncEnds) || calls.Count(call => call.Path == said) < Acts) throw new InvalidOperationException("The trace does not show the writing.");

        var random = new Random(20260601);
        var acknowledged = new HashSet<string>();
        int lost = 0, broken = 0, most = 0, at = 0;
        // The trace's end is a closing that nothing interrupted.
        foreach (var cut in Enumerable.Range(0, cuts).Select(_ => random.Next(calls.Count)).Order())
        {
            for (; at < cut; at++)
            {
                disk.Take(calls[at]);
                if (calls[at] is { Kind: CallKind.Write } line && line.Path == said) acknowledged.Add(Encoding.ASCII.GetString(line.Data!).TrimEnd('\n'));
            }
            var missing = await Missing(disk.Cut(random), ground, acknowledged);
            if (missing is null) broken++;
            if (missing > 0) lost++;
            most = Math.Max(most, missing ?? 0);
        }
        return new(lost + broken == 0,
            $"{cuts} power cuts in {calls.Count} disk calls of {Acts} acts with synchronous={(control ? "NORMAL" : "FULL")}: {lost} lost an acknowledged act (at most {most}), {broken} corrupt or unopenable");
    }

    // How many acknowledged acts are gone; null where the store cannot be used.
    static async Task<int?> Missing(Dictionary<string, byte[]> left, Ground ground, HashSet<string> acknowledged)
    {
        var folder = Path.Combine(ground.Folder, "after");
        Directory.CreateDirectory(folder);
        // The shared memory was in memory.
        foreach (var (path, content) in left.Where(file => !file.Key.EndsWith("-shm", StringComparison.Ordinal)))
            await File.WriteAllBytesAsync(Path.Combine(folder, Path.GetFileName(path)), content);
        try
        {
            await using var store = StoreChoice.Open($"Data Source={Path.Combine(folder, "gongkai.db")};Pooling=False");
            store.Prepare();
            if ((await store.Database.SqlQuery<string>($"SELECT integrity_check AS Value FROM pragma_integrity_check").ToListAsync()) is not ["ok"]) return null;
            var chain = await store.Trail.OrderBy(entry => entry.Sequence).Select(entry => entry.Sequence).ToListAsync();
            var codes = (await store.Agencies.Select(agency => agency.Code).ToListAsync()).ToHashSet();
            if (chain.Count != codes.Count || chain.Where((sequence, place) => sequence != place + 1).Any()) return null;
            return acknowledged.Count(key => !codes.Contains(key));
        }
        catch (SqliteException)
        {
            return null;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
