using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Gongkai.Documents.Intake;

/// <summary>One file within a ZIP file.</summary>
/// <param name="At">Where its packed bytes begin.</param>
/// <param name="Size">What it unpacks to, exactly: it has been unpacked once to see.</param>
sealed record ZipPart(string Name, bool Deflated, int At, int Packed, int Size);

/// <summary>A ZIP file read strictly: nothing before, between or after its parts that another program could take for something else.</summary>
sealed class ZipParts
{
    const int MostParts = 5000;
    const long MostUnpacked = 192L * 1024 * 1024;
    const int MostOfOne = 96 * 1024 * 1024;

    // Sheets of equal cells pack to a hundredth; blanks to a thousandth.
    const int MostRatio = 250;
    const int RatioFrom = 4 * 1024 * 1024;

    readonly byte[] bytes;

    /// <exception cref="FlawException">It is broken, locked, too large when unpacked, or built to mislead.</exception>
    public ZipParts(byte[] bytes)
    {
        this.bytes = bytes;
        All = [.. Directory()];
        if (All.Count == 0) throw new FlawException(Refusal.Empty, "是空的压缩文件，请检查后重新上传");
        if (All.Select(part => part.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() != All.Count) throw Misleading;
        var end = 0;
        foreach (var part in All.OrderBy(part => part.At))
        {
            if (part.At < end) throw Bomb;
            end = part.At + part.Packed;
        }
        if (All.Sum(part => (long)part.Size) > MostUnpacked) throw Bomb;
        foreach (var part in All) Measure(part);
    }

    public IReadOnlyList<ZipPart> All { get; }

    public bool Has(string name) => All.Any(part => part.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public byte[]? Read(string name) => All.FirstOrDefault(part => part.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } part ? Read(part) : null;

    public byte[] Read(ZipPart part)
    {
        var whole = new byte[part.Size];
        using var stream = Open(part);
        stream.ReadExactly(whole);
        return whole;
    }

    public Stream Open(ZipPart part)
    {
        var packed = new MemoryStream(bytes, part.At, part.Packed, writable: false);
        return part.Deflated ? new DeflateStream(packed, CompressionMode.Decompress) : packed;
    }

    // What a part declares and what it holds may differ; only unpacking tells.
    void Measure(ZipPart part)
    {
        try
        {
            using var stream = Open(part);
            var buffer = new byte[64 * 1024];
            long size = 0;
            for (int read; (read = stream.Read(buffer)) > 0;)
                if ((size += read) > part.Size) throw Bomb;
            if (size != part.Size) throw FlawException.Damaged;
        }
        catch (InvalidDataException)
        {
            throw FlawException.Damaged;
        }
    }

    IEnumerable<ZipPart> Directory()
    {
        var end = End();
        var count = Word(end + 10);
        var at = Number(end + 16);
        if (Word(end + 4) != 0 || Word(end + 8) != count || at == int.MaxValue || at + Number(end + 12) != end) throw Misleading;
        if (count > MostParts) throw Bomb;
        for (var i = 0; i < count; i++)
        {
            if (Number(at) != 0x02014B50) throw FlawException.Damaged;
            var (flags, method, packed, size) = (Word(at + 8), Word(at + 10), Number(at + 20), Number(at + 24));
            var (nameLength, extra, comment) = (Word(at + 28), Word(at + 30), Word(at + 32));
            var name = Name(at + 46, nameLength, flags);
            if ((flags & 0x41) != 0) throw new FlawException(Refusal.Locked, "设有密码，请去除密码后上传");
            // The upper half of the outer attributes is the mode on Unix; 12 is a link.
            if (Number(at + 38) >>> 28 == 12 || !IsPlain(name)) throw Misleading;
            if (size > MostOfOne || size > RatioFrom && size / Math.Max(1, packed) > MostRatio) throw Bomb;
            var local = Number(at + 42);
            if (!name.EndsWith('/')) yield return Local(local, name, nameLength, method, packed, size, flags);
            at += 46 + nameLength + extra + comment;
        }
        if (at != end) throw Misleading;
    }

    ZipPart Local(int local, string name, int nameLength, int method, int packed, int size, int flags)
    {
        if (method is not (0 or 8)) throw FlawException.Unsafe("使用了不常见的压缩方式", "请用 Word、WPS 或系统自带的压缩功能重新保存后上传");
        if (Number(local) != 0x04034B50) throw FlawException.Damaged;
        if (Word(local + 8) != method || Word(local + 26) != nameLength || Name(local + 30, nameLength, flags) != name) throw Misleading;
        var start = local + 30 + nameLength + Word(local + 28);
        if (start < 0 || packed < 0 || size < 0 || start + (long)packed > bytes.Length || method == 0 && packed != size) throw FlawException.Damaged;
        return new(name, method == 8, start, packed, size);
    }

    // The end of the directory is the end of the file; its comment, which could be anything, is at most a sentence.
    int End()
    {
        if (Number(0) is not (0x04034B50 or 0x06054B50)) throw Misleading;
        for (var at = bytes.Length - 22; at >= Math.Max(0, bytes.Length - 22 - 256); at--)
            if (Number(at) == 0x06054B50 && at + 22 + Word(at + 20) == bytes.Length) return at;
        throw FlawException.Damaged;
    }

    static bool IsPlain(string name) => name.Length is > 0 and < 260
        && !name.StartsWith('/') && !name.Contains('\\') && !name.Contains(':') && !name.Any(char.IsControl)
        && !name.Split('/').Any(folder => folder is ".." or ".");

    string Name(int at, int length, int flags)
    {
        if (at < 0 || at + (long)length > bytes.Length) throw FlawException.Damaged;
        var name = bytes.AsSpan(at, length);
        return (flags & 0x800) != 0 ? Encoding.UTF8.GetString(name) : Encoding.Latin1.GetString(name);
    }

    int Word(int at) => at < 0 || at + 2L > bytes.Length ? throw FlawException.Damaged : BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    // Nothing here is larger than half of what 32 bits count; more is another format (ZIP64) or a lie.
    int Number(int at) => at < 0 || at + 4L > bytes.Length ? throw FlawException.Damaged
        : (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at)), int.MaxValue);

    static FlawException Bomb => FlawException.Unsafe("解压后过大", "请去掉其中的大图片或附件后重新上传");

    static FlawException Misleading => FlawException.Unsafe("文件结构不合规范", "请用 Word、WPS 或系统自带的压缩功能重新保存后上传");
}
