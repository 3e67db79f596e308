using Gongkai.App.Ui;
using System.Security.Cryptography;
using Gongkai.Records.Backups;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Gongkai.App.Access;

/// <summary>The key ring as everyone on this store has it: a key that another process made or revoked counts here within seconds, and not only after a day.</summary>
/// <remarks>Each key and each revocation is a file that never changes, so their names tell whether there is a new one.</remarks>
public sealed class SharedKeys : IKeyManager, IDisposable
{
    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromSeconds(3);

    readonly XmlKeyManager keys;
    readonly Func<IDataProtectionProvider> protection;
    readonly string folder;
    readonly ITimer clock;
    readonly Lock turn = new();
    CancellationTokenSource changed = new();
    string known;

    public SharedKeys(XmlKeyManager keys, StorePlace place, Func<IDataProtectionProvider> protection)
    {
        (this.keys, this.protection, folder) = (keys, protection, place.Keys);
        known = Names();
        // Data Protection too goes by the machine's clock, whatever clock the pages have.
        clock = TimeProvider.System.CreateTimer(_ => Look(), null, Between, Between);
    }

    /// <summary>Registers it over what Data Protection brings.</summary>
    public static void AddTo(IServiceCollection services, StorePlace place)
    {
        services.AddSingleton<XmlKeyManager>();
        services.AddSingleton<IKeyManager>(provider => new SharedKeys(provider.GetRequiredService<XmlKeyManager>(), place, provider.GetRequiredService<IDataProtectionProvider>));
    }

    /// <summary>Looks whether there are other keys than before; then the ring is read again, beside what goes on.</summary>
    public void Look()
    {
        if (!IsChanged()) return;
        try
        {
            // Whoever asks first still gets the old ring, and has the new one read: it shall not be a request that asks.
            protection().CreateProtector(nameof(SharedKeys)).Protect([0]);
        }
        catch (Exception unready) when (unready is CryptographicException or ObjectDisposedException)
        {
            // Not ready, or gone already: the next one who asks says so.
        }
    }

    bool IsChanged()
    {
        lock (turn)
        {
            string now;
            try
            {
                now = Names();
            }
            catch (Exception away) when (away is IOException or UnauthorizedAccessException)
            {
                // The folder is another machine's and away: what is known stays known.
                return false;
            }
            if (now == known) return false;
            known = now;
            var old = changed;
            changed = new();
            old.Cancel();
            old.Dispose();
            return true;
        }
    }

    public CancellationToken GetCacheExpirationToken()
    {
        lock (turn) return CancellationTokenSource.CreateLinkedTokenSource(keys.GetCacheExpirationToken(), changed.Token).Token;
    }

    public IKey CreateNewKey(DateTimeOffset activationDate, DateTimeOffset expirationDate) => keys.CreateNewKey(activationDate, expirationDate);

    public IReadOnlyCollection<IKey> GetAllKeys() => keys.GetAllKeys();

    public void RevokeKey(Guid keyId, string? reason = null) => keys.RevokeKey(keyId, reason);

    public void RevokeAllKeys(DateTimeOffset revocationDate, string? reason = null) => keys.RevokeAllKeys(revocationDate, reason);

    public void Dispose()
    {
        clock.Dispose();
        changed.Dispose();
    }

    string Names() => Directory.Exists(folder) ? string.Join('\n', Directory.EnumerateFiles(folder, "*.xml").Select(Path.GetFileName).Order(StringComparer.Ordinal)) : "";
}
