using System.Security.Cryptography;

namespace Gongkai.Records.Requests;

/// <summary>查询码: what an applicant shows to see a request again. 65 random bits in 13 letters and digits; only a keyed hash of it is kept.</summary>
public static class QueryCode
{
    public const int Length = 13;

    // Crockford's: no I, L, O, U, so that it can be read aloud and typed from paper.
    const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Next() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>The code that random bytes spell, five bits of each.</summary>
    public static string Of(ReadOnlySpan<byte> random)
    {
        Span<char> letters = stackalloc char[Length];
        for (var place = 0; place < Length; place++) letters[place] = Alphabet[random[place] & 31];
        return new(letters);
    }

    /// <summary>As it is shown: 7K3M-9P2QX-4TVW.</summary>
    public static string Written(string code) => $"{code[..4]}-{code[4..9]}-{code[9..]}";

    /// <summary>Reads what people type: small letters, full-width letters, spaces and hyphens, O for 0, I and L for 1. <c>null</c> where it cannot be a code.</summary>
    public static string? Read(string? typed)
    {
        if (typed is null or { Length: > 60 }) return null;
        var plain = string.Concat(typed.Select(Plain).Where(letter => letter is not (' ' or '-')));
        return plain.Length == Length && plain.All(letter => Alphabet.Contains(letter, StringComparison.Ordinal)) ? plain : null;
    }

    static char Plain(char letter)
    {
        var narrow = letter is >= '！' and <= '～' ? (char)(letter - '！' + '!') : letter;
        return char.ToUpperInvariant(narrow) switch
        {
            'O' => '0',
            'I' or 'L' => '1',
            '\u3000' or '\t' => ' ',
            '–' or '—' or '－' or '_' => '-',
            var other => other,
        };
    }
}
