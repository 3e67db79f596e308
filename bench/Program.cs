using Gongkai.Bench;

// dotnet run --project bench -c Release: measures everything side by side, prints it, and writes docs/performance.md.
if (args is [MemoryBench.Child, var path])
{
    MemoryBench.CheckOne(path);
    return 0;
}
if (args is [PageBench.Plain, var page, var url])
{
    await PageBench.ServePlain(page, url);
    return 0;
}
if (args is ["--files", var folder])
{
    Directory.CreateDirectory(folder);
    // For a profiler, or a look.
    foreach (var (name, bytes) in ReadingBench.Files()) File.WriteAllBytes(Path.Combine(folder, name), bytes);
    return 0;
}
if (Repository.Configuration != "Release")
{
    Console.Error.WriteLine("Numbers of a Debug build say nothing: dotnet run --project bench -c Release");
    return 2;
}

// What was measured at another size than the full one takes its place in the file only when that is said; the chapter tells its size.
var write = args.Contains("--write");
args = [.. args.Where(arg => arg != "--write")];

// Stores that take long to fill stay here for the next run.
string? keep = null;
if (args is [.. var others, "--keep", var place]) (args, keep) = (others, place);

// A chapter by itself; at its full size it takes its place in the file.
if (args is [("--trail" or "--requests" or "--intakes" or "--pages" or "--search") and var alone, .. var size])
{
    int? small = size is [var typed, ..] ? int.Parse(typed, System.Globalization.CultureInfo.InvariantCulture) : null;
    var measured = alone switch
    {
        "--trail" => await TrailBench.Run(small ?? 1_000_000),
        "--requests" => await RequestBench.Run(small ?? 1_000_000),
        "--pages" => await PageBench.Run(small ?? 1_000_000, keep),
        "--search" => await SearchBench.Run(small ?? 1_000_000, keep, size is [_, var store] ? store : null),
        _ => await IntakeBench.Run(TimeSpan.FromSeconds(small ?? 8)),
    };
    Console.Write(measured);
    if (small is null || write) PerformanceFile.Put(measured);
    return 0;
}
if (args is not ([] or ["--quick"]))
{
    Console.Error.WriteLine("usage: dotnet run --project bench -c Release [-- --quick | --files FOLDER | --trail [ROWS] | --requests [COUNT] | --intakes [SECONDS] | --pages [COUNT] | --search [ITEMS [sqlite | postgres]]] [--keep FOLDER] [--write]");
    return 2;
}

var quick = args is ["--quick"];
Console.Write(PerformanceFile.Head);
Func<Task<Chapter>>[] chapters =
[
    () => Task.FromResult(ReadingBench.Run(TimeSpan.FromSeconds(quick ? 2 : 12))),
    () => Task.FromResult(AddingBench.Run(quick ? 5_000 : 100_000)),
    () => Task.FromResult(MemoryBench.Run()),
    () => ServerBench.Run(starts: quick ? 1 : 5),
    () => TrailBench.Run(quick ? 20_000 : 1_000_000),
    () => RequestBench.Run(quick ? 20_000 : 1_000_000),
    () => PageBench.Run(quick ? 5_000 : 1_000_000, keep),
    () => SearchBench.Run(quick ? 5_000 : 1_000_000, keep, null),
    () => IntakeBench.Run(TimeSpan.FromSeconds(quick ? 2 : 8)),
];
List<Chapter> written = [];
foreach (var chapter in chapters)
{
    written.Add(await chapter());
    Console.WriteLine(written[^1]);
}
if (!quick) PerformanceFile.Write(written);
return 0;
