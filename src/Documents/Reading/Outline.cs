using System.Text.RegularExpressions;
using Gongkai.Documents.Reading.Papers;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Reading;

/// <summary>Where a part of the report begins.</summary>
readonly record struct HeadingLine(int Line, int Section, string Text);

/// <summary>Finds the parts and the tables of a report among the lines of a paper.</summary>
static partial class Outline
{
    /// <summary>The headings of the parts, in the order in which they stand; of several candidates for one part, the one that leads to most.</summary>
    public static List<HeadingLine> Headings(IReadOnlyList<Line> lines, Func<int, int, int, bool> leadsToTable)
    {
        List<(HeadingLine Heading, int Weight)> candidates = [], bracketed = [];
        for (var i = 0; i < lines.Count; i++)
            if (Heading(lines[i]) is var (section, text, weight) && section > 0) candidates.Add((new(i, section, text), weight));
        // （一）总体情况: the parts are numbered like that only where nothing else numbers them.
        for (var i = 0; candidates.Count < 3 && i < lines.Count; i++)
            if (InBrackets().Match(lines[i].Text) is { Success: true } numeral && Own.TryGetValue(Folding.Han(lines[i].Text[numeral.Length..]), out var own) && "一二三四五六".IndexOf(numeral.Groups["numeral"].Value[0], StringComparison.Ordinal) + 1 == own)
                bracketed.Add((new(i, own, lines[i].Text.Trim()), 2));
        if (bracketed.Count > candidates.Count + 2) candidates = bracketed;
        else Unusual(lines, candidates);

        List<HeadingLine> chosen = [];
        foreach (var group in candidates.GroupBy(candidate => candidate.Heading.Section))
        {
            var best = group.Count() == 1 ? group.First() : group.MaxBy(candidate =>
            {
                var next = candidates.Where(other => other.Heading.Line > candidate.Heading.Line).Select(other => other.Heading.Line).DefaultIfEmpty(lines.Count).First();
                var body = 0;
                for (var i = candidate.Heading.Line + 1; i < next && body < 40; i++) body += lines[i].Text.Length;
                return candidate.Weight * 10 + (leadsToTable(group.Key, candidate.Heading.Line, next) ? 60 : 0) + (body >= 40 ? 15 : body > 0 ? 8 : 0);
            });
            chosen.Add(best.Heading);
            // The form's own heading once more, with prose of its own, is a part that stands twice; a table of contents has no prose.
            chosen.AddRange(group.Where(other => other != best && other.Weight == 3
                && other.Heading.Line + 1 < lines.Count && lines[other.Heading.Line + 1] is { Kind: not LineKind.Row, Text: { Length: > 8 } said } && said.EndsWith('。')).Select(other => other.Heading));
        }
        chosen.Sort((a, b) => a.Line.CompareTo(b.Line));
        return chosen;
    }

    // 一、工作开展情况 before the second part and 六、其他情况 behind the fifth are the first and the sixth, whatever they are called.
    static void Unusual(IReadOnlyList<Line> lines, List<(HeadingLine Heading, int Weight)> candidates)
    {
        if (candidates.Count < 3) return;
        var (first, last) = (candidates.Min(candidate => candidate.Heading.Line), candidates.Max(candidate => candidate.Heading.Line));
        if (candidates.TrueForAll(candidate => candidate.Heading.Section != 1)) Add(0, first, '一', 1);
        if (candidates.TrueForAll(candidate => candidate.Heading.Section != 6)) Add(last + 1, lines.Count, '六', 6);

        void Add(int from, int to, char numeral, int section)
        {
            for (var i = from; i < to; i++)
                if (lines[i].Kind != LineKind.Row && lines[i].Text.Trim() is { Length: > 3 and < 32 } text && Numbered().Match(text) is { Success: true } numbered && numbered.Groups["numeral"].Value[0] == numeral && Wording().IsMatch(text))
                {
                    candidates.Add((new(i, section, text), 1));
                    return;
                }
        }
    }

    static (int Section, string Text, int Weight) Heading(Line line)
    {
        var boxes = line.Kind == LineKind.Row ? line.Boxes.Where(box => !box.Blank).ToList() : line.Boxes;
        if (line.Kind == LineKind.Row && boxes.Count != 1) return default;
        var text = line.Text.Trim();
        if (text.Length is < 3 or > 48 || text.Contains('。') || text.Contains('>')) return default;
        var numbered = Numbered().Match(Folding.Narrow(text) is { } narrow && narrow.Length == text.Length ? narrow : text);
        var title = Folding.Han(numbered.Success ? text[numbered.Length..] : text);
        if (title.Length is 0 or > 34) return default;

        var numeral = numbered.Success ? "一二三四五六".IndexOf(numbered.Groups["numeral"].Value[0], StringComparison.Ordinal) + 1 : 0;
        var form = ReportForm.Of2021;
        if (Own.TryGetValue(title, out var own)) return (own, text, numeral == own ? 3 : 2);
        if (!numbered.Success) return default;
        bool Says(FormSection section) => section.Signs.Any(sign => title.Contains(sign, StringComparison.Ordinal));
        if (numeral > 0 && Says(form.Sections[numeral - 1])) return (numeral, text, 2);
        return form.Sections.LastOrDefault(Says) is { } other ? (other.Number, text, 1) : default;
    }

    [GeneratedRegex(@"^\s*[（(]\s*(?<numeral>[一二三四五六])\s*[）)]\s*")]
    private static partial Regex InBrackets();

    [GeneratedRegex("^[^。，,；;]*(?:情况|概况|事项|工作|总结|说明|综述)[：:]?(?:无|没有)?[。]?$")]
    private static partial Regex Wording();

    // The form's own headings, without their numerals.
    static readonly Dictionary<string, int> Own = ReportForm.Of2021.Sections.Concat(ReportForm.Of2019.Sections)
        .Select(section => (Title: Folding.Han(section.Heading)[1..], section.Number)).Distinct().ToDictionary(heading => heading.Title, heading => heading.Number);

    [GeneratedRegex(@"^\s*(?:第\s*(?<numeral>[一二三四五六七八九十])\s*部分\s*[、.．:：]?|(?<numeral>[一二三四五六七八九十])\s*[、.．,，:：\s])\s*")]
    private static partial Regex Numbered();
}
