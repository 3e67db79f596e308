using System.Security.Claims;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Records.Organizations;
using Gongkai.Records.Trail;
using Gongkai.Rules;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Gongkai.App.Access.Accounts;

/// <summary>Lets people in and out: opens a session under a new key, whatever key the browser came with, and closes the old one.</summary>
/// <remarks>The cookie handler itself would go on with a session that is there (it renews the key's ticket), so a key that someone planted would live on.</remarks>
public sealed class Doorway(Store store, Sessions sessions, KnownDevices devices, SigningIn signingIn, AccountSettings settings, IOptionsMonitor<CookieAuthenticationOptions> cookies, TimeProvider time)
{
    const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;
    const string SessionIdClaim = "Microsoft.AspNetCore.Authentication.Cookies-SessionId";

    /// <summary>Lets someone in who has proved who they are, and says when they were here last.</summary>
    /// <param name="context">The request.</param>
    /// <param name="account">Who.</param>
    /// <param name="how">How it was proved, for the auditor.</param>
    /// <param name="with">What is changed in the same act: a code that is used up.</param>
    /// <param name="proof">What that proved.</param>
    /// <returns>The notice of the last sign-in; empty where the change was refused.</returns>
    public async Task<string> Open(HttpContext context, Guid account, string how, Func<Account, Task<bool>>? with = null, Proof proof = Proof.Password)
    {
        var before = await store.Trail.Where(entry => entry.Account == account && entry.Deed == AccountDeeds.SignedIn.Code)
            .OrderByDescending(entry => entry.At).Select(entry => new { entry.At, entry.From }).FirstOrDefaultAsync();
        var one = await store.Accounts.SingleAsync(found => found.Id == account);
        var act = new Act(AccountDeeds.SignedIn, new(one.Id, one.Name, SigningIn.From(context)), time.Now, Why: how);
        if (with is null) await store.Note(act, null, store.Mention(one));
        else if (!await With(act, one, with)) return "";

        var failures = await signingIn.FailuresSince(one);
        await Enter(context, one, null, proof);
        devices.Remember(context, one.SignInName);
        await sessions.Sweep();
        return (before is null ? "登录成功。这是您第一次登录" : $"登录成功。上次登录：{before.At.AtOffice:yyyy年M月d日 HH:mm}，来自 {before.From}")
            + (failures > 0 ? $"；此后有 {failures} 次失败的登录，如果不是您本人操作，请修改密码并告知安全保密管理员。" : "。");
    }

    /// <summary>Gives someone who is in a new key and a new ticket, because what it says has changed; desk and proof stay.</summary>
    public Task Renew(HttpContext context, Account account, Me me) => Enter(context, account, me.Agency == Guid.Empty ? null : me.Agency, ProofOf(context));

    async Task Enter(HttpContext context, Account account, Guid? agency, Proof proof)
    {
        if (Sessions.Of(context) is { } old) await sessions.Remove(old);
        var key = await sessions.StoreAsync(await Ticket(account, agency, proof));
        var options = cookies.Get(Scheme);
        var reference = new ClaimsPrincipal(new ClaimsIdentity([new(SessionIdClaim, key, ClaimValueTypes.String, options.ClaimsIssuer)], options.ClaimsIssuer));
        options.CookieManager.AppendResponseCookie(context, options.Cookie.Name!, options.TicketDataFormat.Protect(new(reference, null, Scheme)), options.Cookie.Build(context));
    }

    /// <summary>Sits down at another agency's desk; the session and its end stay as they are.</summary>
    public async Task Choose(HttpContext context, Me me, Guid agency)
    {
        await store.Note(me.Does(AccountDeeds.DeskChosen) with { Agency = null }, null, store.Mention<Agency>(agency));
        var account = await store.Accounts.AsNoTracking().SingleAsync(one => one.Id == me.Account);
        if (Sessions.Of(context) is { } session) await sessions.Replace(session, await Ticket(account, agency, ProofOf(context)));
    }

    /// <summary>Lets someone out.</summary>
    public async Task Leave(HttpContext context, Me me)
    {
        await store.Note(me.Does(AccountDeeds.SignedOut) with { Agency = null }, null, store.Mention<Account>(me.Account!.Value));
        await context.SignOutAsync(Scheme);
    }

    /// <summary>With what this session was opened.</summary>
    public static Proof ProofOf(HttpContext context) => Enum.TryParse<Proof>(context.User.FindFirstValue(Me.ProofClaim), out var proof) ? proof : Proof.Password;

    async Task<AuthenticationTicket> Ticket(Account account, Guid? agency, Proof proof)
    {
        var grants = await store.Grants.AsNoTracking().Where(grant => grant.AccountId == account.Id).ToListAsync();
        var who = SignedIn.As(account, grants, agency, Step(account, proof));
        who.Identities.First().AddClaim(new(Me.ProofClaim, proof.ToString()));
        return new(who, Scheme);
    }

    string? Step(Account account, Proof proof) =>
        !proof.HasFlag(Proof.Outside) && (account.MustChangePassword || IsOld(account)) ? Me.MustChangeClaim
        : settings.SecondFactorRequired && !proof.HasFlag(Proof.BothFactors) && account.SecondFactorSince is null ? Me.MustEnrolClaim
        : null;

    bool IsOld(Account account) => account.PasswordSetAt is { } set && settings.Rules.IsTooOld(set.DayAtOffice, time.Today);

    // Looked at once more where no other node can use the same code.
    async Task<bool> With(Act act, Account account, Func<Account, Task<bool>> change)
    {
        var done = false;
        await store.Write(act, async () =>
        {
            await store.Entry(account).ReloadAsync();
            done = account.DisabledAt is null && await change(account);
        });
        return done;
    }
}

/// <summary>What someone has shown at the door.</summary>
[Flags]
public enum Proof
{
    /// <summary>A password, and a second factor where the account has one.</summary>
    Password = 0,

    /// <summary>Both factors in one step, so that no authenticator is asked for.</summary>
    BothFactors = 1,

    /// <summary>The word of an identity provider, so that the password of the account does not matter.</summary>
    Outside = 2,
}
