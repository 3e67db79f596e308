using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Gongkai.App.Access.Accounts;

/// <summary>通行密钥: adds them, takes them away, and lets in whoever has one. What WebAuthn asks to be checked, Identity's handler checks.</summary>
/// <remarks>The device always verifies its user (a PIN, a finger), so a passkey is both factors.</remarks>
public sealed class Passkeys(Store store, Doorway doorway, SigningIn signingIn, PasskeyChallenges challenges, Site site, TimeProvider time, ILoggerFactory logs) : IDisposable
{
    /// <summary>What is said of every failure to sign in with one.</summary>
    public const string Refused = "通行密钥没有通过验证，或账号暂时不能使用。请重试，或改用登录名和密码登录；仍然不行请联系系统管理员。";

    const string Entering = "enter";

    // Nobody needs more devices; and the challenge, which names them all, stays small.
    public const int Most = 10;

    readonly UserManager<Account> accounts = new(new PasskeyStore(store), null!, null!, null!, null!, null!, null!, null!, logs.CreateLogger<UserManager<Account>>());

    /// <summary>What the browser is asked in order to make one, as JSON.</summary>
    public async Task<string> AskToAdd(HttpContext context, Account account)
    {
        var asked = await Handler(context).MakeCreationOptionsAsync(new() { Id = PasskeyStore.Key(account.Id), Name = account.SignInName, DisplayName = account.Name }, context);
        challenges.Remember(context, Adding(account.Id), asked.AttestationState!);
        return asked.CreationOptionsJson;
    }

    /// <summary>Adds what the browser made; false where it does not fit what was asked.</summary>
    public async Task<bool> Add(HttpContext context, Act act, Guid account, string name, string credential)
    {
        if (await challenges.Take(context, Adding(account)) is not { } state) return false;
        var made = await Handler(context).PerformAttestationAsync(new() { HttpContext = context, CredentialJson = credential, AttestationState = state });
        if (!made.Succeeded) return false;
        var added = false;
        await store.Write(act with { Agency = null, Deed = AccountDeeds.PasskeyAdded }, async () =>
        {
            if (await store.Passkeys.AnyAsync(one => one.CredentialId == made.Passkey.CredentialId) || await store.Passkeys.CountAsync(one => one.AccountId == account) >= Most) return;
            store.Add(new Passkey
            {
                AccountId = account, Name = name, MadeAt = time.Now, CredentialId = made.Passkey.CredentialId, PublicKey = made.Passkey.PublicKey,
                SignCount = made.Passkey.SignCount, Transports = [.. made.Passkey.Transports ?? []], UserVerified = made.Passkey.IsUserVerified,
                BackupEligible = made.Passkey.IsBackupEligible, BackedUp = made.Passkey.IsBackedUp,
                AttestationObject = made.Passkey.AttestationObject, ClientDataJson = made.Passkey.ClientDataJson,
            });
            added = true;
        });
        return added;
    }

    /// <summary>Takes one away, and ends every session of the account; false where it is not the account's.</summary>
    public async Task<bool> Remove(Act act, Guid account, string handle)
    {
        var removed = false;
        await store.Write(act with { Agency = null, Deed = AccountDeeds.PasskeyRemoved }, async () =>
        {
            if ((await store.Passkeys.Where(one => one.AccountId == account).ToListAsync()).Find(one => one.Handle.ToString() == handle) is not { } passkey) return;
            store.Remove(passkey);
            (await store.Accounts.SingleAsync(one => one.Id == account)).EndSessions();
            removed = true;
        });
        return removed;
    }

    /// <summary>What the browser is asked in order to sign in, as JSON. It names no account.</summary>
    public async Task<string> AskToEnter(HttpContext context)
    {
        var asked = await Handler(context).MakeRequestOptionsAsync(null!, context);
        challenges.Remember(context, Entering, asked.AssertionState!);
        return asked.RequestOptionsJson;
    }

    /// <summary>Lets someone in whose passkey fits.</summary>
    /// <returns>The notice of the last sign-in; empty where it does not fit.</returns>
    public async Task<string> SignIn(HttpContext context, string credential)
    {
        if (!await signingIn.MayTryNameless(context)) return "";
        Account? who = null;
        if (await challenges.Take(context, Entering) is { } state)
        {
            var shown = await Handler(context).PerformAssertionAsync(new() { HttpContext = context, CredentialJson = credential, AssertionState = state });
            if (shown.Succeeded)
            {
                who = shown.User;
                var notice = await doorway.Open(context, who.Id, "通行密钥", one => Use(one, shown.Passkey), Proof.BothFactors);
                if (notice.Length > 0)
                {
                    await signingIn.NamelessFits(context);
                    return notice;
                }
            }
        }
        await signingIn.RefuseNameless(context, who, "通行密钥");
        return "";
    }

    public void Dispose() => accounts.Dispose();

    // Looked at once more where nobody else can remove or use it.
    async Task<bool> Use(Account account, UserPasskeyInfo shown)
    {
        if (await store.Passkeys.SingleOrDefaultAsync(one => one.AccountId == account.Id && one.CredentialId == shown.CredentialId) is not { } passkey) return false;
        if (shown.SignCount != 0 && shown.SignCount <= passkey.SignCount) return false;
        (passkey.SignCount, passkey.BackedUp) = (shown.SignCount, shown.IsBackedUp);
        // A device that does not count changes nothing, and the sign-in must stand in the trail all the same.
        store.Entry(passkey).State = EntityState.Modified;
        return true;
    }

    static string Adding(Guid account) => $"add:{account:D}";

    // Passkeys belong to the site's domain; where the machine itself is asked (localhost), to that. Other hosts are refused before (AllowedHosts).
    PasskeyHandler<Account> Handler(HttpContext context)
    {
        var (here, ours) = (context.Request.Host.Host, new HostString(site.Domain).Host);
        return new(accounts, Options.Create(new IdentityPasskeyOptions
        {
            ServerDomain = here.EndsWith("." + ours, StringComparison.OrdinalIgnoreCase) || here.Equals(ours, StringComparison.OrdinalIgnoreCase) ? ours : here,
            UserVerificationRequirement = "required",
            ResidentKeyRequirement = "required",
            AttestationConveyancePreference = "none",
            ValidateOrigin = origin => ValueTask.FromResult(IsOurs(origin)),
        }));
    }

    bool IsOurs(PasskeyOriginValidationContext origin) => !origin.CrossOrigin && Uri.TryCreate(origin.Origin, UriKind.Absolute, out var from)
        && (from.Scheme == Uri.UriSchemeHttps || (!site.Https && from.Scheme == Uri.UriSchemeHttp))
        && string.Equals(from.Authority, new UriBuilder(from.Scheme, origin.HttpContext.Request.Host.Host, origin.HttpContext.Request.Host.Port ?? -1).Uri.Authority, StringComparison.OrdinalIgnoreCase);
}
