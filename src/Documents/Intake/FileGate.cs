using System.Globalization;

namespace Gongkai.Documents.Intake;

/// <summary>A file that may be stored: what it is, and the name under which it is shown.</summary>
public sealed record Admitted(FileType Type, string Name);

/// <summary>Looks at a file that somebody sends before anything keeps it, and refuses what could do harm to whoever opens it.</summary>
public static class FileGate
{
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">As it was sent; it is believed in nothing but plain text.</param>
    /// <param name="allowance">What the field takes.</param>
    /// <exception cref="RefusedFileException">It is not taken in; the message says why and what to do.</exception>
    public static Admitted Examine(byte[] bytes, string name, Allowance allowance)
    {
        var shown = FileName.Shown(name);
        try
        {
            if (bytes.Length > allowance.MostBytes)
                throw new FlawException(Refusal.TooLarge, string.Create(CultureInfo.InvariantCulture, $"有 {Math.Ceiling(bytes.Length / 1048576m * 10) / 10} MB，单个文件不超过 {allowance.MostBytes / 1048576} MB，请压缩或拆分后上传"));
            var type = TypeOf(bytes, name, nested: false);
            if (!allowance.Types.Contains(type)) throw new FlawException(Refusal.Kind, $"为 {type.Word} 格式，仅支持 {allowance.Words}，请转换后上传");
            return new(type, FileName.Of(name, type));
        }
        catch (FlawException flaw)
        {
            throw new RefusedFileException(flaw.Refusal, $"“{shown}”{flaw.Message}。");
        }
    }

    /// <summary>What a member of a ZIP file is.</summary>
    /// <exception cref="FlawException">It would not be taken in by itself either, or is a ZIP file again.</exception>
    internal static FileType TypeWithin(byte[] bytes, string name) => TypeOf(bytes, name, nested: true);

    static FileType TypeOf(byte[] bytes, string name, bool nested)
    {
        var type = Signature.Of(bytes) ?? TextType(name);
        if (Signature.IsTwofold(bytes, type)) throw FlawException.Unsafe("它同时是两种格式的文件", "请重新导出后上传");
        switch (type)
        {
            case FileType.Zip:
                var zip = new ZipParts(bytes);
                if (OfficeFile.TypeOf(zip) is not { } office)
                {
                    if (nested) throw FlawException.Unsafe("压缩文件里还有压缩文件", "请解压后上传");
                    foreach (var part in zip.All.Where(part => part.Size > 0)) TypeOf(zip.Read(part), part.Name, nested: true);
                    return FileType.Zip;
                }
                OfficeFile.Check(zip, office, (inner, innerName) =>
                {
                    // A chart keeps its numbers in a workbook; that workbook keeps nothing further.
                    if (nested || TypeOf(inner, innerName, nested: true) is not (FileType.Xlsx or FileType.Docx or FileType.Pptx)) throw OfficeFile.Embedded;
                });
                return office;
            case FileType.Pdf:
                PdfFile.Check(bytes);
                return type;
            case FileType.Text or FileType.Csv:
                Text.Check(bytes, type);
                return type;
            default:
                Pictures.Check(bytes, type);
                return type;
        }
    }

    // Text has no mark of its own; only here does the name decide, and only between text and no text.
    static FileType TextType(string name) => FileTypes.OfEnding(Path.GetExtension(FileName.Shown(name))) switch
    {
        FileType.Text => FileType.Text,
        FileType.Csv => FileType.Csv,
        { } claimed => throw new FlawException(Refusal.Kind, $"的内容不是 {claimed.Word} 格式，可能已损坏或改过扩展名，请重新导出后上传"),
        null => throw new FlawException(Refusal.Kind, "的格式无法识别，请转换为 PDF、DOCX 或图片后上传"),
    };
}
