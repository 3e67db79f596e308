using System.Globalization;
using System.Security.Cryptography;
using Gongkai.App.Ui;
using Microsoft.AspNetCore.DataProtection;

namespace Gongkai.App.Access.Accounts;

/// <summary>Remembers, in the browser, who has signed in there before; wrong passwords from elsewhere then do not lock them out.</summary>
/// <remarks>It opens nothing: it only gives a name a count of its own on this device.</remarks>
public sealed class KnownDevices(IDataProtectionProvider protection, Site site, SteadyTime time)
{
    const int MostNames = 8;
    static readonly TimeSpan Kept = TimeSpan.FromDays(180);
    readonly IDataProtector protector = protection.CreateProtector("gongkai.device");

    string CookieName => site.Https ? "__Host-gongkai-device" : "gongkai-device";

    /// <summary>The device, where this name has signed in on it; else <c>null</c>.</summary>
    public string? Knows(HttpContext context, string name) => Read(context) is { } known && known.Names.Contains(name) ? known.Device : null;

    /// <summary>Remembers that this name signed in here.</summary>
    public void Remember(HttpContext context, string name)
    {
        var known = Read(context) ?? new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), []);
        string[] names = [name, .. known.Names.Where(other => other != name).Take(MostNames - 1)];
        var ends = (time.Now + Kept).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        context.Response.Cookies.Append(CookieName, protector.Protect(string.Join('\n', [known.Device, ends, .. names])), new()
        {
            HttpOnly = true, Secure = site.Https || context.Request.IsHttps, SameSite = SameSiteMode.Lax, MaxAge = Kept, Path = "/",
        });
    }

    Known? Read(HttpContext context)
    {
        if (context.Request.Cookies[CookieName] is not { Length: < 4096 } cookie) return null;
        try
        {
            return protector.Unprotect(cookie).Split('\n') is [var device, var ends, .. var names] && long.Parse(ends, CultureInfo.InvariantCulture) > time.Now.ToUnixTimeSeconds()
                ? new(device, names)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    sealed record Known(string Device, string[] Names);
}
