using Gongkai.App.Access;
using Gongkai.App.Access.Accounts;
using Gongkai.App.Access.SignOn;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Accounts;

/// <summary>One account: its state for the system administrator, its roles for the security administrator.</summary>
[Permits(Permission.SeeAccounts)]
public sealed class One(Store store, Me me, SigningIn signingIn, SingleSignOn signOn) : PageModel, IFramed
{
    public sealed record Granted(Guid Id, string Role, string Where, bool Over);

    public Account Account { get; private set; } = null!;
    public string? Agency { get; private set; }
    public bool Paused { get; private set; }
    public int Sessions { get; private set; }
    public bool Own => Account.Id == me.Account;
    public IReadOnlyList<Granted> Grants { get; private set; } = [];

    /// <summary>Where a role can be granted.</summary>
    public UnitChoice? Units { get; private set; }

    public IReadOnlyList<OutsideIdentity> Outside { get; private set; } = [];
    public Provider? Provider => signOn.Provider;

    /// <summary>The departments to which a role can be limited, by their agency: the account's, and those where it has roles.</summary>
    public IReadOnlyList<(string Agency, IReadOnlyList<(string Handle, string Name)> Departments)> Departments { get; private set; } = [];

    /// <summary>Whose account it is.</summary>
    public Person? Person { get; private set; }

    /// <summary>Those to whom it can be joined.</summary>
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

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
        var grants = await store.Grants.AsNoTracking().Where(grant => grant.AccountId == account.Id).OrderBy(grant => grant.GrantedAt).ToListAsync();
        var places = grants.Select(grant => grant.AgencyId).Append(account.AgencyId).OfType<Guid>().Distinct().ToList();
        var names = await store.Agencies.Where(agency => places.Contains(agency.Id)).ToDictionaryAsync(agency => agency.Id, agency => agency.Name);
        var limits = grants.Select(grant => grant.DepartmentId).OfType<Guid>().ToList();
        var limited = await store.Departments.AsNoTracking().Where(department => limits.Contains(department.Id)).ToDictionaryAsync(department => department.Id);
        Grants = [.. grants.Select(grant => new Granted(grant.Id, grant.Role.Name,
            grant.AgencyId is not { } agency ? "整个平台" : grant.DepartmentId is { } department ? $"{names[agency]}{limited[department].Name}" : names[agency],
            grant.DepartmentId is { } closed && limited[closed].AbolishedOn is not null))];
        Outside = await store.OutsideIdentities.AsNoTracking().Where(one => one.AccountId == account.Id).OrderBy(one => one.JoinedAt).ToListAsync();
        var theirs = me.Where(Permission.GrantRoles);
        var home = await store.Agencies.Where(agency => agency.Id == account.AgencyId).Select(agency => agency.Code).FirstOrDefaultAsync();
        Units = await UnitChoice.Among(store.Agencies.Where(agency => theirs == null || theirs.Contains(agency.Id)), "agency", "agency", home, MayPlatform ? "整个平台（仅三员）" : null);
        if (me.May(Permission.GrantRoles) && !Own) await Offer([.. places.Where(agency => theirs is null || theirs.Contains(agency))], names);
        Person = account.PersonId is { } person ? await store.People.AsNoTracking().SingleAsync(one => one.Id == person) : null;
        if (me.May(Permission.ManageAccounts) && account.AgencyId is { } unit)
            People = await store.PeopleWithoutAccount(unit).Select(one => new SelectListItem(one.Name, one.Handle.ToString())).ToListAsync();
        return Page();
    }

    async Task Offer(IReadOnlyList<Guid> agencies, Dictionary<Guid, string> names) =>
        Departments = [.. (await store.Departments.AsNoTracking().Where(department => agencies.Contains(department.AgencyId) && department.AbolishedOn == null).OrderBy(department => department.Order).ToListAsync())
            .GroupBy(department => department.AgencyId).Select(group => (names[group.Key], (IReadOnlyList<(string, string)>)[.. group.Select(department => (department.Handle.ToString(), department.Name))]))];
}
