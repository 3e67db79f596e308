using System.Text.RegularExpressions;

namespace Gongkai.Documents.Reading.Papers;

/// <summary>Plain text or Markdown in which the tables are written as HTML.</summary>
static partial class MixedPaper
{
    public static Paper Read(string text)
    {
        List<Line> lines = [];
        var from = 0;
        foreach (Match table in Tables().Matches(text))
        {
            lines.AddRange(TextPaper.Read(text[from..table.Index]).Lines);
            lines.AddRange(HtmlPaper.Read(table.Value).Lines);
            from = table.Index + table.Length;
        }
        lines.AddRange(TextPaper.Read(text[from..]).Lines);
        return new(lines);
    }

    [GeneratedRegex(@"<table\b.*?(</table\s*>|\z)", RegexOptions.IgnoreCase | RegexOptions.Singleline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Tables();
}
