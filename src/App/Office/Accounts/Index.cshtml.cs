using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Accounts;

/// <summary>账号: who may sign in, with which roles.</summary>
[Permits(Permission.SeeAccounts)]
public sealed class Index(Store store, Me me, ListFiles files, Views.ViewsOf views) : PageModel, IFramed
{
    public const string Path = "/office/accounts";

    public sealed record Row(Handle Handle, string SignInName, string Name, string? Agency, bool Disabled, bool Factor, IReadOnlyList<string> Roles)
    {
        public string RoleWords => Roles is [] ? "没有授权" : string.Join("、", Roles);
    }

    [BindProperty(Name = "q", SupportsGet = true)] public string? Words { get; set; }
    [BindProperty(Name = "role", SupportsGet = true)] public Role? Role { get; set; }
    [BindProperty(Name = "state", SupportsGet = true)] public string? State { get; set; }
    [BindProperty(SupportsGet = true)] public ListQuery Asked { get; set; } = new();

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public Listing List { get; private set; } = null!;
    public Views.ViewBar Views { get; private set; } = null!;
    public Frame Frame => new("账号", new Crumb("账号")) { Under = Path };

    static readonly ListColumn<Row>[] Columns =
    [
        new("sign-in", "登录名", row => row.SignInName),
        new("name", "姓名", row => row.Name),
        new("agency", "单位", row => row.Agency ?? "平台"),
        new("roles", "角色", row => row.RoleWords),
        new("factor", "动态口令", row => row.Factor ? "已启用" : "未设置"),
        new("state", "状态", row => row.Disabled ? "已停用" : "可用"),
    ];

    public async Task<IActionResult> OnGet()
    {
        Words = Words?.Trim() is { Length: > 0 and <= 100 } words ? words : null;
        var accounts = store.AccountsFor(me, Permission.SeeAccounts);
        if (Words is { } part) accounts = accounts.Where(account => account.Name.Contains(part) || account.SignInName.Contains(part));
        if (State == "on") accounts = accounts.Where(account => account.DisabledAt == null);
        if (State == "off") accounts = accounts.Where(account => account.DisabledAt != null);
        if (Role is { } role) accounts = accounts.Where(account => store.Grants.Any(grant => grant.AccountId == account.Id && grant.Role == role));
        accounts = accounts.OrderBy(account => account.SignInName);
        ListFilter[] filters = [new("q", "姓名或登录名", Words), new("role", "角色", Role?.ToString(), Role?.Name), new("state", "状态", State, State == "on" ? "可用" : "已停用")];
        if (await files.Of("账号", Asked, filters, Columns, () => All(accounts)) is { } file) return file;
        List = Listing.Around("账号", Path, Asked, filters, Columns, await accounts.CountAsync());
        Rows = await Read(accounts.Skip(List.Paging.Skip).Take(Listing.RowsOnPage));
        Views = await views.Of(List);
        return Page();
    }

    async IAsyncEnumerable<Row> All(IQueryable<Account> accounts)
    {
        foreach (var row in await Read(accounts)) yield return row;
    }

    async Task<IReadOnlyList<Row>> Read(IQueryable<Account> accounts)
    {
        var found = await accounts
            .Select(account => new
            {
                account.Id, account.Handle, account.SignInName, account.Name, account.DisabledAt, account.SecondFactorSince,
                Agency = store.Agencies.Where(agency => agency.Id == account.AgencyId).Select(agency => agency.Name).FirstOrDefault(),
            }).ToListAsync();
        var ids = found.Select(account => account.Id).ToList();
        var grants = (await store.Grants.AsNoTracking().Where(grant => ids.Contains(grant.AccountId)).ToListAsync()).ToLookup(grant => grant.AccountId, grant => grant.DepartmentId is null ? grant.Role.Name : $"{grant.Role.Name}（限科室）");
        return [.. found.Select(account => new Row(account.Handle, account.SignInName, account.Name, account.Agency, account.DisabledAt is not null, account.SecondFactorSince is not null, [.. grants[account.Id].Distinct()]))];
    }
}
