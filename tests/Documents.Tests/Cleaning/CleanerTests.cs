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
        new("a photograph in a document", FileType.Docx, () => HostileUpload.Zip([.. DocxParts("").Select(part => (part.Item1, Encoding.UTF8.GetBytes(part.Item2))), ("word/media/image1.jpeg", Jpeg(4, 4, (0xFE, "CANARY-1"u8.ToArray())))])),
        new("a picture in a document that nobody can look into", FileType.Docx, () => HostileUpload.Zip([.. DocxParts("").Select(part => (part.Item1, Encoding.UTF8.GetBytes(part.Item2))), ("word/media/image1.emf", "\u0001\0\0\0CANARY-1"u8.ToArray())]), HiddenKind.KeptData),
        new("a photograph in a PDF", FileType.Pdf, () => PageOf("/XObject << /I 5 0 R >>", "", Stream("/Type /XObject /Subtype /Image /Width 4 /Height 4 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode", Encoding.Latin1.GetString(Jpeg(4, 4, (0xFE, "CANARY-1"u8.ToArray())))))),
        new("a comment in a GIF", FileType.Gif, () => Gif(extra: (0xFE, "CANARY-1"u8.ToArray()))),
        new("XMP in a GIF", FileType.Gif, () => Gif(extra: (0xFF, "XMP DataXMP<x>CANARY-1</x>"u8.ToArray()))),
        new("text that no program draws in a GIF", FileType.Gif, () => Gif(extra: (0x01, [.. new byte[12], .. "CANARY-1"u8]))),
        new("a loop that keeps more than its count", FileType.Gif, () => Gif(extra: (0xFF, "NETSCAPE2.0CANARY-1"u8.ToArray()))),
        new("a comment in a moving GIF", FileType.Gif, () => MovingGif([0x21, 0xFE, 8, .. "CANARY-1"u8, 0])),
        new("what lies behind a GIF", FileType.Gif, () => [.. Gif(), .. "CANARY-1"u8]),
        new("EXIF in a WebP", FileType.Webp, () => Webp(("EXIF", [.. "MM\0*"u8, .. "CANARY-1"u8, .. new byte[20]]))),
        new("XMP in a WebP", FileType.Webp, () => Webp(("XMP ", "<x>CANARY-1</x>"u8.ToArray()))),
        new("a chunk of a WebP that nobody knows", FileType.Webp, () => Webp(("meta", "CANARY-1"u8.ToArray()))),
        new("a chunk in a frame of a WebP", FileType.Webp, () => Webp(("ANMF", [.. new byte[16], .. Piece("VP8L", [0x2F, 0, 0, 0, 0x10]), .. Piece("note", "CANARY-1"u8.ToArray())]))),
        new("what lies behind a WebP", FileType.Webp, () => [.. Webp(), .. "CANARY-1"u8]),
        new("the properties of an OFD", FileType.Ofd, () => Ofd("<ofd:Title>CANARY-1</ofd:Title><ofd:Author>CANARY-2</ofd:Author><ofd:CreationDate>CANARY-3</ofd:CreationDate><ofd:Creator>CANARY-4</ofd:Creator><ofd:CustomDatas><ofd:CustomData Name=\"a\">CANARY-5</ofd:CustomData></ofd:CustomDatas><ofd:Keywords><ofd:Keyword>CANARY-6</ofd:Keyword></ofd:Keywords>")),
        new("the identity of an OFD", FileType.Ofd, () => HostileUpload.Zip(("OFD.xml", Encoding.UTF8.GetBytes("<OFD xmlns=\"http://www.ofdspec.org/2016\"><DocBody><DocInfo><DocID>CANARY-1</DocID></DocInfo></DocBody></OFD>")))),
        new("an earlier version of an OFD", FileType.Ofd, () => Ofd(body: "<ofd:Versions><ofd:Version ID=\"1\" Index=\"1\" BaseLoc=\"Doc_0/Versions/V.xml\"/></ofd:Versions>", more: Ofd("Doc_0/Versions/V.xml", "<v>CANARY-1</v>"))),
        new("a part of an OFD that nothing uses", FileType.Ofd, () => Ofd(more: ("Doc_0/Res/b.dat", "CANARY-1"u8.ToArray()))),
        new("tags and extensions of an OFD", FileType.Ofd, () => Ofd(document: "<ofd:CustomTags>Tags/T.xml</ofd:CustomTags><ofd:Extensions>E.xml</ofd:Extensions>", more: [Ofd("Doc_0/Tags/T.xml", "<t>CANARY-1</t>"), Ofd("Doc_0/E.xml", "<e>CANARY-2</e>")])),
        new("a remark in the XML of an OFD", FileType.Ofd, () => Ofd(document: "<!-- CANARY-1 -->")),
        new("what an OFD does not show", FileType.Ofd, () => Ofd(page: "<ofd:TextObject ID=\"5\" Boundary=\"10 20 50 5\" Visible=\"false\"><ofd:TextCode>CANARY-1</ofd:TextCode></ofd:TextObject>")),
        new("a picture's text in an OFD", FileType.Ofd, () => Ofd(more: ("Doc_0/Res/a.png", Png(2, 2, ("tEXt", "Author\0CANARY-1"u8.ToArray()))))),
        new("white text in an OFD", FileType.Ofd, () => Ofd(page: "<ofd:TextObject ID=\"5\" Boundary=\"10 20 50 5\"><ofd:FillColor Value=\"255 255 255\"/><ofd:TextCode>CANARY-1</ofd:TextCode></ofd:TextObject>"), HiddenKind.Text),
        new("text under a box in an OFD", FileType.Ofd, () => Ofd(page: "<ofd:TextObject ID=\"5\" Boundary=\"10 20 50 5\"><ofd:TextCode>CANARY-1</ofd:TextCode></ofd:TextObject><ofd:PathObject ID=\"6\" Boundary=\"5 15 100 20\" Fill=\"true\"/>"), HiddenKind.Text),
        new("transparent text in an OFD", FileType.Ofd, () => Ofd(page: "<ofd:TextObject ID=\"5\" Boundary=\"10 20 50 5\" Alpha=\"0\"><ofd:TextCode>CANARY-1</ofd:TextCode></ofd:TextObject>"), HiddenKind.Text),
        new("a note on a page of an OFD", FileType.Ofd, () => Ofd(document: "<ofd:Annotations>A.xml</ofd:Annotations>", more: Ofd("Doc_0/A.xml", "<PageAnnot><Annot Type=\"Stamp\"><Appearance>CANARY-1</Appearance></Annot></PageAnnot>")), HiddenKind.Comment),
        new("the author of a document in a ZIP file", FileType.Zip, () => HostileUpload.Zip(("材料/甲.docx", Docx(more: ("docProps/core.xml", "<c>CANARY-1</c>"))), ("乙.txt", "乙"u8.ToArray()))),
        new("the remark of a ZIP file", FileType.Zip, () => Remarked(HostileUpload.Zip(("a.txt", "x"u8.ToArray())), "CANARY-1")),
        new("white text in a ZIP file", FileType.Zip, () => HostileUpload.Zip(("a.docx", Docx("<w:p><w:r><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:t>CANARY-1</w:t></w:r></w:p>"))), HiddenKind.Text),
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
        Assert.Equal(one.Type, FileGate.Examine(cleaned.Bytes, "a" + one.Type.Ending, FileGateTests.Anything).Type);
        Assert.Equal(cleaned.Bytes, Cleaner.Clean(cleaned.Bytes, one.Type).Bytes);
    }

    public static TheoryData<FileType> Clean => [FileType.Pdf, FileType.Png, FileType.Jpeg, FileType.Gif, FileType.Webp, FileType.Docx, FileType.Xlsx, FileType.Ofd, FileType.Text, FileType.Csv];

    [Theory, MemberData(nameof(Clean))]
    public void A_clean_file_is_accused_of_nothing(FileType type) => Assert.Empty(Cleaner.Inspect(FileGateTests.Of(type), type));

    [Fact]
    public void What_draws_a_picture_stays_as_it_is()
    {
        Assert.Equal(Png(), Cleaner.Clean(Png(2, 2, ("tEXt", "a\0b"u8.ToArray())), FileType.Png).Bytes);
        Assert.Equal(Jpeg(), Cleaner.Clean(Jpeg(4, 4, (0xFE, "a"u8.ToArray())), FileType.Jpeg).Bytes);
        Assert.Equal(MovingGif([]), Cleaner.Clean(MovingGif([0x21, 0xFE, 1, 65, 0]), FileType.Gif).Bytes);
        var frame = ("ANMF", (byte[])[.. new byte[16], .. Piece("VP8L", [0x2F, 0, 0, 0, 0x10])]);
        var moving = Webp(frame);
        moving[20] = 0;
        Assert.Equal(moving, Cleaner.Clean(Webp(frame, ("XMP ", "a"u8.ToArray())), FileType.Webp).Bytes);
    }

    [Fact]
    public void A_WebP_that_was_taken_upright_stays_upright()
    {
        byte[] exif = [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, .. "CANARY-1"u8];
        var cleaned = Cleaner.Clean(Webp(("EXIF", exif)), FileType.Webp);

        Assert.Empty(cleaned.Left);
        Assert.DoesNotContain(Canary, Everything(cleaned.Bytes), StringComparison.Ordinal);
        Assert.Equal([.. "EXIF"u8, 26, 0, 0, 0, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0], cleaned.Bytes[^34..]);
        Assert.Equal(0x08, cleaned.Bytes[20]);
    }

    [Theory]
    [InlineData("<ofd:Signatures>Doc_0/Signs/Signatures.xml</ofd:Signatures>", "", "文件带有电子签章，清理后签章会失效；请在 OFD 软件中导出不带签章的 OFD，或打印为 PDF 后上传。")]
    [InlineData("", "<ofd:Attachments>Attachs/A.xml</ofd:Attachments>", "文件带有附件，不能随文件一起公开；请在 OFD 软件中删除附件，需要公开的附件单独上传。")]
    public void An_OFD_that_cannot_be_cleaned_is_refused_with_what_to_do(string body, string document, string said)
    {
        Assert.Equal(said, Assert.Throws<RefusedFileException>(() => Cleaner.Clean(Ofd(body: body, document: document), FileType.Ofd)).Message);
        var zip = HostileUpload.Zip(("公文/甲.ofd", Ofd(body: body, document: document)));
        Assert.Equal($"文件中的“甲.ofd”不能公开：{said}", Assert.Throws<RefusedFileException>(() => Cleaner.Clean(zip, FileType.Zip)).Message);
    }

    [Fact]
    public void An_OFD_still_leads_to_its_pages_and_pictures_after_it_was_cleaned()
    {
        using var zip = new ZipArchive(new MemoryStream(Cleaner.Clean(Ofd("<ofd:Author>甲</ofd:Author>"), FileType.Ofd).Bytes));

        Assert.Equal(["Doc_0/Document.xml", "Doc_0/DocumentRes.xml", "Doc_0/Pages/Page_0/Content.xml", "Doc_0/Res/a.png", "OFD.xml"], zip.Entries.Select(entry => entry.FullName));
        Assert.Contains("留加", new StreamReader(zip.GetEntry("Doc_0/Pages/Page_0/Content.xml")!.Open()).ReadToEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_members_of_a_ZIP_file_keep_their_names_also_those_that_Windows_wrote()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var packed = new MemoryStream();
        using (var windows = new ZipArchive(packed, ZipArchiveMode.Create, true, Encoding.GetEncoding("GB18030")))
            windows.CreateEntry("材料/公示.txt").Open().Dispose();
        var bytes = packed.ToArray();
        // .NET says that every name is UTF-8 unless it is not asked to; Windows says nothing.
        foreach (var (mark, at) in new[] { ("PK\u0003\u0004", 7), ("PK\u0001\u0002", 9) }) bytes[bytes.AsSpan().IndexOf(Encoding.Latin1.GetBytes(mark)) + at] &= 0xF7;
        using var zip = new ZipArchive(new MemoryStream(Cleaner.Clean(bytes, FileType.Zip).Bytes));

        Assert.Equal("材料/公示.txt", Assert.Single(zip.Entries).FullName);
        Assert.Equal(new DateTime(1980, 1, 1, 0, 0, 0), zip.Entries[0].LastWriteTime.DateTime);
    }

    static byte[] Remarked(byte[] zip, string remark)
    {
        zip[^2] = (byte)remark.Length;
        return [.. zip, .. Encoding.ASCII.GetBytes(remark)];
    }

    [Fact]
    public void What_a_ZIP_file_tells_names_the_member()
    {
        var zip = HostileUpload.Zip(("甲.docx", Docx("<w:p><w:r><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:t>x</w:t></w:r></w:p>")));
        Assert.Equal("“甲.docx”的白色文字", Assert.Single(Cleaner.Clean(zip, FileType.Zip).Left).Where);
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
        var good = Cases.Select(one => (one.Type, Bytes: one.Make())).ToArray();
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

    static byte[] PageOf(string page, string content, params string[] more) => PdfOf("",
    [
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> {(page.StartsWith("/XObject", StringComparison.Ordinal) ? page : "")} >> {(page.StartsWith("/XObject", StringComparison.Ordinal) ? "" : page)} >>", Stream("", content.Length == 0 && page.StartsWith("/XObject", StringComparison.Ordinal) ? "/I Do" : content), .. more,
    ]);

    static byte[] Later(byte[] first, int number, string instead)
    {
        var before = Encoding.Latin1.GetString(first);
        var was = before[(before.LastIndexOf("startxref\n", StringComparison.Ordinal) + 10)..before.LastIndexOf("\n%%EOF", StringComparison.Ordinal)];
        var table = before.Length + $"{number} 0 obj\n{instead}\nendobj\n".Length;
        return Encoding.Latin1.GetBytes(before + $"{number} 0 obj\n{instead}\nendobj\nxref\n{number} 1\n{before.Length:D10} 00000 n \ntrailer\n<< /Size 5 /Root 1 0 R /Prev {was} >>\nstartxref\n{table}\n%%EOF\n");
    }
}
