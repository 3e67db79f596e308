using System.Globalization;
using System.Text;
using Gongkai.Documents.Redaction;
using Gongkai.Rules.Requests;
using static Gongkai.Documents.Tests.Intake.Wares;

namespace Gongkai.Documents.Tests.Redaction;

/// <summary>A PDF in which a secret is planted in one way, beside text that may be known.</summary>
/// <param name="Box">What a clerk marks: left, bottom, right and top in the coordinates of the page's content.</param>
/// <param name="Seen">Whether pdftotext tells the secret.</param>
sealed record CanaryPdf(string Name, byte[] Bytes, bool Seen, string Secret = CanaryPdf.Canary, RedactionBox? At = null)
{
    public const string Canary = "CANARY-7Q4X9";
    public const string Open = "OPENWORD";

    // Where the secret is printed, and where it is not: 20 points above the lower edge of the one, and of the other.
    const string Visible = "BT /F 12 Tf 50 700 Td (" + Canary + ") Tj ET ";
    const string Known = "BT /F 12 Tf 50 500 Td (" + Open + ") Tj ET ";
    const string Font = "/F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
    const string Fixed = "/F << /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>] >>";

    /// <summary>Around the line at 700 points.</summary>
    public static RedactionBox Line { get; } = new(45.0 / 595, (842 - 715.0) / 842, 130.0 / 595, 22.0 / 842);

    public RedactionPlan Plan => new([new(1, At ?? Line, RedactionGround.Privacy, "姓名")]);

    public static IReadOnlyList<CanaryPdf> All { get; } =
    [
        new("visible", Page(Visible + Known), true),
        new("in pieces", Page("BT /F 12 Tf 50 700 Td [(CAN) -20 (A) 5 (RY-)] TJ (7Q) Tj (4X9) ' ET " + Known.Replace("12 Tf", "12 Tf 0 TL")), true),
        new("in pieces that are written backwards", Page("BT /F 12 Tf 103 700 Td (7Q4X9) Tj ET BT /F 12 Tf 50 700 Td (CANARY-) Tj ET " + Known), true),
        new("with escapes", Page(@"BT /F 12 Tf 50 700 Td (CA\116ARY\0557\1214X9) Tj ET " + Known), true),
        new("not drawn", Page(Visible.Replace("BT", "BT 3 Tr") + Known.Replace("BT", "BT 0 Tr")), true),
        new("white", Page("1 g " + Visible + "0 g " + Known), true),
        new("under a box of its own colour", Page(Visible + "0 g 40 690 200 30 re f " + Known), true),
        new("under a picture", Page(Visible + "q 200 0 0 40 40 690 cm BI /W 2 /H 1 /CS /G /BPC 8 ID \u0001\u00FF EI Q " + Known), true),
        new("drawn twice for boldness", Page(Visible + Visible.Replace("50 700", "50.3 700") + Known), true),
        new("in an earlier state", Later(Page(Visible + Known), 4, Stream("", Known)), false),
        new("in an earlier state that is packed", Later(Page("", "", null, Packed("", Visible + Known)), 4, Stream("", Known)), false),
        new("in an object that nothing uses", Page(Known, more: ["<< /Nobody (" + Canary + ") >>"]), false),
        new("in a stream that nothing uses", Page(Known, more: [Packed("", Visible)]), false),
        new("in a packed object", Page(Known, more: [Packed("/Type /ObjStm /N 1 /First 4", "9 0 << /X (" + Canary + ") >>")]), false),
        new("in a packed object, in two-byte signs", Page(Known, more: [Packed("/Type /ObjStm /N 1 /First 4", "9 0 << /X <" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes("\uFEFF" + Canary)) + "> >>")]), false),
        new("in a note", Page(Known, "/Annots [<< /Type /Annot /Subtype /Text /Rect [60 700 80 715] /Contents (" + Canary + ") >>]"), false),
        new("in a note in two-byte signs", Page(Known, "/Annots [<< /Type /Annot /Subtype /Text /Rect [60 700 80 715] /Contents <" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes("\uFEFF" + Canary)) + "> >>]"), false),
        new("in a form field", Page(Known, "/Annots [<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /Rect [50 695 200 715] /V (" + Canary + ") /DA (/F 12 Tf 0 g) >>]"), false),
        new("in the properties", Page(Known, trailer: "/Info << /Title (" + Canary + ") >> "), false),
        new("in XMP", Page(Known, catalog: "/Metadata 5 0 R", more: [Stream("/Type /Metadata /Subtype /XML", "<x>" + string.Concat(Canary.Select(sign => $"&#{(int)sign};")) + "</x>")]), false),
        new("in a name", Page(Known, catalog: "/Dests << /CANARY#2D7Q4X9 [3 0 R /Fit] >>"), false),
        new("in a file within", Page(Known, catalog: "/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a.txt) /EF << /F 5 0 R >> >>] >> >>", more: [Packed("/Type /EmbeddedFile", "x " + Canary)]), false),
        new("in a link", Page(Known, "/Annots [<< /Type /Annot /Subtype /Link /Rect [50 700 150 715] /A << /S /URI /URI (http://example.invalid/" + Canary + ") >> >>]"), false),
        new("in a script", Page(Known, catalog: "/OpenAction << /S /JavaScript /JS (app.alert\\('" + Canary + "'\\)) >>"), false),
        new("in a bookmark", Page(Known, catalog: "/Outlines << /First << /Title (" + Canary + ") /Dest [3 0 R /Fit] >> /Count 1 >>"), false),
        new("behind the end", [.. Page(Known), .. Encoding.ASCII.GetBytes("\n% " + Canary + "\n")], false),
        new("packed behind the end", [.. Page(Known), .. Encoding.Latin1.GetBytes("\n" + Packed("", Canary))], false),
        new("off the page", Page(Visible.Replace("50 700", "50 900") + Known), true),
        new("with a ligature", Page("BT /F 12 Tf 50 700 Td (con\u0001dential) Tj ET " + Known.Replace("/F", "/G"), font: LigatureFont + "/G" + Font[2..]), true, "confidential"),
        new("Chinese, the font not embedded", Page("BT /F 12 Tf 50 700 Td <" + Utf16("张三丰") + "> Tj ET BT /F 12 Tf 50 500 Td <" + Utf16("可以公开的") + "> Tj ET " + Known.Replace("/F", "/G"), font: Fixed + "/G" + Font[2..]), true, "张三丰"),
        new("Chinese, wide digits", Page("BT /F 12 Tf 50 700 Td <" + Utf16("１３８００１３８") + "> Tj ET " + Known.Replace("/F", "/G"), font: Fixed + "/G" + Font[2..]), true, "13800138"),
        new("Chinese, of a font of the old encoding", Page("BT /F 12 Tf 50 700 Td <D5C5C8FDB7E1> Tj ET " + Known.Replace("/F", "/G"), font: Fixed.Replace("UniGB-UCS2-H", "GBK-EUC-H") + "/G" + Font[2..]), true, "张三丰"),
        new("Chinese, written downwards", Page("BT /F 12 Tf 60 710 Td <" + Utf16("张三丰") + "> Tj ET " + Known.Replace("/F", "/G"), font: Fixed.Replace("UniGB-UCS2-H", "UniGB-UCS2-V") + "/G" + Font[2..]), true, "张三丰",
            new(45.0 / 595, (842 - 712.0) / 842, 30.0 / 595, 42.0 / 842)),
        new("in a form within the page", Page("q /X Do Q " + Known, font: Font + " >> /XObject << /X 5 0 R ", more: [Stream("/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << " + Font + " >> >>", Visible)]), true),
        new("in a layer that is switched off", Page("/OC /L BDC " + Visible + "EMC " + Known, font: Font + " >> /Properties << /L 5 0 R ", catalog: "/OCProperties << /OCGs [5 0 R] /D << /OFF [5 0 R] >> >>", more: ["<< /Type /OCG /Name (hidden) >>"]), true),
        new("in a note that is drawn", Page(Known, "/Annots [<< /Type /Annot /Subtype /FreeText /Rect [50 695 200 715] /Contents (" + Canary + ") /DA (/F 12 Tf 0 g) /AP << /N 5 0 R >> >>]",
            more: [Stream("/Type /XObject /Subtype /Form /BBox [0 0 150 20] /Resources << /Font << " + Font + " >> >>", "BT /F 12 Tf 2 5 Td (" + Canary + ") Tj ET")]), true),
        .. new[] { 90, 180, 270 }.Select(turn => new CanaryPdf($"turned by {turn}", Page(Visible + Known, $"/Rotate {turn}"), true, At: Turned(turn))),
        new("cut out of a larger page", Page(Visible + Known, "/CropBox [20 400 420 800]", box: "[-100 -100 595 842]"), true, At: new(25.0 / 400, (800 - 715.0) / 400, 130.0 / 400, 22.0 / 400)),
        new("cut out and turned", Page(Visible + Known, "/CropBox [20 400 420 800] /Rotate 90", box: "[-100 -100 595 842]"), true, At: new((697 - 400.0 - 4) / 400, 25.0 / 400, 22.0 / 400, 130.0 / 400)),
        new("twice as large", Page(Visible + Known, "/UserUnit 2"), true),
    ];

    static string LigatureFont => "/F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /Differences [1 /fi] >> /ToUnicode 5 0 R >> ";

    static RedactionBox Turned(int turn)
    {
        var (left, top, right, bottom) = (Line.Left, Line.Top, Line.Left + Line.Width, Line.Top + Line.Height);
        return turn switch
        {
            90 => new(1 - bottom, left, bottom - top, right - left),
            180 => new(1 - right, 1 - bottom, right - left, bottom - top),
            _ => new(top, 1 - right, bottom - top, right - left),
        };
    }

    /// <summary>One page.</summary>
    public static byte[] Page(string content, string page = "", string? box = null, string? contents = null, string font = Font, string catalog = "", string trailer = "", string[]? more = null) => PdfOf(trailer,
    [
        $"<< /Type /Catalog /Pages 2 0 R {catalog} >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        $"<< /Type /Page /Parent 2 0 R /MediaBox {box ?? "[0 0 595 842]"} /Contents 4 0 R /Resources << /Font << {font} >> >> {page} >>", contents ?? Stream("", content),
        .. font.Contains("/ToUnicode 5 0 R", StringComparison.Ordinal) ? [Stream("", "begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <20> <7E> <0020> endbfrange 1 beginbfchar <01> <00660069> endbfchar endcmap")] : more ?? [],
    ]);

    /// <summary>The same file saved again with another object of that number.</summary>
    public static byte[] Later(byte[] first, int number, string instead)
    {
        var before = Encoding.Latin1.GetString(first);
        var was = before[(before.LastIndexOf("startxref\n", StringComparison.Ordinal) + 10)..before.LastIndexOf("\n%%EOF", StringComparison.Ordinal)];
        var changed = $"{number} 0 obj\n{instead}\nendobj\n";
        return Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{before}{changed}xref\n{number} 1\n{before.Length:D10} 00000 n \ntrailer\n<< /Size 5 /Root 1 0 R /Prev {was} >>\nstartxref\n{before.Length + changed.Length}\n%%EOF\n"));
    }

    /// <summary>What careless people do: a black box drawn over it, as one more revision.</summary>
    public byte[] DrawnOver => Later(Bytes, 99, Stream("", "0 g 0 0 2000 2000 re f"));

    static string Utf16(string text) => Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text));
}
