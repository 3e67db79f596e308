using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Access.Accounts;

/// <summary>Takes a name and a password, and tells nobody why they do not fit.</summary>
/// <remarks>Attempts are counted before anything is compared, in the store, so that all nodes together compare no more than one would.</remarks>
public sealed class SigningIn(Store store, Passwords passwords, KnownDevices devices, AccountSettings settings, TimeProvider time, SteadyTime steady)
{
    /// <summary>What is said of every failure.</summary>
    public const string Refused = "登录名或密码不正确，或账号暂时锁定。请核对后重试；连续多次不正确会暂停 15 分钟。忘记密码请联系系统管理员重置。";

    /// <summary>The account whose name and password these are and that may be used, or <c>null</c>.</summary>
    public async Task<Account?> Check(HttpContext context, string name, string password)
    {
        name = name.Trim().ToLowerInvariant();
        if (!await MayTry(context, name)) return null;
        var account = await store.Accounts.AsNoTracking().SingleOrDefaultAsync(one => one.SignInName == name);
        var fits = passwords.Fits(account, password, out var stale);
        if (!fits || account!.DisabledAt is not null)
        {
            await Refuse(context, name, account);
            return null;
        }
        await Succeed(context, name);
        if (stale) await Rehash(context, account.Id, password);
        return account;
    }

    /// <summary>Takes an attempt at the second factor; false where there is none left.</summary>
    public Task<bool> MayTryFactor(HttpContext context, Account account) => store.Attempt(FactorOf(context, account), settings.FailuresPerAccount, steady.Now, settings.Pause);

    /// <summary>The second factor fits.</summary>
    public Task FactorFits(HttpContext context, Account account) => store.Forget(FactorOf(context, account));

    /// <summary>Records that the second factor did not fit.</summary>
    public Task RefuseFactor(HttpContext context, Account account) => Refuse(context, account.SignInName, account);

    /// <summary>Takes an attempt that names nobody before it is verified (a passkey, an outside identity): it is counted for the address.</summary>
    public Task<bool> MayTryNameless(HttpContext context) => store.Attempt(Source(context), settings.FailuresPerSource, steady.Now, settings.Pause);

    /// <summary>It fits.</summary>
    public Task NamelessFits(HttpContext context) => store.GiveBack(Source(context));

    /// <summary>Records that it did not fit, or that its account may not be used.</summary>
    public Task RefuseNameless(HttpContext context, Account? account, string how) => account is null
        ? store.Note(new(AccountDeeds.SignInRefused, new(null, "未登录", From(context)), time.Now, Why: how), "没有这个账号")
        : Refuse(context, account.SignInName, account);

    /// <summary>Lets a name be tried again at once, everywhere.</summary>
    public async Task Unlock(Account account)
    {
        await store.Forget(OfAccount(account.SignInName));
        await store.Forget($"factor:{account.Id:D}");
    }

    /// <summary>Whether signing in pauses for this name, on devices that it was not used on.</summary>
    public async Task<bool> IsPaused(Account account) => await store.CountOf(OfAccount(account.SignInName), steady.Now) >= settings.FailuresPerAccount
        || await store.CountOf($"factor:{account.Id:D}", steady.Now) >= settings.FailuresPerAccount;

    /// <summary>How many attempts failed since the last that succeeded; from now on they are counted anew.</summary>
    public async Task<int> FailuresSince(Account account)
    {
        var count = await store.CountOf(Since(account.SignInName), steady.Now);
        if (count > 0) await store.Forget(Since(account.SignInName));
        return count;
    }

    /// <summary>Where a request comes from, in the trail.</summary>
    public static string From(HttpContext context) => context.Connection.RemoteIpAddress is { } address
        ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString()
        : "本机";

    async Task<bool> MayTry(HttpContext context, string name)
    {
        if (devices.Knows(context, name) is { } device) return await store.Attempt(OnDevice(device, name), settings.FailuresPerAccount, steady.Now, settings.Pause);
        if (!await store.Attempt(Source(context), settings.FailuresPerSource, steady.Now, settings.Pause)) return false;
        if (await store.Attempt(OfAccount(name), settings.FailuresPerAccount, steady.Now, settings.Pause)) return true;
        await store.GiveBack(Source(context));
        return false;
    }

    async Task Succeed(HttpContext context, string name)
    {
        if (devices.Knows(context, name) is { } device)
        {
            await store.Forget(OnDevice(device, name));
            return;
        }
        await store.Forget(OfAccount(name));
        await store.GiveBack(Source(context));
    }

    // The same work whether there is such an account or not.
    async Task Refuse(HttpContext context, string name, Account? account)
    {
        await store.Attempt(Since(name), int.MaxValue, steady.Now, TimeSpan.FromDays(400));
        var paused = await store.CountOf(OfAccount(name), steady.Now) >= settings.FailuresPerAccount;
        await store.Note(new(paused ? AccountDeeds.SignInPaused : AccountDeeds.SignInRefused, new(null, "未登录", From(context)), time.Now),
            account is null ? "没有这个账号" : null, account is null ? [] : [store.Mention(account)]);
    }

    Task Rehash(HttpContext context, Guid id, string password) => store.Write(new(AccountDeeds.SignedIn, Hand.Program with { From = From(context) }, time.Now, Why: "密码按现行强度重新散列"), async () =>
    {
        var account = await store.Accounts.SingleAsync(one => one.Id == id);
        account.Rehash(passwords.Hash(account, password));
    });

    string FactorOf(HttpContext context, Account account) => devices.Knows(context, account.SignInName) is { } device ? $"factor:{device}:{account.Id:D}" : $"factor:{account.Id:D}";

    static string Source(HttpContext context) => $"source:{Limits.Visitor(context.Connection.RemoteIpAddress)}";
    static string OfAccount(string name) => $"account:{name}";
    static string OnDevice(string device, string name) => $"device:{device}:{name}";
    static string Since(string name) => $"since:{name}";
}
