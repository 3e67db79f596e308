using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.Documents.Reading.Papers;
using Columns = DocumentFormat.OpenXml.Wordprocessing.TableGrid;

namespace Gongkai.Documents.Printing;

/// <summary>A table of a page in a Word file: as wide as the text, merged as there, its head repeated on each page.</summary>
static class DocxHtmlTable
{
    // Word draws no more columns.
    const int MostColumns = 63;

    /// <returns>None where there is no cell.</returns>
    public static Table? Of(IHtmlTableElement table)
    {
        List<(TableRow Row, bool Head)> rows = [];
        // How many more rows the cell above covers at each column, and how many columns it takes.
        Dictionary<int, (int Rows, int Columns)> above = [];
        var width = 0;
        foreach (var source in table.Rows)
        {
            TableRow row = new();
            var column = 0;
            void Covered()
            {
                while (above.TryGetValue(column, out var covering) && covering.Rows > 0)
                {
                    above[column] = (covering.Rows - 1, covering.Columns);
                    row.Append(Cell("", DocxStyles.TableLabel, covering.Columns, MergedCellValues.Continue));
                    column += covering.Columns;
                }
            }
            foreach (var cell in source.Cells)
            {
                Covered();
                if (column >= MostColumns) break;
                var (columns, lines) = (Math.Clamp(cell.ColumnSpan, 1, MostColumns - column), Math.Max(1, cell.RowSpan));
                above[column] = (lines - 1, columns);
                row.Append(Cell(HtmlText.Of(cell), cell.LocalName == "th" ? DocxStyles.TableHead : DocxStyles.TableLabel, columns, lines > 1 ? MergedCellValues.Restart : null));
                column += columns;
            }
            Covered();
            width = Math.Max(width, column);
            if (row.HasChildren) rows.Add((row, source.ParentElement is { LocalName: "thead" } || source.Cells.All(cell => cell.LocalName == "th")));
        }
        if (rows.Count == 0) return null;
        Table drawn = new(
            new TableProperties(
                new TableWidth { Width = $"{DocxPage.TextWidth}", Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                new TableBorders(Edge<TopBorder>(), Edge<LeftBorder>(), Edge<BottomBorder>(), Edge<RightBorder>(), Edge<InsideHorizontalBorder>(), Edge<InsideVerticalBorder>())),
            new Columns(Enumerable.Range(0, width).Select(_ => new GridColumn { Width = $"{DocxPage.TextWidth / width}" })));
        var heading = true;
        foreach (var (row, head) in rows)
        {
            if (heading &= head && rows.Count > 1) row.PrependChild(new TableRowProperties(new CantSplit(), new TableHeader()));
            Fill(row, width);
            drawn.Append(row);
        }
        return drawn;
    }

    // A row that is too short ends in an empty cell.
    static void Fill(TableRow row, int width)
    {
        var missing = width - row.Elements<TableCell>().Sum(cell => cell.TableCellProperties!.GridSpan?.Val?.Value ?? 1);
        if (missing > 0) row.Append(Cell("", DocxStyles.TableLabel, missing, null));
    }

    static TableCell Cell(string text, string style, int columns, MergedCellValues? merged)
    {
        TableCellProperties properties = new();
        if (columns > 1) properties.Append(new GridSpan { Val = columns });
        if (merged is { } merge) properties.Append(new VerticalMerge { Val = merge });
        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        return new([properties, .. text.Split('\n').Select(line => DocxPrinter.Styled(style, DocxHtml.Plain(line)))]);
    }

    static TBorder Edge<TBorder>() where TBorder : BorderType, new() => new() { Val = BorderValues.Single, Size = 4U, Space = 0U };
}
