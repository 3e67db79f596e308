namespace Gongkai.Rules.Organizations;

/// <summary>A unified social credit code (统一社会信用代码): 18 places, the last of which is a check on the others.</summary>
/// <remarks>GB 32100-2015. The letters I, O, S, V, Z are not used. Example: 91350100M000100Y43.</remarks>
public static class CreditCode
{
    public const int Length = 18;

    // 代码字符集: the place of a letter is its value.
    const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <summary>As it is kept: capitals, without spaces.</summary>
    public static string Normal(string typed) => new([.. typed.Where(letter => !char.IsWhiteSpace(letter)).Select(char.ToUpperInvariant)]);

    /// <summary>What is wrong with a code as typed, or <c>null</c>.</summary>
    public static Impediment? Fault(string typed)
    {
        var code = Normal(typed);
        if (code.Length != Length) return new($"统一社会信用代码应为 {Length} 位，您填写了 {code.Length} 位");
        return code.Any(letter => !Alphabet.Contains(letter, StringComparison.Ordinal)) || Check(code) != code[^1]
            ? new("统一社会信用代码校验未通过，请对照登记证书检查（不含 I、O、S、V、Z）")
            : null;
    }

    /// <summary>The check letter that belongs to the first 17: C18 = 31 − (∑ Ci × 3^(i−1) mod 31) mod 31.</summary>
    public static char Check(string code)
    {
        var (sum, weight) = (0, 1);
        foreach (var letter in code[..(Length - 1)])
        {
            sum += Alphabet.IndexOf(letter, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }
        return Alphabet[(31 - sum % 31) % 31];
    }
}
