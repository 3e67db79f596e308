using System.IO.Compression;
using System.Text;
using Gongkai.Documents.Cleaning;
using Gongkai.Documents.Intake;
using Gongkai.Documents.Printing;
using Gongkai.Documents.Tests.Intake;
using static Gongkai.Documents.Tests.Intake.Wares;

namespace Gongkai.Documents.Tests.Cleaning;

/// <summary>No canary that was hidden in a file is in what goes out, or else the file is held back and says why. What shows stays.</summary>
public sealed partial class CleanerTests
{
    const string Canary = "CANARY-";

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
    internal static string Everything(byte[] bytes)
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
