using System.Globalization;
using System.Security.Cryptography;

namespace Gongkai.Rules.Access;

/// <summary>The six digits that a telephone shows for thirty seconds (动态口令): RFC 6238 with SHA-1, as every authenticator reads it.</summary>
public static class TimeCode
{
    public const int Digits = 6;
    public const int SecretBytes = 20;
    const int StepSeconds = 30;
    const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The number of the thirty seconds in which a moment lies, from 1970 on.</summary>
    public static long StepAt(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of one step.</summary>
    public static string At(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238 as authenticators implement it; HMAC does not rest on SHA-1 being free of collisions.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var four = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 15)..]) & int.MaxValue;
        return (four % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step that a code belongs to: this one, the one before or the one after, for clocks that differ; <c>null</c> where it fits none, or was used.</summary>
    /// <param name="secret">What the telephone and we share.</param>
    /// <param name="code">As typed.</param>
    /// <param name="now">The present step.</param>
    /// <param name="used">The newest step whose code was already taken; it and older ones are refused.</param>
    public static long? Match(byte[] secret, string code, long now, long used)
    {
        long? found = null;
        // Every step is compared, whichever fits, so that the time tells nothing.
        for (var step = now - 1; step <= now + 1; step++)
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(At(secret, step)), System.Text.Encoding.UTF8.GetBytes(code)) && step > used)
                found = step;
        return found;
    }

    /// <summary>A secret as people type it: base 32 (RFC 4648).</summary>
    public static string Write(ReadOnlySpan<byte> secret)
    {
        var text = new System.Text.StringBuilder();
        var (bits, count) = (0, 0);
        foreach (var one in secret)
        {
            (bits, count) = ((bits << 8) | one, count + 8);
            for (; count >= 5; count -= 5) text.Append(Alphabet[(bits >> (count - 5)) & 31]);
            bits &= (1 << count) - 1;
        }
        if (count > 0) text.Append(Alphabet[(bits << (5 - count)) & 31]);
        return text.ToString();
    }

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public static byte[] Read(string text)
    {
        var secret = new List<byte>();
        var (bits, count) = (0, 0);
        foreach (var letter in text)
        {
            (bits, count) = ((bits << 5) | Alphabet.IndexOf(letter, StringComparison.Ordinal), count + 5);
            if (count < 8) continue;
            secret.Add((byte)(bits >> (count - 8)));
            (bits, count) = (bits & ((1 << (count - 8)) - 1), count - 8);
        }
        return [.. secret];
    }
}
