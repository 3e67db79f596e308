using System.Buffers.Binary;
using System.Text;
using Gongkai.Documents.Intake;

namespace Gongkai.Documents.Cleaning;

/// <summary>A picture without texts, times and camera data. What draws it stays byte for byte.</summary>
static class Png
{
    static readonly HashSet<string> Drawing =
        ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "bKGD", "pHYs", "acTL", "fcTL", "fdAT"];

    public static IEnumerable<Hidden> Inspect(byte[] bytes)
    {
        var end = 8;
        foreach (var (type, at, length) in Chunks(bytes))
        {
            end = at + length;
            if (!Drawing.Contains(type)) yield return new(HiddenKind.Metadata, "图片信息（文字、时间、EXIF 等）");
        }
        if (end < bytes.Length) yield return new(HiddenKind.KeptData, "图片末尾之后");
    }

    /// <summary>What stands beside the pixels, each note by itself: the checksum behind one may look like digits.</summary>
    public static IEnumerable<byte[]> Notes(byte[] bytes) => Chunks(bytes).Where(chunk => !Drawing.Contains(chunk.Type)).Select(chunk => bytes[(chunk.At + 8)..(chunk.At + chunk.Length - 4)]);

    public static byte[] Clean(byte[] bytes)
    {
        using var clean = new MemoryStream();
        clean.Write(bytes, 0, 8);
        foreach (var (type, at, length) in Chunks(bytes))
            if (Drawing.Contains(type)) clean.Write(bytes, at, length);
        return clean.ToArray();
    }

    static IEnumerable<(string Type, int At, int Length)> Chunks(byte[] bytes)
    {
        for (var at = 8; ;)
        {
            if (at + 12 > bytes.Length) throw FlawException.Damaged;
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
            if (at + 12L + length > bytes.Length) throw FlawException.Damaged;
            var type = Encoding.Latin1.GetString(bytes, at + 4, 4);
            yield return (type, at, (int)length + 12);
            if (type == "IEND") yield break;
            at += (int)length + 12;
        }
    }
}
