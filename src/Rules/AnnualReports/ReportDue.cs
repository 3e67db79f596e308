using Gongkai.Rules.Organizations;

namespace Gongkai.Rules.AnnualReports;

/// <summary>How near a term is.</summary>
public enum DueLight { Calm, Soon, Late }

/// <summary>When an agency's report on a year is to be submitted and published; both days are inclusive, <c>null</c> where neither law nor supervising office names one.</summary>
public sealed record ReportDue(DateOnly? SubmitBy, DateOnly? PublishBy)
{
    /// <summary>How many days before a term it is called near.</summary>
    public const int SoonDays = 15;

    /// <summary>The law's term, and in its place the supervising office's own where it has set one.</summary>
    // 第四十九条 县级以上人民政府部门应当在每年1月31日前向本级政府信息公开工作主管部门提交本行政机关上一年度政府信息公开工作年度报告并向社会公布。
    // 县级以上地方人民政府的政府信息公开工作主管部门应当在每年3月31日前向社会公布本级政府上一年度政府信息公开工作年度报告。
    [Law(Statute.Regulation, "49")]
    public static ReportDue Of(int year, Standing standing, DateOnly? submitBy = null, DateOnly? publishBy = null) =>
        new(submitBy ?? standing.PublishesReportBy(year), publishBy ?? standing.PublishesReportBy(year));

    /// <summary>Why a local term may not stand.</summary>
    /// <param name="on">The day that the supervising office has set.</param>
    /// <param name="year">The year that is reported on.</param>
    /// <param name="standing">The agency's.</param>
    [Law(Statute.Regulation, "49")]
    public static Impediment? ToSetting(DateOnly on, int year, Standing standing) =>
        standing.PublishesReportBy(year) is { } last && on > last ? new($"不能晚于法定期限{last.Year}年{last.Month}月{last.Day}日，请填写这一天或者更早的日期。")
        : on.Year <= year ? new($"{year}年还没有结束时不能要求报送，请填写{year + 1}年1月1日或者以后的日期。")
        : null;

    /// <summary>How near the publication's term is.</summary>
    public DueLight Light(DateOnly today) => LightOf(PublishBy, today);

    /// <summary>How near a term is: the day itself is not late.</summary>
    public static DueLight LightOf(DateOnly? by, DateOnly today) =>
        by is not { } day ? DueLight.Calm : today > day ? DueLight.Late : day.DayNumber - today.DayNumber <= SoonDays ? DueLight.Soon : DueLight.Calm;
}
