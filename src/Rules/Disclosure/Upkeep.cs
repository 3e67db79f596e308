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
        Count == 0 ? MinCount > 0 ? UpkeepState.Empty : UpkeepState.AsItComes
        : DaysLeft(today) < 0 ? UpkeepState.Stale
        : Count < MinCount ? UpkeepState.Few
        : MaxGapDays is not { } gap ? UpkeepState.AsItComes
        : DaysLeft(today) * 4 <= gap ? UpkeepState.Soon
        : UpkeepState.Fresh;

    /// <summary>Whether it counts among those of news (动态、要闻) or of notices and policies, for which the inspection has terms of its own.</summary>
    public int? InspectedGap => Type.Contains("动态", StringComparison.Ordinal) || Type.Contains("要闻", StringComparison.Ordinal) ? RedLines.NewsGap : IsTop && Type is "通知公告" or "政策文件" ? RedLines.PolicyGap : null;
}

/// <summary>The red lines of the inspection of government websites (单项否决), as 国办秘函〔2019〕19号 sets them, and how far a site is from each.</summary>
/// <param name="HomeDaysLeft">首页不更新: days until two weeks are over since anything was disclosed.</param>
/// <param name="Unkept">栏目不更新: columns of news not renewed for two weeks and first-level columns of notices and policies for six months, together.</param>
/// <param name="Stale">应更新未更新的栏目.</param>
/// <param name="Blank">空白栏目.</param>
public sealed record RedLines(int HomeDaysLeft, int Unkept, int Stale, int Blank)
{
    /// <summary>首页 and 动态、要闻: two weeks. 通知公告、政策文件: six months, counted as the shortest that they may be.</summary>
    public const int HomeGap = 14, NewsGap = 14, PolicyGap = 181;

    /// <summary>So many and the site has failed.</summary>
    public const int MostUnkept = 5, MostStale = 10, MostBlank = 5;

    public static RedLines Of(IReadOnlyCollection<Upkeep> columns, DateOnly? newest, DateOnly today) => new(
        newest is { } day ? HomeGap - (today.DayNumber - day.DayNumber) : -1,
        columns.Count(column => column.InspectedGap is { } gap && column.Newest is { } last && today.DayNumber - last.DayNumber > gap),
        columns.Count(column => column.On(today) is UpkeepState.Stale),
        columns.Count(column => column.On(today) is UpkeepState.Empty));

    public bool Fails => HomeDaysLeft < 0 || Unkept >= MostUnkept || Stale >= MostStale || Blank >= MostBlank;
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
        };
    }
}
