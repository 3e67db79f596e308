using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Gongkai.Documents.Printing;
using Gongkai.Documents.Tests.Corpus;

namespace Gongkai.Documents.Tests.Intake;

/// <summary>Files as people send them, small and in order, and the pieces that they are made of.</summary>
static class Wares
{
    public const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string Main = "application/vnd.openxmlformats-officedocument.";

    public static byte[] Printed(PrintFormat format)
    {
        using var to = new MemoryStream();
        ReportPrinter.Print(SampleReports.Of2021, format, to);
        return to.ToArray();
    }

    public static byte[] Docx(string body = "<w:p><w:r><w:t>你好</w:t></w:r></w:p>", string links = "", params (string Name, string Xml)[] more) => Package.Of(DocxParts(body, links, more));

    public static (string, string)[] DocxParts(string body, string links = "", params (string Name, string Xml)[] more) =>
    [
        Types("word/document.xml", Main + "wordprocessingml.document.main+xml"),
        Root("word/document.xml"),
        ("word/document.xml", $"<w:document xmlns:w=\"{Word}\" xmlns:r=\"{Links}\"><w:body>{body}</w:body></w:document>"),
        ("word/_rels/document.xml.rels", Relations(links)),
        .. more,
    ];

    public static byte[] Xlsx(string rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", string links = "", string workbook = "", params (string Name, string Xml)[] more) => Package.Of(
    [
        Types("xl/workbook.xml", Main + "spreadsheetml.sheet.main+xml", ("xl/worksheets/sheet1.xml", Main + "spreadsheetml.worksheet+xml")),
        Root("xl/workbook.xml"),
        ("xl/workbook.xml", $"<workbook xmlns=\"{Sheet}\" xmlns:r=\"{Links}\"><sheets><sheet name=\"一\" sheetId=\"1\" r:id=\"s1\"/></sheets>{workbook}</workbook>"),
        ("xl/_rels/workbook.xml.rels", Relations($"<Relationship Id=\"s1\" Type=\"{Links}/worksheet\" Target=\"worksheets/sheet1.xml\"/>" + links)),
        ("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Sheet}\"><sheetData>{rows}</sheetData></worksheet>"),
        .. more,
    ]);

    public static string Link(string kind, string target, bool outside = false) =>
        $"<Relationship Id=\"x{target.Length}\" Type=\"{Links}/{kind}\" Target=\"{target}\"{(outside ? " TargetMode=\"External\"" : "")}/>";

    public static (string, string) Types(string main, string type, params (string Part, string Type)[] more) => ("[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + $"<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/{main}\" ContentType=\"{type}\"/>"
        + string.Concat(more.Select(part => $"<Override PartName=\"/{part.Part}\" ContentType=\"{part.Type}\"/>")) + "</Types>");

    public static (string, string) Root(string main) => ("_rels/.rels", Relations($"<Relationship Id=\"r1\" Type=\"{Links}/officeDocument\" Target=\"{main}\"/>"));

    static string Relations(string links) => $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{links}</Relationships>";

    public static byte[] Png(int width = 2, int height = 2, params (string Type, byte[] Data)[] extra)
    {
        using var to = new MemoryStream();
        to.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 2);
        Chunk(to, "IHDR", head);
        foreach (var (type, data) in extra) Chunk(to, type, data);
        using var rows = new MemoryStream();
        using (var packed = new ZLibStream(rows, CompressionLevel.Fastest, true)) packed.Write(new byte[2 * 7]);
        Chunk(to, "IDAT", rows.ToArray());
        Chunk(to, "IEND", []);
        return to.ToArray();
    }

    static void Chunk(Stream to, string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        to.Write(number);
        to.Write(body);
        var crc = ~0u;
        foreach (var b in body)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++) crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
        }
        BinaryPrimitives.WriteUInt32BigEndian(number, ~crc);
        to.Write(number);
    }

    /// <summary>Its blocks are in order; what they would draw is noise.</summary>
    public static byte[] Jpeg(int width = 4, int height = 4, params (byte Marker, byte[] Data)[] extra) =>
    [
        0xFF, 0xD8, .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]), .. extra.SelectMany(one => Segment(one.Marker, one.Data)),
        .. Segment(0xDB, [0, .. Enumerable.Repeat((byte)16, 64)]), .. Segment(0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]),
        .. Segment(0xC4, [0, 0, 1, .. new byte[14], 0]), .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xD9,
    ];

    static byte[] Segment(byte marker, byte[] data) => [0xFF, marker, (byte)(data.Length + 2 >> 8), (byte)(data.Length + 2), .. data];

    public static byte[] Gif(int width = 1, int height = 1, params (byte Label, byte[] Data)[] extra) =>
    [
        .. "GIF89a"u8, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0x80, 0, 0, 0, 0, 0, 255, 255, 255,
        .. extra.SelectMany(one => (byte[])[0x21, one.Label, .. one.Data.Chunk(255).SelectMany(piece => (byte[])[(byte)piece.Length, .. piece]), 0]),
        0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B,
    ];

    /// <summary>Comes round for ever: the mark of the program, and the count after it, are pieces of their own.</summary>
    public static byte[] MovingGif(byte[] comment) =>
        [.. Gif()[..19], 0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0, 0x21, 0xF9, 4, 0, 9, 0, 0, 0, .. comment, .. Gif()[19..^1], 0x21, 0xF9, 4, 0, 9, 0, 0, 0, .. Gif()[19..]];

    public static byte[] Webp(params (string Type, byte[] Data)[] extra)
    {
        byte[] chunks = [.. Piece("VP8X", [0x0C, 0, 0, 0, 0, 0, 0, 0, 0, 0]), .. Piece("VP8L", [0x2F, 0, 0, 0, 0x10, 7, 0x10, 0x11, 0x11, 0x88, 0x88, 0xFE, 7]), .. extra.SelectMany(one => Piece(one.Type, one.Data))];
        if (extra is []) chunks = Piece("VP8L", [0x2F, 0, 0, 0, 0x10, 7, 0x10, 0x11, 0x11, 0x88, 0x88, 0xFE, 7]);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, chunks.Length + 4);
        return [.. "RIFF"u8, .. length, .. "WEBP"u8, .. chunks];
    }

    public static byte[] Piece(string type, byte[] data) => [.. Encoding.ASCII.GetBytes(type), (byte)data.Length, (byte)(data.Length >> 8), 0, 0, .. data, .. new byte[data.Length % 2]];

    const string OfdSpace = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";

    /// <summary>One page with one line of text.</summary>
    /// <param name="about">Within DocInfo.</param>
    /// <param name="body">Within DocBody.</param>
    /// <param name="document">Within the document's root.</param>
    /// <param name="page">Within the page's layer.</param>
    public static byte[] Ofd(string about = "", string body = "", string document = "", string page = "", params (string, byte[])[] more) => HostileUpload.Zip(
    [
        Ofd("OFD.xml", $"<ofd:OFD {OfdSpace} DocType=\"OFD\" Version=\"1.0\"><ofd:DocBody><ofd:DocInfo><ofd:DocID>0123456789abcdef0123456789abcdef</ofd:DocID>{about}</ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>{body}</ofd:DocBody></ofd:OFD>"),
        Ofd("Doc_0/Document.xml", $"<ofd:Document {OfdSpace}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes></ofd:CommonData><ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"Pages/Page_0/Content.xml\"/></ofd:Pages>{document}</ofd:Document>"),
        Ofd("Doc_0/DocumentRes.xml", $"<ofd:Res {OfdSpace} BaseLoc=\"Res\"><ofd:MultiMedias><ofd:MultiMedia ID=\"9\" Type=\"Image\"><ofd:MediaFile>a.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>"),
        Ofd("Doc_0/Pages/Page_0/Content.xml", $"<ofd:Page {OfdSpace}><ofd:Content><ofd:Layer ID=\"2\"><ofd:TextObject ID=\"3\" Boundary=\"10 10 50 5\" Font=\"4\" Size=\"4\"><ofd:TextCode X=\"0\" Y=\"4\">留加</ofd:TextCode></ofd:TextObject>{page}</ofd:Layer></ofd:Content></ofd:Page>"),
        .. more.Any(one => one.Item1 == "Doc_0/Res/a.png") ? [] : ((string, byte[])[])[("Doc_0/Res/a.png", Png())], .. more,
    ]);

    public static (string, byte[]) Ofd(string name, string xml) => (name, Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml));

    /// <summary>A page, with further objects from number 5 on.</summary>
    public static byte[] Pdf(string catalog = "", string trailer = "", string content = "0 0 100 100 re f", params string[] more) => PdfOf(trailer,
        [$"<< /Type /Catalog /Pages 2 0 R {catalog} >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>", Stream("", content), .. more]);

    public static string Stream(string dictionary, string content) => $"<< {dictionary} /Length {content.Length} >>\nstream\n{content}\nendstream";

    public static string Packed(string dictionary, string content)
    {
        using var to = new MemoryStream();
        using (var zlib = new ZLibStream(to, CompressionLevel.Optimal, true)) zlib.Write(Encoding.Latin1.GetBytes(content));
        return Stream($"{dictionary} /Filter /FlateDecode", Encoding.Latin1.GetString(to.ToArray()));
    }

    public static byte[] PdfOf(string trailer, params string[] objects)
    {
        var pdf = new StringBuilder("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        List<int> starts = [];
        for (var i = 0; i < objects.Length; i++)
        {
            starts.Add(pdf.Length);
            pdf.Append($"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var table = pdf.Length;
        pdf.Append($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var start in starts) pdf.Append($"{start:D10} 00000 n \n");
        pdf.Append($"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R {trailer}/ID [<00><00>] >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }
}
