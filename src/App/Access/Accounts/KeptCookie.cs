using System.Globalization;
using System.Security.Cryptography;
using Gongkai.App.Ui;
using Microsoft.AspNetCore.DataProtection;

namespace Gongkai.App.Access.Accounts;

/// <summary>A few words that a browser keeps for us for a while: it can neither read nor change them, and scripts do not see them.</summary>
/// <param name="purpose">What no other cookie is protected for.</param>
/// <param name="name">Its name, after the site's.</param>
/// <param name="kept">For how long the words count.</param>
/// <param name="sameSite">Whether it comes along when another site leads here.</param>
/// <param name="longest">What is as long as this is not even opened, in characters.</param>
sealed class KeptCookie(IDataProtectionProvider protection, Site site, SteadyTime time, string purpose, string name, TimeSpan kept, SameSiteMode sameSite, int longest)
{
    readonly IDataProtector protector = protection.CreateProtector(purpose);

    string Name => site.Https ? $"__Host-gongkai-{name}" : $"gongkai-{name}";

    /// <summary>Whether the browser keeps it when it is closed.</summary>
    public bool OutlivesTheBrowser { get; init; }

    public void Keep(HttpContext context, params IEnumerable<string> words) => context.Response.Cookies.Append(Name,
        protector.Protect(string.Join('\n', [(time.Now + kept).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), .. words])), Options(context));

    public void Forget(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context));

    /// <summary>The words; <c>null</c> where there are none, where they are too old, and where they are not ours.</summary>
    public string[]? Read(HttpContext context)
    {
        if (context.Request.Cookies[Name] is not { } cookie || cookie.Length >= longest) return null;
        try
        {
            return protector.Unprotect(cookie).Split('\n') is [var ends, .. var words] && long.Parse(ends, CultureInfo.InvariantCulture) > time.Now.ToUnixTimeSeconds() ? words : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true, Secure = site.Https || context.Request.IsHttps, SameSite = sameSite, Path = "/", MaxAge = OutlivesTheBrowser ? kept : null,
    };
}
