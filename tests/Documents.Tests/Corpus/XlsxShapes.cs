using System.Text;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Tests.Corpus;

/// <summary>Workbooks: everything on one sheet or a sheet a table, numbers as numbers, as text, or as formulas.</summary>
public static class XlsxShapes
{
    enum Numbers { AsNumbers, AsText, AsFormulas }

    public static IEnumerable<Shape> All =>
    [
        Of("xlsx: one sheet, merged ranges, numbers", false, true, Numbers.AsNumbers, shared: true),
        Of("xlsx: one sheet, nothing merged, numbers as text", false, false, Numbers.AsText, shared: true),
        Of("xlsx: a sheet a table, formulas with their values", true, true, Numbers.AsFormulas, shared: false),
        Of("xlsx: a sheet a table, strings where they stand", true, true, Numbers.AsNumbers, shared: false),
    ];

    static Shape Of(string name, bool apart, bool merged, Numbers numbers, bool shared) =>
        new(name, true, (source, _) => new("report.xlsx", Bytes(source, apart, merged, numbers, shared), Truth.Of(source)));

    static byte[] Bytes(ReportSource source, bool apart, bool merged, Numbers numbers, bool shared)
    {
        List<string> strings = [];
        var book = new List<Writer> { new(strings, merged, numbers, shared) };
        foreach (var line in source.Title.Split('\n')) book[0].Prose(line);
        foreach (var paragraph in source.Introduction) book[0].Prose(paragraph);
        foreach (var section in source.Sections)
        {
            book[0].Prose(section.Heading);
            foreach (var paragraph in section.Paragraphs) book[0].Prose(paragraph);
            if (!source.Tabled(section)) continue;
            if (apart) book.Add(new(strings, merged, numbers, shared));
            (apart ? book[^1] : book[0]).Table(Sheet.Of(source, section.Number));
        }
        foreach (var line in source.Signature) book[0].Prose(line);

        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Packages = "http://schemas.openxmlformats.org/package/2006";
        const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        return Package.Of([
            ("[Content_Types].xml", $"<Types xmlns=\"{Packages}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{Type}.sheet.main+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"{Type}.sharedStrings+xml\"/>{string.Concat(book.Select((_, i) => $"<Override PartName=\"/xl/worksheets/sheet{i + 1}.xml\" ContentType=\"{Type}.worksheet+xml\"/>"))}</Types>"),
            ("_rels/.rels", $"<Relationships xmlns=\"{Packages}/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
            ("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{string.Concat(book.Select((_, i) => $"<sheet name=\"{(i == 0 ? "年报" : $"表{"零一二三四"[i + 1]}")}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>"))}</sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Packages}/relationships\">{string.Concat(book.Select((_, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}<Relationship Id=\"rId99\" Type=\"{Relations}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"),
            .. book.Select((sheet, i) => ($"xl/worksheets/sheet{i + 1}.xml", sheet.Xml(Main))),
            ("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{string.Concat(strings)}</sst>"),
        ]);
    }

    sealed class Writer(List<string> strings, bool merged, Numbers numbers, bool shared)
    {
        readonly StringBuilder rows = new();
        readonly List<string> merges = [];
        int row;

        public void Prose(string text)
        {
            row++;
            rows.Append($"<row r=\"{row}\">{Text("A" + row, text)}</row>");
            if (merged) merges.Add($"A{row}:J{row}");
        }

        public void Table(Sheet sheet)
        {
            var grid = sheet.Grid();
            var above = row;
            for (var y = 0; y < grid.Length; y++)
            {
                row++;
                rows.Append($"<row r=\"{row}\">");
                for (var x = 0; x < sheet.Width; x++)
                {
                    var (box, top, left) = grid[y][x];
                    if (!top || !left || box.Text.Length == 0) continue;
                    rows.Append(box.Cell is { } cell ? Number(At(x, row), box.Text, cell, sheet.Table == 3, row) : Text(At(x, row), box.Text));
                    if (merged && (box.Columns > 1 || box.Rows > 1)) merges.Add($"{At(x, above + y + 1)}:{At(x + box.Columns - 1, above + y + box.Rows)}");
                }
                rows.Append("</row>");
            }
            row++;
        }

        static string At(int x, int y) => $"{(char)('A' + x)}{y}";

        string Number(string at, string text, FormCell cell, bool summed, int y) => numbers switch
        {
            _ when !decimal.TryParse(text, System.Globalization.NumberStyles.AllowDecimalPoint | System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out _) || text[0] == '+' => Text(at, text),
            Numbers.AsText => Text(at, text),
            Numbers.AsFormulas when summed && cell.Column.Key == ReportForm.Total => $"<c r=\"{at}\"><f>SUM(D{y}:I{y})</f><v>{text}</v></c>",
            _ => $"<c r=\"{at}\" s=\"0\"><v>{text}</v></c>",
        };

        string Text(string at, string text)
        {
            if (!shared) return $"<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{Package.Escape(text)}</t></is></c>";
            strings.Add(text.Length > 4 && text.Length % 2 == 0
                ? $"<si><r><rPr><b/></rPr><t>{Package.Escape(text[..2])}</t></r><r><t xml:space=\"preserve\">{Package.Escape(text[2..])}</t></r><rPh sb=\"0\" eb=\"1\"><t>ナ</t></rPh></si>"
                : $"<si><t xml:space=\"preserve\">{Package.Escape(text)}</t></si>");
            return $"<c r=\"{at}\" t=\"s\"><v>{strings.Count - 1}</v></c>";
        }

        public string Xml(string main) => $"<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData>{(merges.Count == 0 ? "" : $"<mergeCells count=\"{merges.Count}\">{string.Concat(merges.Select(range => $"<mergeCell ref=\"{range}\"/>"))}</mergeCells>")}</worksheet>";
    }
}
