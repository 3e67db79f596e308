using System.Text;
using Gongkai.Documents.Redaction;
using Gongkai.Documents.Tests.Intake;
using static Gongkai.Documents.Tests.Intake.Wares;

namespace Gongkai.Documents.Tests.Redaction;

/// <summary>The check finds what a program that shows text does not tell, names no text, and accuses nothing that is clean.</summary>
public sealed class LeakCheckTests
{
    static readonly DateTimeOffset Noon = RedactorTests.Noon;

    [Fact]
    public void A_check_with_pdftotext_alone_would_miss_most_of_the_planted_secrets()
    {
        var missed = CanaryPdf.All.Where(canary => !PdfToText.Of(canary.Bytes).Contains(canary.Secret, StringComparison.Ordinal)).ToList();

        Assert.Superset(CanaryPdf.All.Where(canary => !canary.Seen).Select(canary => canary.Name).ToHashSet(), missed.Select(canary => canary.Name).ToHashSet());
        Assert.True(missed.Count >= 15);
        Assert.All(missed, canary => Assert.False(LeakCheck.Search(canary.Bytes, [canary.Secret], Noon).IsClean));
    }

    public static TheoryData<string, string> Spellings => new()
    {
        { "UTF-8", "张三丰" }, { "UTF-16BE", "张三丰" }, { "UTF-16LE", "张三丰" }, { "GB18030", "张三丰" }, { "hexadecimal", "张三丰" }, { "octal", "张三丰" }, { "entities", "张三丰" }, { "spaced", "张三丰" },
        { "UTF-16BE", "CANARY-7Q4X9" }, { "wide", "13800138000" }, { "small", "CANARY-7Q4X9" }, { "UTF-16LE", "440301199001011234" },
    };

    [Theory, MemberData(nameof(Spellings))]
    public void A_string_is_found_however_it_is_spelt(string how, string secret)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var spelt = how switch
        {
            "UTF-8" => Latin(Encoding.UTF8.GetBytes(secret)),
            "UTF-16BE" => Latin(Encoding.BigEndianUnicode.GetBytes(secret)),
            "UTF-16LE" => "x" + Latin(Encoding.Unicode.GetBytes(secret)),
            "GB18030" => Latin(Encoding.GetEncoding("GB18030").GetBytes(secret)),
            "hexadecimal" => "feff" + Convert.ToHexStringLower(Encoding.BigEndianUnicode.GetBytes(secret)),
            "octal" => "(" + string.Concat(Encoding.BigEndianUnicode.GetBytes("\uFEFF" + secret).Select(part => "\\" + Convert.ToString(part, 8).PadLeft(3, '0'))) + ")",
            "entities" => string.Concat(secret.Select(sign => $"&#x{(int)sign:X};")),
            "spaced" => Latin(Encoding.UTF8.GetBytes(string.Join(' ', secret.ToCharArray()))),
            "wide" => Latin(Encoding.UTF8.GetBytes(string.Concat(secret.Select(sign => (char)(sign + 0xFEE0))))),
            _ => secret.ToLowerInvariant(),
        };

        var found = LeakCheck.Search(Pdf(more: Packed("", "before " + spelt + " behind")), ["not there", secret], Noon);

        Assert.All(found.Findings, finding => Assert.Equal(1, finding.Mark));
        Assert.NotEmpty(found.Findings);
        Assert.DoesNotContain(secret, found.ToJson() + found.Statement, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Codes_of_a_font_are_turned_to_characters_also_where_nothing_leads_to_the_stream()
    {
        var table = "begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0101> <0102> [<5F20> <4E09>] endbfrange 1 beginbfchar <0007> <4E30> endbfchar endcmap";
        var pdf = Pdf(more: [Packed("", table), Packed("", "BT /F 9 Tf [<0101> 20 <0102>] TJ <0007> Tj ET")]);

        Assert.False(LeakCheck.Search(pdf, ["张三丰"], Noon).IsClean);
        Assert.True(LeakCheck.Search(pdf, ["张三水"], Noon).IsClean);
    }

    [Fact]
    public void Files_within_files_are_opened()
    {
        var inner = HostileUpload.Zip(("a/b.txt", Encoding.UTF8.GetBytes("张三丰")));
        Assert.Equal(LeakPlace.Attachment, Assert.Single(LeakCheck.Search(inner, ["张三丰"], Noon).Findings).Place);
        Assert.False(LeakCheck.Search(Pdf(more: Stream("/Type /EmbeddedFile", Latin(inner))), ["张三丰"], Noon).IsClean);
        Assert.False(LeakCheck.Search(Docx("<w:p><w:r><w:t>张</w:t></w:r><w:r><w:t>三丰</w:t></w:r></w:p>"), ["张三丰"], Noon).IsClean);
    }

    [Fact]
    public void What_is_too_short_is_counted_and_not_sought_everywhere()
    {
        var found = LeakCheck.Search(Pdf(content: "BT (1 23 x) Tj ET"), ["1", "23", "王", "王五", "1234"], Noon);

        Assert.Equal((2, 3), (found.Strings, found.Short));
        Assert.Empty(found.Findings);
    }

    [Fact]
    public void Two_hundred_clean_files_are_accused_of_nothing()
    {
        var random = new Random(20260302);
        for (var i = 0; i < 200; i++)
        {
            var words = Enumerable.Range(0, 20).Select(_ => random.Next(3) switch
            {
                0 => string.Concat(Enumerable.Range(0, random.Next(2, 4)).Select(_ => (char)random.Next(0x4E00, 0x9FA5))),
                1 => random.Next(1000, 99999).ToString(System.Globalization.CultureInfo.InvariantCulture),
                _ => string.Concat(Enumerable.Range(0, 6).Select(_ => (char)random.Next('a', 'z'))),
            }).ToList();
            // Pixels and packed pixels spell anything somewhere.
            var noise = new byte[20_000];
            random.NextBytes(noise);
            var pdf = Pdf(more: [Packed("/Type /XObject /Subtype /Image /Width 100 /Height 200", Latin(noise)), Stream("/Type /XObject /Subtype /Image /Filter /DCTDecode", Latin(noise))]);

            Assert.Empty(LeakCheck.Search(pdf, words, Noon).Findings);
        }
    }

    [Fact]
    public void A_file_that_nobody_can_look_into_is_not_called_clean()
    {
        var locked = Pdf(trailer: "/Encrypt 5 0 R ", more: "<< /Filter /Standard /V 2 >>");
        Assert.Equal("文件设有密码或权限限制，无法检查；请去除后再试。", Assert.Throws<RedactionRefusedException>(() => LeakCheck.Search(locked, ["1234"], Noon)).Message);
        var bomb = Pdf(more: Packed("", new string(' ', 400_000_000)));
        Assert.StartsWith("文件未通过安全检查：其中的内容展开后过大", Assert.Throws<RedactionRefusedException>(() => LeakCheck.Search(bomb, ["1234"], Noon)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_released_file_that_was_changed_is_not_called_clean()
    {
        var canary = CanaryPdf.All[0];
        var released = Redactor.Redact(canary.Bytes, "a.pdf", canary.Plan, Noon).Released!;
        LeakCertificate Examine(byte[] file) => Redactor.Examine(file, canary.Bytes, "a.pdf", canary.Plan, Noon);

        Assert.Empty(Examine(released).Findings);
        Assert.Contains(Examine([.. released, .. "% CANARY-7Q4X9"u8]).Findings, finding => finding.Place == LeakPlace.Body && finding.Mark == 0);
        Assert.Contains(Examine([.. released, .. "x"u8]).Findings, finding => finding.Place == LeakPlace.Structure);
        Assert.Contains(Examine(CanaryPdf.Later(released, 1, "<< /Type /Catalog /Pages 2 0 R /AA << >> >>")).Findings, finding => finding is { Place: LeakPlace.Structure, Detail: "AA" or "AA、Prev" });
        // The same file with no mark burnt in: bare pixels, the sign, and the word.
        var bare = Redactor.Redact(canary.Bytes, "a.pdf", new([]), Noon).Released!;
        Assert.Equal([LeakPlace.PageText, LeakPlace.UnderMark, LeakPlace.Stream], Examine(bare).Findings.Select(finding => finding.Place).Distinct().Order());
        Assert.Contains(Examine(bare).Findings, finding => finding.Words.EndsWith("个像素），请扩大遮盖范围后重试。", StringComparison.Ordinal));
        Assert.Contains(Examine(canary.Bytes).Findings, finding => finding.Place == LeakPlace.Structure);
    }

    static string Latin(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
