using System.Text;
using Gongkai.Documents.Cleaning;
using Gongkai.Documents.Intake;

namespace Gongkai.Documents.Publication;

/// <summary>Texts in pictures' data: what a camera or a program wrote beside the pixels.</summary>
static class PicturePassages
{
    const int Most = 4 * 1024 * 1024;

    const string Where = "图片信息（EXIF、文字、XMP 等）";

    public static IEnumerable<Passage> In(byte[] bytes)
    {
        foreach (var passage in Raw(bytes, Where).Concat(Notes(bytes).SelectMany(note => Raw(note, Where)))) yield return passage;
        // zTXt and iTXt of a PNG are packed.
        for (var at = 0; at + 2 < Math.Min(bytes.Length, Most); at++)
        {
            if (bytes[at] != 0x78 || bytes[at + 1] is not (0x01 or 0x5E or 0x9C or 0xDA) || at < 2 || bytes[at - 1] != 0) continue;
            var packed = PdfFilters.Unpack(bytes, new(new HashSet<string>(), ["FlateDecode"], at, bytes.Length - at), 64 * 1024 * 1024);
            if (packed.Length is > 8 and < 1024 * 1024) foreach (var passage in Raw(packed, Where)) yield return passage;
        }
    }

    // By itself, so that no length or checksum beside it is read together with it. A damaged picture has been refused, or is read raw.
    static List<byte[]> Notes(byte[] bytes)
    {
        try
        {
            return [.. bytes switch
            {
                [0x89, 0x50, ..] => Png.Notes(bytes),
                [0xFF, 0xD8, ..] => Jpeg.Notes(bytes),
                [(byte)'G', (byte)'I', (byte)'F', ..] => Gif.Notes(bytes),
                [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] => Webp.Notes(bytes),
                _ => [],
            }];
        }
        catch (FlawException)
        {
            return [];
        }
    }

    /// <summary>Runs of digits and what stands around them, in bytes that are no text: read byte by byte, and two by two.</summary>
    public static IEnumerable<Passage> Raw(byte[] bytes, string where)
    {
        var head = bytes.AsSpan(0, Math.Min(bytes.Length, Most)).ToArray();
        string[] readings = [Encoding.UTF8.GetString(head), Encoding.Unicode.GetString(head), Encoding.Unicode.GetString(head.AsSpan(Math.Min(1, head.Length))), Encoding.BigEndianUnicode.GetString(head), Encoding.BigEndianUnicode.GetString(head.AsSpan(Math.Min(1, head.Length)))];
        foreach (var text in readings)
            for (var at = 0; at < text.Length; at++)
            {
                if (!char.IsAsciiDigit(text[at])) continue;
                var start = at;
                var digits = 0;
                // Groups of a number stand no farther apart than this.
                for (var gap = 0; at < text.Length && gap <= 2; at++)
                    if (char.IsAsciiLetterOrDigit(text[at])) { gap = 0; digits += char.IsAsciiDigit(text[at]) ? 1 : 0; }
                    else gap++;
                if (digits >= 11) yield return new(where, text[Math.Max(0, start - 16)..Math.Min(text.Length, at)], IsShown: false);
            }
    }
}
