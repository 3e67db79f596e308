using Gongkai.Documents.Intake;

namespace Gongkai.Documents.Cleaning;

/// <summary>A photograph without where, when and by whom it was taken. The picture itself is not coded again; its orientation stays.</summary>
static class Jpeg
{
    const byte Exif = 0xE1, Profile = 0xE2, Adobe = 0xEE, Header = 0xE0, Comment = 0xFE;

    public static IEnumerable<Hidden> Inspect(byte[] bytes)
    {
        var segments = Segments(bytes, out var end);
        foreach (var (marker, at, length) in segments)
            if (!Stays(bytes, marker, at, length) && !IsOrientation(bytes.AsSpan(at, length))) yield return new(HiddenKind.Metadata, marker == Comment ? "图片注释" : "图片信息（EXIF、XMP 等）");
        if (end < bytes.Length) yield return new(HiddenKind.KeptData, "图片末尾之后");
    }

    /// <summary>What stands beside the picture, each note by itself: the length before one may look like digits.</summary>
    public static IEnumerable<byte[]> Notes(byte[] bytes) => Segments(bytes, out _).Where(segment => !Stays(bytes, segment.Marker, segment.At, segment.Length)).Select(segment => bytes[(segment.At + 4)..(segment.At + segment.Length)]);

    public static byte[] Clean(byte[] bytes)
    {
        using var clean = new MemoryStream();
        clean.Write(bytes, 0, 2);
        var rest = 2;
        var orientation = 0;
        var segments = Segments(bytes, out var end);
        foreach (var (marker, at, length) in segments)
        {
            rest = at + length;
            if (marker == Exif && orientation == 0) orientation = Orientation(bytes.AsSpan(at, length));
            if (Stays(bytes, marker, at, length)) clean.Write(bytes, at, length);
            if (marker == 0xDA) clean.Write(bytes, rest, end - rest);
        }
        var whole = clean.ToArray();
        return orientation > 1 ? [.. whole[..2], .. Minimal(orientation), .. whole[2..]] : whole;
    }

    // A first header has no thumbnail that a person ever sees; JFXX is one.
    static bool Stays(byte[] bytes, byte marker, int at, int length)
    {
        var body = bytes.AsSpan(at + 4, length - 4);
        return marker switch
        {
            Header => body.StartsWith("JFIF\0"u8) && length <= 18,
            Profile => body.StartsWith("ICC_PROFILE\0"u8),
            Adobe => body.StartsWith("Adobe"u8) && length <= 18,
            Comment or (>= 0xE0 and <= 0xEF) => false,
            _ => true,
        };
    }

    /// <summary>The segments up to the scan; what follows is the picture, up to <paramref name="end"/>.</summary>
    static List<(byte Marker, int At, int Length)> Segments(byte[] bytes, out int end)
    {
        List<(byte, int, int)> found = [];
        for (var at = 2; ;)
        {
            if (at + 4 > bytes.Length || bytes[at] != 0xFF) throw FlawException.Damaged;
            var marker = bytes[at + 1];
            if (marker == 0xFF) { at++; continue; }
            var length = 2 + (bytes[at + 2] << 8 | bytes[at + 3]);
            if (length < 4 || at + length > bytes.Length) throw FlawException.Damaged;
            found.Add((marker, at, length));
            at += length;
            if (marker != 0xDA) continue;
            end = End(bytes, at);
            return found;
        }
    }

    static int End(byte[] bytes, int at)
    {
        for (; at + 1 < bytes.Length; at++)
        {
            if (bytes[at] != 0xFF) continue;
            if (bytes[at + 1] == 0xD9) return at + 2;
            // Between the scans of a progressive picture stand tables, whose length is told.
            if (bytes[at + 1] is >= 0xC0 and < 0xD0 or 0xDA or 0xDB or 0xDD && at + 3 < bytes.Length) at += 1 + (bytes[at + 2] << 8 | bytes[at + 3]);
        }
        throw FlawException.Damaged;
    }

    static ReadOnlySpan<byte> Mark => "Exif\0\0"u8;

    static int Orientation(ReadOnlySpan<byte> segment) => segment.Length > 10 && segment[4..].StartsWith(Mark) ? Cleaning.Orientation.Of(segment[10..]) : 0;

    static bool IsOrientation(ReadOnlySpan<byte> segment) => Orientation(segment) is > 1 and var turned && segment.SequenceEqual(Minimal(turned));

    static byte[] Minimal(int orientation) => [0xFF, Exif, 0, 34, .. Mark, .. Cleaning.Orientation.Alone(orientation)];
}
