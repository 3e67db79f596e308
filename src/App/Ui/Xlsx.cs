using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Gongkai.App.Ui;

/// <summary>Writes sheets as workbooks (ECMA-376): every text typed as text, whatever it begins with; rows go out as they come.</summary>
/// <remarks>The library that writes our documents holds a whole sheet in memory and writes synchronously; a list may have a million rows.</remarks>
public static partial class Xlsx
{
    /// <summary>What a sheet of Excel holds; further rows go on in the next.</summary>
    public const int MostRows = 1_048_576;

    /// <summary>What a cell of Excel holds.</summary>
    public const int LongestText = 32_767;

    // Excel keeps fifteen digits; a longer number is text, so that none is lost.
    const int Digits = 15;

    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // Places in the style sheet below.
    const string Heading = "1", Quoted = "2", Wrapped = "3", QuotedAndWrapped = "4";

    static readonly XmlWriterSettings Settings = new() { Async = true, Encoding = new UTF8Encoding(false), CheckCharacters = true };

    public static async Task Write(Sheet sheet, Stream to, CancellationToken cancellation, int most = MostRows)
    {
        var lane = new Lane(to);
        await WriteTo(lane, sheet, most, cancellation);
        await lane.Send(cancellation);
    }

    static async Task WriteTo(Stream to, Sheet sheet, int most, CancellationToken cancellation)
    {
        await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        var sheets = 0;
        var more = true;
        await using var rows = sheet.Rows.GetAsyncEnumerator(cancellation);
        while (more || sheets == 0)
        {
            var number = ++sheets;
            await Part(zip, $"xl/worksheets/sheet{number}.xml", async xml => more = await Worksheet(xml, sheet, rows, most, number == 1));
        }
        await Part(zip, "xl/styles.xml", xml => xml.WriteRawAsync(Styles));
        await Part(zip, "xl/workbook.xml", xml => xml.WriteRawAsync($"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{Each(sheets, n => $"""<sheet name="{SheetName(sheet.Name, n)}" sheetId="{n}" r:id="s{n}"/>""")}</sheets></workbook>"""));
        await Part(zip, "xl/_rels/workbook.xml.rels", xml => xml.WriteRawAsync($"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{Each(sheets, n => $"""<Relationship Id="s{n}" Type="{Relations}/worksheet" Target="worksheets/sheet{n}.xml"/>""")}<Relationship Id="styles" Type="{Relations}/styles" Target="styles.xml"/></Relationships>"""));
        await Part(zip, "_rels/.rels", xml => xml.WriteRawAsync($"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="workbook" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""));
        await Part(zip, "[Content_Types].xml", xml => xml.WriteRawAsync($"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Kind}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Kind}.styles+xml"/>{Each(sheets, n => $"""<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{Kind}.worksheet+xml"/>""")}</Types>"""));
    }

    const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    const string Styles = $"""<styleSheet xmlns="{Main}"><fonts><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf/><xf fontId="1" applyFont="1"/><xf quotePrefix="1"/>{WrappedLook}</cellXfs></styleSheet>""";

    const string WrappedLook = """<xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf quotePrefix="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>""";

    /// <summary>Whether rows are left for another sheet.</summary>
    static async Task<bool> Worksheet(XmlWriter xml, Sheet sheet, IAsyncEnumerator<IReadOnlyList<Cell>> rows, int most, bool first)
    {
        await xml.WriteStartElementAsync(null, "worksheet", Main);
        if (sheet.Widths is not []) await xml.WriteRawAsync($"<cols>{Each(sheet.Widths.Count, n => $"""<col min="{n}" max="{n}" width="{sheet.Widths[n - 1]}" customWidth="1"/>""")}</cols>");
        await xml.WriteStartElementAsync(null, "sheetData", Main);
        var written = 0;
        if (first)
            foreach (var line in sheet.Above) { await Row(xml, [line], sheet.Wraps); written++; }
        await Row(xml, sheet.Headings.Select(heading => (Cell)heading), wraps: false, Heading);
        written++;
        // A row that is left over would have been read already: whether there is one, the next sheet finds out.
        var more = true;
        while (written < most && (more = await rows.MoveNextAsync()))
        {
            await Row(xml, rows.Current, sheet.Wraps);
            written++;
        }
        await xml.WriteEndElementAsync();
        await xml.WriteEndElementAsync();
        return more;
    }

    static async Task Row(XmlWriter xml, IEnumerable<Cell> cells, bool wraps, string? style = null)
    {
        await xml.WriteStartElementAsync(null, "row", Main);
        foreach (var cell in cells)
        {
            await xml.WriteStartElementAsync(null, "c", Main);
            if ((style ?? Look(cell, wraps)) is { } look) await xml.WriteAttributeStringAsync(null, "s", null, look);
            if (cell.IsNumber && cell.Text.Count(char.IsAsciiDigit) <= Digits) await xml.WriteElementStringAsync(null, "v", Main, cell.Text);
            else await Text(xml, cell.ToString());
            await xml.WriteEndElementAsync();
        }
        await xml.WriteEndElementAsync();
    }

    static string? Look(Cell cell, bool wraps) => (cell.WouldBeCalculated, wraps) switch { (true, true) => QuotedAndWrapped, (true, false) => Quoted, (false, true) => Wrapped, _ => null };

    static async Task Text(XmlWriter xml, string text)
    {
        await xml.WriteAttributeStringAsync(null, "t", null, "inlineStr");
        await xml.WriteStartElementAsync(null, "is", Main);
        await xml.WriteStartElementAsync(null, "t", Main);
        await xml.WriteAttributeStringAsync("xml", "space", null, "preserve");
        await xml.WriteStringAsync(Escaped(text));
        await xml.WriteEndElementAsync();
        await xml.WriteEndElementAsync();
    }

    /// <summary>Characters that XML has no way to write, as Excel writes them: _x0007_; and a text that only looks so is kept apart (ECMA-376, ST_Xstring).</summary>
    public static string Escaped(string text)
    {
        if (text.Length > LongestText) text = text[..(char.IsHighSurrogate(text[LongestText - 2]) ? LongestText - 2 : LongestText - 1)] + "…";
        var safe = new StringBuilder(text.Length);
        var plain = LooksEscaped().Replace(text, "_x005F$0");
        for (var i = 0; i < plain.Length; i++)
        {
            var pair = i + 1 < plain.Length && char.IsSurrogatePair(plain[i], plain[i + 1]);
            if (pair) safe.Append(plain[i]).Append(plain[++i]);
            else if (char.IsSurrogate(plain[i])) safe.Append('\uFFFD');
            else if (XmlConvert.IsXmlChar(plain[i]) && plain[i] != '\r') safe.Append(plain[i]);
            else safe.Append(CultureInfo.InvariantCulture, $"_x{(int)plain[i]:X4}_");
        }
        return safe.ToString();
    }

    static async Task Part(ZipArchive zip, string name, Func<XmlWriter, Task> write)
    {
        await using var part = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync();
        await using var xml = XmlWriter.Create(part, Settings);
        await xml.WriteStartDocumentAsync(standalone: true);
        await write(xml);
    }

    static string Each(int count, Func<int, string> write) => string.Concat(Enumerable.Range(1, count).Select(write));

    // Excel forbids some signs in the name of a sheet, and more than 31 letters.
    static string SheetName(string name, int number)
    {
        var plain = string.Concat(name.Where(letter => char.IsLetterOrDigit(letter)).Take(20));
        return number == 1 ? plain.Length > 0 ? plain : "表" : string.Create(CultureInfo.InvariantCulture, $"{plain}（{number}）");
    }

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex LooksEscaped();
}
