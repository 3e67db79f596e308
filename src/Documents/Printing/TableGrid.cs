using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Printing;

/// <summary>A box of a drawn table and where its upper left corner stands.</summary>
public sealed record PlacedBox(LayoutBox Box, int Line, int Column)
{
    public bool CoversLine(int line) => Line <= line && line < Line + Box.Rows;
    public bool CoversColumn(int column) => Column <= column && column < Column + Box.Columns;

    /// <summary>What a heading speaks for, in HTML's word; <c>null</c> for a cell.</summary>
    public string? Scope => Box.Heading switch
    {
        HeadingOf.Column => "col",
        HeadingOf.ColumnGroup => "colgroup",
        HeadingOf.Row => "row",
        HeadingOf.RowGroup => "rowgroup",
        HeadingOf.None => null,
    };
}

/// <summary>A table of the form as a grid: which box stands where. Every printer walks over this.</summary>
public sealed class TableGrid
{
    readonly PlacedBox[,] at;

    public TableGrid(ReportForm form, FormTable table)
    {
        Table = table;
        var lines = table.Lines(form);
        at = new PlacedBox[lines.Count, table.Width];
        Lines = [.. lines.Select((line, number) => (IReadOnlyList<PlacedBox>)[.. line.Select(box => Place(box, number))])];
        Bodies = [.. BodiesOf(Lines.Skip(table.HeadingLines))];
    }

    public FormTable Table { get; }

    /// <summary>The boxes that begin in each line.</summary>
    public IReadOnlyList<IReadOnlyList<PlacedBox>> Lines { get; }

    /// <summary>The lines under the headings, in groups that a heading speaks for: a block of table 2, all of 三、本年度办理结果.</summary>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<PlacedBox>>> Bodies { get; }

    /// <summary>The box that covers a place.</summary>
    public PlacedBox this[int line, int column] => at[line, column];

    /// <summary>The widths of the groups into which the headings divide the columns.</summary>
    public IEnumerable<int> ColumnGroups
    {
        get
        {
            var groups = Lines.Take(Table.HeadingLines).SelectMany(line => line).Where(box => box.Box.Heading == HeadingOf.ColumnGroup);
            var bounds = groups.SelectMany(box => new[] { box.Column, box.Column + box.Box.Columns }).Append(0).Append(Table.Width).Distinct().Order().ToList();
            return bounds.Zip(bounds.Skip(1), (from, to) => to - from);
        }
    }

    /// <summary>The headings that speak for a cell, outermost first: columns, then rows.</summary>
    public IEnumerable<PlacedBox> HeadingsOf(PlacedBox cell)
    {
        var body = Bodies.First(lines => lines.Any(line => line.Contains(cell)));
        var above = Lines.Take(Table.HeadingLines).Concat(body).SelectMany(line => line)
            .Where(box => box.Box.Heading is HeadingOf.Column or HeadingOf.ColumnGroup && box.Line < cell.Line && box.CoversColumn(cell.Column));
        var beside = body.SelectMany(line => line)
            .Where(box => box.Box.Heading is HeadingOf.Row or HeadingOf.RowGroup && box.CoversLine(cell.Line))
            .OrderBy(box => box.Column);
        return above.Concat(beside);
    }

    PlacedBox Place(LayoutBox box, int line)
    {
        var column = Enumerable.Range(0, Table.Width).First(c => at[line, c] is null);
        var placed = new PlacedBox(box, line, column);
        for (var l = line; l < line + box.Rows; l++)
            for (var c = column; c < column + box.Columns; c++)
                at[l, c] = placed;
        return placed;
    }

    IEnumerable<IReadOnlyList<IReadOnlyList<PlacedBox>>> BodiesOf(IEnumerable<IReadOnlyList<PlacedBox>> lines)
    {
        List<IReadOnlyList<PlacedBox>> body = [];
        var end = int.MaxValue;
        foreach (var line in lines)
        {
            var first = line[0];
            var opens = first.Column == 0 && (first.Box.Columns == Table.Width || first.Box.Heading == HeadingOf.RowGroup);
            if (body.Count > 0 && (opens || first.Line == end))
            {
                yield return body;
                body = [];
            }
            if (opens && first.Box.Heading == HeadingOf.RowGroup) end = first.Line + first.Box.Rows;
            body.Add(line);
        }
        yield return body;
    }
}
