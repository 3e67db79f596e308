namespace Gongkai.Rules.Requests;

/// <summary>How much two descriptions are alike, and how many requests of one applicant are many: what a clerk is told, and decides alone.</summary>
public static class Likeness
{
    /// <summary>From here on two requests of the same applicant are shown as perhaps the same (疑似重复).</summary>
    public const double Alike = 0.5;

    // 同一申请人一个自然月内累计 10 件以下（含）不收费: beyond it the number is out of the ordinary.
    [Law(Statute.ProcessingFee, "按件计收")]
    public const int UsualInMonth = 10;

    /// <summary>Over how many days back the frequency is looked at, beside the calendar month: twelve requests around the end of a month are twelve all the same.</summary>
    public const int DaysBack = 30;

    /// <summary>Of all pairs of letters that either has, the share that both have: 1 for the same text, 0 for texts without a common pair. Signs and spaces do not count.</summary>
    public static double Of(string one, string other)
    {
        var (left, right) = (Pairs(one), Pairs(other));
        if (left.Count == 0 || right.Count == 0) return 0;
        var common = left.Count(right.Contains);
        return (double)common / (left.Count + right.Count - common);
    }

    static HashSet<(char, char)> Pairs(string text)
    {
        var letters = Typed.Narrow(text).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).ToList();
        return [.. letters.Zip(letters.Skip(1))];
    }
}
