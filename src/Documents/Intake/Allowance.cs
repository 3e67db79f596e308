namespace Gongkai.Documents.Intake;

/// <summary>Which kinds of file a field takes, and how large one may be.</summary>
/// <param name="MostBytes">The largest file, in bytes.</param>
/// <param name="Types">The kinds that it takes; their order is that of the sentence.</param>
public sealed record Allowance(int MostBytes, params IReadOnlyList<FileType> Types)
{
    const int Megabyte = 1024 * 1024;

    /// <summary>What stands behind a record of the office: minutes, evidence, letters.</summary>
    public static Allowance Attachment { get; } = new(20 * Megabyte,
        FileType.Pdf, FileType.Docx, FileType.Xlsx, FileType.Pptx, FileType.Ofd, FileType.Jpeg, FileType.Png, FileType.Text, FileType.Csv, FileType.Zip);

    /// <summary>What an applicant adds: pictures of a document, or the document.</summary>
    public static Allowance Proof { get; } = new(10 * Megabyte, FileType.Jpeg, FileType.Png, FileType.Pdf);

    /// <summary>A picture that is shown on a page.</summary>
    public static Allowance Picture { get; } = new(5 * Megabyte, FileType.Jpeg, FileType.Png, FileType.Gif, FileType.Webp);

    /// <summary>A letter's template.</summary>
    public static Allowance Template { get; } = new(5 * Megabyte, FileType.Docx);

    /// <summary>A list that is imported.</summary>
    public static Allowance Table { get; } = new(2 * Megabyte, FileType.Xlsx, FileType.Csv);

    /// <summary>The kinds in a sentence: JPG、PNG、PDF.</summary>
    public string Words => string.Join("、", Types.Select(type => type.Word));

    /// <summary>The value of a file field's <c>accept</c>.</summary>
    public string Accept => string.Join(',', Types.Select(type => type.Ending));
}
