using System.Globalization;
using Gongkai.Rules;
using Gongkai.Rules.Requests;

namespace Gongkai.App.Portal.Deadlines;

/// <summary>What a visitor told of a case: the address's own words, kept as they were typed, and what they mean.</summary>
public sealed class Told
{
    /// <summary>How many consultations the form has room for.</summary>
    public const int Consultations = 3;

    const int LongestWord = 40;

    /// <summary>The kinds of consultation, by the words of the command line.</summary>
    public static IReadOnlyList<(string Word, ShortFactKind Kind, string Name)> Kinds { get; } =
        [("third-party", ShortFactKind.ThirdParty, "第三方"), ("joint-maker", ShortFactKind.JointMaker, "共同制作机关"), ("agency", ShortFactKind.Agency, "其他行政机关")];

    readonly IQueryCollection query;
    readonly List<(string Key, string Sentence)> problems = [];
    readonly List<(ShortFact Fact, string Key)> facts = [];

    public Told(IQueryCollection query)
    {
        this.query = query;
        if (!IsAny) return;
        Received = Day("received", "收到申请之日");
        if (Received is null && Of("received").Length == 0) problems.Add(("received", "请填写收到申请之日。"));
        if (Day("asked", "告知补正之日") is { } asked) Add("asked", new(ShortFactKind.CorrectionAsked, asked));
        if (Day("corrected", "收到补正件之日") is { } corrected) Add("corrected", new(ShortFactKind.Corrected, corrected));
        for (var number = 1; number <= Consultations; number++) AddConsultation(number);
        if (Day("extended", "告知延期之日") is { } extended) Add("extended", new(ShortFactKind.Extended, extended, Days: Days()));
        AddPair("noticed", "收到收费通知之日", "paid", "缴费之日", (on, then) => new(ShortFactKind.Fee, on, then));
        AddPair("told", "告知延迟答复之日", "until", "延迟到的日期", (on, then) => new(ShortFactKind.Deferred, on, then), both: true);
        if (Day("answered", "答复完成之日") is { } answered) Add("answered", new(ShortFactKind.Answered, answered));
    }

    /// <summary>Whether the form was sent, or is fresh.</summary>
    bool IsAny => query.ContainsKey("received");

    public DateOnly? Received { get; }
    public IReadOnlyList<ShortFact> Facts => [.. facts.Select(one => one.Fact)];

    /// <summary>What is wrong, each with its field.</summary>
    public IReadOnlyList<(string Key, string Sentence)> Problems => problems;

    /// <summary>A field as it was typed.</summary>
    public string Of(string key) => query[key].ToString() is var typed && typed.Length > LongestWord ? typed[..LongestWord] : typed;

    public string? ProblemOf(string key) => problems.FirstOrDefault(problem => problem.Key == key).Sentence;

    /// <summary>The law does not allow what a field says.</summary>
    public void Refuse(ShortFact fact, string reason) => problems.Add((facts.First(one => ReferenceEquals(one.Fact, fact)).Key, reason));

    void Add(string key, ShortFact fact) => facts.Add((fact, key));

    void AddConsultation(int number)
    {
        var kind = Kinds.FirstOrDefault(one => one.Word == Of($"with{number}"), Kinds[0]).Kind;
        var (sent, reached, heard) = (Day($"sent{number}", "发出之日"), Day($"reached{number}", "对方收到之日"), Day($"heard{number}", "收到意见之日"));
        if (sent is { } on) Add($"sent{number}", new(kind, on, heard, reached));
        else if (Of($"sent{number}").Length == 0 && (reached ?? heard) is not null) problems.Add(($"sent{number}", $"第 {number} 次征求意见还没有填写发出之日。"));
    }

    void AddPair(string key, string name, string thenKey, string thenName, Func<DateOnly, DateOnly?, ShortFact> make, bool both = false)
    {
        var (on, then) = (Day(key, name), Day(thenKey, thenName));
        if (on is null && then is not null && Of(key).Length == 0) problems.Add((key, $"填写了{thenName}，还要填写{name}。"));
        else if (both && then is null && on is not null && Of(thenKey).Length == 0) problems.Add((thenKey, $"填写了{name}，还要填写{thenName}。"));
        else if (on is { } day) Add(key, make(day, then));
    }

    DateOnly? Day(string key, string name)
    {
        if (Of(key) is not { Length: > 0 } typed || string.IsNullOrWhiteSpace(typed)) return null;
        if (Typed.Day(typed) is not { } day) problems.Add((key, $"{name}“{typed}”不是日期，请写成 2026-03-02 这样。"));
        else if (day < ShortFile.First || day > ShortFile.Last)
            problems.Add((key, $"{name} {day:yyyy-MM-dd} 不在 {ShortFile.First:yyyy-MM-dd}（现行条例施行之日）到 {ShortFile.Last:yyyy-MM-dd} 之间，不能计算。"));
        else return day;
        return null;
    }

    int Days()
    {
        if (Of("days") is not { Length: > 0 } typed) return Clock.LongestExtension;
        if (int.TryParse(Typed.Narrow(typed), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days)) return days;
        problems.Add(("days", $"延长的工作日“{typed}”不是整数，请填写 1 到 {Clock.LongestExtension}。"));
        return Clock.LongestExtension;
    }
}
