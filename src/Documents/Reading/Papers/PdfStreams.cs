using System.IO.Compression;

namespace Gongkai.Documents.Reading.Papers;

/// <summary>Looks into a PDF's packed streams before anything unpacks them whole.</summary>
static class PdfStreams
{
    /// <summary>What packs to less than this cannot unpack to more than a page's fonts and pictures take.</summary>
    const int LeastPacked = 48 * 1024;

    const long MostUnpacked = 128L * 1024 * 1024;

    /// <exception cref="UnreadableReportException">A stream unpacks to more than any report needs.</exception>
    public static void Measure(byte[] bytes)
    {
        ReadOnlySpan<byte> rest = bytes;
        var at = 0;
        var unpacked = 0L;
        while (rest[at..].IndexOf("stream"u8) is >= 0 and var found)
        {
            var start = at + found + "stream"u8.Length;
            if (start < bytes.Length && bytes[start] == '\r') start++;
            if (start < bytes.Length && bytes[start] == '\n') start++;
            var length = rest[start..].IndexOf("endstream"u8);
            if (length < 0) length = bytes.Length - start;
            if (length > LeastPacked) unpacked += Unpacked(bytes, start, length, MostUnpacked - unpacked);
            if (unpacked >= MostUnpacked) throw new UnreadableReportException("PDF 中的内容展开后过大，已停止读取；请确认它是年度报告，或改用 Word、网页格式。");
            at = Math.Min(bytes.Length, start + length + "endstream"u8.Length);
        }
    }

    static long Unpacked(byte[] bytes, int start, int length, long most)
    {
        try
        {
            using var stream = new ZLibStream(new MemoryStream(bytes, start, length), CompressionMode.Decompress);
            var buffer = new byte[64 * 1024];
            var size = 0L;
            int read;
            while (size < most && (read = stream.Read(buffer)) > 0) size += read;
            return size;
        }
        catch (InvalidDataException)
        {
            // Packed in another way (a picture's own), or not packed at all.
            return length;
        }
    }
}
