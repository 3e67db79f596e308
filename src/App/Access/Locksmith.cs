using System.Buffers.Binary;
using System.Security.Cryptography;
using Gongkai.Records;
using Gongkai.Records.Backups;
using Gongkai.Records.Trail;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Gongkai.App.Access;

/// <summary>Looks after the key ring (密钥环) from the console: which keys there are and what stands under each, a new key, and the end of an old one.</summary>
public sealed class Locksmith : IDisposable
{
    // How a protected value begins: a mark of four bytes, and the key's number.
    const uint Mark = 0x09F0C9F0;
    const int Head = 20, HeadText = 26;

    readonly StorePlace place;
    ServiceProvider services;

    public Locksmith(StorePlace place)
    {
        this.place = place;
        services = Parts();
    }

    IKeyManager Manager => services.GetRequiredService<IKeyManager>();

    IDataProtector Values => services.GetDataProtector(Vault.Purpose);

    IDataProtector Drafts => services.GetDataProtector(KeptForms.Purpose);

    /// <summary>The keys, the newest first.</summary>
    public IReadOnlyList<IKey> Keys => [.. Manager.GetAllKeys().OrderByDescending(key => key.ActivationDate)];

    /// <summary>The key with which is sealed now.</summary>
    /// <exception cref="InvalidOperationException">There is none that may be used.</exception>
    public Guid Newest => Under(Values.Protect(new byte[1])) ?? throw new InvalidOperationException("A protected value does not name its key.");

    /// <summary>How many values stand under each key; those that bear no key's number count under none.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> Count(DateTimeOffset at)
    {
        var counts = new Dictionary<Guid, int>();
        void Note(Guid? key) => counts[key ?? Guid.Empty] = counts.GetValueOrDefault(key ?? Guid.Empty) + 1;
        await Resealing.All(place.Open, new(
            value => { Note(Under(Bytes(value))); return null; },
            key => { Note(Under(Convert.FromBase64String(key))); return null; },
            draft => { Note(Under(draft)); return null; }), new(Resealing.Resealed, Hand.Program, at));
        return counts;
    }

    /// <summary>Makes a key that everything is sealed with from now on.</summary>
    public async Task<Guid> Make(DateTimeOffset at)
    {
        Entrance.KeyFolder(place.Keys);
        var made = Manager.CreateNewKey(at, at + services.GetRequiredService<IOptions<KeyManagementOptions>>().Value.NewKeyLifetime);
        // Data Protection would go on with the ring that it knows for a while.
        await services.DisposeAsync();
        services = Parts();
        await using var store = place.Open();
        await store.Note(new(Resealing.KeyMade, Hand.Program, at), $"key {made.KeyId:D}");
        return made.KeyId;
    }

    /// <summary>Seals everything again that stands under an older key.</summary>
    /// <param name="at">When.</param>
    /// <param name="done">Told how many values since it was told last.</param>
    /// <returns>How many values, and how many could not be opened and stay as they are.</returns>
    public async Task<(int Resealed, int Unreadable)> Reseal(DateTimeOffset at, Action<int>? done = null)
    {
        var newest = Newest;
        var (values, drafts, files) = (Values, Drafts, Files.Keys(services.GetDataProtectionProvider()));
        var unreadable = new HashSet<string>();
        T? Anew<T>(T old, byte[] bytes, Func<T> again) where T : class
        {
            if (Under(bytes) == newest) return null;
            try
            {
                return again();
            }
            catch (CryptographicException)
            {
                unreadable.Add(Convert.ToHexString(SHA256.HashData(bytes)));
                return null;
            }
        }
        var locks = new Relock(
            value => Anew(value.Cipher, Bytes(value), () => values.Protect(values.Unprotect(value.Cipher))) is { } cipher ? new(cipher) : null,
            key => Anew(key, Convert.FromBase64String(key), () => Relocked(key, files)),
            draft => Anew(draft, draft, () => drafts.Protect(drafts.Unprotect(draft))));
        var resealed = await Resealing.All(place.Open, locks, new(Resealing.Resealed, Hand.Program, at), done);
        return (resealed, unreadable.Count);
    }

    /// <summary>Ends a key: what stands under it cannot be opened any more, and whoever signed in with it signs in again. The caller has looked that nothing is sealed with it.</summary>
    /// <returns>How many former values, which the trail keeps sealed, stay closed for ever.</returns>
    public async Task<int> Revoke(Guid key, string why, DateTimeOffset at)
    {
        await using var store = place.Open();
        var head = HeadOf(key);
        var former = await store.Set<TrailPersonal>().CountAsync(value => value.Value != null && value.Value.StartsWith(head));
        await store.Note(new(Resealing.KeyRevoked, Hand.Program, at, Why: why), $"key {key:D}");
        await store.Sessions.ExecuteDeleteAsync();
        Manager.RevokeKey(key, why);
        return former;
    }

    /// <summary>The key that a protected value stands under, as its head says.</summary>
    public static Guid? Under(ReadOnlySpan<byte> value) =>
        value.Length >= Head && BinaryPrimitives.ReadUInt32BigEndian(value) == Mark ? new(value[4..Head]) : null;

    public void Dispose() => services.Dispose();

    ServiceProvider Parts()
    {
        var parts = new ServiceCollection();
        parts.AddDataProtection().SetApplicationName(Entrance.Application).PersistKeysToFileSystem(new(place.Keys)).DisableAutomaticKeyGeneration();
        return parts.BuildServiceProvider();
    }

    static string HeadOf(Guid key)
    {
        var head = new byte[Head];
        BinaryPrimitives.WriteUInt32BigEndian(head, Mark);
        key.TryWriteBytes(head.AsSpan(4));
        return WebEncoders.Base64UrlEncode(head)[..HeadText];
    }

    static byte[] Bytes(Sealed value)
    {
        try { return WebEncoders.Base64UrlDecode(value.Cipher); }
        catch (FormatException) { return []; }
    }

    static string Relocked(string locked, Records.Files.FileKeys files)
    {
        var key = files.Unlock(locked);
        try { return files.Lock(key); }
        finally { CryptographicOperations.ZeroMemory(key); }
    }
}
