namespace Gongkai.Rules.Organizations;

/// <summary>The line of a duty from the leader down to the person (纵到底、横到边): leader, deputy, department, person.</summary>
/// <param name="Leader">主要负责人 or 分管领导 who answers for it.</param>
/// <param name="Department">The department that does it.</param>
/// <param name="DepartmentIsAbolished">It no longer exists.</param>
/// <param name="Person">The one who does it.</param>
/// <param name="PersonHasLeft">That one no longer works here.</param>
public sealed record ResponsibilityLine(bool Leader, bool Department, bool DepartmentIsAbolished, bool Person, bool PersonHasLeft)
{
    /// <summary>A duty that nobody has taken on.</summary>
    public static ResponsibilityLine Nobody { get; } = new(false, false, false, false, false);

    /// <summary>Where the line breaks, from above; empty where it holds from the leader to the person.</summary>
    public IEnumerable<string> Breaks()
    {
        if (!Leader) yield return "没有负责的领导，请指定分管领导";
        if (!Department) yield return "没有责任科室，请落实到科室";
        else if (DepartmentIsAbolished) yield return "责任科室已撤销，请改由现有科室承担";
        if (!Person) yield return "没有责任人，请落实到人";
        else if (PersonHasLeft) yield return "责任人已离岗，请重新指定";
    }

    /// <summary>Whether it reaches from the leader to the person.</summary>
    public bool Holds => !Breaks().Any();
}

/// <summary>What stands in the way of giving a duty to someone.</summary>
public static class DutyAssigning
{
    /// <summary>Gives a duty to a department, and to a person of it.</summary>
    /// <param name="departmentAbolishedOn">Since when the department is gone; <c>null</c> while it stands.</param>
    /// <param name="leader">The rank of the leader who answers for it, where one is named.</param>
    /// <param name="personIsActive">Whether the person works here; <c>null</c> where none is named yet.</param>
    /// <param name="personIsOfDepartment">Whether the person belongs to that department.</param>
    public static Impediment? To(bool hasDepartment, string? department, DateOnly? departmentAbolishedOn, bool hasLeader, Rank? leader, bool? personIsActive, bool personIsOfDepartment)
    {
        if (!hasDepartment) return new("职责必须落实到科室，请选择责任科室。");
        if (AgencyChanges.ToTakingOn(department ?? "该科室", departmentAbolishedOn) is { } gone) return gone;
        if (hasLeader && leader is not (Rank.Chief or Rank.Leader)) return new("负责领导应是主要负责人或者分管领导，请改选，或先登记该人员的领导职务。");
        if (personIsActive == false) return new("该人员已离岗，不能再承担职责，请改选责任人。");
        return personIsActive == true && !personIsOfDepartment ? new("责任人不在责任科室，请改选该科室的人员，或先调整人员所在科室。") : null;
    }
}
