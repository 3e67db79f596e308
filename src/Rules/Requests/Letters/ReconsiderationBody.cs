using Gongkai.Rules.Organizations;

namespace Gongkai.Rules.Requests.Letters;

/// <summary>Who hears a reconsideration of what an agency decided (行政复议机关).</summary>
public enum ReconsiderationBody
{
    /// <summary>本级人民政府.</summary>
    GovernmentBeside,

    /// <summary>上一级人民政府.</summary>
    GovernmentAbove,

    /// <summary>上一级主管部门, of a vertical system alone.</summary>
    DepartmentAbove,

    /// <summary>The agency itself: a ministry, a province's government.</summary>
    Itself,
}

/// <summary>Finds who hears it.</summary>
public static class ReconsiderationBodies
{
    extension(Standing standing)
    {
        /// <summary>Who hears a reconsideration of its decisions since 2024.</summary>
        // 县级以上地方各级人民政府管辖下列行政复议案件：（一）对本级人民政府工作部门作出的行政行为不服的；（二）对下一级人民政府作出的行政行为不服的……
        // 国务院部门管辖……对本部门作出的行政行为不服的; 实行垂直领导的行政机关……向上一级主管部门申请行政复议。
        public ReconsiderationBody Reconsideration => Of(standing);
    }

    [Law(Statute.Reconsideration, "24"), Law(Statute.Reconsideration, "25"), Law(Statute.Reconsideration, "27")]
    static ReconsiderationBody Of(Standing standing) => (standing.Kind, standing.Level) switch
    {
        (AgencyKind.Government, Level.National or Level.Provincial) => ReconsiderationBody.Itself,
        (AgencyKind.Government, _) => ReconsiderationBody.GovernmentAbove,
        (_, Level.National) => ReconsiderationBody.Itself,
        (AgencyKind.Vertical, _) => ReconsiderationBody.DepartmentAbove,
        (AgencyKind.Department or AgencyKind.Subordinate or AgencyKind.Authorized, _) => ReconsiderationBody.GovernmentBeside,
    };
}
