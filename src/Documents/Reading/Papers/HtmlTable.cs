using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Gongkai.Documents.Reading.Papers;

/// <summary>A table of a web page as rows, each cell at the column where a browser would draw it.</summary>
static class HtmlTable
{
    const int MostColumns = 100;
    const int MostSpan = 200;

    public static void Read(IHtmlTableElement table, List<Line> lines)
    {
        if (table.Caption is { } caption) lines.Add(Line.Of(HtmlText.Of(caption), LineKind.Raw, owner: table));
        var grid = new Grid(MostColumns);
        foreach (var row in table.Rows)
        {
            grid.NextRow();
            foreach (var cell in row.Cells)
                grid.Place(HtmlText.Of(cell), Span(cell, "colspan", MostColumns), Span(cell, "rowspan", MostSpan));
            grid.Close(lines, table);
        }
    }

    static int Span(IElement cell, string name, int most) =>
        int.TryParse(cell.GetAttribute(name), out var span) ? Math.Clamp(span, 1, most) : 1;
}
