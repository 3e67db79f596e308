using Gongkai.App.Access;
using Gongkai.App.Access.Accounts;
using Gongkai.App.Access.SignOn;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Accounts;

/// <summary>One account: its state for the system administrator, its roles for the security administrator.</summary>
[Permits(Permission.SeeAccounts)]
public sealed class One(Store store, Me me, SigningIn signingIn, SingleSignOn signOn) : PageModel, IFramed
{
    public sealed record Granted(Guid Id, string Role, string Where);

    public Account Account { get; private set; } = null!;
    public string? Agency { get; private set; }
    public bool Paused { get; private set; }
    public int Sessions { get; private set; }
    public bool Own => Account.Id == me.Account;
    public IReadOnlyList<Granted> Grants { get; private set; } = [];
    public IReadOnlyList<(string Code, string Name)> Agencies { get; private set; } = [];
    public IReadOnlyList<OutsideIdentity> Outside { get; private set; } = [];
    public Provider? Provider => signOn.Provider;
    public bool MayPlatform => me.Where(Permission.GrantRoles) is null;

    /// <summary>The password that was just made, shown once.</summary>
    public string? Initial { get; private set; }

    public Frame Frame => new(Account.Name, new("账号", "/office/accounts"), new(Account.Name)) { Under = "/office/accounts" };

    public async Task<IActionResult> OnGet(Handle handle)
    {
        if (await store.AccountFor(me, Permission.SeeAccounts, handle) is not { } account) return NotFound();
        Account = account;
        Initial = TempData["Initial"] as string;
        Agency = await store.Agencies.Where(agency => agency.Id == account.AgencyId).Select(agency => agency.Name).FirstOrDefaultAsync();
        Paused = await signingIn.IsPaused(account);
        Sessions = await store.Sessions.CountAsync(session => session.AccountId == account.Id && session.Stamp == account.Stamp);
        var names = await store.Agencies.ToDictionaryAsync(agency => agency.Id, agency => agency.Name);
        Grants = [.. (await store.Grants.AsNoTracking().Where(grant => grant.AccountId == account.Id).OrderBy(grant => grant.GrantedAt).ToListAsync())
            .Select(grant => new Granted(grant.Id, grant.Role.Name, grant.AgencyId is { } agency ? names[agency] : "整个平台"))];
        Outside = await store.OutsideIdentities.AsNoTracking().Where(one => one.AccountId == account.Id).OrderBy(one => one.JoinedAt).ToListAsync();
        var theirs = me.Where(Permission.GrantRoles);
        Agencies = [.. (await store.Agencies.Where(agency => theirs == null || theirs.Contains(agency.Id)).OrderBy(agency => agency.Code).Select(agency => new { agency.Code, agency.Name }).ToListAsync())
            .Select(agency => (agency.Code, agency.Name))];
        return Page();
    }
}
