namespace Gongkai.Bench;

/// <summary><c>docs/performance.md</c>: written whole by a whole run; a chapter that was measured alone takes the place of the one that stood there.</summary>
static class PerformanceFile
{
    const string Start = "\n## ";

    static string Path => System.IO.Path.Combine(Repository.Root, "docs", "performance.md");

    public static string Head => $"""
        # Performance

        Written by `dotnet run --project bench -c Release` on {Machine.Description}. Each chapter says when it was measured.
        Ratios were measured side by side in one run, both sides in turns; absolute times are of that machine and that hour.


        """;

    public static void Write(IEnumerable<Chapter> chapters)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        File.WriteAllText(Path, (Head + string.Join("\n", chapters)).TrimEnd('\n') + "\n");
    }

    /// <summary>Puts one chapter in its place.</summary>
    public static void Put(Chapter chapter)
    {
        var parts = File.ReadAllText(Path).Split(Start).ToList();
        var own = chapter.ToString().TrimEnd('\n')[(Start.Length - 1)..] + "\n";
        var place = parts.FindIndex(part => part.StartsWith(chapter.Heading + "\n", StringComparison.Ordinal));
        if (place < 0) parts.Add(own);
        else parts[place] = own;
        File.WriteAllText(Path, string.Join(Start, parts.Select(part => part.TrimEnd('\n') + "\n")));
    }
}
