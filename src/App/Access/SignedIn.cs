using System.Security.Claims;
using Gongkai.Records.Accounts;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Gongkai.App.Access;

/// <summary>The principal of an account: what its ticket says.</summary>
public static class SignedIn
{
    /// <param name="account">Who it is.</param>
    /// <param name="grants">All that it was granted.</param>
    /// <param name="agency">At whose desk; none means the account's own.</param>
    /// <param name="step">What must be done before anything else: one of the claims <see cref="Me.MustChangeClaim"/> and <see cref="Me.MustEnrolClaim"/>.</param>
    public static ClaimsPrincipal As(Account account, IEnumerable<Grant> grants, Guid? agency = null, string? step = null)
    {
        var identity = new ClaimsIdentity(CookieAuthenticationDefaults.AuthenticationScheme, Me.NameClaim, roleType: null);
        identity.AddClaim(new(Me.AccountClaim, account.Id.ToString("D")));
        identity.AddClaim(new(Me.NameClaim, account.Name));
        if ((agency ?? account.AgencyId) is { } desk) identity.AddClaim(new(Me.AgencyClaim, desk.ToString("D")));
        if (account.PersonId is { } person) identity.AddClaim(new(Me.PersonClaim, person.ToString("D")));
        if (step is not null) identity.AddClaim(new(step, "1"));
        foreach (var grant in grants) identity.AddClaim(new(Me.GrantClaim, new Me.Granted(grant.Role, grant.AgencyId, grant.DepartmentId).ToString()));
        return new(identity);
    }
}
