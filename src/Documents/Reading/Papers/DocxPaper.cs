using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.Documents.Reading.Papers;

/// <summary>A Word document as lines, as it would print with all changes accepted: deleted and hidden text is not read.</summary>
static class DocxPaper
{
    const int MostColumns = 64;

    public static Paper Read(byte[] bytes)
    {
        try
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
            if (document.MainDocumentPart is { } main) Measure(main);
            if (document.MainDocumentPart?.Document?.Body is not { } body) throw FileBytes.Damaged("Word");
            var numbers = new DocxNumbers(document.MainDocumentPart.NumberingDefinitionsPart?.Numbering, document.MainDocumentPart.StyleDefinitionsPart?.Styles);
            return Read(body, numbers);
        }
        catch (Exception fault) when (fault is OpenXmlPackageException or InvalidDataException or System.Xml.XmlException or FileFormatException or InvalidOperationException or ArgumentException)
        {
            throw FileBytes.Damaged("Word");
        }
    }

    // Elements are read one within another: so deep a document would take the whole stack, and nothing could refuse it then.
    static void Measure(MainDocumentPart part)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var reader = System.Xml.XmlReader.Create(stream);
        while (reader.Read())
            if (reader.Depth > 1000) throw FileBytes.Damaged("Word");
    }

    static Paper Read(Body body, DocxNumbers numbers)
    {
        List<Line> lines = [];
        Blocks(body, lines, numbers, depth: 0);
        return new(Air.Taken(lines));
    }

    static void Blocks(OpenXmlElement parent, List<Line> lines, DocxNumbers numbers, int depth)
    {
        if (depth > 24) return;
        foreach (var block in parent.ChildElements)
            switch (block)
            {
                case Paragraph paragraph:
                    var text = Text(paragraph, numbers);
                    foreach (var line in text.Split('\n'))
                        lines.Add(line.AsSpan().Trim().IsEmpty ? Air.Empty : TextPaper.LineOf(line, Emphasis(paragraph)));
                    break;
                case Table table:
                    Rows(table, lines, numbers, depth);
                    break;
                case SdtBlock or SdtContentBlock or CustomXmlBlock or InsertedRun:
                    Blocks(block, lines, numbers, depth + 1);
                    break;
            }
    }

    static void Rows(Table table, List<Line> lines, DocxNumbers numbers, int depth)
    {
        var grid = new Grid(MostColumns);
        foreach (var row in table.Descendants<TableRow>().Where(row => Nearest<Table>(row) == table))
        {
            if (row.TableRowProperties?.GetFirstChild<Deleted>() is not null) continue;
            var cells = row.Descendants<TableCell>().Where(cell => Nearest<TableRow>(cell) == row).ToList();
            if (cells.Exists(cell => cell.Descendants<Table>().Any()))
            {
                foreach (var cell in cells) Blocks(cell, lines, numbers, depth + 1);
                continue;
            }
            grid.NextRow();
            if (row.TableRowProperties?.GetFirstChild<GridBefore>()?.Val?.Value is { } before) grid.Skip(Math.Clamp(before, 0, MostColumns));
            foreach (var cell in cells)
            {
                var columns = Math.Clamp(cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1, 1, MostColumns);
                // A cell that goes on from above holds nothing of its own.
                if (cell.TableCellProperties?.VerticalMerge is { } merge && merge.Val?.Value != MergedCellValues.Restart) grid.Skip(columns);
                else grid.Place(string.Join('\n', cell.Elements<OpenXmlElement>().SelectMany(Paragraphs).Select(paragraph => Text(paragraph, numbers))).Trim(), columns, 1);
            }
            grid.Close(lines, table);
        }
    }

    static IEnumerable<Paragraph> Paragraphs(OpenXmlElement element) => element is Paragraph paragraph ? [paragraph] : element.Descendants<Paragraph>();

    static T? Nearest<T>(OpenXmlElement element) where T : OpenXmlElement => element.Ancestors<T>().FirstOrDefault();

    static int Emphasis(Paragraph paragraph) =>
        paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value is { } style && (style.StartsWith("Title", StringComparison.OrdinalIgnoreCase) || style.StartsWith("Heading", StringComparison.OrdinalIgnoreCase)) ? 1 : 0;

    static string Text(Paragraph paragraph, DocxNumbers numbers)
    {
        var text = new StringBuilder();
        foreach (var run in paragraph.Descendants<Run>())
        {
            if (run.Parent is DeletedRun or MoveFromRun || run.RunProperties?.Vanish is { } vanish && vanish.Val?.Value != false) continue;
            if (Fallback(run)) continue;
            foreach (var piece in run.ChildElements)
                switch (piece)
                {
                    case Text words: text.Append(words.Text); break;
                    case TabChar: text.Append('\t'); break;
                    case Break or CarriageReturn: text.Append('\n'); break;
                    case NoBreakHyphen: text.Append('-'); break;
                    case SymbolChar: break;
                }
        }
        if (text.Length > 0 && numbers.Next(paragraph) is { } number) text.Insert(0, number);
        return Folding.Plain(text.ToString());
    }

    // A text box is stored twice, for new and for old programs; the old one is passed over.
    static bool Fallback(Run run)
    {
        for (OpenXmlElement? outer = run.Parent; outer is not null and not Body; outer = outer.Parent)
            if (outer is AlternateContentFallback) return true;
        return false;
    }
}
