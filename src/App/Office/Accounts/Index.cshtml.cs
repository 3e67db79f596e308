using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Accounts;

/// <summary>账号: who may sign in, with which roles.</summary>
[Permits(Permission.SeeAccounts)]
public sealed class Index(Store store, Me me) : PageModel, IFramed
{
    const int Size = 50;

    public sealed record Row(Handle Handle, string SignInName, string Name, string? Agency, bool Disabled, bool Factor, IReadOnlyList<string> Roles);

    [BindProperty(Name = "q", SupportsGet = true)] public string? Words { get; set; }
    [BindProperty(Name = "role", SupportsGet = true)] public Role? Role { get; set; }
    [BindProperty(Name = "state", SupportsGet = true)] public string? State { get; set; }
    [BindProperty(Name = "page", SupportsGet = true)] public int Wanted { get; set; } = 1;

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public Paging Paging { get; private set; } = null!;
    public Frame Frame => new("账号", new Crumb("账号")) { Under = "/office/accounts" };

    public async Task OnGet()
    {
        var accounts = store.AccountsFor(me, Permission.SeeAccounts);
        if (!string.IsNullOrWhiteSpace(Words)) accounts = accounts.Where(account => account.Name.Contains(Words.Trim()) || account.SignInName.Contains(Words.Trim()));
        if (State == "on") accounts = accounts.Where(account => account.DisabledAt == null);
        if (State == "off") accounts = accounts.Where(account => account.DisabledAt != null);
        if (Role is { } role) accounts = accounts.Where(account => store.Grants.Any(grant => grant.AccountId == account.Id && grant.Role == role));
        Paging = new(Wanted, Size, await accounts.CountAsync(), page => $"?q={Uri.EscapeDataString(Words ?? "")}&role={Role}&state={Uri.EscapeDataString(State ?? "")}&page={page}");
        var found = await accounts.OrderBy(account => account.SignInName).Skip(Paging.Skip).Take(Size)
            .Select(account => new
            {
                account.Id, account.Handle, account.SignInName, account.Name, account.DisabledAt, account.SecondFactorSince,
                Agency = store.Agencies.Where(agency => agency.Id == account.AgencyId).Select(agency => agency.Name).FirstOrDefault(),
            }).ToListAsync();
        var ids = found.Select(account => account.Id).ToList();
        var grants = (await store.Grants.AsNoTracking().Where(grant => ids.Contains(grant.AccountId)).ToListAsync()).ToLookup(grant => grant.AccountId, grant => grant.DepartmentId is null ? grant.Role.Name : $"{grant.Role.Name}（限科室）");
        Rows = [.. found.Select(account => new Row(account.Handle, account.SignInName, account.Name, account.Agency, account.DisabledAt is not null, account.SecondFactorSince is not null, [.. grants[account.Id].Distinct()]))];
    }
}
