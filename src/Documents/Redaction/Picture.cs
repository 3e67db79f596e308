using System.IO.Compression;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace Gongkai.Documents.Redaction;

/// <summary>A picture as it stands in a PDF.</summary>
/// <param name="Entries">Those of its dictionary that say how it is packed.</param>
sealed record PackedPicture(int Width, int Height, string Entries, byte[] Bytes);

/// <summary>A page as pixels: red, green, blue, row after row from above.</summary>
sealed record Picture(int Width, int Height, byte[] Rgb)
{
    /// <summary>What covers: black, and nothing through it.</summary>
    public const byte Fill = 0;

    // Black text on white packs to a tenth of this; a photograph does not.
    const double MostPackedPerPixel = 0.35;

    public (byte R, byte G, byte B) At(int x, int y) => (Rgb[(y * Width + x) * 3], Rgb[(y * Width + x) * 3 + 1], Rgb[(y * Width + x) * 3 + 2]);

    /// <summary>A photograph or scan, upright as its camera says.</summary>
    /// <exception cref="RedactionRefusedException">It cannot be decoded, or is too large.</exception>
    public static Picture Decode(byte[] file, long mostPixels)
    {
        using var codec = SKCodec.Create(new SKMemoryStream(file)) ?? throw new RedactionRefusedException("图片已损坏，无法读取；请重新扫描或导出后再试。");
        if ((long)codec.Info.Width * codec.Info.Height > mostPixels) throw new RedactionRefusedException($"图片超过 {mostPixels / 1_000_000} 百万像素；请缩小图片后再试。");
        var turned = codec.EncodedOrigin;
        using var read = SKBitmap.Decode(codec, codec.Info.WithColorType(SKColorType.Rgba8888).WithAlphaType(SKAlphaType.Unpremul)) ?? throw new RedactionRefusedException("图片已损坏，无法读取；请重新扫描或导出后再试。");
        var (w, h) = (read.Width, read.Height);
        var (width, height) = (int)turned >= 5 ? (h, w) : (w, h);
        var from = read.GetPixelSpan();
        var rgb = new byte[width * height * 3];
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
            {
                var (sx, sy) = turned switch
                {
                    SKEncodedOrigin.TopRight => (w - 1 - x, y),
                    SKEncodedOrigin.BottomRight => (w - 1 - x, h - 1 - y),
                    SKEncodedOrigin.BottomLeft => (x, h - 1 - y),
                    SKEncodedOrigin.LeftTop => (y, x),
                    SKEncodedOrigin.RightTop => (y, h - 1 - x),
                    SKEncodedOrigin.RightBottom => (w - 1 - y, h - 1 - x),
                    SKEncodedOrigin.LeftBottom => (w - 1 - y, x),
                    _ => (x, y),
                };
                int at = sy * read.RowBytes + sx * 4, to = (y * width + x) * 3, alpha = from[at + 3];
                // What lies under nothing does not show, and must not shine through once the alpha is dropped.
                for (var i = 0; i < 3; i++) rgb[to + i] = (byte)((from[at + i] * alpha + 255 * (255 - alpha)) / 255);
            }
        return new(width, height, rgb);
    }

    /// <summary>The same picture with every pixel that the areas reach into covered.</summary>
    public Picture Covered(IReadOnlyList<Area> areas, double scaleX, double scaleY)
    {
        if (areas.Count == 0) return this;
        using var bitmap = new SKBitmap(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        var wide = Wide();
        Marshal.Copy(wide, 0, bitmap.GetPixels(), wide.Length);
        using (var canvas = new SKCanvas(bitmap))
        using (var paint = new SKPaint { Color = new SKColor(Fill, Fill, Fill), IsAntialias = false, BlendMode = SKBlendMode.Src })
            foreach (var area in areas)
            {
                var (left, top, right, bottom) = area.Pixels(scaleX, scaleY, Width, Height);
                canvas.DrawRect(SKRect.Create(left, top, right - left, bottom - top), paint);
            }
        Marshal.Copy(bitmap.GetPixels(), wide, 0, wide.Length);
        var rgb = new byte[Rgb.Length];
        for (int at = 0, to = 0; to < rgb.Length; at += 4, to += 3) (rgb[to], rgb[to + 1], rgb[to + 2]) = (wide[at], wide[at + 1], wide[at + 2]);
        return new(Width, Height, rgb);
    }

    /// <summary>Packed for a PDF: without loss, and a photograph as JPEG where that is much smaller.</summary>
    /// <param name="covered">The areas that are, on which JPEG may lay but a shade.</param>
    public PackedPicture Pack(IReadOnlyList<Area> covered, double scaleX, double scaleY)
    {
        var grey = IsGrey;
        var colours = grey ? 1 : 3;
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var row = new byte[1 + Width * colours];
            for (var y = 0; y < Height; y++)
            {
                // PNG's filter 2: each row tells how it differs from the one above.
                row[0] = (byte)(y == 0 ? 0 : 2);
                for (var i = 0; i < Width * colours; i++)
                {
                    var at = grey ? (y * Width + i) * 3 : y * Width * 3 + i;
                    row[1 + i] = (byte)(Rgb[at] - (y == 0 ? 0 : Rgb[at - Width * 3]));
                }
                zlib.Write(row);
            }
        }
        var space = grey ? "/ColorSpace /DeviceGray" : "/ColorSpace /DeviceRGB";
        if (packed.Length > MostPackedPerPixel * Width * Height && Jpeg([.. covered.Select(area => area.Pixels(scaleX, scaleY, Width, Height))]) is { } jpeg && jpeg.Length < packed.Length * 0.6) return new(Width, Height, "/ColorSpace /DeviceRGB /Filter /DCTDecode", jpeg);
        return new(Width, Height, $"{space} /Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors {colours} /BitsPerComponent 8 /Columns {Width} >>", packed.ToArray());
    }

    bool IsGrey
    {
        get
        {
            for (var at = 0; at < Rgb.Length; at += 3)
                if (Rgb[at] != Rgb[at + 1] || Rgb[at] != Rgb[at + 2]) return false;
            return true;
        }
    }

    // null where it would lay more than a shade on what is covered.
    byte[]? Jpeg(IReadOnlyList<(int Left, int Top, int Right, int Bottom)> covered)
    {
        using var bitmap = new SKBitmap(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        var wide = Wide();
        Marshal.Copy(wide, 0, bitmap.GetPixels(), wide.Length);
        using var pixels = bitmap.PeekPixels();
        // Colours at full resolution: halved, they would run into what is covered.
        using var data = pixels.Encode(new SKJpegEncoderOptions(90, SKJpegEncoderDownsample.Downsample444, SKJpegEncoderAlphaOption.Ignore));
        if (data?.ToArray() is not { } jpeg) return null;
        using var again = SKBitmap.Decode(jpeg);
        foreach (var (left, top, right, bottom) in covered)
            for (var y = top; y < bottom; y++)
                for (var x = left; x < right; x++)
                    if (again.GetPixel(x, y) is var colour && Math.Max(colour.Red, Math.Max(colour.Green, colour.Blue)) > Fill + ReleasedPdf.JpegTolerance) return null;
        return jpeg;
    }

    /// <summary>For a page of a browser.</summary>
    public byte[] ToPng()
    {
        using var bitmap = ToBitmap();
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    /// <summary>To draw on.</summary>
    public SKBitmap ToBitmap()
    {
        var bitmap = new SKBitmap(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        var wide = Wide();
        Marshal.Copy(wide, 0, bitmap.GetPixels(), wide.Length);
        return bitmap;
    }

    byte[] Wide()
    {
        var wide = new byte[Width * Height * 4];
        for (int at = 0, to = 0; at < Rgb.Length; at += 3, to += 4) (wide[to], wide[to + 1], wide[to + 2], wide[to + 3]) = (Rgb[at], Rgb[at + 1], Rgb[at + 2], 255);
        return wide;
    }
}
