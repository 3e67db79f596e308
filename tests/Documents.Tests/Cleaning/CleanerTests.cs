using System.IO.Compression;
using System.Text;
using Gongkai.Documents.Cleaning;
using Gongkai.Documents.Intake;
using Gongkai.Documents.Printing;
using Gongkai.Documents.Tests.Intake;
using static Gongkai.Documents.Tests.Intake.Wares;

namespace Gongkai.Documents.Tests.Cleaning;

/// <summary>No canary that was hidden in a file is in what goes out, or else the file is held back and says why. What shows stays.</summary>
public sealed class CleanerTests
{
    const string Canary = "CANARY-";

    /// <param name="Held">What must be told after cleaning, because only a person can decide; nothing where the canary must be gone.</param>
    sealed record Case(string Name, FileType Type, Func<byte[]> Make, HiddenKind? Held = null);

    static IEnumerable<Case> Cases =>
    [
        new("EXIF", FileType.Jpeg, () => Jpeg(4, 4, (0xE1, [.. "Exif\0\0"u8, .. "MM\0*"u8, .. "CANARY-1"u8, .. new byte[20]]))),
        new("XMP in a photograph", FileType.Jpeg, () => Jpeg(4, 4, (0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. "CANARY-1"u8]))),
        new("IPTC", FileType.Jpeg, () => Jpeg(4, 4, (0xED, [.. "Photoshop 3.0\0CANARY-1"u8]))),
        new("a comment in a photograph", FileType.Jpeg, () => Jpeg(4, 4, (0xFE, "CANARY-1"u8.ToArray()))),
        new("a second picture behind a photograph", FileType.Jpeg, () => [.. Jpeg(), .. Jpeg(4, 4, (0xFE, "CANARY-1"u8.ToArray()))]),
        new("PNG text", FileType.Png, () => Png(2, 2, ("tEXt", "Author\0CANARY-1"u8.ToArray()), ("iTXt", "XML:com.adobe.xmp\0\0\0\0\0CANARY-2"u8.ToArray()), ("eXIf", "MM\0*CANARY-3"u8.ToArray()))),
        new("packed PNG text", FileType.Png, () => Png(2, 2, ("zTXt", [.. "Comment\0\0"u8, .. Deflated("CANARY-1")]))),
        new("the author of a document", FileType.Docx, () => Docx(more: [("docProps/core.xml", "<c>CANARY-1</c>"), ("docProps/app.xml", "<c>CANARY-2</c>"), ("docProps/custom.xml", "<c>CANARY-3</c>"), ("customXml/item1.xml", "<c>CANARY-4</c>")])),
        new("a tracked change", FileType.Docx, () => Docx("<w:p><w:r><w:t>留</w:t></w:r><w:del w:id=\"1\" w:author=\"CANARY-1\"><w:r><w:delText>CANARY-2</w:delText></w:r></w:del><w:ins w:id=\"2\" w:author=\"CANARY-3\" w:date=\"2026-01-01T00:00:00Z\"><w:r><w:t>加</w:t></w:r></w:ins></w:p>")),
        new("a moved paragraph", FileType.Docx, () => Docx("<w:p><w:moveFrom w:id=\"1\" w:author=\"x\"><w:r><w:t>CANARY-1</w:t></w:r></w:moveFrom><w:r><w:t>留加</w:t></w:r></w:p>")),
        new("a deleted row", FileType.Docx, () => Docx("<w:p><w:r><w:t>留加</w:t></w:r></w:p><w:tbl><w:tr><w:trPr><w:del w:id=\"1\" w:author=\"x\"/></w:trPr><w:tc><w:p><w:r><w:t>CANARY-1</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>")),
        new("a change of form", FileType.Docx, () => Docx("<w:p><w:r><w:rPr><w:b/><w:rPrChange w:id=\"1\" w:author=\"CANARY-1\"><w:rPr/></w:rPrChange></w:rPr><w:t>留加</w:t></w:r></w:p>")),
        new("a comment in a document", FileType.Docx, () => Docx("<w:p><w:commentRangeStart w:id=\"1\"/><w:r><w:t>留加</w:t></w:r><w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r></w:p>", Link("comments", "comments.xml"),
            ("word/comments.xml", $"<w:comments xmlns:w=\"{Word}\"><w:comment w:id=\"1\" w:author=\"CANARY-1\"><w:p><w:r><w:t>CANARY-2</w:t></w:r></w:p></w:comment></w:comments>"), ("word/people.xml", "<p>CANARY-3</p>"))),
        new("hidden text", FileType.Docx, () => Docx("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>CANARY-1</w:t></w:r><w:r><w:t>留加</w:t></w:r></w:p>")),
        new("white text", FileType.Docx, () => Docx("<w:p><w:r><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:t>CANARY-1</w:t></w:r></w:p>"), HiddenKind.Text),
        new("variables of a document", FileType.Docx, () => Docx(more: ("word/settings.xml", $"<w:settings xmlns:w=\"{Word}\"><w:docVars><w:docVar w:name=\"a\" w:val=\"CANARY-1\"/></w:docVars></w:settings>"))),
        new("the workbook of a chart", FileType.Docx, () => HostileUpload.Zip([.. DocxParts("").Select(part => (part.Item1, Encoding.UTF8.GetBytes(part.Item2))), ("word/embeddings/a.xlsx", Xlsx("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>CANARY-1</v></c></row>"))]), HiddenKind.KeptData),
        new("the author of a workbook", FileType.Xlsx, () => Xlsx(more: ("docProps/core.xml", "<c>CANARY-1</c>"))),
        new("a comment in a workbook", FileType.Xlsx, () => Xlsx(more: [("xl/comments1.xml", "<c>CANARY-1</c>"), ("xl/threadedComments/threadedComment1.xml", "<c>CANARY-2</c>"), ("xl/persons/person.xml", "<c>CANARY-3</c>"), ("xl/drawings/vmlDrawing1.vml", "<x>CANARY-4</x>")])),
        new("a string that no cell shows", FileType.Xlsx, () => Xlsx("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", Link("sharedStrings", "sharedStrings.xml"), more: ("xl/sharedStrings.xml", $"<sst xmlns=\"{Sheet}\"><si><t>留加</t></si><si><t>CANARY-1</t></si></sst>"))),
        new("a hidden sheet", FileType.Xlsx, () => Package("state=\"veryHidden\""), HiddenKind.Sheet),
        new("a hidden column", FileType.Xlsx, () => Xlsx("<row r=\"1\" hidden=\"1\"><c r=\"A1\" t=\"str\"><v>CANARY-1</v></c></row>"), HiddenKind.RowOrColumn),
        new("a row without height", FileType.Xlsx, () => Xlsx("<row r=\"1\" ht=\"0\"><c r=\"A1\" t=\"str\"><v>CANARY-1</v></c></row>"), HiddenKind.RowOrColumn),
        new("a pivot table's copy", FileType.Xlsx, () => Xlsx(more: ("xl/pivotCache/pivotCacheRecords1.xml", "<c>CANARY-1</c>")), HiddenKind.KeptData),
        new("PDF properties", FileType.Pdf, () => Pdf(trailer: "/Info 5 0 R ", more: "<< /Author (CANARY-1) /Title (CANARY-2) >>")),
        new("XMP in a PDF", FileType.Pdf, () => Pdf("/Metadata 5 0 R", more: Packed("/Type /Metadata /Subtype /XML", "<x>CANARY-1</x>"))),
        new("what a program left in a PDF", FileType.Pdf, () => Pdf("/PieceInfo << /X << /Private (CANARY-1) >> >>")),
        new("an earlier state of a PDF", FileType.Pdf, () => Later(Pdf(content: "BT (CANARY-1) Tj ET"), 4, Stream("", "0 0 100 100 re f"))),
        new("an object that nothing uses", FileType.Pdf, () => Pdf(more: Packed("", "CANARY-1"))),
        new("a note on a page", FileType.Pdf, () => PageOf("/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (CANARY-1) >>]", "")),
        new("a stamp on a page", FileType.Pdf, () => PageOf("/Annots [<< /Type /Annot /Subtype /Stamp /Rect [0 0 9 9] /Contents (CANARY-1) >>]", ""), HiddenKind.Comment),
        new("text that is not drawn", FileType.Pdf, () => PageOf("", "BT /F 12 Tf 3 Tr 50 700 Td (CANARY-1) Tj ET"), HiddenKind.Text),
        new("text off the page", FileType.Pdf, () => PageOf("", "BT /F 12 Tf 900 700 Td (CANARY-1) Tj ET"), HiddenKind.Text),
        new("white text on a page", FileType.Pdf, () => PageOf("", "1 g BT /F 12 Tf 50 700 Td (CANARY-1) Tj ET"), HiddenKind.Text),
        new("text under a black box", FileType.Pdf, () => PageOf("", "0 g BT /F 12 Tf 50 700 Td (CANARY-1) Tj ET 40 690 300 40 re f"), HiddenKind.Text),
        new("whatever lies in a ZIP file", FileType.Zip, () => HostileUpload.Zip(("a.txt", "CANARY-1"u8.ToArray())), HiddenKind.KeptData),
    ];

    public static TheoryData<string> Names => [.. Cases.Select(one => one.Name)];

    [Theory, MemberData(nameof(Names))]
    public void A_canary_is_gone_or_the_file_says_why_it_is_held_back(string name)
    {
        var one = Cases.Single(one => one.Name == name);
        var bytes = one.Make();
        Assert.Contains(Canary, Everything(bytes), StringComparison.Ordinal);

        var cleaned = Cleaner.Clean(bytes, one.Type);

        if (one.Held is { } held)
        {
            Assert.Contains(cleaned.Left, hidden => hidden.Kind == held);
            return;
        }
        Assert.DoesNotContain(Canary, Everything(cleaned.Bytes), StringComparison.Ordinal);
        Assert.Empty(cleaned.Left);
        if (one.Type == FileType.Docx && Everything(bytes).Contains("<w:t>留", StringComparison.Ordinal)) Assert.Contains("留加", Shown(cleaned.Bytes), StringComparison.Ordinal);
        Assert.Equal(one.Type, FileGate.Examine(cleaned.Bytes, "a" + one.Type.Ending, Allowance.Attachment).Type);
        Assert.Equal(cleaned.Bytes, Cleaner.Clean(cleaned.Bytes, one.Type).Bytes);
    }

    public static TheoryData<FileType> Clean => [FileType.Pdf, FileType.Png, FileType.Jpeg, FileType.Docx, FileType.Xlsx, FileType.Text, FileType.Csv];

    [Theory, MemberData(nameof(Clean))]
    public void A_clean_file_is_accused_of_nothing(FileType type) => Assert.Empty(Cleaner.Inspect(FileGateTests.Of(type), type));

    [Fact]
    public void What_draws_a_picture_stays_as_it_is()
    {
        Assert.Equal(Png(), Cleaner.Clean(Png(2, 2, ("tEXt", "a\0b"u8.ToArray())), FileType.Png).Bytes);
        Assert.Equal(Jpeg(), Cleaner.Clean(Jpeg(4, 4, (0xFE, "a"u8.ToArray())), FileType.Jpeg).Bytes);
    }

    [Theory, InlineData(6, false), InlineData(8, true)]
    public void A_picture_that_was_taken_upright_stays_upright(byte turned, bool big)
    {
        byte[] exif = big ? [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0, 0, 0, 0, 0, .. "CANARY-1"u8]
            : [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, turned, 0, 0, 0, 0, 0, 0, 0, .. "CANARY-1"u8];
        var cleaned = Cleaner.Clean(Jpeg(4, 4, (0xE1, exif)), FileType.Jpeg);

        Assert.Empty(cleaned.Left);
        Assert.DoesNotContain(Canary, Everything(cleaned.Bytes), StringComparison.Ordinal);
        Assert.Equal([.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turned], cleaned.Bytes[6..32]);
    }

    [Fact]
    public void A_document_that_we_print_says_the_same_after_it_was_cleaned()
    {
        var cleaned = Cleaner.Clean(Printed(PrintFormat.Docx), FileType.Docx);

        Assert.Empty(cleaned.Left);
        Assert.Equal(Text(Printed(PrintFormat.Docx)), Text(cleaned.Bytes));
        Assert.Equal("文件属性（作者、单位、设备、位置等）", Assert.Single(cleaned.Removed).Words);

        static string Text(byte[] docx)
        {
            using var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(new MemoryStream(docx), false);
            return document.MainDocumentPart!.Document!.Body!.InnerText;
        }
    }

    [Fact]
    public void A_page_draws_the_same_after_a_PDF_was_written_anew()
    {
        var cleaned = Cleaner.Clean(PageOf("", "BT /F 12 Tf 50 700 Td (Hello) Tj ET"), FileType.Pdf);
        using var document = UglyToad.PdfPig.PdfDocument.Open(cleaned.Bytes);

        Assert.Empty(cleaned.Left);
        Assert.Equal("Hello", document.GetPage(1).Text);
        Assert.Equal((595, 842), (document.GetPage(1).Width, document.GetPage(1).Height));
    }

    [Fact]
    public void Whatever_is_changed_in_a_file_it_is_cleaned_or_refused()
    {
        var good = Cases.Where(one => one.Type != FileType.Zip).Select(one => (one.Type, Bytes: one.Make())).ToArray();
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var (type, bytes) = good[random.Next(good.Length)];
            try
            {
                Cleaner.Clean(FileGateTests.Mutant(bytes, random), type);
            }
            catch (RefusedFileException refused)
            {
                Assert.StartsWith("文件", refused.Message, StringComparison.Ordinal);
            }
        }
    }

    /// <summary>Every byte, and every byte of everything in it that is packed, at any depth.</summary>
    static string Everything(byte[] bytes)
    {
        var all = new StringBuilder(Encoding.Latin1.GetString(bytes) + Encoding.UTF8.GetString(bytes) + Encoding.Unicode.GetString(bytes) + Encoding.BigEndianUnicode.GetString(bytes));
        for (var at = 0; at + 2 < bytes.Length; at++)
            if (bytes[at] == 0x78 && bytes[at + 1] is 0x01 or 0x5E or 0x9C or 0xDA) Unpack(bytes, at, all);
        if (bytes is [(byte)'P', (byte)'K', ..])
            using (var zip = new ZipArchive(new MemoryStream(bytes)))
                foreach (var entry in zip.Entries)
                {
                    using var stream = entry.Open();
                    using var whole = new MemoryStream();
                    stream.CopyTo(whole);
                    all.Append(entry.FullName).Append(Everything(whole.ToArray()));
                }
        return all.ToString();
    }

    static void Unpack(byte[] bytes, int at, StringBuilder all)
    {
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(bytes, at, bytes.Length - at), CompressionMode.Decompress);
            using var whole = new MemoryStream();
            zlib.CopyTo(whole);
            all.Append(Encoding.Latin1.GetString(whole.ToArray()));
        }
        catch (InvalidDataException)
        {
            // Bytes that only look like a packed stream.
        }
    }

    static string Shown(byte[] docx)
    {
        using var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(new MemoryStream(docx), false);
        return document.MainDocumentPart!.Document!.Body!.InnerText;
    }

    static byte[] Deflated(string text)
    {
        using var to = new MemoryStream();
        using (var zlib = new ZLibStream(to, CompressionLevel.Optimal, true)) zlib.Write(Encoding.ASCII.GetBytes(text));
        return to.ToArray();
    }

    static byte[] Package(string state) => Corpus.Package.Of(
    [
        Types("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"), Root("xl/workbook.xml"),
        ("xl/workbook.xml", $"<workbook xmlns=\"{Sheet}\"><sheets><sheet name=\"CANARY-1\" sheetId=\"1\" {state}/></sheets></workbook>"),
    ]);

    static byte[] PageOf(string page, string content) => PdfOf("",
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> {page} >>", Stream("", content));

    static byte[] Later(byte[] first, int number, string instead)
    {
        var before = Encoding.Latin1.GetString(first);
        var was = before[(before.LastIndexOf("startxref\n", StringComparison.Ordinal) + 10)..before.LastIndexOf("\n%%EOF", StringComparison.Ordinal)];
        var table = before.Length + $"{number} 0 obj\n{instead}\nendobj\n".Length;
        return Encoding.Latin1.GetBytes(before + $"{number} 0 obj\n{instead}\nendobj\nxref\n{number} 1\n{before.Length:D10} 00000 n \ntrailer\n<< /Size 5 /Root 1 0 R /Prev {was} >>\nstartxref\n{table}\n%%EOF\n");
    }
}
