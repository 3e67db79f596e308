using System.Security.Cryptography;
using System.Text;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Requests;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Access;

/// <summary>Hashes identity numbers and query codes with the platform's secret, so that equal ones are found without being kept.</summary>
public sealed class Marks(Store store, Vault vault, MarkSecret secret, TimeProvider time)
{
    /// <summary>The secret; made by whoever needs it first.</summary>
    public async Task<Marker> Open()
    {
        if (secret.Known is { } known) return new(known);
        var kept = await store.Set<MarkKey>().AsNoTracking().SingleOrDefaultAsync() ?? await Make();
        return new(secret.Known = Convert.FromBase64String(vault.Read(kept.Value)));
    }

    async Task<MarkKey> Make()
    {
        var key = new MarkKey { Value = vault.Seal(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))) };
        try
        {
            store.Add(key);
            await store.Save(new(MarkKey.Made, Hand.Program, time.Now));
            return key;
        }
        catch (DbUpdateException)
        {
            // Another node was faster: its secret is the one.
            return await store.Set<MarkKey>().AsNoTracking().SingleAsync();
        }
    }
}

/// <summary>Keeps the secret in memory, once for the process.</summary>
public sealed class MarkSecret
{
    public byte[]? Known { get; set; }
}

/// <summary>The keyed hashes (HMAC-SHA-256, 64 hexadecimal digits).</summary>
public sealed class Marker(byte[] secret)
{
    /// <summary>Of an identity number or a credit code, whatever its spaces and case.</summary>
    public string OfIdentity(string number) => Of("identity", string.Concat(number.Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant());

    /// <summary>Of a request's number and its query code.</summary>
    public string OfCode(string number, string code) => Of("code", $"{number}|{code}");

    /// <summary>The query code that belongs to the key of a form: who has the key sees the same code again, and it is kept nowhere. 65 bits.</summary>
    public string CodeFor(string key) => QueryCode.Of(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"query-code|{key}")));

    string Of(string kind, string value) => Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{kind}|{value}")));
}
