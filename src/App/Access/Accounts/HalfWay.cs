using System.Globalization;
using System.Security.Cryptography;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Access.Accounts;

/// <summary>Remembers for five minutes, in the browser, that the first factor was right and the second is still to come.</summary>
/// <remarks>It is no session: only the page that asks for the second factor reads it. A new password makes it worthless.</remarks>
public sealed class HalfWay(IDataProtectionProvider protection, Store store, Site site, SteadyTime time)
{
    static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);
    readonly IDataProtector protector = protection.CreateProtector("gongkai.half-way");

    string CookieName => site.Https ? "__Host-gongkai-step" : "gongkai-step";

    // Lax, because the redirect of an identity provider leads to the second step.
    CookieOptions Cookie(HttpContext context) => new() { HttpOnly = true, Secure = site.Https || context.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/" };

    /// <param name="context">The request.</param>
    /// <param name="account">Whose.</param>
    /// <param name="outside">Whether the first factor was the word of an identity provider; else it was the password.</param>
    public void Remember(HttpContext context, Account account, bool outside = false) => context.Response.Cookies.Append(CookieName, protector.Protect(
        string.Join('\n', account.Id.ToString("D"), account.Stamp, outside ? "outside" : "password", (time.Now + Kept).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))), Cookie(context));

    public void Forget(HttpContext context) => context.Response.Cookies.Delete(CookieName, Cookie(context));

    /// <summary>Whose first factor was right, just now, and whether it was the word of an identity provider.</summary>
    public async Task<(Account Account, bool Outside)?> Who(HttpContext context)
    {
        if (context.Request.Cookies[CookieName] is not { Length: < 2048 } cookie) return null;
        try
        {
            if (protector.Unprotect(cookie).Split('\n') is not [var id, var stamp, var how, var ends] || long.Parse(ends, CultureInfo.InvariantCulture) < time.Now.ToUnixTimeSeconds()) return null;
            var account = Guid.Parse(id);
            return await store.Accounts.AsNoTracking().SingleOrDefaultAsync(one => one.Id == account && one.Stamp == stamp && one.DisabledAt == null) is { } found ? (found, how == "outside") : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
