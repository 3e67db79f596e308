using System.Text;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Tests.Corpus;

/// <summary>Text as it is drawn from a PDF page: boxes where they stand, labels wrapped, page numbers in between.</summary>
public static class LayoutShapes
{
    public static IEnumerable<Shape> All =>
    [
        Drawn("layout: labels centred on their numbers", 0.5, 34, "- {0} -"),
        Drawn("layout: numbers on a label's first line", 0, 60, "第 {0} 页 共 9 页"),
        Drawn("layout: numbers on a label's last line", 1, 25, "{0}"),
        Drawn("layout: a running head and foot on every page", 0.5, 34, "Page {0} - 2020年报_某局\nP. {0}").WithoutProse(),
        Drawn("layout: a running head between single spaces, columns two characters wide", 0.5, 30, "政府信息公开工作年度报告 第{0}页", single: true, narrow: 2).WithoutProse(),
        Drawn("layout: no pages", 0.5, 0, ""),
        Drawn("layout: words between single spaces", 0.5, 40, "{0}", single: true),
        Drawn("layout: words between single spaces, columns a character wide", 0.5, 40, "- {0} -", single: true, narrow: 1),
        Drawn("layout: narrow columns", 0.5, 0, "", narrow: 2),
        Drawn("layout: wide columns, each row one line", 0, 30, "— {0} —", narrow: 60),
        new("layout: a row a line between single spaces", false, (source, _) => Shape.Text(source,
            Shape.Lines(source, table => Sheet.Of(source, table).Flat(Merging.Omitted).Select(row => string.Join(' ', row))))),
        new("layout: a row a line between three spaces, group labels lost", false, (source, _) => Shape.Text(source,
            Shape.Lines(source, table => Sheet.Of(source, table).Lines.Select(line => string.Join("   ", line.Where(box => box.Rows < 4).Select(box => box.Text)))))),
    ];

    static Shape Drawn(string name, double middle, int page, string number, bool single = false, int narrow = 4) =>
        new(name, false, (source, _) =>
        {
            var lines = Shape.Lines(source, table => Draw(Sheet.Of(source, table), middle, narrow)).SelectMany(line => Wrapped(line)).ToList();
            if (page > 0)
                for (int at = page, n = 1; at < lines.Count; at += page + 1, n++)
                    lines.InsertRange(at, string.Format(System.Globalization.CultureInfo.InvariantCulture, number, n).Split('\n').Select((mark, i) => i > 0 ? mark : (n % 2 == 0 ? "\f" : "                    ") + mark));
            return Shape.Text(source, single ? lines.Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))) : lines);
        });

    /// <summary>Prose breaks at the page's edge, as it does on paper.</summary>
    static IEnumerable<string> Wrapped(string line)
    {
        if (line.Contains("  ") || line.Length <= 42) return [line];
        return line.Chunk(42).Select(chunk => new string(chunk));
    }

    static IEnumerable<string> Draw(Sheet sheet, double middle, int narrow)
    {
        var grid = sheet.Grid();
        var widths = Enumerable.Range(0, sheet.Width).Select(x => sheet.Table switch
        {
            2 => 9,
            3 => x switch { 0 => Math.Min(4, narrow), 1 => Math.Min(6, narrow + 2), 2 => narrow > 20 ? 60 : 14, _ => Math.Max(narrow, 2) },
            _ => narrow > 20 ? 9 : Math.Max(narrow / 2, 1),
        }).ToArray();
        widths = [.. widths.Select((width, x) => Math.Max(width, sheet.Lines.SelectMany(line => line)
            .Where(box => box.Cell is not null && At(grid, box).X == x && box.Columns == 1).Select(box => (box.Text.Length + 1) / 2).DefaultIfEmpty().Max()))];
        int Room(LayoutBox box) => widths.Skip(At(grid, box).X).Take(box.Columns).Sum();

        // A line of the table is as high as its highest box of one row.
        var heights = sheet.Lines.Select(line => line.Where(box => box.Rows == 1).Select(box => Pieces(box, Room(box)).Count).DefaultIfEmpty(1).Max()).ToArray();
        var lefts = widths.Select((_, x) => widths.Take(x).Sum(width => width * 2 + 2)).ToArray();
        var tops = heights.Select((_, y) => heights.Take(y).Sum()).ToArray();
        var canvas = Enumerable.Range(0, heights.Sum()).Select(_ => new List<(int Left, string Text)>()).ToList();
        foreach (var box in sheet.Lines.SelectMany(line => line))
        {
            var (x, y) = At(grid, box);
            var pieces = Pieces(box, Room(box));
            var height = heights.Skip(y).Take(box.Rows).Sum();
            for (; height < pieces.Count; height++) canvas.Add([]);
            var down = (int)((height - pieces.Count) * (box.Cell is null ? 0.5 : middle));
            for (var i = 0; i < pieces.Count; i++) canvas[Math.Min(tops[y] + down + i, canvas.Count - 1)].Add((lefts[x], pieces[i]));
        }
        return canvas.Select(Line);
    }

    static (int X, int Y) At((LayoutBox Box, bool Top, bool Left)[][] grid, LayoutBox box)
    {
        for (var y = 0; y < grid.Length; y++)
            for (var x = 0; x < grid[y].Length; x++)
                if (ReferenceEquals(grid[y][x].Box, box)) return (x, y);
        throw new InvalidOperationException("The box stands nowhere.");
    }

    static List<string> Pieces(LayoutBox box, int room) => box.Text.Length == 0 ? [""]
        : box.Cell is not null ? [box.Text] : [.. box.Text.Chunk(Math.Max(room, 1)).Select(chunk => new string(chunk))];

    static string Line(List<(int Left, string Text)> pieces)
    {
        var line = new StringBuilder();
        var width = 0;
        foreach (var (left, text) in pieces.Where(piece => piece.Text.Length > 0).OrderBy(piece => piece.Left))
        {
            var gap = Math.Max(line.Length == 0 ? 0 : 2, left - width);
            line.Append(' ', gap).Append(text);
            width += gap + text.Sum(c => c < 0x2000 ? 1 : 2);
        }
        return line.ToString();
    }
}
