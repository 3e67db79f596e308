using System.Security.Cryptography;

namespace Gongkai.Records.Files;

/// <summary>Locks and unlocks the keys of sealed files; App does so with its Data Protection keys.</summary>
public sealed record FileKeys(Func<byte[], string> Lock, Func<string, byte[]> Unlock);

/// <summary>One file in AES-256-GCM under a key of its own: mark, nonce, tag, cipher. Who drops the key has erased the file.</summary>
static class Envelope
{
    const int Nonce = 12, Tag = 16;
    static ReadOnlySpan<byte> Mark => "GKF1"u8;

    public static byte[] Seal(ReadOnlySpan<byte> plain, out byte[] key)
    {
        key = RandomNumberGenerator.GetBytes(32);
        var whole = new byte[Mark.Length + Nonce + Tag + plain.Length];
        Mark.CopyTo(whole);
        RandomNumberGenerator.Fill(whole.AsSpan(Mark.Length, Nonce));
        using var aes = new AesGcm(key, Tag);
        aes.Encrypt(whole.AsSpan(Mark.Length, Nonce), plain, whole.AsSpan(Mark.Length + Nonce + Tag), whole.AsSpan(Mark.Length + Nonce, Tag), Mark);
        return whole;
    }

    /// <exception cref="CryptographicException">The key is another one, or a bit has changed.</exception>
    public static byte[] Open(ReadOnlySpan<byte> whole, byte[] key)
    {
        if (!whole.StartsWith(Mark) || whole.Length < Mark.Length + Nonce + Tag) throw new CryptographicException("Not an envelope.");
        var plain = new byte[whole.Length - Mark.Length - Nonce - Tag];
        using var aes = new AesGcm(key, Tag);
        aes.Decrypt(whole.Slice(Mark.Length, Nonce), whole[(Mark.Length + Nonce + Tag)..], whole.Slice(Mark.Length + Nonce, Tag), plain, Mark);
        return plain;
    }
}
