using System.Security.Claims;
using Gongkai.App.Access.Accounts;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Access.SignOn;

/// <summary>Someone comes back from the identity provider: the account that an officer joined to them opens, or one sentence says that none does.</summary>
public sealed class Arrival(SingleSignOn signOn, Store store, SigningIn signingIn, Doorway doorway, HalfWay halfWay, ITempDataDictionaryFactory messages, TimeProvider time)
{
    /// <summary>How the trail names it.</summary>
    public const string How = "统一身份认证";

    /// <summary>Where the browser goes from here.</summary>
    /// <param name="context">The request.</param>
    /// <param name="who">What the provider's token says, all of which was checked.</param>
    /// <param name="to">The page that was asked for.</param>
    public async Task<string> Of(HttpContext context, ClaimsPrincipal who, string to)
    {
        if (!await signingIn.MayTryNameless(context)) return SingleSignOn.Door(SingleSignOn.Refused);
        var provider = signOn.Provider!;
        var identity = await Joined(provider, who);
        var account = identity is null ? null : await store.Accounts.AsNoTracking().SingleAsync(one => one.Id == identity.AccountId);
        if (account is { DisabledAt: null } && HasAcr(provider, who) && await store.Grants.AnyAsync(grant => grant.AccountId == account.Id))
        {
            if (!provider.AsksBoth && account.SecondFactorSince is not null)
            {
                halfWay.Remember(context, account, outside: true);
                await signingIn.NamelessFits(context);
                return $"{Entrance.SignInPath}/second?to={Uri.EscapeDataString(to)}";
            }
            var notice = await doorway.Open(context, account.Id, How, one => Use(one, identity!), provider.AsksBoth ? Proof.Outside | Proof.BothFactors : Proof.Outside);
            if (notice.Length > 0)
            {
                await signingIn.NamelessFits(context);
                var message = messages.GetTempData(context);
                message["Done"] = notice;
                message.Save();
                return to;
            }
        }
        await signingIn.RefuseNameless(context, account, How);
        return SingleSignOn.Door(SingleSignOn.Refused);
    }

    // A claim that stands there twice names nobody.
    async Task<OutsideIdentity?> Joined(Provider provider, ClaimsPrincipal who) =>
        who.FindAll(provider.Claim).Select(claim => claim.Value).ToList() is [{ Length: > 0 } subject]
            ? await store.OutsideIdentities.AsNoTracking().SingleOrDefaultAsync(one => one.Issuer == provider.Issuer && one.Subject == subject)
            : null;

    static bool HasAcr(Provider provider, ClaimsPrincipal who) => provider.Acr is null || who.HasClaim("acr", provider.Acr) || who.HasClaim("amr", provider.Acr);

    // Looked at once more where nobody can part them.
    async Task<bool> Use(Account account, OutsideIdentity shown)
    {
        if (await store.OutsideIdentities.SingleOrDefaultAsync(one => one.Id == shown.Id && one.AccountId == account.Id) is not { } identity) return false;
        identity.UsedAt = time.Now;
        // Twice within one moment, the sign-in must stand in the trail all the same.
        store.Entry(identity).State = EntityState.Modified;
        return true;
    }
}
