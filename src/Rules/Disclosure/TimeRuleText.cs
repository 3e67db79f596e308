using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Rules.Disclosure;

/// <summary>Terms as a table writes them (公开时限), and read back: what is written here is read as the same rule.</summary>
public static partial class TimeRuleText
{
    const string Basis = "（依据：";

    /// <summary>As a cell says it, with its basis.</summary>
    public static string Written(this TimeRule rule) => rule.Basis.Length == 0 ? rule.Words : $"{rule.Words}{Basis}{rule.Basis}）";

    /// <summary>Reads a line; <c>null</c> where it says no term that we know.</summary>
    public static TimeRule? Read(string line)
    {
        var text = line.Trim();
        var basis = "";
        if (text.IndexOf(Basis, StringComparison.Ordinal) is >= 0 and var at && text.EndsWith('）')) (text, basis) = (text[..at], text[(at + Basis.Length)..^1]);
        // 起 20 个工作日 is written with blanks and full-width digits as often as without.
        text = string.Concat(Typed.Digits(text).Where(letter => !char.IsWhiteSpace(letter)));
        if (Yearly().Match(text) is { Success: true } yearly && Day(yearly) is { } by) return new(TimeRuleKind.YearlyBy, By: by, Basis: basis);
        if (Every().Match(text) is { Success: true } every && MonthsOf(every.Groups["period"].Value) is { } months)
            return new(TimeRuleKind.EveryMonths, every.Groups["days"].Success ? Number(every.Groups["days"]) : TimeRule.UsualDays, months, Basis: basis);
        if (Comment().Match(text) is { Success: true } comment) return new(TimeRuleKind.CommentDays, Number(comment.Groups["days"]), Basis: basis);
        if (Working().Match(text) is { Success: true } working) return new(TimeRuleKind.WorkingDays, Number(working.Groups["days"]), Basis: basis);
        return null;
    }

    static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    static DateOnly? Day(Match match) => DateOnly.TryParseExact($"2000-{Number(match.Groups["month"]):00}-{Number(match.Groups["day"]):00}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    static int? MonthsOf(string period) => period switch
    {
        "每月" or "按月" => 1,
        "每季度" or "按季度" or "每季" => 3,
        "每半年" or "按半年" => 6,
        "每年" or "按年" => 12,
        _ => int.TryParse(string.Concat(period.Where(char.IsAsciiDigit)), NumberStyles.None, CultureInfo.InvariantCulture, out var months) && months is > 0 and <= 60 ? months : null,
    };

    [GeneratedRegex("^每年(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})日前")]
    private static partial Regex Yearly();

    [GeneratedRegex("^(?<period>每月|按月|每季度|按季度|每季|每半年|按半年|每年|按年|每[0-9]{1,2}个月)(公开)?([，,]?每?期?(结束)?后(?<days>[0-9]{1,3})个工作日)?")]
    private static partial Regex Every();

    [GeneratedRegex("征求意见.{0,10}?不少于(?<days>[0-9]{1,3})[日天]")]
    private static partial Regex Comment();

    [GeneratedRegex("(?<days>[0-9]{1,3})个工作日")]
    private static partial Regex Working();
}
