namespace Gongkai.Rules.Disclosure;

/// <summary>The terms of the inspection from a day on, as 国办秘函〔2019〕19号 sets them: its indicators are revised, so they are dated settings.</summary>
public sealed record RedLineTerms
{
    /// <summary>The first day on which they hold.</summary>
    public DateOnly From { get; init; } = new(2019, 1, 1);

    /// <summary>首页不更新: two weeks.</summary>
    public int HomeGap { get; init; } = 14;

    /// <summary>Days without anything new after which the home page is spoken of: no indicator, but time to act.</summary>
    public int HomeSoon { get; init; } = 9;

    /// <summary>动态、要闻: two weeks.</summary>
    public int NewsGap { get; init; } = 14;

    /// <summary>通知公告、政策文件: six months, counted as the shortest that they may be.</summary>
    public int PolicyGap { get; init; } = 181;

    /// <summary>So many and the site has failed: 栏目不更新.</summary>
    public int MostUnkept { get; init; } = 5;

    /// <summary>应更新未更新.</summary>
    public int MostStale { get; init; } = 10;

    /// <summary>空白栏目.</summary>
    public int MostBlank { get; init; } = 5;

    public static RedLineTerms Usual { get; } = new();

    /// <summary>Those that hold on a day: of several the latest that has begun, and the usual ones before all.</summary>
    public static RedLineTerms On(IEnumerable<RedLineTerms> known, DateOnly day) => known.Where(terms => terms.From <= day).MaxBy(terms => terms.From) ?? Usual;
}

/// <summary>The red lines of the inspection of government websites (单项否决), and how far a site is from each.</summary>
/// <param name="HomeDaysLeft">首页不更新: days until its term is over since anything was disclosed.</param>
/// <param name="Unkept">栏目不更新: columns of news, and first-level columns of notices and policies, together.</param>
/// <param name="Stale">应更新未更新的栏目.</param>
/// <param name="Blank">空白栏目.</param>
/// <param name="Terms">The terms that were held to.</param>
public sealed record RedLines(int HomeDaysLeft, int Unkept, int Stale, int Blank, RedLineTerms Terms)
{
    public static RedLines Of(IReadOnlyCollection<Upkeep> columns, DateOnly? newest, DateOnly today, RedLineTerms terms) => new(
        newest is { } day ? terms.HomeGap - (today.DayNumber - day.DayNumber) : -1,
        columns.Count(column => column.IsUnkept(terms, today)),
        columns.Count(column => column.On(today) is UpkeepState.Stale),
        columns.Count(column => column.On(today) is UpkeepState.Empty),
        terms);

    public bool Fails => HomeDaysLeft < 0 || Unkept >= Terms.MostUnkept || Stale >= Terms.MostStale || Blank >= Terms.MostBlank;

    /// <summary>Not yet, but one more column or a few days would do it.</summary>
    public bool IsNear => !Fails && (HomeDaysLeft <= Terms.HomeGap - Terms.HomeSoon || Unkept >= Terms.MostUnkept - 1 || Stale >= Terms.MostStale - 1 || Blank >= Terms.MostBlank - 1);

    /// <summary>The nearest of them, or what is broken, in a sentence.</summary>
    public string Words =>
        HomeDaysLeft < 0 ? $"首页超过 {Terms.HomeGap} 天没有新的信息"
        : Unkept >= Terms.MostUnkept ? $"{Unkept} 个栏目不更新，红线 {Terms.MostUnkept} 个"
        : Stale >= Terms.MostStale ? $"{Stale} 个栏目应更新未更新，红线 {Terms.MostStale} 个"
        : Blank >= Terms.MostBlank ? $"{Blank} 个空白栏目，红线 {Terms.MostBlank} 个"
        : HomeDaysLeft <= Terms.HomeGap - Terms.HomeSoon ? $"首页再过 {HomeDaysLeft} 天没有新的信息就触及红线"
        : Unkept >= Terms.MostUnkept - 1 ? $"{Unkept} 个栏目不更新，再有 1 个就触及红线"
        : Stale >= Terms.MostStale - 1 ? $"{Stale} 个栏目应更新未更新，再有 1 个就触及红线"
        : Blank >= Terms.MostBlank - 1 ? $"{Blank} 个空白栏目，再有 1 个就触及红线"
        : "没有触及红线";
}
