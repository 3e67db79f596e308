namespace Gongkai.Documents.Printing;

/// <summary>A published piece of information as it is taken away: its text, and at its end where it came from.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Standing">What is to be known before it is read, such as that it was repealed; none where it is in force.</param>
/// <param name="Html">Its text, cleaned as <see cref="Publication.CleanHtml"/> does.</param>
/// <param name="Attachments">The names of its attachments, which are files of their own.</param>
/// <param name="Source">索引号, 来源网址, 校验码 and the like: name and value.</param>
public sealed record PrintedArticle(string Title, string? Standing, string Html, IReadOnlyList<string> Attachments, IReadOnlyList<(string Name, string Value)> Source)
{
    /// <summary>The bytes of a picture by the address that the text gives it; PNG and JPEG are drawn, of any other its words are printed.</summary>
    public Func<string, byte[]?> Picture { get; init; } = static _ => null;
}
