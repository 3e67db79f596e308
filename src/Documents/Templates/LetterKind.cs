using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;

namespace Gongkai.Documents.Templates;

/// <summary>One blank in a letter, filled from the record that the letter is about.</summary>
/// <param name="Name">As it stands between the braces: <c>{{会议名称}}</c>.</param>
/// <param name="Sample">What a preview shows in it; invented.</param>
/// <param name="Required">A template without it is refused.</param>
public sealed record LetterField(string Name, string Sample, bool Required = false);

/// <summary>A kind of letter: its blanks, and the text that it has until an agency uploads its own.</summary>
/// <param name="Code">Its name in addresses and rows; never changed.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Text">
/// The lines of the text that comes with the program. <c># </c> is the title, <c>= </c> stands in the middle (发文字号), <c>! </c> starts at the margin (主送), <c>&gt; </c> stands on the right (署名、日期),
/// <c>| a | b</c> is a row of a table, and anything else is a paragraph. A paragraph or row whose fields are all empty is left out.
/// </param>
public sealed record LetterKind(string Code, string Name, IReadOnlyList<LetterField> Fields, IReadOnlyList<string> Text)
{
    /// <summary>The letter of a request that it is, if it is one: its template must not contradict the law of that letter.</summary>
    public RequestLetter? Request { get; init; }

    /// <summary>Under which heading it stands in the list of templates.</summary>
    public string Family { get; init; } = "日常工作";

    /// <summary>Invented values for a preview.</summary>
    public IReadOnlyDictionary<string, string> Samples => Fields.ToDictionary(blank => blank.Name, blank => blank.Sample);
}
