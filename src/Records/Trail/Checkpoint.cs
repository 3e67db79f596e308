using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Trail;

/// <summary>How long every chain was at a moment, and what its last link hashed to: signed, and kept outside the database (检查点).</summary>
/// <remarks>
/// Without it a chain whose tail was cut, or that was computed anew from end to end, looks whole.
/// A file has two lines: the checkpoint as JSON, and the signature of that line (ECDSA, P-256, SHA-256) in base64.
/// </remarks>
public sealed record Checkpoint(DateTimeOffset At, IReadOnlyList<ChainHead> Heads)
{
    /// <summary>The end of each chain that has changed since another checkpoint; of each chain where there is none.</summary>
    public static async Task<Checkpoint> Of(Store store, DateTimeOffset at, Checkpoint? since = null)
    {
        var ends = await store.Trail.GroupBy(entry => entry.Chain).Select(chain => new { Chain = chain.Key, Length = chain.Max(entry => entry.Sequence) }).ToListAsync();
        var known = since?.Heads.ToDictionary(head => head.Chain, head => head.Length) ?? [];
        var heads = new List<ChainHead>();
        foreach (var end in ends.Where(end => known.GetValueOrDefault(end.Chain) != end.Length).OrderBy(end => end.Chain))
        {
            var hash = await store.Trail.Where(entry => entry.Chain == end.Chain && entry.Sequence == end.Length).Select(entry => entry.Hash).SingleAsync();
            heads.Add(new(end.Chain, end.Length, Convert.ToHexStringLower(hash)));
        }
        return new(at, heads);
    }

    /// <summary>The two lines of its file.</summary>
    public string Sign(ECDsa key)
    {
        var line = JsonSerializer.Serialize(this);
        return $"{line}\n{Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(line), HashAlgorithmName.SHA256))}\n";
    }

    /// <summary>Reads a file, and whether its signature is by this key.</summary>
    /// <returns><c>null</c> where the signature does not fit, or it is no checkpoint.</returns>
    public static Checkpoint? Read(string text, ECDsa key)
    {
        try
        {
            return text.Split('\n') is [var line, var signature, ..] && key.VerifyData(Encoding.UTF8.GetBytes(line), Convert.FromBase64String(signature), HashAlgorithmName.SHA256)
                ? JsonSerializer.Deserialize<Checkpoint>(line)
                : null;
        }
        catch (Exception broken) when (broken is FormatException or JsonException)
        {
            return null;
        }
    }
}

/// <summary>The end of one chain.</summary>
/// <param name="Length">How many entries it had.</param>
/// <param name="Hash">The hash of the last of them, in hexadecimal.</param>
public sealed record ChainHead(Guid Chain, long Length, string Hash);
