using Gongkai.App.Ui;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.App.Portal.AnnualReports;

/// <summary>What the column 政府信息公开工作年度报告 says of itself, and when its reports are due.</summary>
public static class Columns
{
    public const string Path = "/zfxxgk/nb/";

    public static Column AnnualReports { get; } = new(
        "政府信息公开工作年度报告",
        "公布本机关历年政府信息公开工作年度报告，包括主动公开、依申请公开、行政复议和行政诉讼情况",
        "政府信息公开,年度报告,年报",
        "政府信息公开年报");

    public static string PathOf(int year, string code) => $"{Path}{year}/{code}";

    /// <summary>The last day, inclusive, on which a department publishes its report: that of 2019 by 2020-01-31.</summary>
    public static DateOnly Due(int year) => ReportBy.Last(year);

    /// <summary>Why there is no report of a year, and when there will be one.</summary>
    public static string Awaited(int year, DateOnly today) => today <= Due(year)
        ? $"{year} 年度报告将于 {year + 1} 年 1 月 31 日前公布"
        : $"{year} 年度报告应于 {year + 1} 年 1 月 31 日前公布，本站尚未收到。";
}
