using System.Text.RegularExpressions;
using Gongkai.Documents.Reading.Papers;

namespace Gongkai.Documents.Reading;

/// <summary>Puts lines back together that a page broke in the middle of a sentence.</summary>
static partial class Prose
{
    public static List<string> Paragraphs(IEnumerable<Line> lines, bool wrapped)
    {
        var texts = lines.Select(line => line.Text.Trim()).Where(text => text.Length > 0 && !IsPageNumber(text)).ToList();
        if (!wrapped) return texts;
        var full = texts.Count == 0 ? 0 : texts.Max(text => text.Length);
        List<string> paragraphs = [];
        string? before = null;
        foreach (var text in texts)
        {
            // Only a line that ran to the margin and did not end a sentence goes on below.
            if (before is not null && before.Length * 10 >= full * 7 && !TextPaper.Ends(before) && !Opening().IsMatch(text)) paragraphs[^1] += text;
            else paragraphs.Add(text);
            before = text;
        }
        return paragraphs;
    }

    // No paragraph is a bare number; glued to its neighbours it would change theirs.
    static bool IsPageNumber(string text) => text.Length <= 3 && text.All(char.IsAsciiDigit);

    [GeneratedRegex(@"^\s*([一二三四五六七八九十]+\s*[、.]|[（(]\s*[一二三四五六七八九十\d]+\s*[）)]|\d{1,2}[、.．](?!\d))")]
    private static partial Regex Opening();
}
