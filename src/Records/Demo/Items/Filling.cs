using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Records.Demo.Items;

/// <summary>Fills the gaps of one text: the same every time.</summary>
/// <remarks>
/// <c>{a:3-9}</c> draws a number and keeps it as a; <c>{a:甲|乙}</c> one of some words; <c>{a:2019=95|2020=90}</c> what belongs to the year; <c>{@小区}</c> a word of a pool, none twice;
/// <c>{%小区}</c> the next of a pool, and with a name before it the one whose turn it is; <c>{^期次}</c> the one that belongs to the place in the year; <c>{a}</c>, <c>{a+b-2}</c> what was kept.
/// A line that begins with <c>|*n</c> is a row of a table, n times; {行} is its number.
/// </remarks>
sealed partial class Filling
{
    const string Numerals = "〇一二三四";

    readonly Numbers draw;
    readonly int index, place;
    readonly Dictionary<string, string> kept = [];
    readonly Dictionary<string, int> turns = [];
    readonly Dictionary<string, List<string>> left = [];

    /// <param name="title">Of the text: what is drawn depends on it and on the month.</param>
    /// <param name="at">When it comes out.</param>
    /// <param name="index">How many came before it.</param>
    /// <param name="place">How many came before it in its year.</param>
    /// <param name="formed">The day that stands under it.</param>
    public Filling(string title, DateTime at, int index, int place, DateOnly formed)
    {
        (this.index, this.place) = (index, place);
        draw = Numbers.For(title, (at.Year * 100) + at.Month, "filling");
        var (month, quarter) = (at.AddMonths(-1), (at.Month - 1) / 3);
        kept["成文"] = Written(formed);
        Keep("年", at.Year);
        Keep("上年", at.Year - 1);
        Keep("月", at.Month);
        Keep("月后", Math.Min(12, at.Month + 4));
        Keep("上月年", month.Year);
        Keep("上月", month.Month);
        kept["上月2"] = month.Month.ToString("00", CultureInfo.InvariantCulture);
        Keep("上季年", quarter == 0 ? at.Year - 1 : at.Year);
        Keep("上季号", quarter == 0 ? 4 : quarter);
        kept["上季"] = Numerals[quarter == 0 ? 4 : quarter].ToString();
        kept["本半年"] = at.Month <= 6 ? "上" : "下";
        kept["本季"] = Numerals[quarter + 1].ToString();
    }

    /// <summary>A line of the text, or the rows that one line stands for.</summary>
    public IEnumerable<string> Lines(string line)
    {
        if (!line.StartsWith("|*", StringComparison.Ordinal)) return [Fill(line)];
        var row = line[2..].Split(' ', 2);
        return Enumerable.Range(1, Sum(row[0])).Select(number => Row(number, row[1]));
    }

    public string Fill(string text) => Gap().Replace(text, gap => Value(gap.Groups["name"].Value, gap.Groups["what"].Value));

    string Row(int number, string row)
    {
        Keep("行", number);
        kept["行2"] = number.ToString("00", CultureInfo.InvariantCulture);
        return "| " + Fill(row);
    }

    string Value(string name, string what)
    {
        if (name.Length == 0 && what[0] is not ('@' or '%')) return what == "季内月" ? Say((3 * (int.Parse(kept["上季号"], CultureInfo.InvariantCulture) - 1)) + draw.Between(1, 3)) : kept.TryGetValue(what, out var known) ? known : Say(Sum(what));
        var value = what[0] switch
        {
            '@' => Another(what[1..]),
            '%' => name.Length > 0 ? Turn(what[1..], index) : Turn(what[1..], Next(what[1..])),
            '^' => Turn(what[1..], place),
            _ when Ends().Match(what) is { Success: true } ends => Say(draw.Between(int.Parse(ends.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(ends.Groups[2].Value, CultureInfo.InvariantCulture))),
            _ when what.Contains('=', StringComparison.Ordinal) => what.Split('|').Select(pair => pair.Split('=')).First(pair => pair[0] == kept["年"])[1],
            _ => what.Split('|') is var words ? words[draw.Between(0, words.Length - 1)] : "",
        };
        if (name.Length > 0) kept[name] = value;
        return value;
    }

    // Of a pool none twice in one text, until all were named.
    string Another(string pool)
    {
        if (!left.TryGetValue(pool, out var words) || words.Count == 0) left[pool] = words = [.. DemoText.Pools[pool].Except(kept.Values)];
        var chosen = words[draw.Between(0, words.Count - 1)];
        words.Remove(chosen);
        return chosen;
    }

    int Next(string pool) => turns[pool] = turns.TryGetValue(pool, out var turn) ? turn + 1 : draw.Between(0, DemoText.Pools[pool].Length - 1);

    static string Turn(string pool, int turn) => DemoText.Pools[pool] is var words ? words[turn % words.Length] : "";

    int Sum(string terms) => Term().Matches(terms).Sum(term => (term.Groups[1].Value == "-" ? -1 : 1) * (kept.TryGetValue(term.Groups[2].Value, out var known) ? int.Parse(known, CultureInfo.InvariantCulture) : int.Parse(term.Groups[2].Value, CultureInfo.InvariantCulture)));

    void Keep(string name, int value) => kept[name] = Say(value);

    static string Say(int number) => number.ToString(CultureInfo.InvariantCulture);

    static string Written(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    [GeneratedRegex(@"\{(?:(?<name>\w+):)?(?<what>[^{}]+)\}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"^(\d+)-(\d+)$")]
    private static partial Regex Ends();

    [GeneratedRegex(@"([+-]?)(\w+)")]
    private static partial Regex Term();
}
