using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Gongkai.Documents.Reading.Papers;

namespace Gongkai.Documents.Reading;

/// <summary>A small table that someone imports (a year's holidays, a list): XLSX or CSV, as the rows of its first visible sheet.</summary>
public static class TableFile
{
    const int MostBytes = 2 * 1024 * 1024;
    const long MostUnpacked = 32L * 1024 * 1024;
    const int MostRows = 20_000, MostColumns = 64;

    /// <summary>The cells of each row, from the left; a formula counts as the value that was saved.</summary>
    /// <exception cref="UnreadableTableException">It is no such file; the message is a Chinese sentence that says what to do.</exception>
    public static IReadOnlyList<IReadOnlyList<string>> Rows(byte[] bytes)
    {
        if (bytes.Length == 0) throw new UnreadableTableException("文件是空的，请检查后重新选择。");
        if (bytes.Length > MostBytes) throw new UnreadableTableException($"文件超过 {MostBytes / 1024 / 1024} MB，不像一张表，请检查是否选错。");
        ReadOnlySpan<byte> head = bytes;
        if (head.StartsWith("PK\x03\x04"u8)) return Workbook(bytes);
        if (head is [0xD0, 0xCF, 0x11, 0xE0, ..]) throw new UnreadableTableException("这是旧版 Excel（.xls）或设有密码的文件，请打开后另存为不设密码的 XLSX 或 CSV。");
        if (head.IndexOf((byte)0) >= 0) throw new UnreadableTableException("无法识别文件格式，请提供 XLSX 或 CSV。");
        return [.. CsvFields.Rows(TextEncodings.Decode(bytes)).Take(MostRows).Select(IReadOnlyList<string> (row) => row.Take(MostColumns).ToList())];
    }

    static List<IReadOnlyList<string>> Workbook(byte[] bytes)
    {
        try
        {
            using (var zip = new ZipArchive(new MemoryStream(bytes)))
                if (zip.Entries.Count > 1_000 || zip.Entries.Sum(entry => entry.Length) > MostUnpacked) throw new UnreadableTableException("文件解压后过大，不像一张表，请检查是否选错。");
            using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
            var part = document.WorkbookPart ?? throw Damaged();
            var sheet = part.Workbook?.Sheets?.Elements<Sheet>().FirstOrDefault(one => one.State?.Value is not { } state || state == SheetStateValues.Visible);
            if (sheet?.Id?.Value is not { } id || part.GetPartById(id) is not WorksheetPart { Worksheet: { } worksheet }) throw Damaged();
            var shared = part.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(item => item.InnerText).ToList() ?? [];
            return Rows(worksheet.GetFirstChild<SheetData>()?.Elements<Row>() ?? [], shared);
        }
        catch (Exception fault) when (fault is OpenXmlPackageException or InvalidDataException or System.Xml.XmlException or FileFormatException or InvalidOperationException or ArgumentException or FormatException)
        {
            throw Damaged();
        }
    }

    // Rows without a cell are left out of the file; here each stands at its own place, so that it is counted as on the screen.
    static List<IReadOnlyList<string>> Rows(IEnumerable<Row> rows, List<string> shared)
    {
        List<IReadOnlyList<string>> all = [];
        foreach (var row in rows)
        {
            var number = row.RowIndex?.Value is { } told and > 0 ? told : (uint)all.Count + 1;
            if (number > MostRows || all.Count >= MostRows) break;
            while (all.Count + 1 < number) all.Add([]);
            all.Add(RowOf(row, shared));
        }
        return all;
    }

    static List<string> RowOf(Row row, List<string> shared)
    {
        List<string> texts = [];
        foreach (var (index, cell) in row.Elements<Cell>().Index())
        {
            var column = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : index;
            if (column >= MostColumns) break;
            while (texts.Count <= column) texts.Add("");
            texts[column] = TextOf(cell, shared);
        }
        return texts;
    }

    static string TextOf(Cell cell, List<string> shared)
    {
        var value = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value;
        if (type == CellValues.InlineString) return cell.InlineString?.InnerText ?? "";
        if (type == CellValues.SharedString) return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count ? shared[index] : "";
        return type == CellValues.Boolean ? value == "1" ? "TRUE" : "FALSE" : value;
    }

    static int ColumnOf(string reference) => reference.TakeWhile(char.IsAsciiLetter).Aggregate(0, (column, letter) => Math.Min(100_000, column * 26 + char.ToUpperInvariant(letter) - 'A' + 1)) - 1;

    static UnreadableTableException Damaged() => new("Excel 文件已损坏或不完整，请重新导出后再试。");
}

/// <summary>A file that is no table for us. The message is one Chinese sentence that says what to do.</summary>
public sealed class UnreadableTableException(string message) : Exception(message);
