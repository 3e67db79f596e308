using System.Text;

namespace Gongkai.Documents.Intake;

/// <summary>The first and last bytes by which a kind of file is known.</summary>
static class Signature
{
    /// <summary>The kind by its first bytes, of a ZIP file only that it is one; <c>null</c> where only text is left to suppose.</summary>
    /// <exception cref="FlawException">It is a kind that is never taken in.</exception>
    public static FileType? Of(byte[] bytes)
    {
        ReadOnlySpan<byte> head = bytes;
        if (head is []) throw new FlawException(Refusal.Empty, "是空文件，请检查后重新上传");
        if (head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8)) return FileType.Zip;
        if (head.StartsWith("%PDF-"u8)) return FileType.Pdf;
        if (head is [0x89, (byte)'P', (byte)'N', (byte)'G', ..]) return FileType.Png;
        if (head is [0xFF, 0xD8, 0xFF, ..]) return FileType.Jpeg;
        if (head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8)) return FileType.Gif;
        if (head.StartsWith("RIFF"u8) && head.Length > 12 && head[8..].StartsWith("WEBP"u8)) return FileType.Webp;
        if (IsProgram(head)) throw FlawException.Unsafe("它是程序，不是文档", "请上传文档或图片");
        if (head is [0xD0, 0xCF, 0x11, 0xE0, ..])
            throw bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0
                ? new FlawException(Refusal.Locked, "设有密码，请去除密码后上传")
                : new FlawException(Refusal.Kind, "是旧版 Office 格式（.doc、.xls、.ppt），其中可能带有宏；请另存为 DOCX、XLSX 或 PDF 格式后上传");
        if (IsOther(head)) throw new FlawException(Refusal.Kind, "的格式不在接收范围内，请转换为 PDF 后上传");
        return null;
    }

    /// <summary>Whether a machine would run it: programs of Windows, Linux and macOS, Java, links, installers, scripts.</summary>
    public static bool IsProgram(ReadOnlySpan<byte> head) =>
        head.StartsWith("MZ"u8) || head.StartsWith("\x7F"u8) && head[1..].StartsWith("ELF"u8) || head.StartsWith("#!"u8) || head.StartsWith("MSCF"u8) || head.StartsWith("ITSF"u8)
        || head is [0xCA, 0xFE, 0xBA, 0xBE, ..] or [0xFE, 0xED, 0xFA, 0xCE or 0xCF, ..] or [0xCE or 0xCF, 0xFA, 0xED, 0xFE, ..]
        || head is [0x4C, 0, 0, 0, 1, 0x14, 2, 0, ..] or [0x00, (byte)'a', (byte)'s', (byte)'m', ..];

    static bool IsOther(ReadOnlySpan<byte> head) =>
        head.StartsWith("{\\rtf"u8) || head.StartsWith("Rar!"u8) || head.StartsWith("7z"u8) && head is [_, _, 0xBC, 0xAF, ..] || head is [0x1F, 0x8B, ..] || head.StartsWith("BZh"u8)
        || head is [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', ..] || head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8) || head.StartsWith("SQLite format 3"u8)
        || head.StartsWith("BM"u8) && head.Length > 14 && head[6..10] is [0, 0, 0, 0];

    /// <summary>Whether a file that is no PDF and no page carries one, or a ZIP file at its end, for a program that looks there.</summary>
    public static bool IsTwofold(byte[] bytes, FileType type)
    {
        ReadOnlySpan<byte> all = bytes;
        var head = all[..Math.Min(1024, all.Length)];
        if (type != FileType.Pdf && head.IndexOf("%PDF-"u8) >= 0) return true;
        // In a ZIP file the first bytes may be a stored part's.
        if (type is not (FileType.Text or FileType.Csv) && Text.IsPage(Encoding.Latin1.GetString(head))) return true;
        return type is not (FileType.Zip or FileType.Docx or FileType.Xlsx or FileType.Pptx or FileType.Ofd) && EndsAsZip(all);
    }

    static bool EndsAsZip(ReadOnlySpan<byte> all)
    {
        for (var at = all.Length - 22; at >= Math.Max(0, all.Length - 22 - 65535); at--)
            if (all[at] == 'P' && all[at..].StartsWith("PK\x05\x06"u8) && at + 22 + (all[at + 20] | all[at + 21] << 8) <= all.Length) return true;
        return false;
    }
}
