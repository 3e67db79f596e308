namespace Gongkai.Rules.Disclosure;

/// <summary>What the guide must say truly of an agency at some time: its name, its disclosure office, its departments.</summary>
/// <param name="Facts">By what they are called, such as 办公地址; what is not known is empty.</param>
public sealed record GuideFacts(IReadOnlyDictionary<string, string> Facts)
{
    /// <summary>What differs from what was, in words; nothing where the guide still holds.</summary>
    public IEnumerable<string> ChangedSince(GuideFacts before)
    {
        foreach (var (name, now) in Facts)
            if (before.Facts.GetValueOrDefault(name, "") is var was && was != now)
                yield return now.Length == 0 ? $"{name}已删去，原为“{was}”" : was.Length == 0 ? $"{name}新填为“{now}”" : $"{name}由“{was}”改为“{now}”";
    }
}

/// <summary>What is wrong with a guide.</summary>
/// <param name="Serious">It breaks the Regulation (art. 53, 不及时更新); otherwise it is to be looked at.</param>
public sealed record GuideFinding(bool Serious, string Message);

/// <summary>Whether a guide is complete and up to date.</summary>
public static class GuideCheck
{
    /// <summary>A guide is confirmed so many months after it was last.</summary>
    // A convention of the sites, no article: yearly.
    public const int ConfirmedEveryMonths = 12;

    /// <summary>The day by which it is to be confirmed again, such as 2026-06-01 for one that was confirmed on 2025-06-01.</summary>
    public static DateOnly ConfirmBy(DateOnly last) => last.AddMonths(ConfirmedEveryMonths);

    /// <param name="missing">What art. 12 asks and the agency has not entered.</param>
    /// <param name="now">What holds today.</param>
    /// <param name="then">What held when it was last written or confirmed; none where it never was.</param>
    /// <param name="last">The day of that.</param>
    [Law(Statute.Regulation, "12")]
    [Law(Statute.Regulation, "53")]
    public static IReadOnlyList<GuideFinding> Of(IEnumerable<string> missing, GuideFacts now, GuideFacts? then, DateOnly? last, DateOnly today)
    {
        List<GuideFinding> found = [];
        if (missing.ToList() is [_, ..] lacks) found.Add(new(true, $"指南缺少{string.Join("、", lacks)}，请在机构设置中填写政府信息公开工作机构。"));
        if (then is null || last is not { } day)
        {
            found.Add(new(true, "还没有发布本机关的政府信息公开指南，公众看到的是通用说明。请拟写指南并送领导审签。"));
            return found;
        }
        if (now.ChangedSince(then).ToList() is [_, ..] changed) found.Add(new(true, $"指南未及时更新：{string.Join("；", changed)}。请核对指南后确认或者修改。"));
        if (ConfirmBy(day) is var by && today > by) found.Add(new(false, $"指南自 {day:yyyy-MM-dd} 以来没有核对过，请每年核对一次并确认。"));
        return found;
    }
}
