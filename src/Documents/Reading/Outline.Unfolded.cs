using System.Text.RegularExpressions;
using Gongkai.Documents.Reading.Papers;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Reading;

// A text on one line has an outline too, once its headings stand on lines of their own.
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
}
