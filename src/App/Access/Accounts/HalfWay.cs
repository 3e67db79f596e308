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
    // Lax, because the redirect of an identity provider leads to the second step.
    readonly KeptCookie cookie = new(protection, site, time, "gongkai.half-way", "step", TimeSpan.FromMinutes(5), SameSiteMode.Lax, longest: 2048);

    /// <param name="context">The request.</param>
    /// <param name="account">Whose.</param>
    /// <param name="outside">Whether the first factor was the word of an identity provider; else it was the password.</param>
    public void Remember(HttpContext context, Account account, bool outside = false) => cookie.Keep(context, account.Id.ToString("D"), account.Stamp, outside ? "outside" : "password");

    public void Forget(HttpContext context) => cookie.Forget(context);

    /// <summary>Whose first factor was right, just now, and whether it was the word of an identity provider.</summary>
    public async Task<(Account Account, bool Outside)?> Who(HttpContext context)
    {
        if (cookie.Read(context) is not [var id, var stamp, var how]) return null;
        var account = Guid.Parse(id);
        return await store.Accounts.AsNoTracking().SingleOrDefaultAsync(one => one.Id == account && one.Stamp == stamp && one.DisabledAt == null) is { } found ? (found, how == "outside") : null;
    }
}
