using System.Security.Cryptography;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Microsoft.AspNetCore.DataProtection;

namespace Gongkai.App.Access.Accounts;

/// <summary>Keeps a challenge for five minutes in the browser that asked for it, and takes it back once, on whatever node.</summary>
public sealed class PasskeyChallenges(IDataProtectionProvider protection, Store store, Site site, SteadyTime time)
{
    static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);
    readonly KeptCookie cookie = new(protection, site, time, "gongkai.passkey-challenge", "challenge", Kept, SameSiteMode.Strict, longest: 4096);

    /// <param name="context">The request.</param>
    /// <param name="purpose">What it is for: an account that adds a passkey, or nobody yet.</param>
    /// <param name="state">What the handler must see again.</param>
    public void Remember(HttpContext context, string purpose, string state) => cookie.Keep(context, purpose, RandomNumberGenerator.GetHexString(32), state);

    /// <summary>The state of the challenge; <c>null</c> where there is none for this, where it is too old, and where it was taken before.</summary>
    public async Task<string?> Take(HttpContext context, string purpose)
    {
        if (cookie.Read(context) is not { } words) return null;
        cookie.Forget(context);
        if (words is not [var kept, var nonce, .. var state] || kept != purpose) return null;
        // A browser may keep what it was told to forget: the store counts to one, and longer than the challenge lives.
        return await store.Attempt($"challenge:{nonce}", 1, time.Now, 2 * Kept) ? string.Join('\n', state) : null;
    }
}
