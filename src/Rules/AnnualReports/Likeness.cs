namespace Gongkai.Rules.AnnualReports;

/// <summary>How much two texts have in common: 1 for the same words, 0 for none (相似度).</summary>
public static class Likeness
{
    /// <summary>From here on a text counts as copied.</summary>
    public const double Copied = 0.8;

    /// <summary>Dice's measure over pairs of neighbouring characters; white space, punctuation and digits do not count, so that a changed year hides nothing.</summary>
    public static double Of(string one, string other)
    {
        var (left, right) = (Pairs(one), Pairs(other));
        var all = left.Values.Sum() + right.Values.Sum();
        return all == 0 ? 0 : 2.0 * left.Sum(pair => Math.Min(pair.Value, right.GetValueOrDefault(pair.Key))) / all;
    }

    static Dictionary<(char, char), int> Pairs(string text)
    {
        var letters = text.Where(c => char.IsLetter(c)).ToArray();
        return letters.Zip(letters.Skip(1)).CountBy(pair => pair).ToDictionary();
    }
}
