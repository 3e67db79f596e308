using Gongkai.Records;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Gongkai.App.Access;

/// <summary>A form that arrives after its session has ended is kept for whoever sent it, and shown after signing in again (会话超时).</summary>
/// <remarks>Who it was, the ended session tells: its key is known to that browser only. A form without one is not there, as before.</remarks>
public static class LostSessions
{
    const string KeyClaim = "Microsoft.AspNetCore.Authentication.Cookies-SessionId";

    /// <summary>Keeps the form and shows the door; <c>false</c> where nobody can be told to have sent it.</summary>
    public static async Task<bool> Keep(HttpContext context)
    {
        if (!context.Request.HasFormContentType || Limits.Exceeded(context.Request.ContentLength) || context.Request.Headers["Sec-Fetch-Site"] is ["cross-site"] or ["same-site"]) return false;
        if (await Account(context) is not { } account) return false;
        IFormCollection form;
        try { form = await context.Request.ReadFormAsync(context.RequestAborted); }
        catch (Exception broken) when (broken is InvalidDataException or BadHttpRequestException or IOException) { return false; }
        await context.RequestServices.GetRequiredService<KeptForms>().Keep(account, Drafting.PageOf(context), form);
        context.Response.Redirect($"{context.Request.PathBase}{Entrance.SignInPath}?to={Uri.EscapeDataString(context.Request.Path)}&kept=1");
        return true;
    }

    static async Task<Guid?> Account(HttpContext context)
    {
        var options = context.RequestServices.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme);
        if (options.CookieManager.GetRequestCookie(context, options.Cookie.Name!) is not { } cookie
            || options.TicketDataFormat.Unprotect(cookie)?.Principal.FindFirst(KeyClaim)?.Value is not { } key) return null;
        var hash = Sessions.Hash(key);
        var store = context.RequestServices.GetRequiredService<Store>();
        return await (from session in store.Sessions
                      join account in store.Accounts on session.AccountId equals account.Id
                      where session.Key == hash && session.Stamp == account.Stamp && account.DisabledAt == null
                      select (Guid?)account.Id).SingleOrDefaultAsync();
    }
}
