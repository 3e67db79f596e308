using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Gongkai.Documents.Redaction;

/// <summary>A page as it goes out.</summary>
/// <param name="Width">In points, as it is seen.</param>
sealed record ReleasedPage(double Width, double Height, double Unit, PackedPicture Picture, IReadOnlyList<Glyph> Glyphs);

/// <summary>A PDF that is written from nothing: a picture a page, and the text layer. It has no properties, notes, links, files or scripts, and no part of another PDF.</summary>
static class ReleasedPdf
{
    /// <summary>Every name that stands in such a file; the leak check takes any other for a finding.</summary>
    public static IReadOnlySet<string> Names { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "Type", "Catalog", "Pages", "Kids", "Count", "Page", "Parent", "MediaBox", "Resources", "XObject", "P", "Font", "T", "Contents", "Subtype", "Image", "Width", "Height", "ColorSpace", "DeviceGray", "DeviceRGB",
        "BitsPerComponent", "Filter", "FlateDecode", "DCTDecode", "DecodeParms", "Predictor", "Colors", "Columns", "Length", "Type0", "BaseFont", "GlyphlessText", "Encoding", "Identity-H", "DescendantFonts", "ToUnicode",
        "CIDFontType2", "CIDSystemInfo", "Registry", "Ordering", "Supplement", "FontDescriptor", "DW", "CIDToGIDMap", "FontName", "Flags", "FontBBox", "ItalicAngle", "Ascent", "Descent", "CapHeight", "StemV", "FontFile2", "Length1",
        "Lang", "Size", "Root", "UserUnit",
    };

    /// <summary>What JPEG lays on black beside white, of 255; a page on which it lays more is packed without loss.</summary>
    public const int JpegTolerance = 24;

    public static byte[] Write(IReadOnlyList<ReleasedPage> pages)
    {
        using var to = new MemoryStream();
        List<long> starts = [];
        Put(to, "%PDF-1.7\n");
        to.Write([(byte)'%', 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        var layer = new TextLayer(pages.SelectMany(page => page.Glyphs).Select(glyph => glyph.Text));

        Begin("<< /Type /Catalog /Pages 2 0 R /Lang (zh-CN) >>");
        Begin($"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, i) => $"{9 + i * 3} 0 R"))}] >>");
        Begin("<< /Type /Font /Subtype /Type0 /BaseFont /GlyphlessText /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>");
        Begin("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /GlyphlessText /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 6 0 R /DW 1000 /CIDToGIDMap 7 0 R >>");
        Stream("", Encoding.ASCII.GetBytes(layer.ToUnicode()));
        Begin("<< /Type /FontDescriptor /FontName /GlyphlessText /Flags 5 /FontBBox [0 -200 1000 850] /ItalicAngle 0 /Ascent 850 /Descent -200 /CapHeight 850 /StemV 80 /FontFile2 8 0 R >>");
        Stream("", new byte[2 * (layer.Count + 1)]);
        Stream($"/Length1 {EmptyFont.Bytes.Length} ", EmptyFont.Bytes);
        foreach (var page in pages)
        {
            var self = starts.Count + 1;
            Begin(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page.Width:0.####} {page.Height:0.####}]{(page.Unit == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" /UserUnit {page.Unit:0.####}"))} /Resources << /XObject << /P {self + 1} 0 R >> /Font << /T 3 0 R >> >> /Contents {self + 2} 0 R >>"));
            Begin($"<< /Type /XObject /Subtype /Image /Width {page.Picture.Width} /Height {page.Picture.Height} /BitsPerComponent 8 {page.Picture.Entries} /Length {page.Picture.Bytes.Length} >>", page.Picture.Bytes);
            Stream("", Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"q {page.Width:0.####} 0 0 {page.Height:0.####} 0 0 cm /P Do Q\n") + layer.Content(page.Glyphs)));
        }

        var table = to.Position;
        Put(to, $"xref\n0 {starts.Count + 1}\n0000000000 65535 f \n");
        foreach (var start in starts) Put(to, $"{start:D10} 00000 n \n");
        Put(to, $"trailer\n<< /Size {starts.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return to.ToArray();

        void Stream(string entries, byte[] data)
        {
            using var packed = new MemoryStream();
            using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(data);
            Begin($"<< {entries}/Filter /FlateDecode /Length {packed.Length} >>", packed.ToArray());
        }

        void Begin(string dictionary, byte[]? stream = null)
        {
            starts.Add(to.Position);
            Put(to, $"{starts.Count} 0 obj\n{dictionary}\n");
            if (stream is not null)
            {
                Put(to, "stream\n");
                to.Write(stream);
                Put(to, "\nendstream\n");
            }
            Put(to, "endobj\n");
        }
    }

    static void Put(MemoryStream to, string text) => to.Write(Encoding.Latin1.GetBytes(text));
}
