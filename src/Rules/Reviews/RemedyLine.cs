using System.Globalization;

namespace Gongkai.Rules.Reviews;

/// <summary>A reconsideration or a suit as a ledger tells it in one cell: 行政复议｜某政复〔2026〕1号｜某区人民政府｜受理 2026-03-04｜维持 2026-05-01. Reading what was written gives the same.</summary>
/// <param name="Body">审理机关.</param>
/// <param name="Role">Written down only where it is that of the reconsideration body.</param>
public sealed record RemedyLine(RemedyKind Kind, string CaseNumber, string Body, DateOnly AcceptedOn, RespondentRole Role = RespondentRole.OriginalAgency, RemedyResult? Result = null, DateOnly? ResultOn = null, DateOnly? PerformanceDue = null)
{
    public const int LongestNumber = 60, LongestBody = 100;

    /// <summary>How one is written, for who reads that his was not understood.</summary>
    public const string Sample = "行政复议｜某政复〔2026〕1号｜某区人民政府｜受理 2026-03-04｜维持 2026-05-01";

    const char Bar = '｜';
    const string Accepted = "受理", Performed = "履行期限", Second = "作为复议机关";

    public static string Write(IEnumerable<RemedyLine> lines) => string.Join('；', lines.Select(line => string.Join(Bar, line.Parts)));

    IEnumerable<string> Parts =>
    [
        Kind.Name, Plain(CaseNumber), Plain(Body), $"{Accepted} {Day(AcceptedOn)}",
        .. Result is { } result && ResultOn is { } on ? (string[])[$"{result.NameIn(Kind)} {Day(on)}"] : [],
        .. PerformanceDue is { } due ? (string[])[$"{Performed} {Day(due)}"] : [],
        .. Role == RespondentRole.ReconsiderationBody ? (string[])[Second] : [],
    ];

    /// <summary>Reads them back.</summary>
    /// <returns>The cases, or the one that cannot be read.</returns>
    public static (IReadOnlyList<RemedyLine> Lines, string? Unread) Read(string text)
    {
        List<RemedyLine> lines = [];
        foreach (var one in text.Split(['；', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (ReadOne(one.Split([Bar, '|'], StringSplitOptions.TrimEntries)) is not { } line) return ([], one);
            lines.Add(line);
        }
        return (lines, null);
    }

    static RemedyLine? ReadOne(string[] parts)
    {
        if (parts is not [var named, { Length: > 0 and <= LongestNumber } number, { Length: > 0 and <= LongestBody } body, var accepted, .. var more]) return null;
        if (Enum.GetValues<RemedyKind>().Where(one => one.Name == named).ToList() is not [var kind] || Dated(accepted) is not (Accepted, var on)) return null;
        var line = new RemedyLine(kind, number, body, on);
        foreach (var part in more)
            if (part == Second) line = line with { Role = RespondentRole.ReconsiderationBody };
            else if (Dated(part) is not var (word, day)) return null;
            else if (word == Performed) line = line with { PerformanceDue = day };
            else if (Enum.GetValues<RemedyResult>().Where(one => one.FitsIn(kind) && one.NameIn(kind) == word).ToList() is [var result] && line.Result is null) line = line with { Result = result, ResultOn = day };
            else return null;
        return line.PerformanceDue is not null && line.Result is null ? null : line;
    }

    static (string Word, DateOnly Day)? Dated(string part) =>
        part.LastIndexOf(' ') is > 0 and var at && DateOnly.TryParseExact(part[(at + 1)..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (part[..at].TrimEnd(), day) : null;

    // The marks that part them stand in no number and no name.
    static string Plain(string text) => text.Replace(Bar, ' ').Replace('|', ' ').Replace('；', '，').Trim();

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
