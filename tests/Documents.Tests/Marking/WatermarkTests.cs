using Gongkai.Documents.Marking;
using SkiaSharp;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Writer;

namespace Gongkai.Documents.Tests.Marking;

public class WatermarkTests
{
    static readonly string[] Lines = ["仅供办理政府信息公开申请使用", "2026-09-22 演示甲"];

    [Theory]
    [InlineData(255)]
    [InlineData(0)]
    public void The_words_lie_in_every_part_of_a_light_and_of_a_dark_picture(byte shade)
    {
        using var plain = new SKBitmap(1200, 800);
        plain.Erase(new SKColor(shade, shade, shade));
        using var marked = SKBitmap.Decode(Watermark.OnPicture(Png(plain), Lines));

        Assert.Equal((1200, 800), (marked.Width, marked.Height));
        // No window of a third of the picture can be cut out clean.
        for (var left = 0; left < 3; left++)
            for (var top = 0; top < 2; top++)
                Assert.True(Changed(marked, new(left * 400, top * 400, left * 400 + 400, top * 400 + 400), shade) > 1000, $"{left}, {top}");
    }

    [Fact]
    public void What_stands_below_can_still_be_read()
    {
        using var plain = new SKBitmap(1200, 800);
        plain.Erase(SKColors.White);
        using var marked = SKBitmap.Decode(Watermark.OnPicture(Png(plain), Lines));
        Assert.DoesNotContain(marked.Pixels, pixel => pixel.Red < 90);
    }

    [Fact]
    public void A_telephones_picture_is_marked_upright()
    {
        // Half red and half blue, and the camera says: turn to the right.
        using var plain = new SKBitmap(400, 200);
        using (var canvas = new SKCanvas(plain))
        {
            canvas.Clear(SKColors.Blue);
            canvas.DrawRect(0, 0, 200, 200, new SKPaint { Color = SKColors.Red });
        }
        using var data = plain.Encode(SKEncodedImageFormat.Jpeg, 95);
        var bytes = data.ToArray();
        byte[] exif = [0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
        using var marked = SKBitmap.Decode(Watermark.OnPicture([.. bytes[..2], .. exif, .. bytes[2..]], Lines));

        Assert.Equal((200, 400), (marked.Width, marked.Height));
        Assert.True(marked.GetPixel(100, 40).Red > marked.GetPixel(100, 40).Blue);
        Assert.True(marked.GetPixel(100, 360).Blue > marked.GetPixel(100, 360).Red);
    }

    [Fact]
    public void Each_page_of_a_pdf_bears_the_words_and_keeps_its_own()
    {
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(UglyToad.PdfPig.Fonts.Standard14Fonts.Standard14Font.Helvetica);
        foreach (var text in (string[])["first", "second"]) builder.AddPage(595, 842).AddText(text, 20, new(100, 700), font);
        using var marked = PdfDocument.Open(Watermark.OnPdf(builder.Build(), Lines)!);

        Assert.Equal(["first", "second"], marked.GetPages().Select(page => page.Text));
        Assert.All(marked.GetPages(), page => Assert.Single(page.GetImages()));
    }

    [Fact]
    public void What_cannot_be_read_is_not_marked()
    {
        Assert.Null(Watermark.OnPicture([0xFF, 0xD8, 1, 2], Lines));
        Assert.Null(Watermark.OnPdf("%PDF-1.7 nothing"u8.ToArray(), Lines));
    }

    static byte[] Png(SKBitmap picture)
    {
        using var data = picture.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    static int Changed(SKBitmap picture, SKRectI part, byte shade)
    {
        var changed = 0;
        for (var y = part.Top; y < part.Bottom; y++)
            for (var x = part.Left; x < part.Right; x++)
                if (Math.Abs(picture.GetPixel(x, y).Green - shade) > 30) changed++;
        return changed;
    }
}
