using DocumentFormat.OpenXml.Spreadsheet;

namespace Gongkai.Documents.Printing;

/// <summary>How the cells of the workbook look; the numbers are places in <see cref="Sheet"/>.</summary>
static class XlsxStyles
{
    public const uint Prose = 1;
    public const uint Title = 2;
    public const uint SectionHeading = 3;
    public const uint ColumnHeading = 4;
    public const uint RowHeading = 5;
    public const uint Number = 6;

    /// <summary>Printed text in a cell of numbers; it stays text when someone edits it, even if it begins with "=".</summary>
    public const uint RawText = 7;

    public static Stylesheet Sheet() => new(
        new Fonts(FontOf("宋体", 11), FontOf("仿宋", 14), FontOf("黑体", 14), FontOf("方正小标宋简体", 18)),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border(), new Border(
            new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin },
            new TopBorder { Style = BorderStyleValues.Thin }, new BottomBorder { Style = BorderStyleValues.Thin })),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            Format(font: 1, border: 0, HorizontalAlignmentValues.Left),
            Format(font: 3, border: 0, HorizontalAlignmentValues.Center),
            Format(font: 2, border: 0, HorizontalAlignmentValues.Left),
            Format(font: 0, border: 1, HorizontalAlignmentValues.Center),
            Format(font: 0, border: 1, HorizontalAlignmentValues.Left),
            Format(font: 0, border: 1, HorizontalAlignmentValues.Right),
            Format(font: 0, border: 1, HorizontalAlignmentValues.Right, quoted: true)));

    static Font FontOf(string name, double points) => new(new FontSize { Val = points }, new FontName { Val = name });

    static CellFormat Format(uint font, uint border, HorizontalAlignmentValues across, bool quoted = false) =>
        new(new Alignment { Horizontal = across, Vertical = VerticalAlignmentValues.Center, WrapText = true })
        {
            FontId = font, BorderId = border, ApplyFont = true, ApplyBorder = true, ApplyAlignment = true, QuotePrefix = quoted ? true : null,
        };
}
