using System.Buffers.Binary;

namespace Gongkai.Documents.Redaction;

/// <summary>A TrueType font with a single empty glyph: text in it can be searched and copied, and draws nothing.</summary>
static class EmptyFont
{
    const int Em = 1000;

    /// <summary>The font file.</summary>
    public static byte[] Bytes { get; } = Make();

    static byte[] Make()
    {
        (string Tag, byte[] Data)[] tables =
        [
            ("cmap", [.. Shorts(0, 1, 3, 1), .. Longs(12), .. Shorts(4, 24, 0, 2, 2, 0, 0, 0xFFFF, 0, 0xFFFF, 1, 0)]),
            ("glyf", Shorts(0)),
            ("head", [.. Longs(0x00010000, 0x00010000, 0, 0x5F0F3CF5), .. Shorts(0, Em), .. Longs(0, 0, 0, 0), .. Shorts(0, 0, Em, Em, 0, 8, 2, 0, 0)]),
            ("hhea", [.. Longs(0x00010000), .. Shorts(850, unchecked((ushort)-200), 0, Em, 0, 0, Em, 1, 0, 0, 0, 0, 0, 0, 0, 1)]),
            ("hmtx", Shorts(Em, 0)),
            ("loca", Shorts(0, 0)),
            ("maxp", [.. Longs(0x00010000), .. Shorts(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)]),
            ("post", [.. Longs(0x00030000, 0, 0, 0, 0, 0, 0, 0)]),
        ];
        var at = 12 + 16 * tables.Length;
        using var head = new MemoryStream();
        using var body = new MemoryStream();
        head.Write([.. Longs(0x00010000), .. Shorts((ushort)tables.Length, 128, 3, 0)]);
        foreach (var (tag, data) in tables)
        {
            byte[] padded = [.. data, .. new byte[(4 - data.Length % 4) % 4]];
            head.Write(System.Text.Encoding.ASCII.GetBytes(tag));
            head.Write(Longs(Sum(padded), (uint)(at + body.Length), (uint)data.Length));
            body.Write(padded);
        }
        byte[] font = [.. head.ToArray(), .. body.ToArray()];
        var start = at + tables.TakeWhile(table => table.Tag != "head").Sum(table => (table.Data.Length + 3) / 4 * 4);
        BinaryPrimitives.WriteUInt32BigEndian(font.AsSpan(start + 8), unchecked(0xB1B0AFBA - Sum(font)));
        return font;
    }

    static uint Sum(byte[] data)
    {
        var sum = 0u;
        for (var at = 0; at < data.Length; at += 4) sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(at)));
        return sum;
    }

    static byte[] Shorts(params ushort[] values) => [.. values.SelectMany(value => new[] { (byte)(value >> 8), (byte)value })];

    static byte[] Longs(params uint[] values) => [.. values.SelectMany(value => new[] { (byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value })];
}
