using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Gongkai.Rigs;

/// <summary>Pictures of identity documents, invented: noise as a PNG, another one for each key, and always the same for one.</summary>
public static class Pictures
{
    /// <summary>A small one.</summary>
    public static byte[] Of(string key) => Of(key, 24);

    /// <param name="key">For whom.</param>
    /// <param name="side">In pixels; the file has about three bytes for each.</param>
    public static byte[] Of(string key, int side)
    {
        var pixels = new byte[side * (side * 3 + 1)];
        Noise(key, pixels);
        for (var line = 0; line < side; line++) pixels[line * (side * 3 + 1)] = 0;
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.NoCompression, leaveOpen: true)) zlib.Write(pixels);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, side);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), side);
        (head[8], head[9]) = (8, 2);
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", head), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    static void Noise(string key, Span<byte> into)
    {
        var seed = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        new Random(BinaryPrimitives.ReadInt32LittleEndian(seed)).NextBytes(into);
        seed.CopyTo(into[1..]);
    }

    static byte[] Chunk(string kind, byte[] content)
    {
        var chunk = new byte[content.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        Encoding.ASCII.GetBytes(kind, chunk.AsSpan(4));
        content.CopyTo(chunk, 8);
        var crc = uint.MaxValue;
        foreach (var one in chunk.AsSpan(4, content.Length + 4))
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB88320;
        }
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(content.Length + 8), ~crc);
        return chunk;
    }
}
