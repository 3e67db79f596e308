namespace Gongkai.Documents.Reading.Papers;

/// <summary>Measures how deep a page's tags are nested before a parser takes it: the cost of parsing grows with the square of the depth.</summary>
static class HtmlNesting
{
    const int Deepest = 400;

    // Tags whose end people leave out (p, li, tr, td) close by themselves; these nest until they are closed.
    static readonly HashSet<string> Nesting = new(StringComparer.OrdinalIgnoreCase)
        { "div", "table", "span", "font", "section", "article", "blockquote", "center", "ul", "ol", "dl", "form", "fieldset", "b", "i", "u", "em", "strong", "a", "svg", "math", "button", "object", "details" };

    static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Nests = Nesting.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <exception cref="UnreadableReportException">The page is nested deeper than any page is.</exception>
    public static void Measure(string html)
    {
        ReadOnlySpan<char> rest = html;
        var depth = 0;
        for (int tag; (tag = rest.IndexOf('<')) >= 0; rest = rest[(tag + 1)..])
        {
            var closes = tag + 1 < rest.Length && rest[tag + 1] == '/';
            var name = rest[Math.Min(rest.Length, tag + (closes ? 2 : 1))..];
            var length = 0;
            while (length < name.Length && length < 12 && char.IsAsciiLetterOrDigit(name[length])) length++;
            if (!Nests.Contains(name[..length])) continue;
            depth = Math.Max(0, depth + (closes ? -1 : 1));
            if (depth > Deepest) throw new UnreadableReportException("网页的标签嵌套过深，已停止读取；请只提供年度报告本身的页面，或改用 Word、PDF 格式。");
        }
    }
}
