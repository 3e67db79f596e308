namespace Gongkai.Rules.Organizations;

/// <summary>What kind of meeting it was (会议类别).</summary>
public enum MeetingKind
{
    /// <summary>政府信息公开专题会议.</summary>
    Special = 1,

    /// <summary>领导小组会议.</summary>
    LeadingGroup,

    /// <summary>业务培训: 政府信息公开工作主管部门应当对行政机关的政府信息公开工作人员定期进行培训.</summary>
    Training,
}

/// <summary>Whether someone who was asked came (到会情况).</summary>
public enum Presence
{
    /// <summary>已通知，尚未登记.</summary>
    Invited = 1,

    /// <summary>出席.</summary>
    Present,

    /// <summary>缺席.</summary>
    Absent,

    /// <summary>委托他人参加.</summary>
    Represented,
}

/// <summary>What a meeting asks for.</summary>
public static class Meetings
{
    /// <summary>Keeps a meeting; a training says how many hours it took.</summary>
    [Law(Statute.Regulation, "48")]
    public static Impediment? ToKeeping(MeetingKind kind, decimal? hours) =>
        kind == MeetingKind.Training && hours is not > 0 ? new("培训要登记学时，请填写大于 0 的学时数，例如 4 或 1.5。")
        : hours is > 200 ? new("学时数超过 200，请检查是否填错。")
        : null;

    /// <summary>Notes who came.</summary>
    public static Impediment? ToNoting(Presence presence, bool hasStandIn, DateOnly on, DateOnly today)
    {
        if (presence != Presence.Invited && on > today) return new($"会议定于 {on:yyyy-MM-dd} 召开，还没有开，会后再登记到会情况。");
        return presence == Presence.Represented && !hasStandIn ? new("登记为委托他人参加的，请选择受委托人。") : null;
    }
}

/// <summary>The Chinese name of a kind of meeting.</summary>
public static class MeetingKindName
{
    extension(MeetingKind kind)
    {
        public string Name => kind switch
        {
            MeetingKind.Special => "专题会议",
            MeetingKind.LeadingGroup => "领导小组会议",
            MeetingKind.Training => "培训",
        };
    }
}

/// <summary>The Chinese name of someone's presence.</summary>
public static class PresenceName
{
    extension(Presence presence)
    {
        public string Name => presence switch
        {
            Presence.Invited => "已通知",
            Presence.Present => "出席",
            Presence.Absent => "缺席",
            Presence.Represented => "委托他人参加",
        };
    }
}
