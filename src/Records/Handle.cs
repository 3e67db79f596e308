using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Gongkai.Records;

/// <summary>What stands for a record in an address: 128 random bits in 26 letters and digits. It tells nothing, and cannot be counted up.</summary>
public readonly record struct Handle : IParsable<Handle>
{
    public const int Length = 26;

    // Crockford's alphabet: no i, l, o, u, so that it can be read aloud.
    const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    readonly string? text;

    Handle(string text) => this.text = text;

    public static Handle Next()
    {
        Span<byte> random = stackalloc byte[16];
        RandomNumberGenerator.Fill(random);
        var number = new UInt128(BitConverter.ToUInt64(random), BitConverter.ToUInt64(random[8..]));
        return new(string.Create(Length, number, static (letters, rest) =>
        {
            for (var place = letters.Length - 1; place >= 0; place--, rest >>= 5) letters[place] = Alphabet[(int)(rest & 31)];
        }));
    }

    public override string ToString() => text ?? "";

    public static Handle Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var handle) ? handle : throw new FormatException("Not a handle.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Handle result)
    {
        var fits = s is { Length: Length } && s.All(letter => Alphabet.Contains(letter, StringComparison.Ordinal));
        result = fits ? new(s!) : default;
        return fits;
    }
}
