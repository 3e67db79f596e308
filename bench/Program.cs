using Gongkai.Bench;

// dotnet run --project bench -c Release: measures everything side by side, prints it, and writes docs/performance.md.
if (args is [MemoryBench.Child, var path])
{
    MemoryBench.CheckOne(path);
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

if (args is ["--trail", .. var size])
{
    Console.Write(await TrailBench.Run(size is [var rows] ? int.Parse(rows, System.Globalization.CultureInfo.InvariantCulture) : 1_000_000));
    return 0;
}
if (args is ["--requests", .. var many])
{
    Console.Write(await RequestBench.Run(many is [var requests] ? int.Parse(requests, System.Globalization.CultureInfo.InvariantCulture) : 1_000_000));
    return 0;
}
if (args is ["--intakes", .. var seconds])
{
    Console.Write(await IntakeBench.Run(TimeSpan.FromSeconds(seconds is [var length] ? int.Parse(length, System.Globalization.CultureInfo.InvariantCulture) : 8)));
    return 0;
}
if (args is not ([] or ["--quick"]))
{
    Console.Error.WriteLine("usage: dotnet run --project bench -c Release [-- --quick | --files FOLDER | --trail [ROWS] | --requests [COUNT] | --intakes [SECONDS]]");
    return 2;
}

var quick = args is ["--quick"];
var text = $"""
    # Performance

    Written by `dotnet run --project bench -c Release` on {Machine.Date}: {Machine.Description}.
    Ratios were measured side by side in that run, both sides in turns; absolute times are of that machine and that hour.


    """;
Console.Write(text);
Func<Task<Chapter>>[] chapters =
[
    () => Task.FromResult(ReadingBench.Run(TimeSpan.FromSeconds(quick ? 2 : 12))),
    () => Task.FromResult(AddingBench.Run(quick ? 5_000 : 100_000)),
    () => Task.FromResult(MemoryBench.Run()),
    () => ServerBench.Run(starts: quick ? 1 : 5),
    () => TrailBench.Run(quick ? 20_000 : 1_000_000),
    () => RequestBench.Run(quick ? 20_000 : 1_000_000),
    () => IntakeBench.Run(TimeSpan.FromSeconds(quick ? 2 : 8)),
];
foreach (var chapter in chapters)
{
    var written = (await chapter()).ToString() + "\n";
    Console.Write(written);
    text += written;
}
if (quick) return 0;

Directory.CreateDirectory(Path.Combine(Repository.Root, "docs"));
File.WriteAllText(Path.Combine(Repository.Root, "docs", "performance.md"), text.TrimEnd('\n') + "\n");
return 0;
