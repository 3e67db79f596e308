namespace Gongkai.Rules.AnnualReports;

/// <summary>How near a term is.</summary>
public enum DueLight { Calm, Soon, Late }

/// <summary>When an agency's report on a year is to be submitted and published; both days are inclusive.</summary>
public sealed record ReportDue(DateOnly SubmitBy, DateOnly PublishBy)
{
    /// <summary>How many days before a term it is called near.</summary>
    public const int SoonDays = 15;

    // 第四十九条 县级以上人民政府部门应当在每年1月31日前向本级政府信息公开工作主管部门提交本行政机关上一年度政府信息公开工作年度报告并向社会公布。
    // 县级以上地方人民政府的政府信息公开工作主管部门应当在每年3月31日前向社会公布本级政府上一年度政府信息公开工作年度报告。
    /// <summary>The last day that the law allows: the report of 2026 by 2027-01-31, a government's by 2027-03-31.</summary>
    [Law(Statute.Regulation, "49")]
    public static DateOnly Statutory(int year, bool government) => government ? new(year + 1, 3, 31) : new(year + 1, 1, 31);

    /// <summary>Whether the agency is a people's government and not a department of one.</summary>
    public static bool IsGovernment(string agency) => agency.EndsWith("人民政府", StringComparison.Ordinal);

    /// <summary>The terms, where the supervising office has set none.</summary>
    public static ReportDue Of(int year, bool government) => new(Statutory(year, government), Statutory(year, government));

    /// <summary>The supervising office's own terms, and the law's where it has set none.</summary>
    public ReportDue Earlier(DateOnly? submitBy, DateOnly? publishBy) => new(submitBy ?? SubmitBy, publishBy ?? PublishBy);

    /// <summary>Why a local term may not stand.</summary>
    /// <param name="on">The day that the supervising office has set.</param>
    /// <param name="year">The year that is reported on.</param>
    /// <param name="government">Whether it is a people's government's report.</param>
    [Law(Statute.Regulation, "49")]
    public static Impediment? ToSetting(DateOnly on, int year, bool government)
    {
        var last = Statutory(year, government);
        if (on > last) return new($"不能晚于法定期限{last.Year}年{last.Month}月{last.Day}日，请填写这一天或者更早的日期。");
        return on.Year <= year ? new($"{year}年还没有结束时不能要求报送，请填写{year + 1}年1月1日或者以后的日期。") : null;
    }

    /// <summary>How near the publication's term is.</summary>
    public DueLight Light(DateOnly today) => LightOf(PublishBy, today);

    /// <summary>How near a term is: the day itself is not late.</summary>
    public static DueLight LightOf(DateOnly by, DateOnly today) =>
        today > by ? DueLight.Late : by.DayNumber - today.DayNumber <= SoonDays ? DueLight.Soon : DueLight.Calm;
}
