using System.IO.Compression;
using System.Text;
using Gongkai.Documents.Redaction;
using Gongkai.Rules.Requests;
using UglyToad.PdfPig;

namespace Gongkai.Documents.Tests.Redaction;

/// <summary>What is covered is gone from every byte and every pixel; what is not is there, and can be searched at its place.</summary>
public sealed class RedactorTests
{
    internal static readonly DateTimeOffset Noon = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Names => [.. CanaryPdf.All.Select(canary => canary.Name)];

    [Theory, MemberData(nameof(Names))]
    public void A_planted_secret_is_found_before_and_gone_after_and_what_is_left_stands_where_it_stood(string name)
    {
        var canary = CanaryPdf.All.Single(canary => canary.Name == name);
        Assert.False(LeakCheck.Search(canary.Bytes, [canary.Secret], Noon).IsClean);
        Assert.False(LeakCheck.Search(canary.DrawnOver, [canary.Secret], Noon).IsClean);

        var redacted = Redactor.Redact(canary.Bytes, "a.pdf", canary.Plan, Noon);

        Assert.Empty(redacted.Certificate.Findings);
        var released = redacted.Released!;
        Assert.True(LeakCheck.Search(released, [canary.Secret], Noon).IsClean);
        Assert.DoesNotContain(canary.Secret, Everything(released), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(canary.Secret, PdfToText.Of(released), StringComparison.OrdinalIgnoreCase);
        // What is left stands where it stood.
        var before = PdfToText.Words(canary.Bytes).Single(word => word.Text == CanaryPdf.Open);
        var after = PdfToText.Words(released).Single(word => word.Text == CanaryPdf.Open);

        Assert.Equal(before.Left, after.Left, 3.0);
        Assert.Equal(before.Right, after.Right, 3.0);
        Assert.Equal(before.Top, after.Top, 5.0);
        Assert.Equal(before.Bottom, after.Bottom, 5.0);
    }

    [Fact]
    public void The_pixels_of_a_mark_are_black_and_all_others_are_as_they_were()
    {
        var canary = CanaryPdf.All.Single(canary => canary.Name == "cut out and turned");
        var before = Drawing.Of(canary.Bytes);
        var after = Drawing.Of(Redactor.Redact(canary.Bytes, "a.pdf", canary.Plan, Noon).Released!);

        Assert.Equal((before.Width, before.Height), (after.Width, after.Height));
        var box = canary.At!.Value;
        // The signs stand within the box, so nothing outside of it is covered.
        var differ = 0;
        for (var y = 0; y < before.Height; y++)
            for (var x = 0; x < before.Width; x++)
            {
                double left = box.Left * before.Width, top = box.Top * before.Height, right = left + box.Width * before.Width, bottom = top + box.Height * before.Height;
                if (x >= left && x + 1 <= right && y >= top && y + 1 <= bottom) Assert.Equal((0, 0, 0), after.At(x, y));
                else if ((x < left - 3 || x > right + 3 || y < top - 3 || y > bottom + 3) && Math.Abs(before.At(x, y).R - after.At(x, y).R) > 40) differ++;
            }
        Assert.Equal(0, differ);
    }

    [Fact]
    public void A_box_that_touches_a_sign_takes_it_whole_and_its_neighbours_not()
    {
        // AB|C|DE: the box reaches a little into the C, which stands from 77.3 to 90.3.
        var pdf = CanaryPdf.Page("BT /F 18 Tf 50 700 Td (ABCDE) Tj ET");
        var redacted = Redactor.Redact(pdf, "a.pdf", new([new(1, new(84 / 595.0, (842 - 708) / 842.0, 3 / 595.0, 3 / 842.0), RedactionGround.Privacy)]), Noon);

        Assert.Equal("AB DE", PdfToText.Of(redacted.Released!).Trim().Replace("\n", " "));
        var drawn = Drawing.Of(redacted.Released!);
        var scale = drawn.Width / 595.0;
        foreach (var x in new[] { 76.0, 80, 86 }) Assert.Equal((0, 0, 0), drawn.At((int)(x * scale), (int)((842 - 706) * scale)));
    }

    [Fact]
    public void Text_that_nobody_sees_does_not_go_into_the_text_layer_though_no_mark_lies_on_it()
    {
        foreach (var name in new[] { "not drawn", "white", "under a box of its own colour", "under a picture", "off the page" })
        {
            var redacted = Redactor.Redact(CanaryPdf.All.Single(canary => canary.Name == name).Bytes, "a.pdf", new([]), Noon);

            Assert.DoesNotContain("CANARY", PdfToText.Of(redacted.Released!), StringComparison.Ordinal);
            Assert.Equal(CanaryPdf.Canary.Length, redacted.Certificate.Unseen);
        }
    }

    [Fact]
    public void Words_that_are_covered_in_one_place_and_seen_in_another_hold_the_file_back_until_an_officer_lets_them()
    {
        var pdf = CanaryPdf.Page("BT /F 12 Tf 50 700 Td (Bureau of) Tj 0 -200 Td (the Bureau) Tj ET");
        RedactionPlan plan = new([new(1, CanaryPdf.Line, RedactionGround.InternalAffairs)]);
        var held = Redactor.Redact(pdf, "a.pdf", plan, Noon);

        Assert.Null(held.Released);
        Assert.Contains(held.Certificate.Findings, finding => finding.Words == "第 1 处遮盖的文字在第 1 页别处仍能看到或复制，请一并遮盖，或确认可以保留。");

        var let = Redactor.Redact(pdf, "a.pdf", plan with { Kept = ["bureau"] }, Noon);
        Assert.Empty(let.Certificate.Findings);
        Assert.Equal("the Bureau", PdfToText.Of(let.Released!).Trim());
        Assert.Equal(1, let.Certificate.Kept);
    }

    [Fact]
    public void What_another_program_reads_under_a_mark_is_sought_too()
    {
        // The glyphs say one thing, and what is copied another.
        var pdf = CanaryPdf.Page("/Span << /ActualText (SECRETNAME) >> BDC BT /F 12 Tf 50 700 Td (XYZXYZXYZX) Tj ET EMC BT /F 12 Tf 50 500 Td (SECRETNAME) Tj ET");
        var redacted = Redactor.Redact(pdf, "a.pdf", new([new(1, CanaryPdf.Line, RedactionGround.Privacy)]), Noon);

        Assert.Null(redacted.Released);
        Assert.Contains(redacted.Certificate.Findings, finding => finding is { Place: LeakPlace.PageText, Mark: 0, Page: 1 });
    }

    [Fact]
    public void The_list_says_where_and_why_and_the_certificate_what_was_searched_and_neither_says_what()
    {
        var canary = CanaryPdf.All[0];
        var redacted = Redactor.Redact(canary.Bytes, "a.pdf", canary.Plan, Noon);

        Assert.Equal("遮盖清单\n1. 第 1 页，距左 16 毫米、距上 45 毫米，宽 46 毫米、高 8 毫米：个人隐私（条例第十五条），姓名\n个人隐私：1 处\n", redacted.Index.Text);
        var certificate = redacted.Certificate;
        Assert.Equal((LeakCheck.Hash(canary.Bytes), canary.Plan.Hash, LeakCheck.Hash(redacted.Released!)), (certificate.Source, certificate.Plan, certificate.Released));
        Assert.StartsWith("遮盖检查证明\n时间：2026年3月2日 12:00:00（北京时间）", certificate.Statement, StringComparison.Ordinal);
        Assert.EndsWith("结论：没有发现被遮盖的内容，可以公开。", certificate.Statement, StringComparison.Ordinal);
        Assert.Equal((1, 1, 3, 1, 5), (certificate.Pages, certificate.Marks, certificate.Strings, certificate.Revisions, certificate.Streams));
        Assert.True(certificate.Pixels > 5000);
        Assert.DoesNotContain("CANARY", certificate.ToJson() + certificate.Statement, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(certificate.ToJson(), LeakCertificate.OfJson(certificate.ToJson())!.ToJson());
    }

    [Fact]
    public void The_same_file_and_plan_give_the_same_bytes()
    {
        var canary = CanaryPdf.All[0];
        Assert.Equal(Redactor.Redact(canary.Bytes, "a.pdf", canary.Plan, Noon).Released, Redactor.Redact(canary.Bytes, "b.pdf", canary.Plan, Noon.AddYears(1)).Released);
    }

    /// <summary>Every byte, and every byte of everything in it that is packed: a second way to look, that knows nothing of PDF.</summary>
    internal static string Everything(byte[] bytes)
    {
        var all = new StringBuilder(Encoding.Latin1.GetString(bytes) + Encoding.UTF8.GetString(bytes) + Encoding.Unicode.GetString(bytes) + Encoding.BigEndianUnicode.GetString(bytes));
        for (var at = 0; at + 2 < bytes.Length; at++)
        {
            if (bytes[at] != 0x78 || bytes[at + 1] is not (0x01 or 0x5E or 0x9C or 0xDA)) continue;
            try
            {
                using var zlib = new ZLibStream(new MemoryStream(bytes, at, bytes.Length - at), CompressionMode.Decompress);
                using var whole = new MemoryStream();
                zlib.CopyTo(whole);
                all.Append(Encoding.Latin1.GetString(whole.ToArray())).Append(Encoding.BigEndianUnicode.GetString(whole.ToArray()));
            }
            catch (InvalidDataException)
            {
                // Not packed here.
            }
        }
        using var document = PdfDocument.Open(bytes);
        foreach (var page in document.GetPages()) all.Append(page.Text);
        return all.ToString();
    }
}
