using System.IO.Compression;
using System.Text;
using Gongkai.Documents.Redaction;
using UglyToad.PdfPig;

namespace Gongkai.Documents.Tests.Redaction;

/// <summary>What is covered is gone from every byte and every pixel; what is not is there, and can be searched at its place.</summary>
public sealed class RedactorTests
{
    internal static readonly DateTimeOffset Noon = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Names => [.. CanaryPdf.All.Select(canary => canary.Name)];

    [Theory, MemberData(nameof(Names))]
    public void A_planted_secret_is_found_before_and_gone_after(string name)
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
        Assert.Contains(CanaryPdf.Open, PdfToText.Of(released), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Names))]
    public void What_is_left_stands_where_it_stood(string name)
    {
        var canary = CanaryPdf.All.Single(canary => canary.Name == name);
        var released = Redactor.Redact(canary.Bytes, "a.pdf", canary.Plan, Noon).Released!;
        var before = PdfToText.Words(canary.Bytes).Single(word => word.Text == CanaryPdf.Open);
        var after = PdfToText.Words(released).Single(word => word.Text == CanaryPdf.Open);

        Assert.Equal(before.Left, after.Left, 3.0);
        Assert.Equal(before.Right, after.Right, 3.0);
        Assert.Equal(before.Top, after.Top, 5.0);
        Assert.Equal(before.Bottom, after.Bottom, 5.0);
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
