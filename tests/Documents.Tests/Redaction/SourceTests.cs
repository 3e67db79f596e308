using System.Text;
using Gongkai.Documents.Redaction;
using Gongkai.Documents.Tests.Printing;
using Gongkai.Rules.Requests;
using SkiaSharp;
using static Gongkai.Documents.Tests.Intake.Wares;

namespace Gongkai.Documents.Tests.Redaction;

/// <summary>What may be covered beside PDFs, and what is refused with what to do.</summary>
[Collection(LibreOffice.Runs)]
public sealed class SourceTests
{
    static readonly RedactionPlan Upper = new([new(1, new(0, 0, 1, 0.12), RedactionGround.Privacy)]);

    [Fact]
    public void A_Word_file_is_printed_first_and_its_embedded_fonts_are_read()
    {
        var docx = Docx("<w:p><w:r><w:t>联系人：张三丰，电话13800138000。</w:t></w:r></w:p><w:p><w:r><w:t>本区住房保障情况可以公开。</w:t></w:r></w:p>");
        var look = Assert.Single(Redactor.Look(docx, "a.docx"));
        var boxes = look.Find("张三丰").Concat(look.Find("138 0013 8000")).ToList();
        Assert.Equal(2, boxes.Count);
        Assert.Contains(look.Words, word => word.Text == "电话13800138000");

        var redacted = Redactor.Redact(docx, "a.docx", new([.. boxes.Select(box => new RedactionMark(1, box, RedactionGround.Privacy))]), RedactorTests.Noon);

        Assert.Empty(redacted.Certificate.Findings);
        Assert.True(LeakCheck.Search(redacted.Released!, ["张三丰", "13800138000"], RedactorTests.Noon).IsClean);
        var text = PdfToText.Of(redacted.Released!);
        Assert.Contains("本区住房保障情况可以公开。", text, StringComparison.Ordinal);
        Assert.Contains("联系人", text, StringComparison.Ordinal);
        Assert.DoesNotContain("三", text, StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[], string> Hiding => new()
    {
        { "a.docx", Docx("<w:p><w:ins w:id=\"1\" w:author=\"a\"><w:r><w:t>x</w:t></w:r></w:ins></w:p>"), "修订痕迹" },
        { "a.docx", Docx("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r></w:p>"), "看不见的文字" },
        { "a.docx", Docx(more: ("word/comments.xml", $"<w:comments xmlns:w=\"{Word}\"/>")), "批注" },
        { "a.xlsx", Xlsx("<row r=\"1\" hidden=\"1\"><c r=\"A1\"><v>1</v></c></row>"), "隐藏的行或列" },
        { "a.xlsx", Xlsx(workbook: "<sheets><sheet name=\"二\" sheetId=\"2\" state=\"hidden\"/></sheets>"), "隐藏的工作表" },
    };

    [Theory, MemberData(nameof(Hiding))]
    public void A_document_that_hides_something_is_refused(string name, byte[] file, string what) =>
        Assert.Equal($"文件中有{what}，打印出来看不到或会被带出；请在 Word、Excel 或 WPS 中删除，或取消隐藏、接受全部修订后，另存再试。",
            Assert.Throws<RedactionRefusedException>(() => Redactor.Redact(file, name, Upper, RedactorTests.Noon)).Message);

    [Theory, InlineData(SKEncodedImageFormat.Png, "a.png"), InlineData(SKEncodedImageFormat.Jpeg, "a.jpg")]
    public void A_photograph_is_covered_and_stays_a_photograph(SKEncodedImageFormat format, string name)
    {
        using var bitmap = new SKBitmap(400, 300);
        var grain = new Random(1);
        for (var y = 0; y < 300; y++)
            for (var x = 0; x < 400; x++)
            {
                var colour = Colour(x, y);
                bitmap.SetPixel(x, y, new((byte)(colour.Red + grain.Next(6)), (byte)(colour.Green + grain.Next(6)), (byte)(colour.Blue + grain.Next(6))));
            }
        using var data = bitmap.Encode(format, 95);
        var redacted = Redactor.Redact(data.ToArray(), name, Upper, RedactorTests.Noon);

        Assert.Empty(redacted.Certificate.Findings);
        var drawn = Drawing.Of(redacted.Released!);
        Assert.Equal((400, 300), (drawn.Width, drawn.Height));
        Assert.Contains("/DCTDecode", System.Text.Encoding.Latin1.GetString(redacted.Released!), StringComparison.Ordinal);
        // JPEG lays a shade around an edge.
        Assert.All(Enumerable.Range(0, 400), x => Assert.True(drawn.At(x, 20) is { R: <= 24, G: <= 24, B: <= 24 }));
        var (shown, was) = (drawn.At(200, 200), Colour(200, 200));
        Assert.True(Math.Abs(shown.R - was.Red) + Math.Abs(shown.G - was.Green) + Math.Abs(shown.B - was.Blue) < 60);

        // A slow change of colour.
        static SKColor Colour(int x, int y) => new((byte)(100 + x / 4), (byte)(90 + y / 3), 60);
    }

    [Fact]
    public void A_photograph_that_was_taken_upright_is_turned_and_loses_what_the_camera_wrote()
    {
        using var bitmap = new SKBitmap(80, 40);
        bitmap.Erase(SKColors.White);
        using (var canvas = new SKCanvas(bitmap)) canvas.DrawRect(0, 0, 10, 40, new() { Color = SKColors.Red });
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 100);
        var plain = data.ToArray();
        byte[] exif = [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0, .. "CANARY-7Q4X9"u8];
        byte[] upright = [.. plain[..2], 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. plain[2..]];
        Assert.False(LeakCheck.Search(upright, ["CANARY-7Q4X9"], RedactorTests.Noon).IsClean);

        var released = Redactor.Redact(upright, "a.jpg", new([]), RedactorTests.Noon).Released!;

        Assert.True(LeakCheck.Search(released, ["CANARY-7Q4X9"], RedactorTests.Noon).IsClean);
        var drawn = Drawing.Of(released);
        Assert.Equal((40, 80), (drawn.Width, drawn.Height));
        Assert.True(drawn.At(20, 3) is { R: > 200, G: < 60 });
        Assert.True(drawn.At(20, 70) is { R: > 200, G: > 200 });
    }

    [Fact]
    public void A_page_is_shown_to_who_marks_it_as_it_will_be_covered()
    {
        using var shown = SKBitmap.Decode(Redactor.Draw(CanaryPdf.Page("1 0 0 rg 0 0 100 100 re f"), "a.pdf", 1));

        Assert.Equal((1240, 1755), (shown.Width, shown.Height));
        Assert.Equal(SKColors.Red, shown.GetPixel(100, 1700));
        Assert.Equal(SKColors.White, shown.GetPixel(100, 100));
        Assert.Equal("文件只有 1 页，没有第 2 页。", Assert.Throws<RedactionRefusedException>(() => Redactor.Draw(Pdf(), "a.pdf", 2)).Message);
    }

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "a.pdf", Pdf(trailer: "/Encrypt 5 0 R ", more: "<< /Filter /Standard /V 2 >>"), "文件设有密码或权限限制，请去除后上传。" },
        { "a.pdf", "%PDF-1.7\n"u8.ToArray(), "文件已损坏或不完整，请重新导出或下载后再上传。" },
        { "a.pdf", Pdf(more: Packed("", new string(' ', 500_000_000))), "文件未通过安全检查：其中的内容展开后过大，请重新导出为较小的 PDF 后上传。" },
        { "a.pdf", Many(301), "文件有 301 页，一次最多遮盖 300 页，请拆分后再试。" },
        { "a.pdf", CanaryPdf.Page("", box: "[0 0 14000 14000]"), "第 1 页过大，画成图片后看不清，请用“打印为 PDF”按 A4 或 A3 重新生成文件后再试。" },
        { "a.pdf", new byte[50 * 1024 * 1024 + 1], "文件超过 50 MB，请拆分或压缩后再遮盖。" },
        { "a.txt", "text"u8.ToArray(), "“a.txt”为 TXT 格式，仅支持 PDF、DOCX、XLSX、PPTX、PNG、JPG，请转换后上传。" },
        { "a.tif", [.. "II*\0"u8, .. new byte[100]], "“a.tif”的格式不在接收范围内，请转换为 PDF 后上传。" },
    };

    [Theory, MemberData(nameof(Refused))]
    public void A_file_that_cannot_be_covered_is_refused_with_what_to_do(string name, byte[] file, string said) =>
        Assert.Equal(said, Assert.Throws<RedactionRefusedException>(() => Redactor.Redact(file, name, Upper, RedactorTests.Noon)).Message);

    [Fact]
    public void A_mark_that_lies_nowhere_is_refused()
    {
        string Said(RedactionMark mark) => Assert.Throws<RedactionRefusedException>(() => Redactor.Redact(Pdf(), "a.pdf", new([mark]), RedactorTests.Noon)).Message;

        Assert.Equal("第 1 处遮盖在第 2 页，而文件只有 1 页，请检查页码。", Said(new(2, CanaryPdf.Line, RedactionGround.Privacy)));
        Assert.Equal("第 1 处遮盖的范围不在页面上，请重新框选。", Said(new(1, new(1.2, 0, 0.1, 0.1), RedactionGround.Privacy)));
        Assert.Equal("第 1 处遮盖的范围不在页面上，请重新框选。", Said(new(1, new(0, 0, double.NaN, 0.1), RedactionGround.Privacy)));
    }

    [Fact]
    public void Whatever_is_changed_in_a_file_it_is_covered_or_refused_with_a_sentence()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var canary = CanaryPdf.All[random.Next(CanaryPdf.All.Count)];
            var changed = canary.Bytes.ToArray();
            for (var i = 0; i < 8; i++) changed[random.Next(9, changed.Length)] = (byte)random.Next(256);
            try
            {
                var redacted = Redactor.Redact(changed, "a.pdf", canary.Plan, RedactorTests.Noon);
                Assert.DoesNotContain(redacted.Certificate.Findings, finding => finding.Place is LeakPlace.Structure or LeakPlace.UnderMark);
            }
            catch (RedactionRefusedException refused)
            {
                Assert.EndsWith("。", refused.Message, StringComparison.Ordinal);
            }
        }
    }

    static byte[] Many(int pages) => PdfOf("",
        ["<< /Type /Catalog /Pages 2 0 R >>", $"<< /Type /Pages /Count {pages} /Kids [{string.Join(' ', Enumerable.Range(0, pages).Select(i => $"{i + 3} 0 R"))}] >>",
            .. Enumerable.Repeat("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>", pages)]);
}
