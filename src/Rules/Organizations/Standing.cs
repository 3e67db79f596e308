namespace Gongkai.Rules.Organizations;

/// <summary>Where an agency stands: who supervises it, whether it reports for itself, and in whose report it counts.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Level">At which level it works.</param>
/// <param name="ReportsSeparately">A subordinate unit that publishes a report of its own; the others always do.</param>
public sealed record Standing(AgencyKind Kind, Level Level, bool ReportsSeparately = false)
{
    /// <summary>Whether it publishes an annual report of its own.</summary>
    // 县级以上人民政府部门应当在每年1月31日前向本级政府信息公开工作主管部门提交本行政机关上一年度政府信息公开工作年度报告并向社会公布。
    // 县级以上地方人民政府的政府信息公开工作主管部门应当在每年3月31日前向社会公布本级政府上一年度政府信息公开工作年度报告。
    [Law(Statute.Regulation, "49")]
    public bool Reports => Kind switch
    {
        AgencyKind.Department or AgencyKind.Government or AgencyKind.Vertical => true,
        // 乡镇、街道 publish under local rules; a subordinate unit reports alone only where that was decided.
        AgencyKind.Subordinate => ReportsSeparately,
        // 法律、法规授权的具有管理公共事务职能的组织公开政府信息的活动，适用本条例。
        AgencyKind.Authorized => true,
    };

    /// <summary>Who supervises its disclosure: the office of the government beside it, or its own line.</summary>
    // 实行垂直领导的部门的办公厅（室）主管本系统的政府信息公开工作。
    [Law(Statute.Regulation, "3")]
    public Supervision Supervision => Kind switch
    {
        AgencyKind.Vertical => Supervision.OwnSystem,
        AgencyKind.Subordinate => Supervision.Parent,
        AgencyKind.Government when Level == Level.National => Supervision.None,
        AgencyKind.Government => Supervision.GovernmentAbove,
        AgencyKind.Department or AgencyKind.Authorized => Supervision.GovernmentBeside,
    };

    /// <summary>How a parent's sum takes it up: each unit exactly once.</summary>
    /// <remarks>A parent's sum is its office's own report and each reporting child once; a unit that does not report is inside its parent's own report; a vertical system reports in its own line.</remarks>
    [Law(Statute.Regulation, "49")]
    public Counted CountedByParent => Kind == AgencyKind.Vertical ? Counted.Elsewhere : Reports ? Counted.ByItsOwnReport : Counted.InsideParent;

    /// <summary>The last day on which the report on a year may come out; <c>null</c> where the Regulation names none (乡镇、街道、所属单位).</summary>
    // "31日前" is not moved by a weekend: plan for the last working day before.
    [Law(Statute.Regulation, "49")]
    public DateOnly? PublishesReportBy(int year) => (Kind, Level) switch
    {
        (_, Level.Township) => null,
        (AgencyKind.Government, Level.National) => null,
        (AgencyKind.Government, _) => new(year + 1, 3, 31),
        (AgencyKind.Department or AgencyKind.Vertical or AgencyKind.Authorized, _) => new(year + 1, 1, 31),
        (AgencyKind.Subordinate, _) => null,
    };
}

/// <summary>Who supervises an agency's disclosure (政府信息公开工作主管部门).</summary>
public enum Supervision
{
    /// <summary>The State Council's own office supervises all others.</summary>
    None,

    /// <summary>本级人民政府办公厅（室）.</summary>
    GovernmentBeside,

    /// <summary>上一级人民政府办公厅（室）.</summary>
    GovernmentAbove,

    /// <summary>本系统上级部门办公厅（室）.</summary>
    OwnSystem,

    /// <summary>所属的部门.</summary>
    Parent,
}

/// <summary>How a unit enters the sum of the one above it.</summary>
public enum Counted
{
    /// <summary>Its report is added, once.</summary>
    ByItsOwnReport,

    /// <summary>Its figures stand in its parent's own report already.</summary>
    InsideParent,

    /// <summary>Not at all: it reports in its own system.</summary>
    Elsewhere,
}

/// <summary>The Chinese name of who supervises.</summary>
public static class SupervisionName
{
    extension(Supervision supervision)
    {
        public string Name => supervision switch
        {
            Supervision.None => "无（国务院办公厅主管全国）",
            Supervision.GovernmentBeside => "本级人民政府办公厅（室）",
            Supervision.GovernmentAbove => "上一级人民政府办公厅（室）",
            Supervision.OwnSystem => "本系统上级部门办公厅（室）",
            Supervision.Parent => "所属的主管部门",
        };
    }
}

/// <summary>The Chinese name of how a unit is counted.</summary>
public static class CountedName
{
    extension(Counted counted)
    {
        public string Name => counted switch
        {
            Counted.ByItsOwnReport => "单独编报，汇总时计入一次",
            Counted.InsideParent => "不单独编报，数据由上级单位一并填报",
            Counted.Elsewhere => "在本系统内编报，不计入本级政府汇总",
        };
    }
}
