using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Rules.Numbers;

/// <summary>文号 (发文字号): whose, of which year, the how many-th. Two are the same where they print the same.</summary>
/// <param name="Word">代字.</param>
/// <param name="Year">The year of the document's date (成文日期).</param>
/// <param name="Number">1 is the first of its year.</param>
/// <param name="Ordinal">Whether 第 stands before the number.</param>
/// <param name="Suffix">What follows 号 after a hyphen.</param>
public sealed partial record DocumentNumber(string Word, int Year, int Number, bool Ordinal = false, string? Suffix = null)
{
    /// <summary>As it is printed, such as 住建公开〔2026〕18号-告.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Word}〔{Year}〕{(Ordinal ? "第" : "")}{Number}号{(Suffix is null ? "" : "-" + Suffix)}");

    /// <summary>Reads what people type: other brackets, full-width digits, zeros in front and spaces are brought into order. <c>null</c> where it is no number.</summary>
    public static DocumentNumber? Read(string? typed)
    {
        if (typed is null or { Length: > 100 }) return null;
        if (Form().Match(Plain(typed)) is not { Success: true } form) return null;
        // Nine digits fit; an agency that writes more documents a year has typed something else.
        var number = int.Parse(form.Groups["number"].Value, CultureInfo.InvariantCulture);
        return number == 0 ? null : new(
            form.Groups["word"].Value, int.Parse(form.Groups["year"].Value, CultureInfo.InvariantCulture), number,
            form.Groups["ordinal"].Success, form.Groups["suffix"] is { Success: true, Value: var suffix } ? suffix : null);
    }

    /// <summary>A number or a part of one, with the brackets and digits in which it is printed.</summary>
    public static string Plain(string typed) => string.Concat(typed.Where(letter => !char.IsWhiteSpace(letter)).Select(Plain));

    static char Plain(char letter) => letter switch
    {
        >= '０' and <= '９' => (char)(letter - '０' + '0'),
        '[' or '［' or '(' or '（' or '【' or '〈' or '﹝' => '〔',
        ']' or '］' or ')' or '）' or '】' or '〉' or '﹞' => '〕',
        '－' or '—' or '–' or '‐' => '-',
        _ => letter,
    };

    [GeneratedRegex(@"^(?<word>[\p{L}\p{Nd}]{1,20})〔(?<year>[12]\d{3})年?〕(?<ordinal>第)?0*(?<number>[0-9]{1,9})号(?:-(?<suffix>[\p{L}\p{Nd}]{1,10}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
