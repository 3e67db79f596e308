using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.Rules.AnnualReports;
using Columns = DocumentFormat.OpenXml.Wordprocessing.TableGrid;

namespace Gongkai.Documents.Printing;

/// <summary>One statutory table in a Word file: merged as in the form, as wide as the text, its heading lines repeated on each page.</summary>
static class DocxTable
{
    // Left and right of the text in a box, in twentieths of a point.
    const int Padding = 30;

    // 6 mm.
    const int LineHeight = 340;

    // 七号, in half points: smaller is not legible on paper.
    const int SmallestSize = 11;

    public static Table Of(Report report, FormTable table)
    {
        var grid = new TableGrid(report.Form, table);
        var widths = Widths(table);
        Table drawn = new(
            new TableProperties(
                new TableWidth { Width = $"{widths.Sum()}", Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                Borders(),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = Padding, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = Padding, Type = TableWidthValues.Dxa }),
                new TableCaption { Val = table.PrintedCaption }),
            new Columns(widths.Select(width => new GridColumn { Width = $"{width}" })));
        for (var line = 0; line < grid.Lines.Count; line++)
        {
            TableRowProperties properties = new(new CantSplit(), new TableRowHeight { Val = LineHeight, HeightType = HeightRuleValues.AtLeast });
            if (line < table.HeadingLines) properties.Append(new TableHeader());
            TableRow row = new(properties);
            for (var column = 0; column < table.Width; column += grid[line, column].Box.Columns)
                row.Append(CellOf(report, grid[line, column], line, widths, keep: line < grid.Lines.Count - 1));
            drawn.Append(row);
        }
        return drawn;
    }

    static TableCell CellOf(Report report, PlacedBox placed, int line, int[] widths, bool keep)
    {
        var box = placed.Box;
        var width = widths.AsSpan(placed.Column, box.Columns).ToArray().Sum();
        TableCellProperties properties = new(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa });
        if (box.Columns > 1) properties.Append(new GridSpan { Val = box.Columns });
        if (box.Rows > 1) properties.Append(new VerticalMerge { Val = line == placed.Line ? MergedCellValues.Restart : MergedCellValues.Continue });
        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });

        var text = line > placed.Line ? "" : box.Cell is { } cell ? report.Cells[cell].ToString() : box.Text;
        var style = box.Heading switch
        {
            HeadingOf.None => DocxStyles.TableNumber,
            HeadingOf.Row => DocxStyles.TableLabel,
            HeadingOf.Column or HeadingOf.ColumnGroup or HeadingOf.RowGroup => DocxStyles.TableHead,
        };
        ParagraphProperties paragraph = new(new ParagraphStyleId { Val = style });
        // Each table fits a page: it moves to the next one whole, with the heading above it.
        if (keep) paragraph.Append(new KeepNext());
        return new(properties, new Paragraph(paragraph, DocxPrinter.RunOf(text, box.Heading == HeadingOf.None ? Fitting(text, width) : null)));
    }

    /// <summary>A number is never broken over two lines: where it is too wide for its box, its letters are smaller.</summary>
    static RunProperties? Fitting(string text, int width)
    {
        // A digit is half as wide as high in 宋体, but up to six tenths in the faces that stand in for it;
        // and eight tenths stay empty, so that a number does not run into its neighbour.
        var tenthsOfHeight = text.Sum(letter => char.IsAscii(letter) ? 6 : 10) + 8;
        // Ten twentieths of a point are a half point.
        var size = width / tenthsOfHeight;
        return size >= DocxStyles.TableSize ? null : new(new FontSize { Val = $"{Math.Max(size, SmallestSize)}" });
    }

    // In twentieths of a point. Table 3: two characters for 三、本年度办理结果, four and a half for its groups, and room for four digits in each number, or more in smaller type.
    static int[] Widths(FormTable table) => table.Number == 3
        ? [520, 960, DocxPage.TextWidth - 520 - 960 - 7 * 660, .. Enumerable.Repeat(660, 7)]
        : [.. Enumerable.Range(1, table.Width).Select(i => DocxPage.TextWidth * i / table.Width - DocxPage.TextWidth * (i - 1) / table.Width)];

    static TableBorders Borders()
    {
        const uint half = 4;
        return new(
            new TopBorder { Val = BorderValues.Single, Size = half },
            new LeftBorder { Val = BorderValues.Single, Size = half },
            new BottomBorder { Val = BorderValues.Single, Size = half },
            new RightBorder { Val = BorderValues.Single, Size = half },
            new InsideHorizontalBorder { Val = BorderValues.Single, Size = half },
            new InsideVerticalBorder { Val = BorderValues.Single, Size = half });
    }
}
