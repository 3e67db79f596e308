namespace Gongkai.Rules.Access;

/// <summary>What a list may show of personal data: enough to tell two people apart, too little to use (去标识化).</summary>
/// <remarks>个人信息保护法第五十一条, from memory.</remarks>
public static class Mask
{
    /// <summary>138****1234; a fixed line keeps its last two digits.</summary>
    public static string Phone(string phone)
    {
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        return digits.Length == 11 && digits[0] == '1' ? $"{digits[..3]}****{digits[^4..]}" : Keep(phone, 0, 2);
    }

    /// <summary>The first six, which are the place, and the last four: 110101********1234.</summary>
    public static string Identity(string number) => number.Length >= 15 ? Keep(number, 6, 4) : Keep(number, 1, 1);

    /// <summary>张*, 欧阳**: the first letter, or two of four. A rare letter of two code units stays whole.</summary>
    public static string Name(string name)
    {
        var letters = name.EnumerateRunes().ToList();
        var shown = letters.Count >= 4 ? 2 : 1;
        return letters.Count <= shown ? new('*', letters.Count) : string.Concat(letters.Take(shown)) + new string('*', letters.Count - shown);
    }

    /// <summary>The first six characters, which are the province and the city.</summary>
    public static string Address(string address) => Keep(address, Math.Min(6, address.Length / 2), 0);

    /// <summary>z***@example.com.</summary>
    public static string Mail(string mail) => mail.Split('@') is [[var first, ..], var host] ? $"{first}***@{host}" : Keep(mail, 1, 0);

    static string Keep(string text, int first, int last) => text.Length <= first + last
        ? new('*', text.Length)
        : text[..first] + new string('*', text.Length - first - last) + text[(text.Length - last)..];
}
