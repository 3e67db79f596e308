using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Rules.AnnualReports;

/// <summary>A quantity in prose: its number, its measure word, and whether it is exact.</summary>
readonly record struct Quantity(decimal Number, string Unit, bool Exact);

/// <summary>Prose made comparable: narrow digits, no spaces, years as 本年, 上年 and 下年, quantities apart from their words.</summary>
static partial class NarrativeText
{
    /// <summary>No one writes so long a sentence; what is longer is no prose.</summary>
    public const int Longest = 3000;

    /// <summary>A sentence without what does not matter to its numbers.</summary>
    public static string Plain(string sentence, int? year)
    {
        var text = White().Replace(Printed.Narrow(sentence), "");
        text = Cited().Replace(text, "");
        text = Thousands().Replace(text, "");
        text = Percent().Replace(text, "");
        text = Year().Replace(text, match => (int.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture) - year) switch { 0 => "本年", -1 => "上年", 1 => "下年", _ => "他年" });
        text = LastYear().Replace(text, "上年");
        text = NextYear().Replace(text, "下年");
        text = ThisYear().Replace(text, "本年");
        return Ordinal().Replace(text, "");
    }

    /// <summary>Puts # for each quantity of things and ￥ for each amount of money.</summary>
    public static (string Skeleton, IReadOnlyList<Quantity> Quantities) Apart(string text)
    {
        List<Quantity> quantities = [];
        var skeleton = QuantityPattern().Replace(text, match =>
        {
            if (NumberOf(match.Groups["n"].Value) is not { } number) return match.Value;
            var unit = match.Groups["unit"].Value;
            quantities.Add(new(number * Scale(unit), unit, match.Groups["about"].Length == 0 && match.Groups["more"].Length == 0 && unit is not "万件" and not "万条"));
            return unit.EndsWith('元') ? "￥" : "#";
        });
        return (skeleton, quantities);
    }

    /// <summary>Money is counted in 万元.</summary>
    static decimal Scale(string unit) => unit switch { "元" => 0.0001m, "亿元" => 10_000, "万件" or "万条" => 10_000, _ => 1 };

    static decimal? NumberOf(string text)
    {
        if (text.Length > 12) return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return number;
        decimal sum = 0, digit = 0;
        foreach (var c in text)
            switch ("零一二三四五六七八九".IndexOf(c, StringComparison.Ordinal), c)
            {
                case ( >= 0 and var d, _): digit = d; break;
                case (_, '两'): digit = 2; break;
                case (_, '十'): sum += (digit == 0 && sum == 0 ? 1 : digit) * 10; digit = 0; break;
                case (_, '百'): sum += digit * 100; digit = 0; break;
                case (_, '千'): sum += digit * 1000; digit = 0; break;
                default: return null;
            }
        return sum + digit;
    }

    [GeneratedRegex(@"[\s“”""'‘’\u200B\uFEFF]")]
    private static partial Regex White();

    [GeneratedRegex("[《〈][^》〉]*[》〉]|〔[0-9]+〕[0-9]*号?")]
    private static partial Regex Cited();

    [GeneratedRegex("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"[,、]?(?:约?占|占比|率为?|达到?)?[^,、;:()#]{0,6}?[0-9]+(?:\.[0-9]+)?%")]
    private static partial Regex Percent();

    [GeneratedRegex("(?<![0-9])(?<y>20[0-9]{2})年(?:度)?(?![0-9]{1,2}月(?!1日至|31日))")]
    private static partial Regex Year();

    [GeneratedRegex("上一?年度?|去年")]
    private static partial Regex LastYear();

    [GeneratedRegex("下一?年度?|次年|明年|第二年")]
    private static partial Regex NextYear();

    [GeneratedRegex("本年度|今年|当年|本年(?=全年)")]
    private static partial Regex ThisYear();

    [GeneratedRegex(@"^(?:\([一二三四五六七八九十0-9]+\)|[一二三四五六七八九十]+、|[0-9]+[.、](?![0-9])|[一二三四五六七八九]是)")]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"(?<about>约|近|超过?|逾)?(?<![0-9.第])(?<n>[0-9]+(?:\.[0-9]+)?|[零一二两三四五六七八九十百千]+)(?<more>余|多|来)?(?:个)?(?<unit>万件|万条|万元|亿元|元|件(?!次|事|套)|条|份|宗|起|例|项|个|次|则|篇|案|部)(?<after>以上|左右)?")]
    private static partial Regex QuantityPattern();
}
