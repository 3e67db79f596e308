using System.Text;
using System.Text.RegularExpressions;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Reading;

/// <summary>Where a part of the report begins.</summary>
readonly record struct HeadingLine(int Line, int Section, string Text);

/// <summary>Finds the parts and the tables of a report among the lines of a paper.</summary>
static partial class Outline
{
    /// <summary>Puts headings that stand inside a line on lines of their own, so that a text on one line has an outline too.</summary>
    public static List<Line> Unfolded(IReadOnlyList<Line> lines)
    {
        List<Line> unfolded = new(lines.Count);
        foreach (var line in lines)
        {
            // A row with nothing in it only pads.
            if (line.Boxes.Count == 0 || (line.Kind == LineKind.Row && line.Boxes.All(box => box.Blank))) continue;
            if (line.Kind == LineKind.Row || (line.Text.Length < 24 && !line.Text.Contains('。'))) { unfolded.Add(line); continue; }
            var text = line.Text;
            var from = 0;
            foreach (Match heading in Canonical.Matches(text))
            {
                if (heading.Index == 0 && heading.Length == text.Length) break;
                // 见“二、主动公开政府信息情况”: a heading that is only mentioned.
                if (heading.Index > 0 && text[heading.Index - 1] is '“' or '《' or '（' or '"' or '及' or '和' or '见') continue;
                if (heading.Index > from) Add(unfolded, line, text[from..heading.Index]);
                unfolded.Add(Part(line, heading.Value));
                from = heading.Index + heading.Length;
            }
            if (from == 0) Add(unfolded, line, null);
            // 一、总体情况。: the full stop alone says nothing.
            else if (text[from..].Any(char.IsLetterOrDigit)) Add(unfolded, line, text[from..]);
        }
        return unfolded;
    }

    // Prose and a table on one line are parted at the full stop before the table.
    static void Add(List<Line> unfolded, Line line, string? part)
    {
        var text = part ?? line.Text;
        if (part is not null && TitleEnd(part) is > 0 and var end)
        {
            // 某区教育局 2021年政府信息公开工作年度报告 根据…: the first words are lines of their own.
            foreach (var word in part[..end].Split(' ', StringSplitOptions.RemoveEmptyEntries)) unfolded.Add(Part(line, word));
            text = part = part[end..];
        }
        var table = text.IndexOf('。') < 0 ? -1 : Beginnings.Select(sign => text.IndexOf(sign, StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(-1).Min();
        var stop = table < 0 ? -1 : text.LastIndexOf('。', table);
        if (stop >= 0)
        {
            unfolded.Add(Part(line, text[..(stop + 1)]));
            unfolded.Add(Part(line, text[(stop + 1)..]));
        }
        else unfolded.Add(part is null ? line : Part(line, part));
    }

    // Where a title ends that opens a long line, within its first three words.
    static int TitleEnd(string text)
    {
        var end = 0;
        for (var word = 0; word < 3 && text.IndexOf(' ', end) is >= 0 and < 80 and var space; word++, end = space + 1)
        {
            var said = text[end..space];
            if (said.Contains('。') || said.Contains('，')) return 0;
            if (Titles.Title().IsMatch(said)) return space;
        }
        return 0;
    }

    static readonly string[] Beginnings =
    [
        FormTables.Table2Heading + " " + FormTables.ContentHeading, FormTables.Table2Heading + FormTables.ContentHeading, FormTables.ContentHeading + " ",
        FormTables.CornerText[..7], FormTables.ApplicantsHeading + " ", Review + " " + FormTables.LitigationHeading, Review + FormTables.LitigationHeading + FormTables.Table4.Blocks[0].Columns[0].Label,
    ];

    static string Review => FormTables.Table4.Blocks[0].Rows[0].Label;

    static Line Part(Line line, string text) => Line.Of(text.Trim(), LineKind.Raw, line.Emphasis, line.Owner);

    // The headings of both forms, with room between their characters.
    static readonly Regex Canonical = new(string.Join('|', ReportForm.Of2019.Sections.Concat(ReportForm.Of2021.Sections)
        .Select(section => section.Heading).Distinct().OrderByDescending(heading => heading.Length)
        .Select(heading => string.Join(@"\s*", heading.Where(Folding.IsHan).Select((c, i) => i == 0 ? c + @"\s*[、.．,，]" : c is '议' ? c + "[、，,]?" : c.ToString()))).Append(Worded)),
        RegexOptions.Compiled);

    // Any other wording, where white space sets it off.
    const string Worded = @"(?<=[\s。])[一二三四五六]\s*、\s*[^\s。，；：:\d]{2,40}?(?:情况|事项|问题|措施)(?=\s)";

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

    // What stands behind 信息内容 where table 2 begins.
    static readonly string[] FirstColumns = [.. ReportForm.Of2019.Table2.Blocks.Concat(ReportForm.Of2021.Table2.Blocks).Select(block => Folding.Han(block.Columns[0].Label)).Distinct()];

    static readonly string[] Table2Signs = Signs(Folding.Han(FormTables.Table2Heading), FormTables.ContentHeading);

    // The corner's words, whole or cut, or the headings of the columns.
    static readonly string[] Table3Signs = SignsOf(Folding.Han(FormTables.CornerText), ReportForm.Of2021.Table3.Blocks[0].Columns);

    static string[] SignsOf(string corner, IReadOnlyList<FormColumn> columns) =>
    [
        corner[..9], corner[5..11], FormTables.ApplicantsHeading + columns[0].Label, FormTables.ApplicantsHeading + corner[..2],
        columns[0].Label + FormTables.OrganizationsHeading, columns[0].Label + columns[1].Label,
    ];

    static string[] Signs(string item, string content) => [item + content, content + item, .. FirstColumns.Select(column => content + column), item + FirstColumns[0], content];

    /// <summary>The first line of each table, or -1.</summary>
    public static (int Table2, int Table3, int Table4) Tables(IReadOnlyList<Line> lines)
    {
        var han = new StringBuilder();
        List<int> lineOf = [];
        for (var i = 0; i < lines.Count; i++)
        {
            if (Atoms.IsSentence(lines[i])) { han.Append('。'); lineOf.Add(i); continue; }
            foreach (var box in lines[i].Boxes)
                foreach (var c in box.Text)
                    if (Folding.IsHan(c)) { han.Append(Folding.Narrow(c)); lineOf.Add(i); }
        }
        var text = han.ToString();
        int First(params string[] signs)
        {
            foreach (var sign in signs)
                if (text.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var at) return lineOf[at];
            return -1;
        }

        var table2 = First(Table2Signs);
        if (table2 < 0) table2 = FirstRow(lines, ReportForm.Of2021.Table2);
        var table3 = First(Table3Signs);
        if (table3 < 0) table3 = FirstRow(lines, ReportForm.Of2021.Table3);
        var table4 = -1;
        for (var i = 0; i < lines.Count && table4 < 0; i++)
            if (RemedyTable.IsHeading(lines[i], first: true) && LeadsToResults(lines, i)) table4 = i;
        return (table2, table3, table4);
    }

    // Without its headings a table still begins where its first label stands in a line that is no sentence.
    static int FirstRow(IReadOnlyList<Line> lines, FormTable table)
    {
        var label = Folding.Han(table.Blocks[0].Rows[0].Label);
        for (var i = 0; i < lines.Count; i++)
            if (!Atoms.IsSentence(lines[i]) && lines[i].Boxes.Any(box => Folding.Han(box.Text) is var han && (han == label || han.Length == label.Length + 1 && han.EndsWith(label, StringComparison.Ordinal)))) return i;
        return -1;
    }

    static bool LeadsToResults(IReadOnlyList<Line> lines, int from)
    {
        // In narrow columns the headings run downwards, a character a line.
        var result = FormTables.Table4.Blocks[0].Columns[0].Label[1];
        for (var i = from; i < Math.Min(lines.Count, from + 14); i++)
            if (RemedyTable.IsHeading(lines[i]))
            {
                if (Folding.Han(lines[i].Text).Contains(result)) return true;
            }
            // 3.其他 and （七）总计 of table 3 have the same words, but other labels between them and this table.
            else if (lines[i].Boxes.Any(box => box.Text.Any(Folding.IsHan))) return false;
        return false;
    }

    [GeneratedRegex(@"^\s*(?:第\s*(?<numeral>[一二三四五六七八九十])\s*部分\s*[、.．:：]?|(?<numeral>[一二三四五六七八九十])\s*[、.．,，:：\s])\s*")]
    private static partial Regex Numbered();
}
