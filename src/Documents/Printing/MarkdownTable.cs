using System.Text;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Printing;

/// <summary>A statutory table as pipe tables. Pipes cannot merge, so a heading is repeated over what it speaks for.</summary>
static class MarkdownTable
{
    public static void Append(StringBuilder text, Report report, FormTable table)
    {
        var grid = new TableGrid(report.Form, table);
        if (table.HeadingLines > 0)
        {
            Append(text, report, grid, 0, grid.Lines.Count);
            return;
        }
        // A block with columns of its own is a pipe table of its own, under its heading.
        foreach (var block in grid.Bodies)
        {
            text.Append("**").Append(MarkdownPrinter.Inline(block[0][0].Box.Text)).Append("**\n\n");
            Append(text, report, grid, block[1][0].Line, block.Count - 1);
        }
    }

    static void Append(StringBuilder text, Report report, TableGrid grid, int first, int count)
    {
        // A column in which no box begins is only there for the width of others.
        var columns = Enumerable.Range(0, grid.Table.Width)
            .Where(column => Enumerable.Range(first, count).Any(line => grid[line, column].Column == column)).ToList();
        for (var line = first; line < first + count; line++)
        {
            text.Append('|');
            foreach (var column in columns) text.Append(' ').Append(Words(report, grid[line, column], line, column)).Append(" |");
            text.Append('\n');
            if (line > first) continue;
            text.Append('|');
            var last = first + count - 1;
            foreach (var column in columns) text.Append(grid[last, column].Box.Cell is null ? " --- |" : " ---: |");
            text.Append('\n');
        }
        text.Append('\n');
    }

    static string Words(Report report, PlacedBox placed, int line, int column) => placed.Box switch
    {
        { Cell: { } cell } => MarkdownPrinter.Inline(report.Cells[cell].ToString()),
        // The corner explains the table, and the label of a row is wide: once is enough.
        { Heading: HeadingOf.ColumnGroup, Rows: > 1 } when (line, column) != (placed.Line, placed.Column) => "",
        { Heading: HeadingOf.Row } when column != placed.Column => "",
        var heading => MarkdownPrinter.Inline(heading.Text),
    };
}
