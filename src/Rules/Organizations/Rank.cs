namespace Gongkai.Rules.Organizations;

/// <summary>How high a post stands, as far as responsibility asks (职务层级).</summary>
public enum Rank
{
    /// <summary>主要负责人（一把手）.</summary>
    Chief = 1,

    /// <summary>分管领导、其他班子成员.</summary>
    Leader,

    /// <summary>科室、局属单位负责人.</summary>
    DepartmentHead,

    /// <summary>科室、局属单位副职.</summary>
    DeputyDepartmentHead,

    /// <summary>工作人员.</summary>
    Staff,
}

/// <summary>What someone is in the leading group (领导小组).</summary>
public enum GroupRole
{
    /// <summary>组长.</summary>
    Head = 1,

    /// <summary>副组长.</summary>
    Deputy,

    /// <summary>成员.</summary>
    Member,
}

/// <summary>One who sits in a leading group, as the rules see it.</summary>
public sealed record Seat(GroupRole Role, Rank? Rank);

/// <summary>How a leading group must be made up (政府信息公开工作领导小组).</summary>
public static class Composition
{
    /// <summary>Why a group may not be made up so, or <c>null</c>.</summary>
    /// <param name="seats">All who sit in it.</param>
    /// <param name="office">Whether an office (领导小组办公室) is named.</param>
    /// <remarks>The Regulation asks every agency to strengthen its organisation and leadership; how is practice: 由分管领导任组长，科室负责人为成员，下设办公室.</remarks>
    [Law(Statute.Regulation, "3")]
    public static Impediment? ToForming(IReadOnlyCollection<Seat> seats, bool office)
    {
        var heads = seats.Where(seat => seat.Role == GroupRole.Head).ToList();
        if (heads.Count == 0) return new("领导小组没有组长，请指定一名组长。");
        if (heads.Count > 1) return new($"领导小组只能有一名组长，现在有 {heads.Count} 名，请把其他人改为副组长或成员。");
        if (heads[0].Rank is not (Rank.Chief or Rank.Leader)) return new("组长应由主要负责人或者分管领导担任，请改选，或先登记该人员的领导职务。");
        if (seats.Count == 1) return new("领导小组只有组长一人，请加入各科室、局属单位负责人。");
        return office ? null : new("领导小组没有办公室，请指定承担日常工作的科室。");
    }
}

/// <summary>The Chinese name of a rank.</summary>
public static class RankName
{
    extension(Rank rank)
    {
        public string Name => rank switch
        {
            Rank.Chief => "主要负责人",
            Rank.Leader => "分管领导",
            Rank.DepartmentHead => "科室（单位）负责人",
            Rank.DeputyDepartmentHead => "科室（单位）副职",
            Rank.Staff => "工作人员",
        };
    }
}

/// <summary>The Chinese name of a role in a leading group.</summary>
public static class GroupRoleName
{
    extension(GroupRole role)
    {
        public string Name => role switch
        {
            GroupRole.Head => "组长",
            GroupRole.Deputy => "副组长",
            GroupRole.Member => "成员",
        };
    }
}
