using System.IO.Compression;
using System.Text;

namespace Gongkai.Documents.Tests.Corpus;

/// <summary>A file that is broken, locked, no report, or meant to do harm.</summary>
/// <param name="Name">What is wrong with it.</param>
/// <param name="File">Its name, which may lie.</param>
/// <param name="Open">Opens it; large ones are made while they are read.</param>
/// <param name="Refused">Whether it must be refused; otherwise it may also be read.</param>
public sealed record Hostile(string Name, string File, Func<Stream> Open, bool Refused = true)
{
    public static IReadOnlyList<Hostile> All { get; } = [.. Zipped, .. Texts, .. Pages, .. HostilePdfs.All, .. Strangers];

    static IEnumerable<Hostile> Zipped =>
    [
        new("a document part of a gigabyte of blanks", "bomb.docx", () => Bomb("word/document.xml", Docx, 64)),
        new("a document part of a gigabyte that says it is small", "bomb.docx", () => Bomb("word/document.xml", Docx, 64, declared: 1000)),
        new("a sheet of a gigabyte of blanks", "bomb.xlsx", () => Bomb("xl/worksheets/sheet1.xml", Xlsx, 64)),
        new("shared strings of a gigabyte", "bomb.xlsx", () => Bomb("xl/sharedStrings.xml", Xlsx, 64)),
        new("thirty thousand entries over the same bytes", "overlap.docx", () => RawZip.Overlapping(30_000)),
        new("entities within entities in a document", "laughs.docx", () => Laughs("word/document.xml", Docx)),
        new("entities within entities in shared strings", "laughs.xlsx", () => Laughs("xl/sharedStrings.xml", Xlsx)),
        new("an entity that asks for a file", "outside.docx", () => new MemoryStream(Package.Of([.. Docx, ("word/document.xml", "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>")]))),
        new("half a document", "half.docx", () => Half(DocxShapes.Plain(SourceMaker.Make(1)))),
        new("half a workbook", "half.xlsx", () => Half(XlsxShapes.All.First().Publish(SourceMaker.Make(1), new Random(1)).Bytes)),
        new("a ZIP file that is no document", "archive.docx", () => new MemoryStream(Package.Of(("readme.txt", "你好")))),
        new("an empty ZIP file", "empty.docx", () => new MemoryStream(Package.Of())),
        new("a cell that spans a thousand million columns", "wide.docx", () => new MemoryStream(Package.Of([.. Docx, ("word/document.xml", $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:tbl>{string.Concat(Enumerable.Repeat("<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"1000000000\"/><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>", 1000))}</w:tbl></w:body></w:document>")]))),
        new("tables a thousand deep", "deep.docx", () => new MemoryStream(Package.Of([.. Docx, ("word/document.xml", "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 5000)) + "<w:p/>" + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 5000)) + "</w:body></w:document>")]))),
        new("a sheet merged to its last cell", "merged.xlsx", () => new MemoryStream(Package.Of([.. Xlsx, ("xl/sharedStrings.xml", "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>"), ("xl/worksheets/sheet1.xml", "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c><c r=\"ZZZZZZZ9999999999\" t=\"s\"><v>-7</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:XFD1048576\"/><mergeCell ref=\"A1:ZZZZZZZ99999999999\"/><mergeCell ref=\"B\"/></mergeCells></worksheet>")]))),
    ];

    static IEnumerable<Hostile> Texts =>
    [
        new("two gigabytes of text", "long.txt", () => new Endless("政府信息公开\n", 2L << 30)),
        new("text without an end", "endless.txt", () => new Endless("0\t0\t0\n", long.MaxValue)),
        new("a page without an end", "endless.html", () => new Endless("<table><tr><td>0</td></tr></table>", long.MaxValue)),
        new("a hundred megabytes on one line", "line.txt", () => new Endless("0", 100L << 20)),
        new("ten megabytes of digits on one line", "digits.txt", () => new Endless("1234567890", 10L << 20)),
        new("a megabyte of opening parentheses", "open.txt", () => new Endless("（", 3L << 20)),
        new("a megabyte of years", "years.txt", () => new Endless("2019年", 1L << 20)),
        new("a quote that never closes", "open.csv", () => new Endless("\"一、本年新收,0\n", 5L << 20)),
        new("rows of a hundred ones run together", "ones.txt", () => Text(Ones(100)), Refused: false),
        new("rows of ten thousand noughts run together", "noughts.txt", () => Text(Ones(10_000).Replace('1', '0')), Refused: false),
        new("nothing", "empty.txt", () => new MemoryStream()),
        new("white space", "blank.txt", () => Text(new string(' ', 10_000) + "\n\n\t")),
        new("a mark and nothing else", "mark.txt", () => new MemoryStream([0xEF, 0xBB, 0xBF])),
        new("half a megabyte of noughts", "null.txt", () => new MemoryStream(new byte[512 << 10])),
        new("news of something else", "news.txt", () => Text("市图书馆新馆开放\n本报讯　昨日，市图书馆新馆正式向市民开放。新馆建筑面积3.2万平方米，藏书120万册，设有少儿、古籍等8个阅览区。\n据介绍，新馆每周开放6天，读者凭身份证即可入馆。")),
        new("a table of something else", "prices.csv", () => Text("品名,单价,数量\n白菜,1.20,30\n萝卜,0.80,12\n总计,,42\n")),
    ];

    static IEnumerable<Hostile> Pages =>
    [
        new("a hundred thousand boxes deep", "deep.html", () => Text(string.Concat(Enumerable.Repeat("<div>", 100_000)) + "政府信息公开")),
        new("a hundred thousand spans deep", "spans.html", () => Text("<p>" + string.Concat(Enumerable.Repeat("<b><i>", 50_000)) + "政府信息公开")),
        new("ten thousand tables deep", "tables.html", () => Text(string.Concat(Enumerable.Repeat("<table><tr><td>", 10_000)) + "0")),
        new("a million cells", "cells.html", () => new Endless("<tr><td>0</td><td>0</td><td>0</td><td>0</td></tr>", 12_500_000, "<table>")),
        new("a cell across a thousand million columns", "wide.html", () => Text("<table><tr><td colspan=1000000000 rowspan=1000000>0</td></tr></table>" + Report("<td colspan=\"1000000000\">")), Refused: false),
        new("every cell down a million lines", "tall.html", () => Text("<table>" + string.Concat(Enumerable.Repeat("<tr><td rowspan=65534 colspan=1000>0</td></tr>", 2000)) + "</table>")),
        new("entities within entities on a page", "laughs.html", () => Text(LaughsOf("html") + "<html><body>&i;</body></html>")),
        new("a charset that does not exist", "charset.html", () => Text("<meta charset=\"x-nonsense\"><p>你好</p>")),
        new("a picture as text", "picture.svg", () => Text(LaughsOf("svg") + "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>&i;</text></svg>")),
        new("comments without an end", "comment.html", () => new Endless("<!-- ", 5L << 20)),
        new("attributes without an end", "attributes.html", () => new Endless(" a=b", 5L << 20, "<p")),
    ];

    static IEnumerable<Hostile> Strangers =>
    [
        new("a locked document", "locked.docx", () => Compound("EncryptedPackage")),
        new("a document of Word 97", "old.doc", () => Compound("WordDocument")),
        new("a workbook of Excel 97", "old.xls", () => Compound("Workbook")),
        new("a program", "report.docx", () => new MemoryStream([.. "MZ"u8, .. new byte[4000]])),
        new("a photograph", "scan.jpg", () => new MemoryStream([0xFF, 0xD8, 0xFF, 0xE0, .. Noise(5000)])),
        new("noise", "noise.bin", () => new MemoryStream(Noise(100_000))),
        new("noise that calls itself text", "noise.txt", () => new MemoryStream(Noise(100_000))),
        new("rich text", "report.rtf", () => new MemoryStream([.. "{\\rtf1\\ansi\\ansicpg936 {\\'d5\\'fe\\'b8\\'ae}}"u8])),
    ];

    static (string, string)[] Docx => [("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"),
        ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>")];

    static (string, string)[] Xlsx => [("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/></Types>"),
        ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
        ("xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>")];

    static MemoryStream Text(string text) => new(Encoding.UTF8.GetBytes(text));

    static MemoryStream Half(byte[] bytes) => new(bytes, 0, bytes.Length / 2);

    static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        return bytes;
    }

    static string Ones(int digits) => string.Join('\n', Shape.Lines(SourceMaker.Make(3), table => Sheet.Of(SourceMaker.Make(3), table).Lines
        .Select(line => string.Concat(line.Where(box => box.Cell is null).Select(box => box.Text)) + (line.Any(box => box.Cell is not null) ? new string('1', digits) : ""))));

    static string Report(string cell) => HtmlShapes.Body(SourceMaker.Make(3), HtmlShapes.Spanned).Replace("<td>", cell);

    static MemoryStream Compound(string stream)
    {
        byte[] bytes = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[4096 - 8]];
        Encoding.Unicode.GetBytes(stream).CopyTo(bytes, 1024);
        return new(bytes);
    }

    static string LaughsOf(string root) => $"<!DOCTYPE {root} [<!ENTITY a \"哈哈哈哈哈哈哈哈哈哈\">{string.Concat("bcdefghi".Select(c => $"<!ENTITY {c} \"{string.Concat(Enumerable.Repeat($"&{(char)(c - 1)};", 10))}\">"))}]>";

    static MemoryStream Laughs(string part, (string Name, string Xml)[] others) => new(Package.Of([.. others,
        .. part.StartsWith("xl", StringComparison.Ordinal) ? [("xl/worksheets/sheet1.xml", "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData></worksheet>")] : Array.Empty<(string, string)>(),
        (part, part.StartsWith("xl", StringComparison.Ordinal)
            ? LaughsOf("sst") + "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>&i;</t></si></sst>"
            : LaughsOf("d") + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&i;</w:t></w:r></w:p></w:body></w:document>")]));

    static MemoryStream Bomb(string part, (string Name, string Xml)[] others, int sixteenMegabytes, uint? declared = null) =>
        new(RawZip.With(others, part, sixteenMegabytes, declared));
}

/// <summary>A stream of one text over and over, made while it is read.</summary>
sealed class Endless(string text, long length, string start = "") : Stream
{
    readonly byte[] head = Encoding.UTF8.GetBytes(start);
    readonly byte[] again = Encoding.UTF8.GetBytes(text);
    long at;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Min(buffer.Length, length - at);
        for (var i = 0; i < count; i++, at++)
            buffer[i] = at < head.Length ? head[at] : again[(at - head.Length) % again.Length];
        return count;
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => at; set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
