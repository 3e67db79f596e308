using System.IO.Compression;
using System.Text;

namespace Gongkai.Documents.Reading;

/// <summary>What a file is, told from its bytes and not from its name.</summary>
public enum FileKind { Text, Docx, Xlsx, Pdf }

/// <summary>A file's bytes, taken in within limits, and what they are.</summary>
static class FileBytes
{
    /// <summary>No published report is larger; what is, is refused before it fills the memory.</summary>
    const int MostBytes = 64 * 1024 * 1024;

    /// <summary>The largest text or page; beyond it a parser's tree would not fit.</summary>
    const int MostText = 24 * 1024 * 1024;

    /// <summary>The most that one part of a Word or Excel file, and all of them, may unpack to.</summary>
    const long MostPart = 96L * 1024 * 1024;
    const long MostParts = 256L * 1024 * 1024;
    const int MostEntries = 20_000;

    public static byte[] Take(Stream file)
    {
        // A file in memory says how long it is; a stream that does not is taken piece by piece.
        if (file.CanSeek && file.Length - file.Position is > 0 and <= MostBytes and var length)
        {
            var whole = new byte[length];
            file.ReadExactly(whole);
            return whole;
        }
        var taken = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = file.Read(buffer)) > 0)
        {
            if (taken.Length + read > MostBytes) throw new UnreadableReportException($"文件超过 {MostBytes / 1024 / 1024} MB，不像一份年度报告；请只提供年度报告本身。");
            taken.Write(buffer, 0, read);
        }
        if (taken.Length == 0) throw new UnreadableReportException("文件是空的，请检查后重新提供。");
        return taken.ToArray();
    }

    public static FileKind Sniff(byte[] bytes)
    {
        ReadOnlySpan<byte> head = bytes;
        if (head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8)) return Zipped(bytes);
        if (head[..Math.Min(1024, head.Length)].IndexOf("%PDF-"u8) >= 0) return FileKind.Pdf;
        if (head is [0xD0, 0xCF, 0x11, 0xE0, ..]) throw OldOffice(bytes);
        if (head.StartsWith("{\\rtf"u8)) throw new UnreadableReportException("这是 RTF 文件，暂不支持；请用 Word 或 WPS 打开后另存为 DOCX 格式。");
        if (LooksBinary(head)) throw new UnreadableReportException("无法识别文件格式；请提供 DOCX、XLSX、PDF、HTML、Markdown、CSV 或纯文本格式的年度报告。");
        if (bytes.Length > MostText) throw new UnreadableReportException($"文本超过 {MostText / 1024 / 1024} MB，不像一份年度报告；请只提供年度报告本身。");
        return FileKind.Text;
    }

    static FileKind Zipped(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes));
            if (zip.Entries.Count > MostEntries || zip.Entries.Sum(entry => entry.Length) > MostParts || zip.Entries.Any(entry => entry.Length > MostPart))
                throw new UnreadableReportException("文件解压后过大，已停止读取；请确认它是年度报告，并去掉其中的大图片或附件后重试。");
            if (zip.GetEntry("word/document.xml") is not null) return FileKind.Docx;
            if (zip.GetEntry("xl/workbook.xml") is not null) return FileKind.Xlsx;
        }
        catch (InvalidDataException)
        {
            throw Damaged("Word 或 Excel");
        }
        throw new UnreadableReportException("这是压缩包或不支持的文件；请解压后提供其中的年度报告（DOCX、XLSX、PDF、HTML 或纯文本）。");
    }

    public static UnreadableReportException Damaged(string kind) => new($"{kind} 文件已损坏或不完整，无法打开；请重新导出或下载后再试。");

    // Encrypted OOXML is an OLE container that holds a stream of this name.
    static UnreadableReportException OldOffice(byte[] bytes) =>
        bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0
            ? new("文件设有打开密码，请去除密码后再提供。")
            : new("这是旧版 Office（.doc、.xls）或 WPS 格式的文件，暂不支持；请打开后另存为 DOCX 或 XLSX 格式。");

    static bool LooksBinary(ReadOnlySpan<byte> head)
    {
        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) return false;
        var odd = 0;
        var sample = head[..Math.Min(8192, head.Length)];
        foreach (var b in sample)
            if (b < 9 || b is > 13 and < 27 or > 27 and < 32) odd++;
        return odd > sample.Length / 100;
    }
}
