using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Gongkai.Documents.Reading.Papers;

/// <summary>An Excel workbook as lines: its visible sheets one after the other, each row a row; formulas count as the value that was saved.</summary>
static class XlsxPaper
{
    const int MostColumns = 64;
    const int MostRows = 20_000;

    public static Paper Read(byte[] bytes)
    {
        try
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
            if (document.WorkbookPart is not { Workbook: { } workbook } part) throw FileBytes.Damaged("Excel");
            var shared = part.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(Words).ToList() ?? [];
            List<Line> lines = [];
            foreach (var sheet in workbook.Sheets?.Elements<Sheet>() ?? [])
                if (sheet.State?.Value is not { } state || state == SheetStateValues.Visible)
                    if (sheet.Id?.Value is { } id && part.GetPartById(id) is WorksheetPart worksheet)
                        Rows(worksheet, shared, lines);
            return new(lines);
        }
        catch (Exception fault) when (fault is OpenXmlPackageException or InvalidDataException or System.Xml.XmlException or FileFormatException or InvalidOperationException or ArgumentException or FormatException)
        {
            throw FileBytes.Damaged("Excel");
        }
    }

    static void Rows(WorksheetPart part, List<string> shared, List<Line> lines)
    {
        var sheet = part.Worksheet ?? throw FileBytes.Damaged("Excel");
        var covered = Covered(sheet);
        var rows = (sheet.GetFirstChild<SheetData>()?.Elements<Row>() ?? []).Take(MostRows).Select((row, i) =>
            (Number: (int)(row.RowIndex?.Value ?? (uint)i + 1), Cells: row.Elements<Cell>().Select((cell, c) => (Column: ColumnOf(cell) ?? c, Text: Text(cell, shared)))
                .Where(cell => cell.Column < MostColumns).ToList())).ToList();
        var width = rows.SelectMany(row => row.Cells).Where(cell => cell.Text.Length > 0).Select(cell => cell.Column + 1).DefaultIfEmpty(0).Max();

        foreach (var (number, cells) in rows)
        {
            var texts = new string[width];
            foreach (var cell in cells)
                if (cell.Column < width) texts[cell.Column] = cell.Text;
            if (texts.All(string.IsNullOrEmpty)) continue;
            // Words alone in a row are a heading, a paragraph, or a label whose cells are all empty.
            if (texts.Count(text => !string.IsNullOrEmpty(text)) == 1 && Array.Find(texts, text => !string.IsNullOrEmpty(text)) is { } only && !PrintedNumber.Fits(only))
            {
                foreach (var text in only.Split('\n')) lines.Add(TextPaper.LineOf(text));
                continue;
            }
            lines.Add(new(LineKind.Row, [.. Enumerable.Range(0, width).Where(c => !covered.Contains((number, c)) || !string.IsNullOrEmpty(texts[c])).Select(c => new Box(texts[c] ?? "", c))]));
        }
    }

    static HashSet<(int Row, int Column)> Covered(Worksheet sheet)
    {
        HashSet<(int, int)> covered = [];
        foreach (var merge in sheet.Descendants<MergeCell>().Take(5_000))
        {
            if (merge.Reference?.Value?.Split(':') is not [var from, var to]) continue;
            var (top, left, bottom, right) = (RowOf(from), ColumnOf(from), RowOf(to), ColumnOf(to));
            for (var row = top; row <= Math.Min(bottom, top + 400); row++)
                for (var column = left; column <= Math.Min(right, MostColumns); column++)
                    if (row != top || column != left) covered.Add((row, column));
        }
        return covered;
    }

    static string Text(Cell cell, List<string> shared)
    {
        if (cell.InlineString is { } inline) return Words(inline).Trim();
        var value = cell.CellValue?.Text ?? "";
        if (cell.DataType?.Value is { } type && type == CellValues.SharedString)
            return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count ? shared[index].Trim() : "";
        if (cell.DataType?.Value is { } other && other != CellValues.Number) return value.Trim();
        // Excel saves binary fractions: 78504912.200000003 stands for 78504912.2.
        return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e15
            ? ((decimal)number).ToString(CultureInfo.InvariantCulture)
            : value.Trim();
    }

    // Phonetic guides stand beside the words, not in them.
    static string Words(OpenXmlElement item) =>
        string.Concat(item.Descendants<DocumentFormat.OpenXml.Spreadsheet.Text>().Where(text => text.Parent is not PhoneticRun).Select(text => text.Text));

    static int? ColumnOf(Cell cell) => cell.CellReference?.Value is { } reference ? ColumnOf(reference) : null;

    static int ColumnOf(string reference) => Math.Min(100_000, reference.TakeWhile(char.IsAsciiLetter).Aggregate(0, (column, letter) => Math.Min(1_000_000, column * 26 + char.ToUpperInvariant(letter) - 'A' + 1))) - 1;

    static int RowOf(string reference) => int.TryParse(reference.AsSpan(reference.TakeWhile(char.IsAsciiLetter).Count()), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0;
}
