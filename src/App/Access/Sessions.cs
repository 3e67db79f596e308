using System.Security.Claims;
using System.Security.Cryptography;
using Gongkai.App.Access.Accounts;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Gongkai.App.Access;

/// <summary>Keeps tickets in the store, so that every node knows them and a stolen or forged cookie says nothing.</summary>
/// <remarks>When a session ends is counted by <see cref="SteadyTime"/>, which nobody sets. Each request asks the store once: whether the session stands, and whether the account still has the stamp that it was opened with.</remarks>
public sealed class Sessions(IServiceScopeFactory scopes, IDataProtectionProvider protection, IOptions<SessionLimits> limits, TimeProvider time, SteadyTime steady, IHttpContextAccessor accessor) : ITicketStore
{
    const string SessionItem = "session";
    readonly IDataProtector protector = protection.CreateProtector("gongkai.session");

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var account = Guid.Parse(ticket.Principal.FindFirstValue(Me.AccountClaim)!);
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        await In(async store =>
        {
            store.Add(new Session
            {
                Key = Hash(key),
                AccountId = account,
                Stamp = await store.Accounts.Where(one => one.Id == account).Select(one => one.Stamp).SingleAsync(),
                Ticket = protector.Protect(TicketSerializer.Default.Serialize(ticket)),
                OpenedAt = time.Now,
                IdleEndsAt = steady.Now + limits.Value.Idle,
                EndsAt = steady.Now + limits.Value.Absolute,
                From = accessor.HttpContext is { } context ? SigningIn.From(context) : "",
                Device = accessor.HttpContext?.Request.Headers.UserAgent.ToString() is { } agent ? agent[..Math.Min(128, agent.Length)] : "",
            });
            await store.SaveChangesAsync();
        });
        return key;
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        AuthenticationTicket? ticket = null;
        await In(async store =>
        {
            var hash = Hash(key);
            var found = await (
                from session in store.Sessions
                join account in store.Accounts on session.AccountId equals account.Id
                where session.Key == hash && session.Stamp == account.Stamp && account.DisabledAt == null
                select session).SingleOrDefaultAsync();
            if (found is null || found.EndsAt <= steady.Now || found.IdleEndsAt <= steady.Now) return;
            if (Open(found.Ticket) is not { } opened) return;
            ticket = TicketSerializer.Default.Deserialize(opened);
            ticket?.Properties.Items[SessionItem] = Convert.ToHexStringLower(hash);
            // Written once a minute at most: reading a page is not worth a write.
            if (found.IdleEndsAt - steady.Now > limits.Value.Idle - TimeSpan.FromMinutes(1)) return;
            found.IdleEndsAt = steady.Now + limits.Value.Idle;
            await store.SaveChangesAsync();
        });
        return ticket;
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket) => Replace(Hash(key), ticket);

    public Task RemoveAsync(string key) => Remove(Hash(key));

    /// <summary>Ends a session.</summary>
    public Task Remove(byte[] hash) => In(store => store.Sessions.Where(session => session.Key == hash).ExecuteDeleteAsync());

    /// <summary>Puts another ticket into a session that goes on: its owner sits down at another desk.</summary>
    public Task Replace(byte[] hash, AuthenticationTicket ticket) => In(async store =>
    {
        if (await store.Sessions.SingleOrDefaultAsync(session => session.Key == hash) is not { } found) return;
        found.Ticket = protector.Protect(TicketSerializer.Default.Serialize(ticket));
        await store.SaveChangesAsync();
    });

    /// <summary>Clears away what has ended.</summary>
    public Task Sweep() => In(store =>
    {
        var now = steady.Now;
        return store.Sessions.Where(session => session.EndsAt < now || session.IdleEndsAt < now).ExecuteDeleteAsync();
    });

    /// <summary>The session of a request, as its row is keyed; <c>null</c> where nobody is signed in.</summary>
    public static byte[]? Of(HttpContext context) =>
        context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.Items.TryGetValue(SessionItem, out var hash) == true ? Convert.FromHexString(hash!) : null;

    /// <summary>What the store keeps of a key.</summary>
    internal static byte[] Hash(string key) => SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(key));

    // A session under a key that was revoked has ended.
    byte[]? Open(byte[] ticket)
    {
        try { return protector.Unprotect(ticket); }
        catch (CryptographicException) { return null; }
    }

    async Task In(Func<Store, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<Store>());
    }
}

/// <summary>When a session ends by itself.</summary>
public sealed class SessionLimits
{
    /// <summary>After so long without a request.</summary>
    public TimeSpan Idle { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>After so long in any case.</summary>
    public TimeSpan Absolute { get; set; } = TimeSpan.FromHours(12);
}
