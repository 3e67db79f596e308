using Gongkai.Records;
using Gongkai.Records.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Access.Accounts;

/// <summary>What Identity's passkey handler reads of us. It writes nothing: every change of a passkey is an act, in <see cref="Passkeys"/>.</summary>
public sealed class PasskeyStore(Store store) : IUserPasskeyStore<Account>
{
    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) ? await store.Accounts.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellationToken) : null;

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        await store.Passkeys.AsNoTracking().SingleOrDefaultAsync(one => one.AccountId == user.Id && one.CredentialId == credentialId, cancellationToken) is { } found ? Info(found) : null;

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        [.. (await store.Passkeys.AsNoTracking().Where(one => one.AccountId == user.Id).ToListAsync(cancellationToken)).Select(Info)];

    public async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await store.Passkeys.AsNoTracking().SingleOrDefaultAsync(one => one.CredentialId == credentialId, cancellationToken) is { } found
            ? await FindByIdAsync(Key(found.AccountId), cancellationToken)
            : null;

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(Key(user.Id));

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SignInName);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SignInName);

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        store.Accounts.AsNoTracking().SingleOrDefaultAsync(one => one.SignInName == normalizedUserName, cancellationToken);

    public Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw Reads();
    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) => throw Reads();
    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => throw Reads();
    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => throw Reads();
    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => throw Reads();
    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => throw Reads();
    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => throw Reads();

    public void Dispose()
    {
        // The store is the request's.
    }

    /// <summary>How an account is called towards authenticators.</summary>
    public static string Key(Guid account) => account.ToString("D");

    static NotSupportedException Reads() => new("Accounts and passkeys are changed by an act only.");

    static UserPasskeyInfo Info(Passkey passkey) => new(passkey.CredentialId, passkey.PublicKey, passkey.MadeAt, (uint)passkey.SignCount, [.. passkey.Transports],
        passkey.UserVerified, passkey.BackupEligible, passkey.BackedUp, passkey.AttestationObject, passkey.ClientDataJson) { Name = passkey.Name };
}
