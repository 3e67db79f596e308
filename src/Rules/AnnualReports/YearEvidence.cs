using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Rules.AnnualReports;

/// <summary>A statistics period as the text names it.</summary>
sealed record NamedPeriod(DateOnly? From, DateOnly? To, int Year, string Quote);

/// <summary>Every statement of a report about its own year: the title, the statistics period, “现公布2020年度报告”, and how part one dates its sentences.</summary>
/// <remarks>Years of laws, of document numbers, of last year's report or of next year's plans are no such statement.</remarks>
sealed partial class YearEvidence
{
    public int? Title { get; private init; }
    public IReadOnlyList<NamedPeriod> Periods { get; private init; } = [];
    public IReadOnlyList<(int Year, string Quote)> Announcements { get; private init; } = [];

    /// <summary>How often part one opens a sentence with a year: 2020年，我局…… .</summary>
    public int? Narrated { get; private init; }

    /// <summary>Part one opens sentences with that year and nowhere names the title's: more than a slip of the pen.</summary>
    public bool NarratedThroughout { get; private init; }

    /// <summary>The year that most statements give; in a tie the one that the tables' form fits, then the one that the reader took.</summary>
    public int? Year { get; private init; }

    /// <summary>How many kinds of statement give this year.</summary>
    public int Votes(int year) => (Title == year ? 1 : 0) + (Narrated == year ? 1 : 0)
        + (Periods.Any(period => period.Year == year) ? 1 : 0) + (Announcements.Any(a => a.Year == year) ? 1 : 0);

    public static YearEvidence Of(Report report)
    {
        var opening = report.Introduction.Concat(report.Sections.Where(s => s.Number == 1).SelectMany(s => s.Paragraphs.Take(2))).SelectMany(Sentences).ToList();
        var first = report.Sections.Where(section => section.Number == 1).SelectMany(section => section.Paragraphs).ToList();
        var narrated = first.SelectMany(Sentences).Where(sentence => !Plans().IsMatch(sentence))
            .Select(sentence => Opening().Match(Printed.Narrow(sentence))).Where(match => match.Success)
            .GroupBy(match => Int(match.Groups["y"].Value)).MaxBy(group => group.Count());
        var titled = OnlyYear(report.Title ?? "");
        var evidence = new YearEvidence
        {
            Title = titled,
            Periods = [.. report.Prose.Where(prose => Printed.Narrow(prose.Paragraph).Contains("20", StringComparison.Ordinal)).SelectMany(prose => Sentences(prose.Paragraph)).SelectMany(PeriodIn)],
            Announcements = [.. opening.SelectMany(Announced)],
            Narrated = narrated?.Key,
            NarratedThroughout = narrated?.Count() >= 2 && !first.Exists(paragraph => Printed.Narrow(paragraph).Contains($"{titled}", StringComparison.Ordinal)),
        };
        var years = new int?[] { evidence.Title, evidence.Narrated }.OfType<int>().Concat(evidence.Periods.Select(p => p.Year)).Concat(evidence.Announcements.Select(a => a.Year));
        var best = years.Distinct().GroupBy(evidence.Votes).MaxBy(group => group.Key)?.ToList() ?? [];
        return new()
        {
            Title = evidence.Title, Periods = evidence.Periods, Announcements = evidence.Announcements, Narrated = evidence.Narrated,
            NarratedThroughout = evidence.NarratedThroughout,
            Year = best switch
            {
                [] => report.Year,
                [var only] => only,
                _ when best.Where(year => ReportForm.For(year).Edition == report.Form.Edition).ToList() is [var fitting] => fitting,
                _ => report.Year is { } read && best.Contains(read) ? read : best[0],
            },
        };
    }

    internal static IEnumerable<string> Sentences(string paragraph) => paragraph.Length > NarrativeText.Longest * 20 ? [] : paragraph.Split(['。', '；', ';', '\n', '！', '？'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(sentence => sentence.Length <= NarrativeText.Longest);

    static IEnumerable<NamedPeriod> PeriodIn(string sentence)
    {
        var narrow = Printed.Narrow(sentence).Replace(" ", "", StringComparison.Ordinal);
        if (!NamesPeriod().IsMatch(narrow) || NewlyFounded().IsMatch(narrow)) yield break;
        if (Range().Match(narrow) is not { Success: true } range) yield break;
        var year = Int(range.Groups["y"].Value);
        var until = range.Groups["y2"].Success ? Int(range.Groups["y2"].Value) : year;
        yield return new(Date(year, range.Groups["m"], range.Groups["d"], last: false), Date(until, range.Groups["m2"], range.Groups["d2"], last: true), year, sentence);
    }

    static DateOnly? Date(int year, Group month, Group day, bool last)
    {
        var (m, d) = (Int(month.Value), day.Success ? Int(day.Value) : 0);
        if (m is < 1 or > 12 || year is < 2000 or > 2999) return null;
        var days = DateTime.DaysInMonth(year, m);
        // Only months are named: from the first day of the one to the last of the other.
        return d > days ? null : new DateOnly(year, m, d > 0 ? d : last ? days : 1);
    }

    static IEnumerable<(int, string)> Announced(string sentence)
    {
        var own = Cited().Replace(Printed.Narrow(sentence), "");
        if (Announcement().Match(own) is { Success: true } match) yield return (Int(match.Groups["y"].Value), sentence);
    }

    static int? OnlyYear(string title) => TitleYear().Matches(Printed.Narrow(ArabicYears(title))).Select(match => Int(match.Groups["y"].Value)).Distinct().ToList() is [var year] ? year : null;

    // 二〇二〇年 → 2020年
    static string ArabicYears(string text) => ChineseYear().Replace(text, match => string.Concat(match.Value.Select(c => c is '○' or 'Ｏ' or 'O' or '0' or '零' ? 0 : "〇一二三四五六七八九".IndexOf(c, StringComparison.Ordinal))));

    static int Int(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex("[二][〇○Ｏ零O0][〇○Ｏ零O0一二三四][〇○Ｏ零O0一二三四五六七八九](?=年)")]
    private static partial Regex ChineseYear();

    [GeneratedRegex(@"(?<![0-9])(?<y>20[0-9]{2})(?: *年| *政府信息公开)")]
    private static partial Regex TitleYear();

    [GeneratedRegex("统计(?:数据)?(?:的)?(?:期限|时限|时间|期间|周期|范围|区间|截止|截至)|数据(?:的)?(?:统计|起止|期限|时限)|报告(?:的)?(?:期限|时限|涵盖|时间范围)|涵盖|统计数据")]
    private static partial Regex NamesPeriod();

    [GeneratedRegex(@"(?<![0-9])(?<y>20[0-9]{2}) *[年.\-/] *(?<m>[0-9]{1,2}) *(?:[月.\-/] *(?:(?<d>[0-9]{1,2})日?)?)?(?:起|始|开始)?[,，]?(?:至|到|—+|-+|~|～)(?:(?<y2>20[0-9]{2}) *[年.\-/] *)?(?<m2>[0-9]{1,2}) *[月.\-/] *(?:(?<d2>[0-9]{1,2})日?)?")]
    private static partial Regex Range();

    [GeneratedRegex("成立|组建|挂牌|设立|机构改革|划转")]
    private static partial Regex NewlyFounded();

    [GeneratedRegex("[《〈「“][^》〉」”]*[》〉」”]|〔[0-9]+〕|[（(][^）)]*号[^）)]*[）)]")]
    private static partial Regex Cited();

    [GeneratedRegex(@"(?:现将|现公布|现就|特向社会公布|特编制|现编制|编制本|本报告为|本报告是|公布)[^，。,]{0,30}?(?<![0-9])(?<y>20[0-9]{2})年(?:度)?(?:[^，。,]{0,6})政府信息公开(?:工作)?(?:年度)?(?:报告|情况|工作情况|年报)")]
    private static partial Regex Announcement();

    [GeneratedRegex(@"^(?:[（(][一二三四五六七八九十0-9]+[）)]|[0-9]+[.、]|一是|二是|三是)?(?:[^，。0-9]{0,14}[。：:])? *(?<y>20[0-9]{2})年(?:度|全年)?(?!以来|来|起|底|初)[，, ]*(?![0-9])(?!.{0,3}月)")]
    private static partial Regex Opening();

    [GeneratedRegex("将|计划|下一步|打算|继续")]
    private static partial Regex Plans();
}
