namespace Gongkai.Rules.AnnualReports;

/// <summary>What a heading on the printed form speaks for; <see cref="None"/> is a cell that holds a number.</summary>
public enum HeadingOf { None, Column, ColumnGroup, Row, RowGroup }

/// <summary>One box of the printed form: a heading or a cell, and how many columns and rows it spans.</summary>
public sealed record LayoutBox(string Text, HeadingOf Heading, FormCell? Cell = null, int Columns = 1, int Rows = 1);

/// <summary>The tables as the notices draw them, merged headings included; every printer draws this.</summary>
public static class FormLayout
{
    extension(FormTable table)
    {
        /// <summary>How many columns the drawn table has.</summary>
        public int Width => table.Number switch { 2 => 4, 3 => 10, _ => 15 };

        /// <summary>The boxes of each drawn line, left to right; a box that spans lines stands in its first.</summary>
        public IReadOnlyList<IReadOnlyList<LayoutBox>> Lines(ReportForm form) => table.Number switch
        {
            2 => [.. table.Blocks.SelectMany(block => Disclosure(form, table, block))],
            3 => [.. RequestHeadings(table.Blocks[0]), .. RequestRows(form, table.Blocks[0])],
            _ => [.. Remedies(form, table.Blocks[0])],
        };

        /// <summary>How many lines at the top are headings of columns, and repeat where a page breaks.</summary>
        public int HeadingLines => table.Number switch { 2 => 0, 3 => 3, _ => 3 };
    }

    static IEnumerable<IReadOnlyList<LayoutBox>> Disclosure(ReportForm form, FormTable table, FormBlock block)
    {
        // One column takes the width of three, two take one and two.
        int Span(int column) => column < block.Columns.Count - 1 ? 1 : table.Width - block.Columns.Count;

        yield return [new(block.Heading!, HeadingOf.ColumnGroup, Columns: table.Width)];
        yield return [new(FormTables.ContentHeading, HeadingOf.Column),
            .. block.Columns.Select((column, i) => new LayoutBox(column.Label, HeadingOf.Column, Columns: Span(i)))];
        foreach (var row in block.Rows)
            yield return [new(row.Label, HeadingOf.Row),
                .. block.Columns.Select((column, i) => new LayoutBox("", HeadingOf.None, form[$"t2.{row.Key}.{column.Key}"], Span(i)))];
    }

    static IEnumerable<IReadOnlyList<LayoutBox>> RequestHeadings(FormBlock block)
    {
        yield return [new(FormTables.CornerText, HeadingOf.ColumnGroup, Columns: 3, Rows: 3), new(FormTables.ApplicantsHeading, HeadingOf.ColumnGroup, Columns: 7)];
        yield return [new(block.Columns[0].Label, HeadingOf.Column, Rows: 2), new(FormTables.OrganizationsHeading, HeadingOf.ColumnGroup, Columns: 5), new(block.Columns[^1].Label, HeadingOf.Column, Rows: 2)];
        yield return [.. block.Columns.Skip(1).SkipLast(1).Select(column => new LayoutBox(column.Label, HeadingOf.Column))];
    }

    static IEnumerable<IReadOnlyList<LayoutBox>> RequestRows(ReportForm form, FormBlock block)
    {
        var closed = block.Rows.Count(row => row.Number.StartsWith('（') || row.Group is not null);
        FormRow? above = null;
        foreach (var row in block.Rows)
        {
            List<LayoutBox> line = [];
            var outermost = row.Group is null && !row.Number.StartsWith('（');
            if (row.Key == "granted") line.Add(new(FormTables.OutcomesHeading, HeadingOf.RowGroup, Rows: closed));
            if (row.Group is { } group && group != above?.Group)
                line.Add(new(group, HeadingOf.RowGroup, Rows: block.Rows.Count(r => r.Group == group)));
            line.Add(new(row.Printed, HeadingOf.Row, Columns: outermost ? 3 : row.Group is null ? 2 : 1));
            line.AddRange(block.Columns.Select(column => new LayoutBox("", HeadingOf.None, form[$"t3.{row.Key}.{column.Key}"])));
            yield return line;
            above = row;
        }
    }

    static IEnumerable<IReadOnlyList<LayoutBox>> Remedies(ReportForm form, FormBlock block)
    {
        IEnumerable<LayoutBox> Results(int rows) => block.Columns.Select(column => new LayoutBox(column.Label, HeadingOf.Column, Rows: rows));

        yield return [new(block.Rows[0].Label, HeadingOf.ColumnGroup, Columns: 5), new(FormTables.LitigationHeading, HeadingOf.ColumnGroup, Columns: 10)];
        yield return [.. Results(rows: 2), .. block.Rows.Skip(1).Select(row => new LayoutBox(row.Label, HeadingOf.ColumnGroup, Columns: 5))];
        yield return [.. Results(rows: 1), .. Results(rows: 1)];
        yield return [.. from row in block.Rows from column in block.Columns select new LayoutBox("", HeadingOf.None, form[$"t4.{row.Key}.{column.Key}"])];
    }
}
