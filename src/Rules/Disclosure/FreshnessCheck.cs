namespace Gongkai.Rules.Disclosure;

/// <summary>What a self-check says of how fresh the home page and the columns are.</summary>
public static class FreshnessCheck
{
    const int Named = 8;

    /// <param name="columns">The open columns of an agency, by name.</param>
    /// <param name="newest">The day on which anything was last disclosed.</param>
    public static IEnumerable<CheckLine> Of(IReadOnlyList<(string Name, Upkeep Upkeep)> columns, DateOnly? newest, DateOnly today, RedLineTerms terms)
    {
        yield return Home(newest, today, terms);
        yield return Counted(CheckRule.Unkept, terms.MostUnkept, [.. columns.Where(column => column.Upkeep.IsUnkept(terms, today))], one => $"{one.Name}（最近 {one.Upkeep.Newest:yyyy-MM-dd}）",
            "动态、通知公告和政策文件栏目都在期限内更新过", $"没有按期更新（动态、要闻 {terms.NewsGap} 天，一级的通知公告、政策文件 {terms.PolicyGap} 天）", "请在这些栏目发布应当公开的信息。");
        yield return Counted(CheckRule.Stale, terms.MostStale, [.. columns.Where(column => column.Upkeep.On(today) is UpkeepState.Stale)], one => $"{one.Name}（超过 {-one.Upkeep.DaysLeft(today)} 天）",
            "没有栏目超过自身的更新期限", "超过自身更新期限", "请更新这些栏目；期限定得不合适的，在“栏目”中调整。");
        yield return Counted(CheckRule.Blank, terms.MostBlank, [.. columns.Where(column => column.Upkeep.On(today) is UpkeepState.Empty)], one => one.Name,
            "没有空白栏目", "没有内容", "请发布应有的内容；不属于本机关职责的，关闭栏目，或者把更新期限留空、最少条数填 0，作为不适用。");
        if (columns.Where(column => column.Upkeep.IsExempt).ToList() is [_, ..] exempt)
            yield return new(CheckRule.Blank, CheckVerdict.NotApplicable, $"{List(exempt, one => one.Name)} 已设为不适用（不限更新期限，最少 0 条），不计入以上各项。");
    }

    static CheckLine Home(DateOnly? newest, DateOnly today, RedLineTerms terms)
    {
        const string publish = "请尽快公开新的信息。";
        if (newest is not { } day) return new(CheckRule.Home, CheckVerdict.RedLine, "还没有公开过信息。", publish);
        var days = today.DayNumber - day.DayNumber;
        var seen = $"最近一条公开于 {day:yyyy-MM-dd}，{(days == 0 ? "就在今天" : $"距今 {days} 天")}；红线为 {terms.HomeGap} 天。";
        return days > terms.HomeGap ? new(CheckRule.Home, CheckVerdict.RedLine, seen, publish)
            : days >= terms.HomeSoon ? new(CheckRule.Home, CheckVerdict.Near, seen, $"请在 {day.AddDays(terms.HomeGap):yyyy-MM-dd} 以前公开新的信息。")
            : new(CheckRule.Home, CheckVerdict.Fine, seen);
    }

    static CheckLine Counted(CheckRule rule, int most, IReadOnlyList<(string Name, Upkeep Upkeep)> found, Func<(string Name, Upkeep Upkeep), string> words, string fine, string what, string todo) => found.Count switch
    {
        0 => new(rule, CheckVerdict.Fine, $"{fine}；红线为 {most} 个。"),
        var count when count >= most => new(rule, CheckVerdict.RedLine, $"{count} 个栏目{what}，红线为 {most} 个：{List(found, words)}。", todo),
        var count => new(rule, count == most - 1 ? CheckVerdict.Near : CheckVerdict.Deduction, $"{count} 个栏目{what}，距红线还差 {most - count} 个：{List(found, words)}。", todo),
    };

    static string List(IReadOnlyList<(string Name, Upkeep Upkeep)> found, Func<(string Name, Upkeep Upkeep), string> words) =>
        string.Join("、", found.Take(Named).Select(words)) + (found.Count > Named ? $" 等 {found.Count} 个栏目" : "");
}
