namespace Gongkai.Records.Accounts;

/// <summary>Someone who signs in (账号). It is disabled and never deleted, because the trail names it.</summary>
public sealed partial class Account : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public Handle Handle { get; private init; } = Handle.Next();

    /// <summary>登录名: lower case, unique, never used again.</summary>
    public required string SignInName { get; init; }

    /// <summary>The name that colleagues see.</summary>
    public required string Name { get; set; }

    /// <summary>The agency whose desk it opens first; none for an officer of the whole platform.</summary>
    public Guid? AgencyId { get; set; }

    /// <summary>The person of the organization whose account it is; nobody has two.</summary>
    public Guid? PersonId { get; set; }

    public string? PasswordHash { get; private set; }
    public DateTimeOffset? PasswordSetAt { get; private set; }

    /// <summary>The password was given by someone else, and must be changed before anything else is done.</summary>
    public bool MustChangePassword { get; private set; }

    /// <summary>The hashes of the passwords before this one, the newest first.</summary>
    public List<string> FormerPasswords { get; private set; } = [];

    /// <summary>The secret that is shared with an authenticator (动态口令).</summary>
    public Sealed? AuthenticatorKey { get; private set; }

    /// <summary>Since when signing in asks for the second factor; <c>null</c> while it does not.</summary>
    public DateTimeOffset? SecondFactorSince { get; private set; }

    /// <summary>The thirty seconds whose code was last accepted: no code is accepted twice.</summary>
    public long UsedTimeStep { get; private set; }

    /// <summary>SHA-256 of the recovery codes (恢复码) that are left.</summary>
    public List<string> RecoveryCodes { get; private set; } = [];

    /// <summary>Changes when password, roles or state change; a session that was opened with another one ends.</summary>
    public required string Stamp { get; set; }

    /// <summary>Since when it cannot be used; <c>null</c> while it can.</summary>
    public DateTimeOffset? DisabledAt { get; private set; }

    /// <summary>Ends every session that is open, on every node.</summary>
    public void EndSessions() => Stamp = Handle.Next().ToString();

    public void Disable(DateTimeOffset at)
    {
        DisabledAt ??= at;
        EndSessions();
    }

    public void Enable() => DisabledAt = null;

    /// <summary>Sets a password, and ends every session.</summary>
    /// <param name="hash">Its hash.</param>
    /// <param name="at">When.</param>
    /// <param name="initial">Whether someone else gave it, so that it must be changed at the next sign-in.</param>
    /// <param name="remembered">How many former ones are kept, so that they are not chosen again.</param>
    public void SetPassword(string hash, DateTimeOffset at, bool initial, int remembered)
    {
        if (PasswordHash is { } former) FormerPasswords = [.. FormerPasswords.Prepend(former).Take(Math.Max(0, remembered - 1))];
        (PasswordHash, PasswordSetAt, MustChangePassword) = (hash, at, initial);
        EndSessions();
    }

    /// <summary>The same password, hashed as is usual today.</summary>
    public void Rehash(string hash) => PasswordHash = hash;

    /// <summary>Asks for the second factor from now on.</summary>
    public void SetAuthenticator(Sealed key, DateTimeOffset at, long usedStep, IEnumerable<string> recoveryCodes)
    {
        (AuthenticatorKey, SecondFactorSince, UsedTimeStep) = (key, at, usedStep);
        RecoveryCodes = [.. recoveryCodes];
        EndSessions();
    }

    /// <summary>Forgets the second factor, because its owner lost it.</summary>
    public void ForgetAuthenticator()
    {
        (AuthenticatorKey, SecondFactorSince, UsedTimeStep, RecoveryCodes) = (null, null, 0, []);
        EndSessions();
    }

    public void UseTimeStep(long step) => UsedTimeStep = step;

    /// <summary>Uses up one recovery code; false where there is no such one.</summary>
    public bool UseRecoveryCode(string hash)
    {
        if (!RecoveryCodes.Contains(hash)) return false;
        RecoveryCodes = [.. RecoveryCodes.Where(code => code != hash)];
        return true;
    }

    public void ReplaceRecoveryCodes(IEnumerable<string> hashes) => RecoveryCodes = [.. hashes];
}
