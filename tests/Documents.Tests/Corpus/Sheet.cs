using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Tests.Corpus;

/// <summary>What becomes of merged boxes where a table is flattened.</summary>
public enum Merging
{
    /// <summary>Each box once, in its first line; nothing stands for the rest.</summary>
    Omitted,

    /// <summary>A box that goes on from the line above leaves one blank; sideways it is one.</summary>
    BlankBelow,

    /// <summary>Every position of the grid stands; the rest of a box is blank.</summary>
    Blank,

    /// <summary>Every position of the grid stands and repeats the text.</summary>
    Repeated,

    /// <summary>Like <see cref="Omitted"/>, filled up at the end of the line to the table's width.</summary>
    Trailing,
}

/// <summary>One printed table: boxes with their spans, and the ways to flatten them.</summary>
public sealed record Sheet(int Table, int Width, IReadOnlyList<IReadOnlyList<LayoutBox>> Lines)
{
    public static Sheet Of(ReportSource source, int table)
    {
        var form = source.Form.Tables.Single(t => t.Number == table);
        return new(table, form.Width,
            [.. form.Lines(source.Form).Select(line => (IReadOnlyList<LayoutBox>)[.. line.Select(box =>
                box with { Text = box.Cell is { } cell ? source.Cells[cell.Index].Text : source.Labels.Apply(box.Text) })])]);
    }

    /// <summary>The box at each position, and whether the position is its first line and its first column.</summary>
    public (LayoutBox Box, bool Top, bool Left)[][] Grid()
    {
        var grid = Lines.Select(_ => new (LayoutBox Box, bool Top, bool Left)[Width]).ToArray();
        for (var y = 0; y < grid.Length; y++)
        {
            var x = 0;
            foreach (var box in Lines[y])
            {
                while (grid[y][x].Box is not null) x++;
                for (var dy = 0; dy < box.Rows; dy++)
                    for (var dx = 0; dx < box.Columns; dx++)
                        grid[y + dy][x + dx] = (box, dy == 0, dx == 0);
            }
        }
        return grid;
    }

    public IEnumerable<IReadOnlyList<string>> Flat(Merging merging) => Grid().Select(line => (IReadOnlyList<string>)(merging switch
    {
        Merging.Omitted => [.. line.Where(at => at.Top && at.Left).Select(at => at.Box.Text)],
        Merging.BlankBelow => [.. line.Where(at => at.Left).Select(at => at.Top ? at.Box.Text : "")],
        Merging.Blank => [.. line.Select(at => at.Top && at.Left ? at.Box.Text : "")],
        Merging.Repeated => [.. line.Select(at => at.Box.Text)],
        _ => Padded([.. line.Where(at => at.Top && at.Left).Select(at => at.Box.Text)]),
    }));

    /// <summary>The table cut into one for each block (table 2 is often printed as five).</summary>
    public IEnumerable<Sheet> Blocks()
    {
        var from = 0;
        for (var y = 1; y <= Lines.Count; y++)
            if (y == Lines.Count || Lines[y] is [{ Heading: HeadingOf.ColumnGroup } only] && only.Columns == Width)
            {
                yield return this with { Lines = [.. Lines.Skip(from).Take(y - from)] };
                from = y;
            }
    }

    /// <summary>Rows and notes that agencies add to the form: they belong to no cell.</summary>
    public Sheet WithMore(Random random)
    {
        var lines = Lines.ToList();
        LayoutBox Number() => new(random.Next(1, 900).ToString(System.Globalization.CultureInfo.InvariantCulture), HeadingOf.Row);
        var at = lines.FindIndex(line => line.Any(box => box.Cell?.Row.Key == "normative"));
        if (Table == 2 && at >= 0) lines.Insert(at + 1, [new("其他主动公开文件", HeadingOf.Row), Number(), Number(), Number()]);
        if (Table == 2) lines.Insert(0, [new("主动公开政府信息情况（单位：件）", HeadingOf.ColumnGroup, Columns: Width)]);
        return this with { Lines = lines };
    }

    List<string> Padded(List<string> line)
    {
        while (line.Count < Width) line.Add("");
        return line;
    }
}
