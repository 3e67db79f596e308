using System.Buffers.Binary;
using System.Text;
using Gongkai.Documents.Intake;

namespace Gongkai.Documents.Cleaning;

/// <summary>A WebP without camera data and texts. What draws it, moving pictures too, stays byte for byte, and so does how it is turned.</summary>
static class Webp
{
    static readonly HashSet<string> Drawing = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"], InFrame = ["VP8 ", "VP8L", "ALPH"];

    // In the first byte of VP8X: which further chunks there are.
    const byte SaysExif = 0x08, SaysXmp = 0x04;
    const int FrameHead = 16;

    public static IEnumerable<Hidden> Inspect(byte[] bytes)
    {
        foreach (var (type, body) in Chunks(bytes, 12, End(bytes)))
            if (!Drawing.Contains(type) && !IsTurned(type, body) || type == "ANMF" && Chunks(body, FrameHead, body.Length).Any(inner => !InFrame.Contains(inner.Type)))
                yield return new(HiddenKind.Metadata, "图片信息（EXIF、XMP 等）");
        if (End(bytes) < bytes.Length) yield return new(HiddenKind.KeptData, "图片末尾之后");
    }

    /// <summary>What stands beside the picture, each note by itself: the length before one may look like digits.</summary>
    public static IEnumerable<byte[]> Notes(byte[] bytes) => Chunks(bytes, 12, End(bytes)).Where(chunk => !Drawing.Contains(chunk.Type)).Select(chunk => chunk.Body);

    public static byte[] Clean(byte[] bytes)
    {
        using var clean = new MemoryStream();
        clean.Write("RIFF\0\0\0\0WEBP"u8);
        var chunks = Chunks(bytes, 12, End(bytes)).ToList();
        var turned = chunks.Where(chunk => chunk.Type == "EXIF").Select(chunk => Orientation.Of(Tiff(chunk.Body))).FirstOrDefault(turned => turned > 1);
        foreach (var (type, body) in chunks.Where(chunk => Drawing.Contains(chunk.Type)))
            Put(clean, type, type switch
            {
                "VP8X" when body.Length > 0 => [(byte)(body[0] & ~(SaysExif | SaysXmp) | (turned > 1 ? SaysExif : 0)), .. body[1..]],
                "ANMF" => Frame(body),
                _ => body,
            });
        if (turned > 1) Put(clean, "EXIF", Orientation.Alone(turned));
        var whole = clean.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(whole.AsSpan(4), whole.Length - 8);
        return whole;
    }

    static byte[] Frame(byte[] body)
    {
        using var frame = new MemoryStream();
        frame.Write(body, 0, Math.Min(FrameHead, body.Length));
        foreach (var (type, inner) in Chunks(body, FrameHead, body.Length))
            if (InFrame.Contains(type)) Put(frame, type, inner);
        return frame.ToArray();
    }

    static void Put(Stream to, string type, byte[] body)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, body.Length);
        to.Write(Encoding.Latin1.GetBytes(type));
        to.Write(length);
        to.Write(body);
        if (body.Length % 2 != 0) to.WriteByte(0);
    }

    static bool IsTurned(string type, byte[] body) => type == "EXIF" && Orientation.Of(body) is > 1 and var turned && body.AsSpan().SequenceEqual(Orientation.Alone(turned));

    // Some programs put the mark before it that it has in a photograph.
    static ReadOnlySpan<byte> Tiff(byte[] body) => body.AsSpan().StartsWith("Exif\0\0"u8) ? body.AsSpan(6) : body;

    static int End(byte[] bytes)
    {
        var end = bytes.Length >= 12 ? 8L + BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4)) : 0;
        return end is >= 12 && end <= bytes.Length ? (int)end : throw FlawException.Damaged;
    }

    static IEnumerable<(string Type, byte[] Body)> Chunks(byte[] bytes, int at, int end)
    {
        for (; at + 8 <= end;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + 4));
            if (at + 8L + length > end) throw FlawException.Damaged;
            yield return (Encoding.Latin1.GetString(bytes, at, 4), bytes[(at + 8)..(at + 8 + (int)length)]);
            at += 8 + (int)length + (int)(length & 1);
        }
    }
}
