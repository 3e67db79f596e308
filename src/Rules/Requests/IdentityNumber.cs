namespace Gongkai.Rules.Requests;

/// <summary>公民身份号码: 18 places, six of the place, eight of the birthday, three that count, and a check on the others.</summary>
/// <remarks>GB 11643-1999, ISO 7064 MOD 11-2. Example, invented: 11010519491231002X.</remarks>
public static class IdentityNumber
{
    public const int Length = 18;

    // 校验码: the remainder of the weighted sum chooses its letter.
    const string CheckLetters = "10X98765432";

    /// <summary>As it is kept: narrow digits, a capital X, without spaces.</summary>
    public static string Normal(string? typed) => string.Concat(Typed.Narrow(typed).Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();

    /// <summary>What is wrong with a number as typed, or <c>null</c>.</summary>
    public static Impediment? Fault(string? typed)
    {
        var number = Normal(typed);
        if (number.Length != Length) return new($"身份证号应为 {Length} 位，您填写了 {number.Length} 位");
        return number[..(Length - 1)].All(char.IsAsciiDigit) && Check(number) == number[^1] ? null : new("身份证号校验未通过，请对照证件检查，最后一位可能是 X");
    }

    /// <summary>The letter that belongs to the first 17 digits: ∑ ai × 2^(18−i) mod 11.</summary>
    public static char Check(string number)
    {
        var sum = 0;
        for (var place = 0; place < Length - 1; place++) sum += (number[place] - '0') * ((1 << (Length - 1 - place)) % 11);
        return CheckLetters[sum % 11];
    }
}
