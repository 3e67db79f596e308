using System.IO.Compression;
using System.Text;
using Gongkai.Documents.Intake;
using Gongkai.Documents.Tests.Cleaning;
using Gongkai.Documents.Tests.Corpus;
using Gongkai.Documents.Tests.Intake;
using Gongkai.Documents.Tests.Redaction;
using static Gongkai.Documents.Tests.Intake.Wares;

namespace Gongkai.Documents.Tests.Publication;

/// <summary>Files in which a number of a person is planted, each in another way.</summary>
sealed record Plant(string Name, string File, Func<string, byte[]> Make)
{
    public static IReadOnlyList<Plant> All { get; } = [.. Pdfs, .. Documents, .. Workbooks, .. Pictures, .. Texts, .. Replanted];

    const string Known = "BT /F 12 Tf 50 500 Td (OPENWORD and more words of it) Tj ET ";

    static string Visible(string number) => $"BT /F 12 Tf 50 700 Td ({number}) Tj ET ";

    static string Utf16(string text) => Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text));

    static IEnumerable<Plant> Pdfs =>
    [
        Pdf("visible", number => CanaryPdf.Page(Visible(number) + Known)),
        Pdf("in pieces", number => CanaryPdf.Page($"BT /F 12 Tf 50 700 Td [({number[..3]}) -20 ({number[3..5]}) 5 ({number[5..]})] TJ ET " + Known)),
        Pdf("written backwards", number => CanaryPdf.Page($"BT /F 12 Tf {50 + 6 * 6.672:0.###} 700 Td ({number[6..]}) Tj ET BT /F 12 Tf 50 700 Td ({number[..6]}) Tj ET " + Known)),
        Pdf("with escapes", number => CanaryPdf.Page(Visible(string.Concat(number.Select(sign => "\\" + Convert.ToString(sign, 8).PadLeft(3, '0')))) + Known)),
        Pdf("not drawn", number => CanaryPdf.Page(Visible(number).Replace("BT", "BT 3 Tr", StringComparison.Ordinal) + Known)),
        Pdf("white", number => CanaryPdf.Page("1 g " + Visible(number) + "0 g " + Known)),
        Pdf("under a box", number => CanaryPdf.Page(Visible(number) + "0 g 40 690 200 30 re f " + Known)),
        Pdf("under a picture", number => CanaryPdf.Page(Visible(number) + "q 200 0 0 40 40 690 cm BI /W 2 /H 1 /CS /G /BPC 8 ID \u0001\u00FF EI Q " + Known)),
        Pdf("drawn twice", number => CanaryPdf.Page(Visible(number) + Visible(number).Replace("50 700", "50.3 700", StringComparison.Ordinal) + Known)),
        Pdf("off the page", number => CanaryPdf.Page(Visible(number).Replace("50 700", "50 900", StringComparison.Ordinal) + Known)),
        Pdf("turned", number => CanaryPdf.Page(Visible(number) + Known, "/Rotate 90")),
        Pdf("in an earlier state", number => CanaryPdf.Later(CanaryPdf.Page(Visible(number) + Known), 4, Stream("", Known))),
        Pdf("in an earlier state that is packed", number => CanaryPdf.Later(CanaryPdf.Page("", "", null, Packed("", Visible(number) + Known)), 4, Stream("", Known))),
        Pdf("in an object that nothing uses", number => CanaryPdf.Page(Known, more: [$"<< /Nobody ({number}) >>"])),
        Pdf("in a stream that nothing uses", number => CanaryPdf.Page(Known, more: [Packed("", Visible(number))])),
        Pdf("in a packed object", number => CanaryPdf.Page(Known, more: [Packed("/Type /ObjStm /N 1 /First 4", $"9 0 << /X ({number}) >>")])),
        Pdf("in a packed object, in two-byte signs", number => CanaryPdf.Page(Known, more: [Packed("/Type /ObjStm /N 1 /First 4", "9 0 << /X <" + Utf16("\uFEFF" + number) + "> >>")])),
        Pdf("in a note", number => CanaryPdf.Page(Known, $"/Annots [<< /Type /Annot /Subtype /Text /Rect [60 700 80 715] /Contents ({number}) >>]")),
        Pdf("in a note in two-byte signs", number => CanaryPdf.Page(Known, $"/Annots [<< /Type /Annot /Subtype /Text /Rect [60 700 80 715] /Contents <{Utf16("\uFEFF" + number)}> >>]")),
        Pdf("in a form field", number => CanaryPdf.Page(Known, $"/Annots [<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /Rect [50 695 200 715] /V ({number}) /DA (/F 12 Tf 0 g) >>]")),
        Pdf("in the properties", number => CanaryPdf.Page(Known, trailer: $"/Info << /Title ({number}) >> ")),
        Pdf("in XMP", number => CanaryPdf.Page(Known, catalog: "/Metadata 5 0 R", more: [Stream("/Type /Metadata /Subtype /XML", "<x>" + string.Concat(number.Select(sign => $"&#{(int)sign};")) + "</x>")])),
        Pdf("in a file within", number => CanaryPdf.Page(Known, catalog: "/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a.txt) /EF << /F 5 0 R >> >>] >> >>", more: [Packed("/Type /EmbeddedFile", "x " + number)])),
        Pdf("in a link", number => CanaryPdf.Page(Known, $"/Annots [<< /Type /Annot /Subtype /Link /Rect [50 700 150 715] /A << /S /URI /URI (http://example.invalid/{number}) >> >>]")),
        Pdf("in a bookmark", number => CanaryPdf.Page(Known, catalog: $"/Outlines << /First << /Title ({number}) /Dest [3 0 R /Fit] >> /Count 1 >>")),
        Pdf("behind the end", number => [.. CanaryPdf.Page(Known), .. Encoding.ASCII.GetBytes($"\n% {number}\n")]),
        Pdf("in a form within the page", number => CanaryPdf.Page("q /X Do Q " + Known, font: "/F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /XObject << /X 5 0 R ", more: [Stream("/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>", Visible(number))])),
        Pdf("in a layer that is switched off", number => CanaryPdf.Page("/OC /L BDC " + Visible(number) + "EMC " + Known, font: "/F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /Properties << /L 5 0 R ", catalog: "/OCProperties << /OCGs [5 0 R] /D << /OFF [5 0 R] >> >>", more: ["<< /Type /OCG /Name (hidden) >>"])),
        Pdf("in a photograph", number => CanaryPdf.Page(Known, more: [Stream("/Type /XObject /Subtype /Image /Width 4 /Height 4 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode", Encoding.Latin1.GetString(Jpeg(4, 4, (0xFE, Encoding.ASCII.GetBytes(number)))))])),
    ];

    static Plant Pdf(string name, Func<string, byte[]> make) => new("PDF: " + name, "名单.pdf", make);

    static string Paragraph(string text) => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";

    static IEnumerable<Plant> Documents =>
    [
        new("DOCX: visible", "a.docx", number => Docx(Paragraph("身份证号" + number))),
        new("DOCX: over runs", "a.docx", number => Docx($"<w:p><w:r><w:t>号{number[..4]}</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r><w:rPr><w:b/></w:rPr><w:t>{number[4..9]}</w:t></w:r><w:r><w:t>{number[9..]}</w:t></w:r></w:p>")),
        new("DOCX: in a table", "a.docx", number => Docx($"<w:tbl><w:tr><w:tc>{Paragraph("张三")}</w:tc><w:tc>{Paragraph(number)}</w:tc></w:tr></w:tbl>")),
        new("DOCX: a digit a cell", "a.docx", number => Docx($"<w:tbl><w:tr>{string.Concat(number.Select(digit => $"<w:tc>{Paragraph(digit.ToString())}</w:tc>"))}</w:tr></w:tbl>")),
        new("DOCX: in a table within a table", "a.docx", number => Docx($"<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>{Paragraph(number)}</w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>")),
        new("DOCX: in the footer", "a.docx", number => Docx(more: ("word/footer1.xml", $"<w:ftr xmlns:w=\"{Word}\">{Paragraph(number)}</w:ftr>"))),
        new("DOCX: in a footnote", "a.docx", number => Docx(more: ("word/footnotes.xml", $"<w:footnotes xmlns:w=\"{Word}\"><w:footnote>{Paragraph(number)}</w:footnote></w:footnotes>"))),
        new("DOCX: in a text box", "a.docx", number => Docx($"<w:p><w:r><w:pict><w:txbxContent>{Paragraph(number)}</w:txbxContent></w:pict></w:r></w:p>")),
        new("DOCX: deleted in part", "a.docx", number => Docx($"<w:p><w:r><w:t>{number[..5]}</w:t></w:r><w:del w:id=\"1\" w:author=\"x\"><w:r><w:delText>{number[5..9]}</w:delText></w:r></w:del><w:ins w:id=\"2\" w:author=\"x\"><w:r><w:t>****</w:t></w:r></w:ins><w:r><w:t>{number[9..]}</w:t></w:r></w:p>")),
        new("DOCX: in what a picture is called", "a.docx", number => Docx($"<w:p><w:r><wp:docPr xmlns:wp=\"urn:x\" id=\"1\" descr=\"{number}\"/></w:r></w:p>")),
        new("DOCX: in a field", "a.docx", number => Docx($"<w:p><w:r><w:instrText>QUOTE {number}</w:instrText></w:r></w:p>")),
        new("DOCX: wide digits", "a.docx", number => Docx(Paragraph(string.Concat(number.Select(sign => char.IsAsciiDigit(sign) ? (char)(sign + 0xFEE0) : sign))))),
        new("PPTX: on a slide", "a.pptx", number => Package.Of(Types("ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"), Root("ppt/presentation.xml"), ("ppt/presentation.xml", "<p:presentation xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"/>"),
            ("ppt/slides/slide1.xml", $"<p:sld xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" xmlns:a=\"urn:a\"><a:p><a:r><a:t>{number[..6]}</a:t></a:r><a:r><a:t>{number[6..]}</a:t></a:r></a:p></p:sld>"))),
        new("OFD: on a page", "a.ofd", number => Ofd(page: $"<ofd:TextObject ID=\"5\" Boundary=\"10 20 50 5\"><ofd:TextCode>{number}</ofd:TextCode></ofd:TextObject>")),
    ];

    static string Cells(params string[] cells) => $"<row r=\"1\">{string.Concat(cells.Select((cell, i) => $"<c r=\"{(char)('A' + i)}1\" t=\"str\"><v>{cell}</v></c>"))}</row>";

    static IEnumerable<Plant> Workbooks =>
    [
        new("XLSX: visible", "a.xlsx", number => Xlsx(Cells("张三", number))),
        new("XLSX: over cells", "a.xlsx", number => Xlsx(Cells("张三", "联系电话", number[..3], number[3..7], number[7..]))),
        new("XLSX: in a shared string of several runs", "a.xlsx", number => Xlsx("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", Link("sharedStrings", "sharedStrings.xml"), more: ("xl/sharedStrings.xml", $"<sst xmlns=\"{Wares.Sheet}\"><si><r><t>{number[..4]}</t></r><r><t>{number[4..]}</t></r></si></sst>"))),
        new("XLSX: on a hidden sheet", "a.xlsx", number => Xlsx(links: Link("worksheet", "worksheets/sheet22.xml"), more: [("xl/worksheets/sheet2.xml", $"<worksheet xmlns=\"{Wares.Sheet}\"><sheetData>{Cells(number)}</sheetData></worksheet>")])),
        new("XLSX: in a hidden column", "a.xlsx", number => Package.Of(Types("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", ("xl/worksheets/sheet1.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml")), Root("xl/workbook.xml"),
            ("xl/workbook.xml", $"<workbook xmlns=\"{Wares.Sheet}\" xmlns:r=\"{Links}\"><sheets><sheet name=\"一\" sheetId=\"1\" r:id=\"s1\"/></sheets></workbook>"), ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"s1\" Type=\"{Links}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
            ("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Wares.Sheet}\"><cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols><sheetData>{Cells("张三", number)}</sheetData></worksheet>"))),
        new("XLSX: in a hidden row", "a.xlsx", number => Xlsx($"<row r=\"1\" hidden=\"1\"><c r=\"A1\" t=\"str\"><v>{number}</v></c></row>")),
        new("XLSX: in a formula", "a.xlsx", number => Xlsx($"<row r=\"1\"><c r=\"A1\" t=\"str\"><f>\"{number}\"&amp;\"\"</f><v></v></c></row>")),
        new("XLSX: in a pivot table's copy", "a.xlsx", number => Xlsx(more: ("xl/pivotCache/pivotCacheRecords1.xml", $"<pivotCacheRecords xmlns=\"{Wares.Sheet}\"><r><s v=\"{number}\"/></r></pivotCacheRecords>"))),
        new("XLSX: in a comment of several runs", "a.xlsx", number => Xlsx(more: ("xl/comments1.xml", $"<comments xmlns=\"{Wares.Sheet}\"><commentList><comment ref=\"A1\"><text><r><t>{number[..5]}</t></r><r><t>{number[5..]}</t></r></text></comment></commentList></comments>"))),
        new("XLSX: in the header", "a.xlsx", number => Xlsx("</sheetData><headerFooter><oddHeader>" + number + "</oddHeader></headerFooter><sheetData>")),
        new("XLSX: in a chart", "a.xlsx", number => Xlsx(more: ("xl/charts/chart1.xml", $"<c><ser><v>{number}</v></ser></c>"))),
        new("XLSX: in the properties", "a.xlsx", number => Xlsx(more: ("docProps/custom.xml", $"<p><v>{number}</v></p>"))),
    ];

    static byte[] Packed(string text)
    {
        using var to = new MemoryStream();
        using (var zlib = new ZLibStream(to, CompressionLevel.Optimal, true)) zlib.Write(Encoding.ASCII.GetBytes(text));
        return to.ToArray();
    }

    static string Packed(string dictionary, string content) => Wares.Packed(dictionary, content);

    static IEnumerable<Plant> Pictures =>
    [
        new("JPEG: in EXIF", "a.jpg", number => Jpeg(4, 4, (0xE1, [.. "Exif\0\0"u8, .. "MM\0*"u8, .. Encoding.ASCII.GetBytes(number), .. new byte[20]]))),
        new("JPEG: in EXIF, two bytes a sign", "a.jpg", number => Jpeg(4, 4, (0xE1, [.. "Exif\0\0"u8, .. "MM\0*"u8, .. Encoding.Unicode.GetBytes(number), .. new byte[20]]))),
        new("JPEG: in a comment", "a.jpg", number => Jpeg(4, 4, (0xFE, Encoding.ASCII.GetBytes(number)))),
        new("JPEG: behind the end", "a.jpg", number => [.. Jpeg(), .. Encoding.ASCII.GetBytes(number)]),
        new("PNG: in a text", "a.png", number => Png(2, 2, ("tEXt", [.. "Author\0"u8, .. Encoding.ASCII.GetBytes(number)]))),
        new("PNG: in a packed text", "a.png", number => Png(2, 2, ("zTXt", [.. "Comment\0\0"u8, .. Packed(number)]))),
        new("PNG: in XMP", "a.png", number => Png(2, 2, ("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. Encoding.ASCII.GetBytes(number)]))),
        new("GIF: in a comment", "a.gif", number => Gif(extra: (0xFE, Encoding.ASCII.GetBytes(number)))),
        new("WEBP: in XMP", "a.webp", number => Webp(("XMP ", Encoding.ASCII.GetBytes($"<x>{number}</x>")))),
    ];

    static IEnumerable<Plant> Texts =>
    [
        new("TXT", "a.txt", number => Encoding.UTF8.GetBytes($"名单\r\n张三，{number}\r\n")),
        new("CSV", "a.csv", number => Encoding.UTF8.GetBytes($"姓名,电话\r\n张三,{number}\r\n")),
        new("CSV in UTF-16", "a.csv", number => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes($"姓名,电话\r\n张三,\"{number}\"\r\n")]),
        new("ZIP: a document in it", "a.zip", number => HostileUpload.Zip(("甲.docx", Docx(Paragraph(number))))),
        new("ZIP: the name of a file in it", "a.zip", number => HostileUpload.Zip(($"{number}.txt", "x"u8.ToArray()))),
        new("the name of a file", "张三{0}.txt", _ => "x"u8.ToArray()),
    ];

    // What the cleaning is tested with, the word exchanged for a number.
    static IEnumerable<Plant> Replanted => CleanerTests.Cases.Where(one => one.Make() is [(byte)'P', (byte)'K', ..] && one.Name is not "the remark of a ZIP file" && !one.Name.Contains("nobody can look into", StringComparison.Ordinal))
        .Select(one => new Plant("as cleaned: " + one.Name, "a" + one.Type.Ending, number => Exchanged(one.Make(), number)));

    static byte[] Exchanged(byte[] zip, string number)
    {
        using var from = new ZipArchive(new MemoryStream(zip));
        return HostileUpload.Zip([.. from.Entries.Select(entry =>
        {
            using var stream = entry.Open();
            using var whole = new MemoryStream();
            stream.CopyTo(whole);
            var bytes = whole.ToArray();
            return (entry.FullName, bytes is [(byte)'P', (byte)'K', ..] ? Exchanged(bytes, number) : bytes is [(byte)'<' or 0xEF, ..] ? Encoding.UTF8.GetBytes(System.Text.RegularExpressions.Regex.Replace(Encoding.UTF8.GetString(bytes), "CANARY-[0-9]", number)) : Encoding.Latin1.GetBytes(System.Text.RegularExpressions.Regex.Replace(Encoding.Latin1.GetString(bytes), "CANARY-[0-9]", number)));
        })]);
    }

    public override string ToString() => Name;
}
