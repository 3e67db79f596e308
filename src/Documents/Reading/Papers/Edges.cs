namespace Gongkai.Documents.Reading.Papers;

/// <summary>Whether the rows of a text open and close with a bar; where they do not, a bar at the edge stands beside an empty cell.</summary>
sealed record Edges(bool Start, bool End)
{
    public static Edges Both { get; } = new(true, true);

    /// <summary>What most rows of several cells do.</summary>
    public static Edges Of(IEnumerable<string> lines)
    {
        // A space outside a bar stands for the empty cell there.
        var rows = lines.Select(line => line.TrimEnd('\r')).Where(line => line.Count(c => c is '|' or '｜' or '│') >= 4 && line.Any(c => c is not ('|' or ' '))).ToList();
        return rows.Count < 5 ? Both : new(
            rows.Count(row => row[0] is '|' or '｜' or '│') * 2 > rows.Count,
            rows.Count(row => row[^1] is '|' or '｜' or '│') * 2 > rows.Count);
    }
}
