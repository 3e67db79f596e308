using System.Globalization;

namespace Gongkai.Rules.Disclosure;

/// <summary>How an agency numbers what it discloses (索引号): its code, a slash, the year or the month, a hyphen, a serial number. Once given it never changes and is never given again.</summary>
/// <param name="Agency">The front part: the nine digits of 组织机构代码, or all eighteen of 统一社会信用代码.</param>
/// <param name="ByMonth">The serial number begins anew each month.</param>
public sealed record IndexNumberPattern(string Agency, bool ByMonth = false)
{
    /// <summary>Where an agency has no code here yet.</summary>
    public const string Unknown = "000000000";

    /// <summary>Of an agency: the organ code is the ninth to the seventeenth character of its credit code.</summary>
    public static IndexNumberPattern Of(string? creditCode, bool whole = false, bool byMonth = false) =>
        new(creditCode is not { Length: 18 } ? Unknown : whole ? creditCode : creditCode[8..17], byMonth);

    /// <summary>The period in which serial numbers count on, such as 2026 or 202609.</summary>
    public int PeriodOf(DateOnly published) => ByMonth ? published.Year * 100 + published.Month : published.Year;

    /// <summary>As it is printed, such as 000014349/2022-33981.</summary>
    public string Write(int period, int serial) => string.Create(CultureInfo.InvariantCulture, $"{Agency}/{period}-{serial:00000}");

    /// <summary>What a list shows of it: all after the slash.</summary>
    public static string Short(string number) => number[(number.IndexOf('/', StringComparison.Ordinal) + 1)..];
}
