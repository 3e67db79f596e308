namespace Gongkai.Records.Demo.Items;

/// <summary>The texts that come with this program for the demo's items.</summary>
static class DemoText
{
    static readonly string[] Files = ["institution.txt", "rules.txt", "policies.txt", "policies-new.txt", "approvals.txt", "housing.txt", "works.txt", "checks.txt", "money.txt", "notices.txt", "notices-2019.txt"];

    /// <summary>Lists of invented words to draw from.</summary>
    public static IReadOnlyDictionary<string, string[]> Pools { get; } = Lines("pools.txt").Select(line => line.Split(": ", 2)).ToDictionary(line => line[0], line => line[1].Split('|'));

    /// <summary>The blocks of all files, each from its title to the next.</summary>
    public static IEnumerable<DemoTemplate> Templates()
    {
        foreach (var file in Files)
        {
            List<string> block = [];
            foreach (var line in Lines(file))
            {
                if (line.StartsWith("== ", StringComparison.Ordinal) && block.Count > 0)
                {
                    yield return DemoTemplate.Read(block);
                    block = [];
                }
                block.Add(line);
            }
            yield return DemoTemplate.Read(block);
        }
    }

    /// <summary>The lines of a file, without remarks and empty ones.</summary>
    public static IEnumerable<string> Lines(string file)
    {
        using var text = new StreamReader(typeof(DemoText).Assembly.GetManifestResourceStream($"Demo/Items/{file}")!);
        while (text.ReadLine() is { } line)
            if (line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal)) yield return line;
    }
}
