using System.Text.RegularExpressions;
using Gongkai.Rules.Requests;

namespace Gongkai.Documents.Redaction;

/// <summary>A number that belongs to somebody.</summary>
public enum HintKind
{
    /// <summary>身份证号.</summary>
    Identity,

    /// <summary>手机号码.</summary>
    Mobile,

    /// <summary>固定电话.</summary>
    Telephone,

    /// <summary>银行卡号.</summary>
    BankCard,
}

/// <summary>A place that somebody who marks a page may want to cover.</summary>
/// <param name="Text">As it is printed; it stands on the page of whoever marks, and nowhere else.</param>
public sealed record PageHint(HintKind Kind, string Text, IReadOnlyList<RedactionBox> Boxes)
{
    public string Name => Kind switch
    {
        HintKind.Identity => "身份证号",
        HintKind.Mobile => "手机号码",
        HintKind.Telephone => "固定电话",
        HintKind.BankCard => "银行卡号",
    };
}

/// <summary>Finds the numbers of people in a text whose digits are narrow: by their form, and by their check digit where they have one.</summary>
static partial class PersonalNumbers
{
    public static IEnumerable<(HintKind Kind, int At, int Length)> In(string text)
    {
        List<(HintKind Kind, int At, int Length)> found = [];
        void Look(HintKind kind, Regex form, Func<string, bool>? holds = null)
        {
            foreach (Match match in form.Matches(text))
                if (holds?.Invoke(Digits(match.Value)) != false && !found.Exists(one => match.Index < one.At + one.Length && one.At < match.Index + match.Length)) found.Add((kind, match.Index, match.Length));
        }
        // What has a check digit comes first: a part of it may look like something else.
        Look(HintKind.Identity, Identity(), number => IdentityNumber.Fault(number) is null);
        Look(HintKind.BankCard, Card(), number => number.Length is >= 16 and <= 19 && Luhn(number));
        Look(HintKind.Mobile, Mobile());
        Look(HintKind.Telephone, Telephone());
        return found.OrderBy(one => one.At);
    }

    static string Digits(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit));

    // GB/T 17552: every second digit from the right but the last counts twice.
    static bool Luhn(string number)
    {
        var sum = 0;
        foreach (var (i, digit) in number.Reverse().Index())
        {
            var value = (digit - '0') * (i % 2 == 1 ? 2 : 1);
            sum += value > 9 ? value - 9 : value;
        }
        return sum % 10 == 0;
    }

    [GeneratedRegex(@"(?<![0-9])[1-9][0-9]{5}[ -]?[0-9]{8}[ -]?[0-9]{3}[0-9x](?![0-9a-z])")]
    private static partial Regex Identity();

    [GeneratedRegex(@"(?<![0-9])[3-6][0-9]{3}(?:[ -]?[0-9]{4}){3}(?:[ -]?[0-9]{1,3})?(?![0-9])")]
    private static partial Regex Card();

    [GeneratedRegex(@"(?<![0-9])1[3-9][0-9](?:[ -]?[0-9]{4}){2}(?![0-9])")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"(?<![0-9])0[0-9]{2,3}[ -][0-9]{7,8}(?![0-9])")]
    private static partial Regex Telephone();
}
