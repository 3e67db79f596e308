using System.Globalization;
using Gongkai.Rules;
using Gongkai.Rules.Requests;

namespace Gongkai.App.Commands;

/// <summary>The facts of a case as they are written on the command line: <c>third-party=2026-03-09,2026-03-25</c>.</summary>
static class FactWords
{
    /// <summary>One kind of fact: its name, how it is written, and how many dates it has at least and at most.</summary>
    sealed record Word(string Name, ShortFactKind Kind, string Form, int Least, int Most);

    static readonly Word[] Words =
    [
        new("correction-asked", ShortFactKind.CorrectionAsked, "告知补正之日[,补正期限]", 1, 2),
        new("corrected", ShortFactKind.Corrected, "收到补正件之日", 1, 1),
        new("third-party", ShortFactKind.ThirdParty, "征求第三方意见发出之日,收到意见之日[,第三方收到征求意见书之日]", 2, 3),
        new("joint-maker", ShortFactKind.JointMaker, "征求共同制作机关意见发出之日,收到意见之日[,对方收到之日]", 2, 3),
        new("agency", ShortFactKind.Agency, "征求其他机关意见发出之日,收到意见之日", 2, 2),
        new("extended", ShortFactKind.Extended, "告知延期之日[,延长的工作日数]", 1, 2),
        new("deferred", ShortFactKind.Deferred, "告知延迟答复之日,延迟到", 2, 2),
        new("fee", ShortFactKind.Fee, "收到收费通知之日[,缴费之日]", 1, 2),
        new("answered", ShortFactKind.Answered, "答复完成之日", 1, 1),
        new("withdrawn", ShortFactKind.Withdrawn, "撤回之日", 1, 1),
    ];

    /// <summary>The names, as one list.</summary>
    public static string All { get; } = string.Join("、", Words.Select(word => word.Name));

    /// <exception cref="NotDoneException">It is none of them, or not written so.</exception>
    public static ShortFact Read(string written)
    {
        var (name, equals, value) = written.IndexOf('=', StringComparison.Ordinal) is >= 0 and var at ? (written[..at].Trim(), true, written[(at + 1)..]) : (written.Trim(), false, "");
        var word = Words.FirstOrDefault(one => one.Name == name) ?? throw new NotDoneException($"没有“{name}”这种事实，可以用的是{All}。");
        var parts = value.Split(',', StringSplitOptions.TrimEntries);
        if (!equals || parts.Length < word.Least || parts.Length > word.Most) throw new NotDoneException($"“{written}”写得不对，要写成 {word.Name}={word.Form}，例如 {Example(word)}。");
        var days = word.Kind == ShortFactKind.Extended && parts.Length > 1 ? Number(parts[1], written) : Clock.LongestExtension;
        DateOnly? Part(int index) => parts.Length > index ? Day(parts[index], written) : null;
        return new(word.Kind, Part(0)!.Value, word.Kind == ShortFactKind.Extended ? null : Part(1), Part(2), days);
    }

    /// <summary>A day within the years for which the law and the calendar speak.</summary>
    /// <exception cref="NotDoneException">It is no day, or none of those.</exception>
    public static DateOnly Day(string text, string where) => Typed.Day(text) is not { } day
        ? throw new NotDoneException($"“{where}”中的“{text}”不是日期，请写成 2026-03-02 这样。")
        : day >= ShortFile.First && day <= ShortFile.Last ? day
        : throw new NotDoneException($"“{where}”中的 {day:yyyy-MM-dd} 不在 {ShortFile.First:yyyy-MM-dd}（现行条例施行之日）到 {ShortFile.Last:yyyy-MM-dd} 之间，不能计算。");

    static int Number(string text, string written) => int.TryParse(Typed.Narrow(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw new NotDoneException($"“{written}”中的“{text}”不是天数，请写 1 到 {Clock.LongestExtension} 的整数。");

    // As many of the three dates as it needs, with the commas between them.
    static string Example(Word word) => $"{word.Name}={"2026-03-09,2026-03-25,2026-03-11"[..(word.Least * 11 - 1)]}";
}
