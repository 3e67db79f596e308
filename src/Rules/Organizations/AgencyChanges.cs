namespace Gongkai.Rules.Organizations;

/// <summary>What stands in the way of changing the tree of agencies and departments.</summary>
public static class AgencyChanges
{
    /// <summary>Puts a unit under another.</summary>
    /// <param name="unit">Who moves.</param>
    /// <param name="above">The one that it comes under, and all above that one, nearest first.</param>
    /// <param name="aboveIsAbolished">Whether the nearest one no longer exists.</param>
    public static Impediment? ToPlacing(Guid unit, IReadOnlyList<Guid> above, bool aboveIsAbolished)
    {
        if (above is [var nearest, ..] && nearest == unit) return new("单位不能隶属于自己，请另选上级单位。");
        if (above.Contains(unit)) return new("所选的上级单位本身就在这个单位之下，请另选上级单位。");
        return aboveIsAbolished ? new("所选的上级单位已经撤销，请另选上级单位。") : null;
    }

    /// <summary>A kind of agency under another kind.</summary>
    // A vertical system has its own line and stands outside the government's tree.
    [Law(Statute.Regulation, "3")]
    public static Impediment? ToStandingUnder(AgencyKind unit, AgencyKind? above) => (unit, above) switch
    {
        (AgencyKind.Vertical, AgencyKind.Government) => new("垂直管理部门在本系统内编报，不隶属于本级政府，请不要填写上级单位，或改选本系统的上级部门。"),
        (AgencyKind.Subordinate, null) => new("所属单位必须有上级单位，请选择它的主管部门。"),
        (AgencyKind.Government, not null and not AgencyKind.Government) => new("人民政府的上级只能是人民政府，请另选上级单位。"),
        _ => null,
    };

    /// <summary>Gives a unit something new: a duty, a task, a person.</summary>
    public static Impediment? ToTakingOn(string name, DateOnly? abolishedOn) =>
        abolishedOn is { } day ? new($"{name}已于 {day:yyyy-MM-dd} 撤销，不能再承担新的职责，请改选承接单位。") : null;

    /// <summary>Abolishes a unit in favour of another (撤销、合并).</summary>
    /// <param name="unit">The one that goes.</param>
    /// <param name="abolishedOn">Since when it has gone already.</param>
    /// <param name="successor">The one that takes over; none only where nothing is left to take over.</param>
    /// <param name="successorAbolishedOn">Since when that one has gone.</param>
    /// <param name="left">People, open duties and open tasks that someone must take over.</param>
    /// <param name="below">Units under it that still exist.</param>
    public static Impediment? ToAbolishing(Guid unit, DateOnly? abolishedOn, Guid? successor, DateOnly? successorAbolishedOn, int left, int below)
    {
        if (abolishedOn is { } day) return new($"该单位已于 {day:yyyy-MM-dd} 撤销，不用再办。");
        if (successor == unit) return new("承接单位不能是被撤销的单位自己，请另选承接单位。");
        if (successorAbolishedOn is not null) return new("所选的承接单位已经撤销，请另选承接单位。");
        if (successor is null && left > 0) return new($"还有 {left} 项人员、职责或任务没有去处，请选择承接单位。");
        return successor is null && below > 0 ? new($"下面还有 {below} 个单位，请先调整它们的隶属关系，或选择承接单位。") : null;
    }

    /// <summary>Abolishes a department (科室) of an agency.</summary>
    public static Impediment? ToAbolishingDepartment(DateOnly? abolishedOn, int people, int duties, int tasks, int below)
    {
        if (abolishedOn is { } day) return new($"该科室已于 {day:yyyy-MM-dd} 撤销，不用再办。");
        string[] left = [Some(people, "名人员"), Some(duties, "项职责"), Some(tasks, "项未办结任务"), Some(below, "个下级科室")];
        var words = string.Join("、", left.Where(part => part.Length > 0));
        return words.Length == 0 ? null : new($"还有{words}，请先调整到其他科室，或选择承接科室。");
    }

    static string Some(int count, string what) => count > 0 ? $" {count} {what}" : "";
}
