using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;
using Gongkai.Rules.AnnualReports;
using SheetCellValue = DocumentFormat.OpenXml.Spreadsheet.CellValue;

namespace Gongkai.Documents.Printing;

/// <summary>One statutory table as a sheet, cells merged as in the form.</summary>
static class XlsxTable
{
    // Excel keeps fifteen digits; a longer number is text, so that none is lost.
    const int Digits = 15;

    public static Worksheet Sheet(Report report, FormTable table)
    {
        var grid = new TableGrid(report.Form, table);
        SheetData rows = new();
        for (var line = 0; line < grid.Lines.Count; line++)
        {
            Row row = new() { RowIndex = (uint)line + 1, Height = Height(grid, line), CustomHeight = true };
            for (var column = 0; column < table.Width; column++) row.Append(CellAt(report, grid[line, column], line, column));
            rows.Append(row);
        }

        var merged = from placed in grid.Lines.SelectMany(line => line)
                     where placed.Box.Columns * placed.Box.Rows > 1
                     select new MergeCell
                     {
                         Reference = $"{Reference(placed.Line, placed.Column)}:{Reference(placed.Line + placed.Box.Rows - 1, placed.Column + placed.Box.Columns - 1)}",
                     };
        return new(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(View(table)),
            new Columns(Enumerable.Range(0, table.Width).Select(column => (Column)new()
            {
                Min = (uint)column + 1, Max = (uint)column + 1, Width = Width(grid, column), CustomWidth = true,
            })),
            rows,
            new MergeCells(merged),
            new PageSetup { PaperSize = 9, Orientation = table.Number == 4 ? OrientationValues.Landscape : OrientationValues.Portrait, FitToHeight = 0 });
    }

    static Cell CellAt(Report report, PlacedBox placed, int line, int column)
    {
        var reference = Reference(line, column);
        var style = placed.Box.Heading switch
        {
            HeadingOf.None => XlsxStyles.Number,
            HeadingOf.Row => XlsxStyles.RowHeading,
            HeadingOf.Column or HeadingOf.ColumnGroup or HeadingOf.RowGroup => XlsxStyles.ColumnHeading,
        };
        // The rest of a merged box only carries its border.
        if ((line, column) != (placed.Line, placed.Column)) return new() { CellReference = reference, StyleIndex = style };
        if (placed.Box.Cell is not { } cell) return XlsxPrinter.Text(placed.Box.Text, reference, style);

        var value = report.Cells[cell];
        return value switch
        {
            { Raw: null, Number: { } number } when Fits(number) => new() { CellReference = reference, StyleIndex = style, CellValue = new SheetCellValue(value.ToString()) },
            _ when value.ToString() is { Length: > 0 } text => XlsxPrinter.Text(text, reference, XlsxStyles.RawText),
            _ => new() { CellReference = reference, StyleIndex = style },
        };
    }

    static bool Fits(decimal number) => number.ToString(CultureInfo.InvariantCulture).Count(char.IsAsciiDigit) <= Digits;

    // The headings stay in sight.
    static SheetView View(FormTable table) => table.HeadingLines == 0
        ? new() { WorkbookViewId = 0 }
        : new(new Pane { VerticalSplit = table.HeadingLines, TopLeftCell = $"A{table.HeadingLines + 1}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
        { WorkbookViewId = 0 };

    // In characters. The labels of rows are long, the groups beside them narrow.
    static double Width(TableGrid grid, int column) => grid.Table.Number switch
    {
        2 => 20,
        3 when grid.Lines.SelectMany(line => line).Any(box => box.Box is { Heading: HeadingOf.Row, Columns: 1 } && box.Column == column) => 42,
        3 when column < 3 => 12,
        _ => 10,
    };

    // In points. Excel measures no merged cells: a label that turns needs its second line from us.
    static double Height(TableGrid grid, int line)
    {
        const double letters = 16, air = 4;
        var turns = from placed in grid.Lines[line]
                    where placed.Box.Rows == 1
                    let width = Enumerable.Range(placed.Column, placed.Box.Columns).Sum(column => Width(grid, column))
                    select Math.Ceiling(placed.Box.Text.Sum(letter => char.IsAscii(letter) ? 1 : 2) / (width - 1));
        return air + letters * turns.DefaultIfEmpty(1).Max(lines => Math.Max(lines, 1));
    }

    static string Reference(int line, int column) => $"{(char)('A' + column)}{line + 1}";
}
