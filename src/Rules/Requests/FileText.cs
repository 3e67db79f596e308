using System.Globalization;

namespace Gongkai.Rules.Requests;

/// <summary>A case's file in one line, for people and for ledgers: 提交 2026-03-02；收到 2026-03-02；补正告知 2026-03-05 至2026-03-19；…. Reading what was written gives the same file.</summary>
/// <remarks>To which department it was routed does not stand in it: that is the agency's own affair, and a ledger has a column for it.</remarks>
public static class FileText
{
    static readonly Dictionary<string, Consultee> Consultees = new() { ["第三方"] = Consultee.ThirdParty, ["共同制作机关"] = Consultee.JointMaker, ["其他行政机关"] = Consultee.OtherAgency };
    static readonly Dictionary<string, Stance> Stances = new() { ["同意"] = Stance.Consents, ["不同意且有合理理由"] = Stance.ObjectsWithReason, ["不同意且没有合理理由"] = Stance.ObjectsWithoutReason };
    static readonly Dictionary<string, Service> Ways = Enum.GetValues<Service>().ToDictionary(by => by.Name);
    static readonly Dictionary<string, Outcome> Outcomes = Enum.GetValues<Outcome>().ToDictionary(outcome => outcome.Name);

    public static string Write(IEnumerable<CaseFact> file) => string.Join('；', file.Select(Write).OfType<string>());

    static string? Write(CaseFact fact) => fact switch
    {
        CaseFact.Submitted => $"提交 {Day(fact.On)}",
        CaseFact.Received => $"收到 {Day(fact.On)}",
        CaseFact.CorrectionAsked asked => $"补正告知 {Day(fact.On)} 至{Day(asked.Until)}",
        CaseFact.Corrected => $"补正 {Day(fact.On)}",
        CaseFact.Consulted { Until: { } until } asked => $"征求意见 {Day(fact.On)} 第{asked.Matter}次 {NameOf(Consultees, asked.With)} 至{Day(until)}",
        CaseFact.Consulted asked => $"征求意见 {Day(fact.On)} 第{asked.Matter}次 {NameOf(Consultees, asked.With)}",
        CaseFact.ConsultationReached reached => $"征求意见送达 {Day(fact.On)} 第{reached.Matter}次",
        CaseFact.ConsultationAnswered answered => $"征求意见答复 {Day(fact.On)} 第{answered.Matter}次 {NameOf(Stances, answered.Stance)}",
        CaseFact.Extended extended => $"延期告知 {Day(fact.On)} {extended.Days}个工作日",
        CaseFact.ReasonsAsked asked => $"要求说明理由 {Day(fact.On)} 至{Day(asked.Until)}",
        CaseFact.ReasonsGiven => $"说明理由 {Day(fact.On)}",
        CaseFact.Deferred deferred => $"延迟答复告知 {Day(fact.On)} 至{Day(deferred.Until)}",
        CaseFact.FeeNoticed fee => $"收费通知 {Day(fact.On)} {fee.Yuan}元",
        CaseFact.FeePaid => $"缴费 {Day(fact.On)}",
        CaseFact.Decided decided => $"审签 {Day(fact.On)} {decided.Outcome.Name}",
        CaseFact.Answered answered => $"答复 {Day(fact.On)} {answered.By.Name}",
        CaseFact.Withdrawn => $"撤回 {Day(fact.On)}",
        CaseFact.Filed => $"归档 {Day(fact.On)}",
        CaseFact.Routed or CaseFact.Returned => null,
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, null),
    };

    /// <summary>Reads it back.</summary>
    /// <returns>The facts, or the step that cannot be read.</returns>
    public static (IReadOnlyList<CaseFact> File, string? Unread) Read(string text)
    {
        List<CaseFact> file = [];
        foreach (var step in text.Split(['；', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (ReadStep(step.Split(' ', StringSplitOptions.RemoveEmptyEntries)) is not { } fact) return ([], step);
            file.Add(fact);
        }
        return (file, null);
    }

    static CaseFact? ReadStep(string[] words)
    {
        if (words.Length < 2 || DayOf(words[1]) is not { } on) return null;
        return (words[0], words[2..]) switch
        {
            ("提交", []) => new CaseFact.Submitted(on),
            ("收到", []) => new CaseFact.Received(on),
            ("补正告知", [var until]) when Until(until) is { } day => new CaseFact.CorrectionAsked(on, day),
            ("补正", []) => new CaseFact.Corrected(on),
            ("征求意见", [var matter, var with]) when Matter(matter) is { } number && Consultees.TryGetValue(with, out var consultee) => new CaseFact.Consulted(on, number, consultee),
            ("征求意见", [var matter, var with, var until]) when Matter(matter) is { } number && Consultees.TryGetValue(with, out var consultee) && Until(until) is { } day => new CaseFact.Consulted(on, number, consultee, day),
            ("征求意见送达", [var matter]) when Matter(matter) is { } number => new CaseFact.ConsultationReached(on, number),
            ("征求意见答复", [var matter, var stance]) when Matter(matter) is { } number && Stances.TryGetValue(stance, out var said) => new CaseFact.ConsultationAnswered(on, number, said),
            ("延期告知", [var days]) when Number(days, "", "个工作日") is { } number => new CaseFact.Extended(on, number),
            ("要求说明理由", [var until]) when Until(until) is { } day => new CaseFact.ReasonsAsked(on, day),
            ("说明理由", []) => new CaseFact.ReasonsGiven(on),
            ("延迟答复告知", [var until]) when Until(until) is { } day => new CaseFact.Deferred(on, day),
            ("收费通知", [var yuan]) when Number(yuan, "", "元") is { } number => new CaseFact.FeeNoticed(on, number),
            ("缴费", []) => new CaseFact.FeePaid(on),
            ("审签", [var outcome]) when Outcomes.TryGetValue(outcome, out var known) => new CaseFact.Decided(on, known),
            ("答复", [var by]) when Ways.TryGetValue(by, out var way) => new CaseFact.Answered(on, way),
            ("撤回", []) => new CaseFact.Withdrawn(on),
            ("归档", []) => new CaseFact.Filed(on),
            _ => null,
        };
    }

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    static DateOnly? DayOf(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    static DateOnly? Until(string text) => text.StartsWith('至') ? DayOf(text[1..]) : null;
    static int? Matter(string text) => Number(text, "第", "次");

    static int? Number(string text, string before, string after) =>
        text.StartsWith(before, StringComparison.Ordinal) && text.EndsWith(after, StringComparison.Ordinal) && text.Length > before.Length + after.Length
            && int.TryParse(text[before.Length..^after.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    static string NameOf<T>(Dictionary<string, T> names, T wanted) => names.First(pair => EqualityComparer<T>.Default.Equals(pair.Value, wanted)).Key;
}
