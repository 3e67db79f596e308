using System.Text;
using QRCoder;

namespace Gongkai.App.Access.Accounts;

/// <summary>A QR code as one path of an SVG that stands in the page: no picture file, no script, nothing kept.</summary>
public static class QrPicture
{
    /// <summary>How many modules the picture is wide and high, with its quiet margin.</summary>
    public static int SizeOf(string text)
    {
        using var picture = Of(text);
        return picture.ModuleMatrix.Count;
    }

    /// <summary>Its dark modules.</summary>
    public static string PathOf(string text)
    {
        using var picture = Of(text);
        var path = new StringBuilder();
        foreach (var (y, row) in picture.ModuleMatrix.Index())
            foreach (var (x, dark) in row.Cast<bool>().Index())
                if (dark) path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return path.ToString();
    }

    /// <summary>Of an address that is shown again and again: the last one is remembered. Nothing secret belongs here.</summary>
    public static (int Size, string Path) OfAddress(string address)
    {
        if (known is not { } last || last.Address != address) known = last = new(address, SizeOf(address), PathOf(address));
        return (last.Size, last.Path);
    }

    static Known? known;

    sealed record Known(string Address, int Size, string Path);

    /// <summary>As a PNG file for a document that is printed: black on white, with its quiet margin.</summary>
    public static byte[] PngOf(string text)
    {
        using var data = Of(text);
        using var picture = new PngByteQRCode(data);
        return picture.GetGraphic(8);
    }

    static QRCodeData Of(string text) => QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
}
