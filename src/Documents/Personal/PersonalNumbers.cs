using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Gongkai.Documents.Reading;

namespace Gongkai.Documents.Personal;

/// <summary>A number that belongs to somebody, found in a text.</summary>
/// <param name="At">Where it begins in the text as it was given.</param>
/// <param name="Sure">Whether its form alone tells it from the numbers of documents, permits and amounts.</param>
public readonly record struct PersonalNumber(PersonalKind Kind, int At, int Length, bool Sure);

/// <summary>Finds the numbers of people in a text: by their form, by their check digit where they have one, and by what stands around them.</summary>
/// <remarks>
/// Digits may be wide, stand apart, or be spread over the cells of a table: a tab parts cells, a line feed lines. A number begins and ends where a
/// group of digits does, so no part of a longer number is taken for one. Dates, amounts, document numbers and codes have no check digit of a person.
/// </remarks>
public static partial class PersonalNumbers
{
    /// <summary>No number of a person is longer, and no gap within one.</summary>
    const int Longest = 20, WidestGap = 3;

    /// <summary>How far before a number its label is sought.</summary>
    const int Label = 16;

    static readonly SearchValues<char> Gaps = SearchValues.Create(" \t\r\n-_.·•—–‐‑/|"), NarrowGaps = SearchValues.Create(" -_.·–‐‑");

    // A group of digits, and whether it is the X that ends an identity number.
    readonly record struct Group(int At, int Length);

    public static IReadOnlyList<PersonalNumber> In(string text)
    {
        if (!HasEnough(text)) return [];
        var (folded, places) = Fold(text);
        var groups = Groups(folded);
        List<PersonalNumber> found = [];
        // What has a check digit comes first: a part of it may look like something else.
        Look(PersonalKind.Identity, IdentityOf);
        Look(PersonalKind.BankCard, CardOf);
        Look(PersonalKind.Mobile, MobileOf);
        foreach (Match match in Telephone().Matches(folded)) Add(PersonalKind.Telephone, match.Index, match.Length, true);
        return [.. found.OrderBy(one => one.At)];

        void Look(PersonalKind kind, Func<string, List<Group>, int, (int Count, bool Sure)?> form)
        {
            for (var i = 0; i < groups.Count; i++)
                if (form(folded, groups, i) is var (count, sure))
                    Add(kind, groups[i].At, Math.Min(End(groups[i + count - 1]), groups[i].At + (kind == PersonalKind.Identity && count == 1 ? 18 : int.MaxValue / 2)) - groups[i].At, sure);
        }

        void Add(PersonalKind kind, int at, int length, bool sure)
        {
            var (from, to) = (places[at], places[at + length - 1] + 1);
            if (!found.Exists(one => from < one.At + one.Length && one.At < to)) found.Add(new(kind, from, to - from, sure));
        }
    }

    /// <summary>The text with every number in it masked that is somebody's.</summary>
    public static string Masked(string text)
    {
        var masked = new StringBuilder();
        var at = 0;
        foreach (var one in In(text).Where(one => one.Kind != PersonalKind.Telephone))
        {
            masked.Append(text, at, one.At - at).Append(one.Kind.Masked(text.Substring(one.At, one.Length)));
            at = one.At + one.Length;
        }
        return at == 0 ? text : masked.Append(text, at, text.Length - at).ToString();
    }

    static bool HasEnough(string text)
    {
        var digits = 0;
        foreach (var sign in text)
            if ((sign is >= '0' and <= '9' or >= '０' and <= '９') && ++digits == 11) return true;
        return false;
    }

    // Narrow, without what nobody sees; and where each sign stood.
    static (string Folded, List<int> Places) Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        List<int> places = new(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD') continue;
            folded.Append(Folding.Narrow(text[i]));
            places.Add(i);
        }
        return (folded.ToString(), places);
    }

    static List<Group> Groups(string folded)
    {
        List<Group> groups = [];
        for (var at = 0; at < folded.Length; at++)
        {
            if (!IsDigit(folded, at) && !(folded[at] is 'x' or 'X' && !IsLetter(folded, at - 1) && !IsLetter(folded, at + 1) && !IsDigit(folded, at + 1))) continue;
            var start = at;
            while (IsDigit(folded, at)) at++;
            // 17 digits and an X, in one or apart.
            if (at < folded.Length && folded[at] is 'x' or 'X' && (at == start || !IsDigit(folded, at + 1) && !IsLetter(folded, at + 1))) at++;
            // The X of an identity number within that of a card of the disabled.
            else if (at - start == 17 && at < folded.Length && folded[at] is 'x' or 'X' && IsDigit(folded, at + 1) && IsDigit(folded, at + 2) && !IsDigit(folded, at + 3)) at += 3;
            groups.Add(new(start, at - start));
        }
        return groups;
    }

    // 公民身份号码 GB 11643: region, day of birth, order, check digit; until 1999 fifteen digits without century and check.
    static (int, bool)? IdentityOf(string text, List<Group> groups, int first)
    {
        var digits = "";
        for (var i = first; i < groups.Count && digits.Length < 18; i++)
        {
            if (i > first && !IsGap(text, End(groups[i - 1]), groups[i].At)) return null;
            digits += text.Substring(groups[i].At, groups[i].Length);
            var count = i - first + 1;
            if (digits.Length == 18 && IsIdentity(digits)) return IsCode(text, groups[first].At, digits) ? null : (count, true);
            // 残疾人证: the identity number, and a digit each for kind and degree.
            if (digits.Length == 20 && count == 1 && IsIdentity(digits[..18]) && digits[18] is >= '1' and <= '7' && digits[19] is >= '1' and <= '4') return (1, true);
            if (digits.Length == 15 && IsOldIdentity(digits) && (count == 1 || IsBoxes(text, groups, first, 15) || digits.Length == 15 && count == 3 && groups[first].Length == 6 && groups[i].Length == 3) && IsWhole(text, groups[first].At, End(groups[i])))
                return LabelledAsPerson().IsMatch(Before(text, groups[first].At)) ? (count, true) : LabelledAsCode().IsMatch(Before(text, groups[first].At)) || text.AsSpan(End(groups[i])).StartsWith("号") ? null : (count, true);
        }
        return null;
    }

    static bool IsIdentity(string digits) =>
        IsRegion(digits) && digits[6..8] is "18" or "19" or "20" && IsDay(digits.AsSpan(6, 8)) && digits.AsSpan(0, 17).IndexOfAnyExceptInRange('0', '9') < 0 && Rules.Requests.IdentityNumber.Fault(digits) is null;

    static bool IsOldIdentity(string digits) => IsRegion(digits) && IsDay($"19{digits.AsSpan(6, 6)}") && digits.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;

    static bool IsDay(ReadOnlySpan<char> digits) => DateOnly.TryParseExact(digits, "yyyyMMdd", out var day) && day.Year is > 1880 and < 2040;

    // GB/T 2260: the first two digits are a province.
    static bool IsRegion(string digits) => Number(digits[..2]) is (>= 11 and <= 15) or (>= 21 and <= 23) or (>= 31 and <= 37) or (>= 41 and <= 46) or (>= 50 and <= 54) or (>= 61 and <= 65) or 71 or (>= 81 and <= 83);

    static int Number(string digits) => int.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : -1;

    // A code of an organization may have nothing but digits.
    static bool IsCode(string text, int at, string digits) => Rules.Organizations.CreditCode.Fault(digits) is null && CreditLabel().IsMatch(Before(text, at));

    static (int, bool)? CardOf(string text, List<Group> groups, int first)
    {
        var digits = "";
        for (var i = first; i < groups.Count && digits.Length < 19; i++)
        {
            if (i > first && !IsNarrowGap(text, End(groups[i - 1]), groups[i].At) && !IsBoxes(text, groups, first, 16)) return null;
            digits += text.Substring(groups[i].At, groups[i].Length);
            var count = i - first + 1;
            if (digits.Length is < 15 or > 19 || !IsIssued(digits) || !Luhn(digits) || !IsWhole(text, groups[first].At, End(groups[i]))) continue;
            var isGrouped = count == 1 || Enumerable.Range(first, count - 1).All(one => groups[one].Length == 4) && groups[i].Length <= 4 || count == 2 && groups[first].Length == 6 || IsBoxes(text, groups, first, count);
            // 4111 1111 1111 1111 222: the next group may belong to it.
            if (!isGrouped || i + 1 < groups.Count && count > 1 && digits.Length < 19 && IsNarrowGap(text, End(groups[i]), groups[i + 1].At) && groups[i + 1].Length <= 3 && Luhn(string.Concat(digits, text.AsSpan(groups[i + 1].At, groups[i + 1].Length)))) continue;
            var before = Before(text, groups[first].At);
            if (LabelledAsCode().IsMatch(before)) return null;
            // A region and a year are how codes begin, and how few cards do.
            return (count, CardLabel().IsMatch(before) || !(IsRegion(digits) && digits[6..8] is "19" or "20"));
        }
        return null;
    }

    // GB/T 15694: who issued it. 62 银联; 4 Visa; 51–55, 2221–2720 Mastercard; 3528–3589 JCB; 34, 37 American Express; 60, 68, 69, 84, 90–99 older ones of Chinese banks.
    static bool IsIssued(string digits) => digits.Length == 15 ? Number(digits[..2]) is 34 or 37 : Number(digits[..4]) switch
    {
        (>= 6200 and <= 6299) or (>= 6000 and <= 6099) or (>= 8100 and <= 8199) => true,
        6858 or 6859 or 6907 or 8461 or 8463 or 9111 or 9400 or 9558 or 9559 or 9666 or 9843 or 9896 or 9988 => true,
        (>= 4000 and <= 4999) or (>= 5100 and <= 5599) => digits.Length is 16 or 19,
        (>= 3528 and <= 3589) or (>= 2221 and <= 2720) => digits.Length == 16,
        _ => false,
    };

    // GB/T 17552: every second digit from the right but the last counts twice.
    static bool Luhn(string number)
    {
        var sum = 0;
        foreach (var (i, digit) in number.Reverse().Index())
        {
            if (!char.IsAsciiDigit(digit)) return false;
            var value = (digit - '0') * (i % 2 == 1 ? 2 : 1);
            sum += value > 9 ? value - 9 : value;
        }
        return sum % 10 == 0;
    }

    static (int, bool)? MobileOf(string text, List<Group> groups, int first)
    {
        var digits = "";
        for (var i = first; i < groups.Count && digits.Length < 13; i++)
        {
            if (i > first && !IsNarrowGap(text, End(groups[i - 1]), groups[i].At) && !IsBoxes(text, groups, first, 11) && !(IsGap(text, End(groups[i - 1]), groups[i].At) && TelephoneLabel().IsMatch(Before(text, groups[first].At)))) return null;
            digits += text.Substring(groups[i].At, groups[i].Length);
            var count = i - first + 1;
            var number = digits.Length == 13 && digits.StartsWith("86", StringComparison.Ordinal) ? digits[2..] : digits;
            if (number.Length != 11 || number[0] != '1' || number[1] < '3' || !number.All(char.IsAsciiDigit)) continue;
            List<int> lengths = [.. Enumerable.Range(first, count).Select(one => groups[one].Length)];
            if (count > 1 && lengths is not ([3, 4, 4] or [3, 8] or [7, 4] or [4, 4, 3] or [5, 6] or [3, 3, 5] or [2, 11] or [2, 3, 4, 4]) && !IsBoxes(text, groups, first, count)) continue;
            var (at, end) = (groups[first].At, End(groups[i]));
            var before = Before(text, at);
            if (!IsWhole(text, at, end) || Measure().IsMatch(text.AsSpan(end, Math.Min(6, text.Length - end))) || number.EndsWith("00000", StringComparison.Ordinal) || Money().IsMatch(before) || LabelledAsCode().IsMatch(before)) return null;
            return LetterCode().IsMatch(before) && !TelephoneLabel().IsMatch(before) ? null : (count, true);
        }
        return null;
    }
}
