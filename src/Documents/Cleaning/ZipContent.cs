using System.IO.Compression;
using System.Text;
using Gongkai.Documents.Intake;

namespace Gongkai.Documents.Cleaning;

/// <summary>A ZIP file whose every member is cleaned by its own rules, and packed anew: no times, no remarks, nothing between its parts.</summary>
/// <remarks>A ZIP file within a ZIP file is refused where it is taken in, and here once more.</remarks>
static class ZipContent
{
    static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    static ZipContent() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IEnumerable<Hidden> Inspect(byte[] bytes)
    {
        var zip = new ZipParts(bytes);
        if (!Pack(zip, content => content.Bytes).AsSpan().SequenceEqual(bytes)) yield return new(HiddenKind.Metadata, "压缩包的时间、注释等");
        foreach (var part in zip.All)
        {
            var content = Of(zip, part);
            foreach (var hidden in Cleaner.Inspect(content.Bytes, content.Type)) yield return hidden with { Where = $"“{Path.GetFileName(Named(part.Name))}”的{hidden.Where}" };
        }
    }

    public static byte[] Clean(byte[] bytes) => Pack(new(bytes), content =>
    {
        try
        {
            return Cleaner.Clean(content.Bytes, content.Type).Bytes;
        }
        catch (RefusedFileException refused)
        {
            throw new FlawException(refused.Refusal, $"中的“{Path.GetFileName(content.Name)}”不能公开：{refused.Message.TrimEnd('。')}");
        }
    });

    sealed record Content(string Name, FileType Type, byte[] Bytes);

    static Content Of(ZipParts zip, ZipPart part)
    {
        var (name, bytes) = (Named(part.Name), zip.Read(part));
        return new(name, bytes.Length == 0 ? FileType.Text : FileGate.TypeWithin(bytes, name), bytes);
    }

    static byte[] Pack(ZipParts zip, Func<Content, byte[]> clean)
    {
        using var to = new MemoryStream();
        using (var packed = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
            foreach (var part in zip.All)
            {
                var content = Of(zip, part);
                var entry = packed.CreateEntry(content.Name);
                entry.LastWriteTime = Epoch;
                using var stream = entry.Open();
                stream.Write(clean(content));
            }
        return to.ToArray();
    }

    // Windows in Chinese writes names in GBK and does not say so.
    static string Named(string name)
    {
        if (!name.Any(letter => letter is >= '\u0080' and <= '\u00FF') || name.Any(letter => letter > '\u00FF')) return name;
        var bytes = Encoding.Latin1.GetBytes(name);
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding("GB18030").GetString(bytes);
        }
    }
}
