using System.Security.Cryptography;
using Gongkai.App.Ui;
using Microsoft.AspNetCore.DataProtection;

namespace Gongkai.App.Access.Accounts;

/// <summary>Remembers, in the browser, who has signed in there before; wrong passwords from elsewhere then do not lock them out.</summary>
/// <remarks>It opens nothing: it only gives a name a count of its own on this device.</remarks>
public sealed class KnownDevices(IDataProtectionProvider protection, Site site, SteadyTime time)
{
    const int MostNames = 8;
    readonly KeptCookie cookie = new(protection, site, time, "gongkai.device", "device", TimeSpan.FromDays(180), SameSiteMode.Lax, longest: 4096) { OutlivesTheBrowser = true };

    /// <summary>The device, where this name has signed in on it; else <c>null</c>.</summary>
    public string? Knows(HttpContext context, string name) => Read(context) is { } known && known.Names.Contains(name) ? known.Device : null;

    /// <summary>Remembers that this name signed in here.</summary>
    public void Remember(HttpContext context, string name)
    {
        var known = Read(context) ?? new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), []);
        string[] names = [name, .. known.Names.Where(other => other != name).Take(MostNames - 1)];
        cookie.Keep(context, [known.Device, .. names]);
    }

    Known? Read(HttpContext context) => cookie.Read(context) is [var device, .. var names] ? new(device, names) : null;

    sealed record Known(string Device, string[] Names);
}
