using System.Text;

namespace Gongkai.Rules.Access;

/// <summary>What a password must be: one of two sets of rules, which contradict each other, so an agency chooses (口令策略).</summary>
/// <param name="Name">As the setting <c>Accounts:Profile</c> names it.</param>
/// <param name="Shortest">The least number of characters.</param>
/// <param name="Kinds">How many of the four kinds (capital, small, digit, other) must occur.</param>
/// <param name="Days">After so many days it must be changed; <c>null</c> means never.</param>
/// <param name="Remembered">How many of the last ones may not be chosen again, the present one included.</param>
/// <param name="SecondFactor">Whether everyone needs a second factor, where the settings say nothing else.</param>
public sealed record PasswordProfile(string Name, int Shortest, int Kinds, int? Days, int Remembered, bool SecondFactor)
{
    /// <summary>A longer one is refused before it is hashed, because hashing takes time in proportion.</summary>
    public const int Longest = 128;

    /// <summary>OWASP ASVS 5.0, 6.2: long, not common, no rule of composition (6.2.5), no change by the calendar (6.2.10).</summary>
    public static PasswordProfile Asvs { get; } = new("asvs", 12, 1, null, 1, SecondFactor: false);

    /// <summary>等级保护第三级, GB/T 22239-2019 §8.1.4.1 a): complexity, and a change every 90 days.</summary>
    public static PasswordProfile Mlps3 { get; } = new("mlps3", 10, 3, 90, 5, SecondFactor: true);

    /// <returns><c>null</c> where there is no such profile.</returns>
    public static PasswordProfile? Named(string name) => name switch { "asvs" => Asvs, "mlps3" => Mlps3, _ => null };

    /// <summary>What a person is told before choosing one.</summary>
    public string Advice => (Kinds > 1 ? $"{Shortest}—{Longest} 个字符，大写字母、小写字母、数字、其他符号中至少有 {Kinds} 种" : $"{Shortest}—{Longest} 个字符，可以是几个词连成的一句话")
        + (Days is { } days ? $"；{days} 天后需要更换，不能与最近 {Remembered} 次相同。" : "；不用定期更换。");

    /// <summary>Why a password may not be chosen, or <c>null</c>. Whether it was used before, only its hash can tell.</summary>
    /// <param name="password">As it was typed.</param>
    /// <param name="own">Words that anyone would try first: the sign-in name, the person's name, the site's.</param>
    public Impediment? ToChoosing(string password, params IEnumerable<string> own)
    {
        var length = password.EnumerateRunes().Count();
        if (length < Shortest) return new($"密码至少 {Shortest} 个字符，您填写了 {length} 个。");
        if (length > Longest) return new($"密码最多 {Longest} 个字符，您填写了 {length} 个。");
        if (KindsIn(password) < Kinds) return new($"密码中，大写字母、小写字母、数字、其他符号至少要有 {Kinds} 种。");
        if (CommonPasswords.Contain(password) || IsMonotonous(password)) return new("这个密码太常见，容易被猜到，请换一个。");
        return own.Any(word => word.Length >= 3 && password.Contains(word, StringComparison.OrdinalIgnoreCase))
            ? new("密码中不要包含登录名、姓名或单位名称，请换一个。")
            : null;
    }

    /// <summary>Whether a password that was set on one day must be changed on another: for 90 days, one of 1 January until 1 April (exclusive: on 1 April it must).</summary>
    public bool IsTooOld(DateOnly setOn, DateOnly today) => Days is { } days && setOn.AddDays(days) <= today;

    static int KindsIn(string password) =>
        new[] { password.Any(char.IsAsciiLetterUpper), password.Any(char.IsAsciiLetterLower), password.Any(char.IsAsciiDigit), !password.All(char.IsAsciiLetterOrDigit) }.Count(kind => kind);

    // aaaaaaaaaaaa, 123123123123, abcdefghijkl: few different steps from one character to the next.
    static bool IsMonotonous(string password) =>
        password.Distinct().Count() < 5 || password.Zip(password.Skip(1), (one, next) => next - one).Distinct().Count() < 3;
}
