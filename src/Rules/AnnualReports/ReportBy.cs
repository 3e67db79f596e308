namespace Gongkai.Rules.AnnualReports;

/// <summary>By when a year's report is submitted and published.</summary>
public static class ReportBy
{
    // 县级以上人民政府部门应当在每年1月31日前向本级政府信息公开工作主管部门提交本行政机关上一年度政府信息公开工作年度报告并向社会公布。
    /// <summary>The last day, inclusive: that of 2025 by 31 January 2026.</summary>
    [Law(Statute.Regulation, "49")]
    public static DateOnly Last(int year) => new(year + 1, 1, 31);

    /// <summary>The day to plan for. A day "before the 31st" is not extended where it falls on a weekend: that of 2025, due on Saturday 31 January 2026, by Friday the 30th.</summary>
    public static DateOnly Planned(int year, WorkingCalendar calendar) => calendar.OnOrBefore(Last(year));
}
