using Gongkai.Documents.Intake;

namespace Gongkai.Documents.Cleaning;

/// <summary>A file as it may go out.</summary>
/// <param name="Removed">What is no longer in it.</param>
/// <param name="Left">What only a person can decide on; a publication asks about each.</param>
public sealed record Cleaned(byte[] Bytes, IReadOnlyList<Hidden> Removed, IReadOnlyList<Hidden> Left);

/// <summary>Takes out of a file that goes out what says more than its pages: metadata, comments, changes, earlier states.</summary>
/// <remarks>What is seen stays as it is: pictures are not coded again, and nothing that may belong to the content is dropped.</remarks>
public static class Cleaner
{
    /// <param name="bytes">Admitted before by <see cref="FileGate"/>.</param>
    /// <exception cref="RefusedFileException">It cannot be read, so nobody can say that it is clean.</exception>
    public static Cleaned Clean(byte[] bytes, FileType type)
    {
        try
        {
            var before = Inspect(bytes, type);
            var clean = type switch
            {
                FileType.Jpeg => Jpeg.Clean(bytes),
                FileType.Png => Png.Clean(bytes),
                FileType.Docx => DocxContent.Clean(bytes),
                FileType.Xlsx => XlsxContent.Clean(bytes),
                FileType.Pptx => PptxContent.Clean(bytes),
                FileType.Pdf => PdfRewriting.Clean(bytes),
                FileType.Gif => Gif.Clean(bytes),
                FileType.Webp => Webp.Clean(bytes),
                FileType.Ofd => OfdContent.Clean(bytes),
                FileType.Zip => ZipContent.Clean(bytes),
                FileType.Text or FileType.Csv => bytes,
            };
            var left = Inspect(clean, type);
            return new(clean, [.. before.Except(left)], left);
        }
        catch (FlawException flaw)
        {
            throw new RefusedFileException(flaw.Refusal, $"文件{flaw.Message}。");
        }
    }

    /// <summary>What is hidden in a file; nothing is changed.</summary>
    public static IReadOnlyList<Hidden> Inspect(byte[] bytes, FileType type) => type switch
    {
        FileType.Jpeg => [.. Jpeg.Inspect(bytes).Distinct()],
        FileType.Png => [.. Png.Inspect(bytes).Distinct()],
        FileType.Docx => [.. DocxContent.Inspect(new(bytes)).Distinct()],
        FileType.Xlsx => [.. XlsxContent.Inspect(new(bytes)).Distinct()],
        FileType.Pptx => [.. PptxContent.Inspect(new(bytes)).Distinct()],
        FileType.Pdf => [.. PdfInspection.Inspect(bytes).Distinct()],
        FileType.Text or FileType.Csv => [],
        FileType.Gif => [.. Gif.Inspect(bytes).Distinct()],
        FileType.Webp => [.. Webp.Inspect(bytes).Distinct()],
        FileType.Ofd => [.. OfdContent.Inspect(new(bytes)).Distinct()],
        FileType.Zip => [.. ZipContent.Inspect(bytes).Distinct()],
    };
}
