using Microsoft.Playwright;
using SkiaSharp;

namespace Gongkai.Browser.Tests.Journeys;

/// <summary>A picture as a telephone takes it: noise, which no compression makes small.</summary>
static class Photograph
{
    public static FilePayload OfTwoMegabytes { get; } = new() { Name = "正面.png", MimeType = "image/png", Buffer = Png(1000, 700) };

    public static byte[] Png(int width, int height)
    {
        var noise = new Random(20260921);
        using var picture = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        noise.NextBytes(picture.GetPixelSpan());
        using var data = picture.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}
