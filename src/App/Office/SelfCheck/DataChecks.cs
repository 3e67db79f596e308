using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Disclosure.Channels;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.SelfCheck;

/// <summary>What a self-check reads from the records themselves: how fresh columns are, whether the guide holds, whether the report came in time; and what this platform has nothing to say to.</summary>
static class DataChecks
{
    public static async Task<IReadOnlyList<CheckLine>> Of(Store store, Agency agency, DateOnly today, RedLineTerms terms)
    {
        var (columns, newest) = await store.WatchColumns(agency.Id, counted: false);
        List<CheckLine> lines = columns is [] ? [new(CheckRule.Blank, CheckVerdict.Deduction, "还没有栏目。", "请在“栏目”中采用常用栏目。", place: Columns.Index.Path)] : [.. FreshnessCheck.Of([.. columns.Select(one => (one.Column.Name, one.Upkeep))], newest, today, terms)];
        var guide = await store.GuideFindings(agency, today);
        lines.AddRange(guide.Select(finding => new CheckLine(CheckRule.Guide, CheckVerdict.Deduction, finding.Message, "请在“公开指南”中处理。")));
        if (guide is []) lines.Add(new(CheckRule.Guide, CheckVerdict.Fine, "要素齐全，与机构设置一致，一年内核对过。"));
        lines.Add(await Report(store, agency, today));
        lines.Add(new(CheckRule.Reachable, CheckVerdict.Unchecked, "能否打开要从外部网络连续监测，本机自查不能代替。", "请查看外部监测的结果；本机的运行情况见“运行健康”。"));
        lines.Add(new(CheckRule.Answers, CheckVerdict.NotApplicable, "本系统不设咨询、征集等互动栏目；网站其他系统设有的，请在那里检查。"));
        lines.Add(new(CheckRule.Services, CheckVerdict.NotApplicable, "本系统公开办事指南，不提供在线办事；网站其他系统提供的，请在那里检查。"));
        return lines;
    }

    static async Task<CheckLine> Report(Store store, Agency agency, DateOnly today)
    {
        var year = today.Year - 1;
        if (!agency.Standing.Reports) return new(CheckRule.Report, CheckVerdict.NotApplicable, "本单位不单独公布年度报告。");
        var on = await store.AnnualReports.Where(report => report.AgencyId == agency.Id && report.Year == year).OrderBy(report => report.Version).Select(report => (DateOnly?)report.PublishedOn).FirstOrDefaultAsync();
        var due = agency.Standing.PublishesReportBy(year);
        return (on, due) switch
        {
            ({ } day, { } last) when day > last => new(CheckRule.Report, CheckVerdict.Deduction, $"{year} 年度报告公布于 {day:yyyy-MM-dd}，晚于法定期限 {last:yyyy-MM-dd}。", "请在下一年度按期公布。"),
            ({ } day, _) => new(CheckRule.Report, CheckVerdict.Fine, $"{year} 年度报告公布于 {day:yyyy-MM-dd}{(due is { } last ? $"，法定期限为 {last:yyyy-MM-dd}" : "")}。"),
            (null, { } last) when today > last => new(CheckRule.Report, CheckVerdict.Deduction, $"{year} 年度报告还没有公布，法定期限 {last:yyyy-MM-dd} 已过。", "请尽快公布。"),
            (null, { } last) => new(CheckRule.Report, CheckVerdict.Fine, $"{year} 年度报告还没有公布，法定期限为 {last:yyyy-MM-dd}。", $"请在 {last:yyyy-MM-dd} 以前公布。"),
            (null, null) => new(CheckRule.Report, CheckVerdict.NotApplicable, $"{year} 年度报告还没有公布；条例没有为本单位规定公布日期，请按当地规定办理。"),
        };
    }
}
