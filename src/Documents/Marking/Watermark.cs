using Gongkai.Documents.Redaction;
using SkiaSharp;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace Gongkai.Documents.Marking;

/// <summary>水印: says across a copy of an identity paper what it is shown for, when and to whom. The original is not touched.</summary>
/// <remarks>The picture is coded anew, so that no layer can be peeled off; a PDF keeps its pages, and bears the words on top of each.</remarks>
public static class Watermark
{
    /// <summary>A photograph beyond this is not an identity paper; a PDF beyond that many pages neither.</summary>
    const long MostPixels = 60_000_000;

    const int MostPages = 60, Quality = 88;

    static readonly Lazy<SKTypeface?> Chinese = new(FindTypeface);

    /// <summary>Whether this machine has a typeface with Chinese letters. Without one nothing can be written.</summary>
    public static bool HasTypeface => Chinese.Value is not null;

    /// <summary>The picture with the words all over it, upright, as JPEG.</summary>
    /// <param name="file">JPEG or PNG.</param>
    /// <param name="lines">A few words each.</param>
    /// <returns><c>null</c> where there is no typeface, or the picture cannot be read.</returns>
    public static byte[]? OnPicture(byte[] file, IReadOnlyList<string> lines)
    {
        if (!HasTypeface) return null;
        try
        {
            using var picture = Picture.Decode(file, MostPixels).ToBitmap();
            using (var canvas = new SKCanvas(picture)) Write(canvas, picture.Width, picture.Height, lines);
            using var data = picture.Encode(SKEncodedImageFormat.Jpeg, Quality);
            return data?.ToArray();
        }
        catch (RedactionRefusedException)
        {
            return null;
        }
    }

    /// <summary>The PDF with the words all over each page.</summary>
    /// <returns><c>null</c> where there is no typeface, or the PDF cannot be read.</returns>
    public static byte[]? OnPdf(byte[] file, IReadOnlyList<string> lines)
    {
        if (!HasTypeface) return null;
        try
        {
            using var document = PdfDocument.Open(file);
            if (document.NumberOfPages > MostPages) return null;
            using var marked = new PdfDocumentBuilder();
            for (var number = 1; number <= document.NumberOfPages; number++)
            {
                var box = document.GetPage(number).MediaBox.Bounds;
                marked.AddPage(document, number).AddPng(Sheet(box.Width, box.Height, lines), new PdfRectangle(box.Left, box.Bottom, box.Right, box.Top));
            }
            return marked.Build();
        }
        // Whatever a damaged file makes the reader throw, it is a file that cannot be read.
        catch (Exception damaged) when (damaged is not OutOfMemoryException)
        {
            return null;
        }
    }

    // A sheet of glass in the shape of the page.
    static byte[] Sheet(double width, double height, IReadOnlyList<string> lines)
    {
        var scale = 1200 / Math.Max(width, height);
        using var glass = new SKBitmap(Math.Max(1, (int)(width * scale)), Math.Max(1, (int)(height * scale)), SKColorType.Rgba8888, SKAlphaType.Unpremul);
        glass.Erase(SKColors.Transparent);
        using (var canvas = new SKCanvas(glass)) Write(canvas, glass.Width, glass.Height, lines);
        using var data = glass.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    // Aslant, from edge to edge, dark with a light rim: legible on a white paper and on a dark photograph, and the paper below it too.
    static void Write(SKCanvas canvas, int width, int height, IReadOnlyList<string> lines)
    {
        var size = Math.Clamp(Math.Min(width, height) / 18f, 10f, 120f);
        using var font = new SKFont(Chinese.Value, size);
        using var rim = new SKPaint { Color = new SKColor(255, 255, 255, 110), IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = size / 7 };
        using var ink = new SKPaint { Color = new SKColor(90, 0, 0, 110), IsAntialias = true };
        var reach = MathF.Sqrt((float)width * width + (float)height * height) / 2;
        var (across, down) = (lines.Max(line => font.MeasureText(line)) + size * 3, size * (lines.Count * 1.3f + 2.2f));
        canvas.Translate(width / 2f, height / 2f);
        canvas.RotateDegrees(-28);
        var row = 0;
        for (var y = -reach; y < reach + down; y += down, row++)
            for (var x = -reach - (row % 2) * across / 2; x < reach; x += across)
                for (var line = 0; line < lines.Count; line++)
                {
                    canvas.DrawText(lines[line], x, y + line * size * 1.3f, SKTextAlign.Left, font, rim);
                    canvas.DrawText(lines[line], x, y + line * size * 1.3f, SKTextAlign.Left, font, ink);
                }
    }

    static SKTypeface? FindTypeface()
    {
        const string Sample = "仅供办理政府信息公开申请使用";
        var fonts = SKFontManager.Default;
        if (fonts.MatchCharacter('政') is { } matched && matched.ContainsGlyphs(Sample)) return matched;
        foreach (var family in fonts.FontFamilies.Order(StringComparer.Ordinal))
            if (fonts.MatchFamily(family) is { } one)
            {
                if (one.ContainsGlyphs(Sample)) return one;
                one.Dispose();
            }
        return null;
    }
}
