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

    /// <summary>The person of the organization whose account it is.</summary>
    public Guid? PersonId { get; set; }

    public string? PasswordHash { get; set; }
    public DateTimeOffset? PasswordSetAt { get; set; }

    /// <summary>The password was given by someone else, and must be changed before anything else is done.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Changes when password, roles or state change; a session that was opened with another one ends.</summary>
    public required string Stamp { get; set; }

    /// <summary>Since when it cannot be used; <c>null</c> while it can.</summary>
    public DateTimeOffset? DisabledAt { get; private set; }

    public void Disable(DateTimeOffset at) => DisabledAt ??= at;

    public void Enable() => DisabledAt = null;
}
