namespace Gongkai.Documents.Tests.Corpus;

/// <summary>Text drawn from web pages, with strokes between the cells in every way that extraction leaves them.</summary>
public static class PipeShapes
{
    public static IEnumerable<Shape> All =>
    [
        .. Enum.GetValues<Merging>().SelectMany(merging => new[]
        {
            Rowed($"pipes: with edges, merged cells {merging}", merging, row => $"| {string.Join(" | ", row)} |"),
            Rowed($"pipes: without edges, merged cells {merging}", merging, row => string.Join(" | ", row)),
            Rowed($"pipes: an edge at the end only, merged cells {merging}", merging, row => string.Join(" | ", row) + " |"),
            Rowed($"pipes: tight, merged cells {merging}", merging, row => $"|{string.Join('|', row)}|"),
        }),
        Celled("pipes: a stroke on its own line after each cell", (cells, _) => cells.SelectMany(cell => new[] { cell, "|" })),
        Celled("pipes: a stroke on its own line after each cell, blanks without a line", (cells, _) => cells.SelectMany(cell => cell.Length == 0 ? ["|"] : new[] { cell, "|" })),
        Celled("pipes: a cell a line with a stroke behind it, rows filled up at the end", (cells, width) =>
            [.. cells.Select(cell => cell.Length == 0 ? "|" : cell + " |"), .. Fill(width - cells.Count)]),
        Celled("pipes: a row opens with a stroke, its cells end with strokes on their own lines", (cells, width) =>
            [.. cells.SelectMany((cell, i) => new[] { i == 0 ? "| " + cell : cell, "|" }), .. Fill(width - cells.Count)]),
        Celled("pipes: a cell a line with a stroke before it", (cells, width) =>
            [.. cells.Select(cell => "| " + cell), new string('|', Math.Max(1, width - cells.Count))]),
        new Shape("pipes: a row added, a caption inside, long notes in the labels, rows filled up at the end", true, (source, random) =>
        {
            var styled = source with { Labels = new(HalfParens: true, Notes: true) };
            return Shape.Text(source, Shape.Lines(styled, table => Sheet.Of(styled, table).WithMore(random).Flat(Merging.Trailing).Select(row => string.Join(" | ", row) + " |")));
        }).WithoutProse(),
        new("pipes: labels broken by a space, half parentheses, rows filled up at the end", true, (source, _) =>
        {
            var styled = source with { Labels = new(HalfParens: true, Quotes: "\"\"", Wrapped: true) };
            return Shape.Text(source, Shape.Lines(styled, table => Sheet.Of(styled, table).Flat(Merging.Trailing).Select(row =>
                string.Concat(row.Select(cell => cell.Length == 0 ? "|" : cell.Replace("\n", " ") + " | ")).TrimEnd())).Select(Half));
        }),
    ];

    static string Half(string line) => line.Replace('（', '(').Replace('）', ')').Replace("，", ",").Replace("：", ":");

    static IEnumerable<string> Fill(int missing) => missing > 0 ? [new string('|', missing)] : [];

    static Shape Rowed(string name, Merging merging, Func<IReadOnlyList<string>, string> row) =>
        new(name, true, (source, _) => Shape.Text(source, Shape.Lines(source, table => Sheet.Of(source, table).Flat(merging).Select(row))));

    /// <summary>Each box once, as extraction that knows no spans sees it.</summary>
    static Shape Celled(string name, Func<IReadOnlyList<string>, int, IEnumerable<string>> row) =>
        new(name, true, (source, random) =>
        {
            var styled = source with { Labels = source.Labels with { HalfParens = true } };
            var lines = Shape.Lines(styled, table =>
            {
                var sheet = Sheet.Of(styled, table);
                return sheet.Flat(Merging.Omitted).SelectMany(cells => row(cells, sheet.Width));
            });
            return Shape.Text(source, random.Next(2) == 0 ? lines : lines.Select(Half));
        });
}
