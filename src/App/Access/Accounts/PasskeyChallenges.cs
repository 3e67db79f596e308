using System.Globalization;
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
    readonly IDataProtector protector = protection.CreateProtector("gongkai.passkey-challenge");

    string CookieName => site.Https ? "__Host-gongkai-challenge" : "gongkai-challenge";

    CookieOptions Cookie(HttpContext context) => new() { HttpOnly = true, Secure = site.Https || context.Request.IsHttps, SameSite = SameSiteMode.Strict, Path = "/" };

    /// <param name="context">The request.</param>
    /// <param name="purpose">What it is for: an account that adds a passkey, or nobody yet.</param>
    /// <param name="state">What the handler must see again.</param>
    public void Remember(HttpContext context, string purpose, string state) => context.Response.Cookies.Append(CookieName, protector.Protect(string.Join('\n',
        purpose, RandomNumberGenerator.GetHexString(32), (time.Now + Kept).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), state)), Cookie(context));

    /// <summary>The state of the challenge; <c>null</c> where there is none for this, where it is too old, and where it was taken before.</summary>
    public async Task<string?> Take(HttpContext context, string purpose)
    {
        if (context.Request.Cookies[CookieName] is not { Length: < 4096 } cookie) return null;
        context.Response.Cookies.Delete(CookieName, Cookie(context));
        try
        {
            if (protector.Unprotect(cookie).Split('\n', 4) is not [var kept, var nonce, var ends, var state]) return null;
            if (kept != purpose || long.Parse(ends, CultureInfo.InvariantCulture) < time.Now.ToUnixTimeSeconds()) return null;
            // A browser may keep what it was told to forget: the store counts to one, and longer than the challenge lives.
            return await store.Attempt($"challenge:{nonce}", 1, time.Now, 2 * Kept) ? state : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
