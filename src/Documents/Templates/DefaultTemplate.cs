using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.Documents.Printing;
using Columns = DocumentFormat.OpenXml.Wordprocessing.TableGrid;

namespace Gongkai.Documents.Templates;

/// <summary>The template that comes with the program, as a Word file after GB/T 9704—2012: to be used as it is, or changed and uploaded.</summary>
public static class DefaultTemplate
{
    /// <summary>The same kind gives the same bytes.</summary>
    public static byte[] Of(LetterKind kind)
    {
        using MemoryStream file = new();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = document.AddNewPart<MainDocumentPart>("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "document");
            DocxStyles.AddTo(main, characterGrid: true);
            Body body = new(Content(kind));
            body.Append(DocxPage.AddTo(main, characterGrid: true));
            main.Document = new(body);
            DocxPage.Describe(document, kind.Name);
        }
        using MemoryStream copy = new();
        FixedPackage.Copy(file, copy);
        return copy.ToArray();
    }

    static IEnumerable<OpenXmlElement> Content(LetterKind kind)
    {
        Table? table = null;
        foreach (var line in kind.Text)
        {
            if (line.StartsWith("| ", StringComparison.Ordinal))
            {
                table ??= NewTable();
                table.Append(Row(line[2..].Split(" | ", 2)));
                continue;
            }
            if (table is not null) yield return table;
            table = null;
            yield return line switch
            {
                ['#', ' ', .. var title] => DocxPrinter.Styled(DocxStyles.Title, title),
                ['=', ' ', .. var number] => Placed(number, JustificationValues.Center, new() { FirstLineChars = 0, FirstLine = "0" }),
                ['!', ' ', .. var address] => Placed(address, JustificationValues.Left, new() { FirstLineChars = 0, FirstLine = "0" }),
                // 7.3.5: 成文日期一般右空四字编排.
                ['>', ' ', .. var sign] => Placed(sign, JustificationValues.Right, new() { FirstLineChars = 0, FirstLine = "0", RightChars = 400, Right = "1264" }),
                _ => new Paragraph(DocxPrinter.RunOf(line)),
            };
        }
        if (table is not null) yield return table;
    }

    static Paragraph Placed(string text, JustificationValues across, Indentation indent) =>
        new(new ParagraphProperties(indent, new Justification { Val = across }), DocxPrinter.RunOf(text));

    static Table NewTable()
    {
        const uint half = 4;
        return new(
            new TableProperties(
                new TableWidth { Width = $"{DocxPage.TextWidth}", Type = TableWidthUnitValues.Dxa },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = half }, new LeftBorder { Val = BorderValues.Single, Size = half },
                    new BottomBorder { Val = BorderValues.Single, Size = half }, new RightBorder { Val = BorderValues.Single, Size = half },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = half }, new InsideVerticalBorder { Val = BorderValues.Single, Size = half })),
            new Columns(new GridColumn { Width = $"{Label}" }, new GridColumn { Width = $"{DocxPage.TextWidth - Label}" }));
    }

    const int Label = 1900;

    static TableRow Row(string[] cells) => new(cells.Select((text, i) => new TableCell(
        new TableCellProperties(new TableCellWidth { Width = $"{(i == 0 ? Label : DocxPage.TextWidth - Label)}", Type = TableWidthUnitValues.Dxa }),
        new Paragraph(
            new ParagraphProperties(new Indentation { FirstLineChars = 0, FirstLine = "0" }, new Justification { Val = i == 0 ? JustificationValues.Center : JustificationValues.Left }),
            DocxPrinter.RunOf(text.Trim(' '))))));
}
