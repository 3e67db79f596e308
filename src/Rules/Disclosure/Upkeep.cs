namespace Gongkai.Rules.Disclosure;

/// <summary>How a column stands with its own limits (更新监测).</summary>
public enum UpkeepState
{
    /// <summary>Nothing is expected by a day.</summary>
    AsItComes,

    Fresh,

    /// <summary>临近期限: three quarters of its time are over.</summary>
    Soon,

    /// <summary>更新不及时.</summary>
    Stale,

    /// <summary>数量不足: it holds fewer than it must.</summary>
    Few,

    /// <summary>空白栏目.</summary>
    Empty,

    /// <summary>不适用: the agency has said that nothing need stand in it, by no limit and no least number.</summary>
    NotApplicable,
}

/// <summary>A column and what is in it, as far as its upkeep is concerned.</summary>
/// <param name="Type">栏目类别, as robots read it.</param>
/// <param name="IsTop">Whether it is a first-level column.</param>
/// <param name="Newest">The day on which something was last disclosed in it or below it.</param>
/// <param name="Count">How much of it the public sees, in it and below it.</param>
public sealed record Upkeep(string Type, bool IsTop, int? MaxGapDays, int MinCount, DateOnly? Newest, int Count)
{
    /// <summary>The last day on which it still is up to date: the newest day and its gap. 2026-03-01 and 14 days give 2026-03-15.</summary>
    public DateOnly? FreshUntil => MaxGapDays is { } gap && Newest is { } newest ? newest.AddDays(gap) : null;

    /// <summary>Below zero where it is over.</summary>
    public int? DaysLeft(DateOnly today) => FreshUntil is { } until ? until.DayNumber - today.DayNumber : null;

    public UpkeepState On(DateOnly today) =>
        IsExempt && Count == 0 ? UpkeepState.NotApplicable
        : Count == 0 ? MinCount > 0 ? UpkeepState.Empty : UpkeepState.AsItComes
        : DaysLeft(today) < 0 ? UpkeepState.Stale
        : Count < MinCount ? UpkeepState.Few
        : MaxGapDays is not { } gap ? UpkeepState.AsItComes
        : DaysLeft(today) * 4 <= gap ? UpkeepState.Soon
        : UpkeepState.Fresh;

    /// <summary>不适用: the inspection expects nothing of it either, and no alarm is given.</summary>
    public bool IsExempt => MaxGapDays is null && MinCount == 0;

    /// <summary>Where it counts among those of news (动态、要闻) or of notices and policies, for which the inspection has terms of its own: that term, in days.</summary>
    public int? InspectedGap(RedLineTerms terms) =>
        IsExempt ? null
        : Type.Contains("动态", StringComparison.Ordinal) || Type.Contains("要闻", StringComparison.Ordinal) ? terms.NewsGap
        : IsTop && Type is "通知公告" or "政策文件" ? terms.PolicyGap
        : null;

    /// <summary>栏目不更新, as the inspection counts it.</summary>
    public bool IsUnkept(RedLineTerms terms, DateOnly today) => InspectedGap(terms) is { } gap && Newest is { } last && today.DayNumber - last.DayNumber > gap;
}

/// <summary>What the states are called.</summary>
public static class UpkeepStates
{
    extension(UpkeepState state)
    {
        public string Name => state switch
        {
            UpkeepState.AsItComes => "随时更新",
            UpkeepState.Fresh => "正常",
            UpkeepState.Soon => "临近期限",
            UpkeepState.Stale => "更新不及时",
            UpkeepState.Few => "数量不足",
            UpkeepState.Empty => "空白栏目",
            UpkeepState.NotApplicable => "不适用",
        };
    }
}
