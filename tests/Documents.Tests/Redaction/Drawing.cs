using System.Diagnostics;
using System.Globalization;

namespace Gongkai.Documents.Tests.Redaction;

/// <summary>The first page of a PDF as pixels, drawn apart from the code under test.</summary>
sealed record Drawing(int Width, int Height, byte[] Rgb)
{
    public (byte R, byte G, byte B) At(int x, int y) => (Rgb[(y * Width + x) * 3], Rgb[(y * Width + x) * 3 + 1], Rgb[(y * Width + x) * 3 + 2]);

    public static Drawing Of(byte[] pdf)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, pdf);
            using var process = Process.Start(new ProcessStartInfo("pdftoppm", ["-r", "150", "-cropbox", "-singlefile", file]) { RedirectStandardOutput = true })!;
            using var all = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(all);
            var bytes = all.ToArray();
            var head = System.Text.Encoding.ASCII.GetString(bytes, 0, 30).Split('\n', ' ');
            var (width, height) = (int.Parse(head[1], CultureInfo.InvariantCulture), int.Parse(head[2], CultureInfo.InvariantCulture));
            return new(width, height, bytes[^(width * height * 3)..]);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
