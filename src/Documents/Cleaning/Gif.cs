using Gongkai.Documents.Intake;

namespace Gongkai.Documents.Cleaning;

/// <summary>A GIF without comments, texts and what programs keep in it. Its frames and how often they come round stay as they are.</summary>
static class Gif
{
    const byte Extension = 0x21, Frame = 0x2C, Trailer = 0x3B;

    public static IEnumerable<Hidden> Inspect(byte[] bytes)
    {
        var end = 0;
        foreach (var (at, length) in Blocks(bytes))
        {
            end = at + length;
            if (!Stays(bytes.AsSpan(at, length))) yield return new(HiddenKind.Metadata, "图片信息（注释、XMP 等）");
        }
        if (end < bytes.Length) yield return new(HiddenKind.KeptData, "图片末尾之后");
    }

    /// <summary>What stands beside the frames, each note by itself and its pieces joined: the length before one may look like digits.</summary>
    public static IEnumerable<byte[]> Notes(byte[] bytes) => Blocks(bytes).Where(block => !Stays(bytes.AsSpan(block.At, block.Length))).Select(block => Joined(bytes, block.At + 2));

    public static byte[] Clean(byte[] bytes)
    {
        using var clean = new MemoryStream();
        foreach (var (at, length) in Blocks(bytes))
            if (Stays(bytes.AsSpan(at, length))) clean.Write(bytes, at, length);
        return clean.ToArray();
    }

    // Of the extensions, only that which times a frame and that which counts the rounds draw anything.
    static bool Stays(ReadOnlySpan<byte> block) => block[0] != Extension
        || block[1] == 0xF9 && block.Length == 8
        || block[1] == 0xFF && block.Length == 19 && (block[3..].StartsWith("NETSCAPE2.0"u8) || block[3..].StartsWith("ANIMEXTS1.0"u8)) && block[14] == 3 && block[15] == 1;

    /// <summary>The head with its colours, each block, and the byte that ends it all.</summary>
    static IEnumerable<(int At, int Length)> Blocks(byte[] bytes)
    {
        if (bytes.Length < 14) throw FlawException.Damaged;
        var at = 13 + Colours(bytes[10]);
        yield return (0, Within(bytes, at));
        while (true)
        {
            var from = at;
            at = bytes[Within(bytes, at + 1) - 1] switch
            {
                Trailer => at + 1,
                Extension => Chain(bytes, at + 2),
                Frame => Chain(bytes, Within(bytes, at + 11) + Colours(bytes[at + 9])),
                _ => throw FlawException.Damaged,
            };
            yield return (from, at - from);
            if (bytes[from] == Trailer) yield break;
        }
    }

    // Pieces of up to 255 bytes, each with its length before it, up to one without any.
    static int Chain(byte[] bytes, int at)
    {
        while (bytes[Within(bytes, at + 1) - 1] != 0) at += bytes[at] + 1;
        return at + 1;
    }

    static byte[] Joined(byte[] bytes, int at)
    {
        List<byte> whole = [];
        for (; bytes[at] != 0; at += bytes[at] + 1) whole.AddRange(bytes.AsSpan(at + 1, bytes[at]));
        return [.. whole];
    }

    static int Within(byte[] bytes, int end) => end <= bytes.Length ? end : throw FlawException.Damaged;

    static int Colours(byte packed) => (packed & 0x80) != 0 ? 3 << ((packed & 7) + 1) : 0;
}
