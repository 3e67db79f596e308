using System.Buffers.Binary;

namespace Gongkai.Documents.Intake;

/// <summary>Pictures, walked from block to block without decoding one: their size in pixels, and that they end where they end.</summary>
static class Pictures
{
    // A camera of 100 megapixels is rare; decoded it fills 400 MB.
    const long MostPixels = 100_000_000;
    const int MostAcross = 30_000;
    const int MostFrames = 500;

    /// <exception cref="FlawException">It is broken, has too many pixels, or something hangs on behind it.</exception>
    public static void Check(byte[] bytes, FileType type)
    {
        var end = type switch
        {
            FileType.Png => Png(bytes),
            FileType.Jpeg => Jpeg(bytes),
            FileType.Gif => Gif(bytes),
            FileType.Webp => Webp(bytes),
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };
        if (IsForeign(bytes.AsSpan(end))) throw FlawException.Unsafe("图片后面带有别的内容", "请用看图软件打开后另存再上传");
    }

    // Cameras fill up with noughts, and phones hang further pictures on (MPF).
    static bool IsForeign(ReadOnlySpan<byte> rest) => rest.IndexOfAnyExcept((byte)0, (byte)10, (byte)13) is >= 0 and var at && rest[at..] is not [0xFF, 0xD8, 0xFF, ..];

    static int Png(byte[] bytes)
    {
        if (bytes.Length < 57 || !bytes.AsSpan(12).StartsWith("IHDR"u8)) throw FlawException.Damaged;
        Size(Long(bytes, 16), Long(bytes, 20));
        for (var at = 8; ;)
        {
            var length = Long(bytes, at);
            if (length < 0 || at + 12L + length > bytes.Length) throw FlawException.Damaged;
            var last = bytes.AsSpan(at + 4).StartsWith("IEND"u8);
            at += 12 + length;
            if (last) return at;
        }
    }

    static int Jpeg(byte[] bytes)
    {
        var sized = false;
        for (var at = 2; ;)
        {
            if (at + 2 > bytes.Length || bytes[at] != 0xFF) throw FlawException.Damaged;
            var marker = bytes[at + 1];
            if (marker == 0xFF) { at++; continue; }
            if (marker == 0xD9) return sized ? at + 2 : throw FlawException.Damaged;
            if (at + 4 > bytes.Length) throw FlawException.Damaged;
            if (marker is 0x01 or >= 0xD0 and <= 0xD7) { at += 2; continue; }
            var length = bytes[at + 2] << 8 | bytes[at + 3];
            if (length < 2 || at + 2 + length > bytes.Length) throw FlawException.Damaged;
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                if (length < 8) throw FlawException.Damaged;
                Size(bytes[at + 7] << 8 | bytes[at + 8], bytes[at + 5] << 8 | bytes[at + 6]);
                sized = true;
            }
            at += 2 + length;
            if (marker == 0xDA) at = AfterScan(bytes, at);
        }
    }

    static int AfterScan(byte[] bytes, int at)
    {
        while (true)
        {
            var next = bytes.AsSpan(at).IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= bytes.Length) throw FlawException.Damaged;
            at += next;
            // 0 stands for the byte FF itself, D0–D7 begin anew within the scan.
            if (bytes[at + 1] is 0 or >= 0xD0 and <= 0xD7) at += 2;
            else if (bytes[at + 1] == 0xFF) at++;
            else return at;
        }
    }

    static int Gif(byte[] bytes)
    {
        if (bytes.Length < 14) throw FlawException.Damaged;
        Size(bytes[6] | bytes[7] << 8, bytes[8] | bytes[9] << 8);
        var at = 13 + Colours(bytes[10]);
        for (var frames = 0; ;)
        {
            if (at >= bytes.Length) throw FlawException.Damaged;
            switch (bytes[at])
            {
                case 0x3B when frames > 0:
                    return at + 1;
                case 0x21:
                    at = Blocks(bytes, at + 2);
                    break;
                case 0x2C when at + 10 < bytes.Length:
                    if (++frames > MostFrames) throw TooMany;
                    Size(bytes[at + 5] | bytes[at + 6] << 8, bytes[at + 7] | bytes[at + 8] << 8);
                    at = Blocks(bytes, at + 11 + Colours(bytes[at + 9]));
                    break;
                default:
                    throw FlawException.Damaged;
            }
        }
    }

    static int Colours(byte packed) => (packed & 0x80) != 0 ? 3 << ((packed & 7) + 1) : 0;

    static int Blocks(byte[] bytes, int at)
    {
        while (at < bytes.Length && bytes[at] != 0) at += bytes[at] + 1;
        return at + 1;
    }

    static int Webp(byte[] bytes)
    {
        var end = 8L + BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4));
        if (end > bytes.Length || end < 30) throw FlawException.Damaged;
        var sized = false;
        var frames = 0;
        for (var at = 12; at + 8 <= end;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + 4));
            if (at + 8 + (long)length > end) throw FlawException.Damaged;
            var body = bytes.AsSpan(at + 8, (int)length);
            if (bytes.AsSpan(at).StartsWith("VP8X"u8) && length >= 10) Size(1 + (body[4] | body[5] << 8 | body[6] << 16), 1 + (body[7] | body[8] << 8 | body[9] << 16));
            else if (bytes.AsSpan(at).StartsWith("VP8L"u8) && length >= 5) Size(1 + ((body[1] | body[2] << 8) & 0x3FFF), 1 + ((body[2] >> 6 | body[3] << 2 | body[4] << 10) & 0x3FFF));
            else if (bytes.AsSpan(at).StartsWith("VP8 "u8) && length >= 10) Size((body[6] | body[7] << 8) & 0x3FFF, (body[8] | body[9] << 8) & 0x3FFF);
            else if (bytes.AsSpan(at).StartsWith("ANMF"u8) && ++frames > MostFrames) throw TooMany;
            sized |= bytes.AsSpan(at).StartsWith("VP8"u8) || frames > 0;
            at += 8 + (int)length + (int)(length & 1);
        }
        return sized ? (int)end : throw FlawException.Damaged;
    }

    static void Size(int width, int height)
    {
        if (width <= 0 || height <= 0) throw FlawException.Damaged;
        if (width > MostAcross || height > MostAcross || (long)width * height > MostPixels) throw TooMany;
    }

    static FlawException TooMany => FlawException.Unsafe("图片的像素过多", "请缩小图片后上传");

    static int Long(byte[] bytes, int at) => at + 4 <= bytes.Length ? (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at)), int.MaxValue) : throw FlawException.Damaged;
}
