using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.Documents.Printing;
using Gongkai.Rules.Requests;
using Columns = DocumentFormat.OpenXml.Wordprocessing.TableGrid;

namespace Gongkai.Documents.Redaction;

/// <summary>The list of what is covered (遮盖清单) as a Word file that goes with the letter: where and why, never what.</summary>
public static class RedactionList
{
    // Together as wide as the text: 8844 twentieths of a point.
    static readonly (string Name, int Width)[] Headings = [("序号", 700), ("页码", 700), ("位置（毫米）", 2444), ("不予公开的依据", 2800), ("说明", 2200)];

    /// <param name="file">The name of the released file.</param>
    /// <returns>The same bytes for the same list.</returns>
    public static byte[] Docx(RedactionIndex index, string file)
    {
        using MemoryStream made = new();
        using (var document = WordprocessingDocument.Create(made, WordprocessingDocumentType.Document))
        {
            var main = document.AddNewPart<MainDocumentPart>("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "document");
            DocxStyles.AddTo(main, characterGrid: true);
            Body body = new(DocxPrinter.Styled(DocxStyles.Title, "遮盖清单"),
                new Paragraph(DocxPrinter.RunOf($"《{file}》中下列 {index.Entries.Count} 处不予公开，已作遮盖。位置从页面左上角量起。“条例”指《中华人民共和国政府信息公开条例》。")),
                TableOf(index), DocxPrinter.Styled(DocxStyles.AfterTable, ""));
            body.Append(DocxPage.AddTo(main, characterGrid: true));
            main.Document = new(body);
            DocxPage.Describe(document, "遮盖清单");
        }
        using MemoryStream copy = new();
        FixedPackage.Copy(made, copy);
        return copy.ToArray();
    }

    static Table TableOf(RedactionIndex index)
    {
        Table table = new(new TableProperties(
                new TableWidth { Width = $"{Headings.Sum(heading => heading.Width)}", Type = TableWidthUnitValues.Dxa }, new TableJustification { Val = TableRowAlignmentValues.Center }, Lines(),
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new Columns(Headings.Select(heading => new GridColumn { Width = $"{heading.Width}" })));
        table.Append(Row([.. Headings.Select(heading => heading.Name)], heading: true));
        foreach (var entry in index.Entries)
            table.Append(Row([$"{entry.Number}", $"{entry.Page}", FormattableString.Invariant($"距左 {entry.Left:0}、距上 {entry.Top:0}，宽 {entry.Width:0}、高 {entry.Height:0}"), $"{entry.Ground.Name}（条例{entry.Ground.ArticleWords}）", entry.Words], heading: false));
        return table;
    }

    static TableBorders Lines()
    {
        static T Line<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4 };
        return new(Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>());
    }

    static TableRow Row(string[] texts, bool heading)
    {
        TableRowProperties properties = new(new CantSplit());
        if (heading) properties.Append(new TableHeader());
        TableRow row = new(properties);
        foreach (var (i, text) in texts.Index())
            row.Append(new TableCell(new TableCellProperties(new TableCellWidth { Width = $"{Headings[i].Width}", Type = TableWidthUnitValues.Dxa }), DocxPrinter.Styled(DocxStyles.TableLabel, text)));
        return row;
    }
}
