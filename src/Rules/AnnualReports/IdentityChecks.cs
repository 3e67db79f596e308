using System.Text.RegularExpressions;

namespace Gongkai.Rules.AnnualReports;

/// <summary>The report speaks of one year, one statistics period and one agency wherever it names them.</summary>
static partial class IdentityChecks
{
    [Law(Statute.Regulation, "49"), Law(Statute.Regulation, "50")]
    public static IEnumerable<Finding> TitleYear(Examined examined)
    {
        var years = examined.Years;
        if (years.Title is { } title && Others(years).Where(year => year != title && years.Votes(year) >= years.Votes(title)).ToList() is [var other, ..])
            yield return new("title-year", Severity.Error, [], other, title, $"标题写的是{title}年，而正文按{other}年报告。请核对报告年度，可能沿用了别的年度的标题。", examined.Report.Title);
        foreach (var (year, quote) in years.Announcements.Where(a => years.Year is { } is_ && a.Year != is_ && years.Votes(is_) > years.Votes(a.Year)))
            yield return new("title-year", Severity.Error, [], years.Year, year, $"“{quote}”说的是{year}年的报告，而这是{years.Year}年度报告。可能是从上一年报告复制来的，请改正。", quote);
    }

    // A narrated year outweighs a title only together with another statement, or where it is the only year that is narrated.
    static IEnumerable<int> Others(YearEvidence years) =>
        years.Periods.Select(p => p.Year).Concat(years.Announcements.Select(a => a.Year)).Concat(years.Narrated is { } year && years.NarratedThroughout ? [year] : []).Distinct();

    // 统计期限: 1 January to 31 December of the report's year, both inclusive.
    [Law(Statute.Regulation, "49")]
    public static IEnumerable<Finding> Period(Examined examined)
    {
        foreach (var period in examined.Years.Periods)
        {
            var year = examined.Year ?? period.Year;
            if (period.From == new DateOnly(year, 1, 1) && period.To == new DateOnly(year, 12, 31)) continue;
            yield return new("period", Severity.Error, [], year, period.Year,
                $"统计期限写的是{Shown(period.From)}至{Shown(period.To)}，而{year}年度报告的统计期限应为{year}年1月1日至12月31日。", period.Quote);
        }

        static string Shown(DateOnly? day) => day is { } date ? $"{date.Year}年{date.Month}月{date.Day}日" : "一个不存在的日期";
    }

    [Law(Statute.Regulation, "49")]
    public static IEnumerable<Finding> AgencyName(Examined examined)
    {
        var report = examined.Report;
        var own = report.Agency ?? (Named().Match(report.Title ?? "") is { Success: true } titled ? titled.Groups["name"].Value : null);
        if (own is null) yield break;
        var opening = report.Introduction.Concat(report.Sections.Where(s => s.Number == 1).SelectMany(s => s.Paragraphs.Take(2)))
            .SelectMany(YearEvidence.Sentences).SelectMany(sentence => Reporting().Matches(sentence).Select(match => (match.Groups["name"].Value, sentence)));
        var closing = report.Sections.Count == 0 ? [] : report.Sections[^1].Paragraphs.TakeLast(3)
            .Select(paragraph => (Signature().Match(paragraph.Trim()).Groups["name"].Value, paragraph.Trim()));
        var titles = Named().Match(report.Title ?? "") is { Success: true } title ? new[] { (title.Groups["name"].Value, report.Title!) } : [];
        foreach (var (name, quote) in titles.Concat(opening).Concat(closing).DistinctBy(found => found.Item1))
            if (AnnualReports.AgencyName.ClearlyOther(own, name))
                yield return new("agency-name", Severity.Error, [], null, null, $"这是{own}的报告，而“{Shortened(quote)}”里写的是{name}。可能是套用了别的机关的报告，请改正。", quote);
    }

    static string Shortened(string quote) => quote.Length <= 40 ? quote : quote[..40] + "……";

    [GeneratedRegex("^(?:关于)?(?<name>[\\u4e00-\\u9fff]{2,30}?(?:局|委员会|委|办公室|厅|街道办事处|街道|人民政府|政府|管委会|中心|镇|乡))(?:关于)?[（(]?(?:20[0-9]{2}|政府信息公开)")]
    private static partial Regex Named();

    [GeneratedRegex("(?:由|现将|现公布|特向社会公布|公布|编制)(?<name>[\\u4e00-\\u9fff]{3,30}?(?:局|委员会|街道办事处|镇人民政府|乡人民政府|厅))(?=结合|根据|负责编制|编制|组织编制|20[0-9]{2}年)")]
    private static partial Regex Reporting();

    [GeneratedRegex("^(?<name>[\\u4e00-\\u9fff]{3,30}(?:局|委员会|街道办事处|人民政府|厅))(?:[ \\u3000]*20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日)?$")]
    private static partial Regex Signature();
}
