using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Records.Organizations;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Accounts;

/// <summary>What the security administrator does to an account: grant a role, take it away.</summary>
[Permits(Permission.GrantRoles)]
public sealed class Roles(Store store, Me me) : PageModel, IFramed
{
    [BindProperty(Name = "role")] public Role? Role { get; set; }
    [BindProperty(Name = "agency")] public string? Agency { get; set; }
    [BindProperty(Name = "department")] public string? Department { get; set; }
    [BindProperty(Name = "take")] public Guid? Taken { get; set; }

    public Frame Frame => new("账号");

    public async Task<IActionResult> OnGet(Handle handle) =>
        await store.AccountFor(me, Permission.GrantRoles, handle) is null ? NotFound() : LocalRedirect($"/office/accounts/{handle}");

    public async Task<IActionResult> OnPost(Handle handle)
    {
        if (await store.AccountFor(me, Permission.GrantRoles, handle) is not { } account) return NotFound();
        var impediment = Taken is { } grant ? await Take(account, grant) : Role is { } role && Enum.IsDefined(role) ? await Give(account, role) : new("请选择要授予的角色。");
        if (impediment is null) TempData["Done"] = Taken is null ? "角色已授予，对方需要重新登录。" : "角色已收回，对方的登录已退出。";
        else TempData["Problem"] = impediment.Reason;
        return LocalRedirect($"/office/accounts/{handle}");
    }

    async Task<Impediment?> Give(Account account, Role role)
    {
        var theirs = me.Where(Permission.GrantRoles);
        Guid? agency = null;
        if (!string.IsNullOrEmpty(Agency) && (agency = await UnitChoice.Named(store.Agencies, Agency)) is null) return new("没有找到这个单位，请核对单位代码或者全称。");
        // Only within what one was granted oneself.
        if (theirs is not null && (agency is not { } one || !theirs.Contains(one))) return new("请选择您所管理的单位。");
        Guid? department = null;
        if (!string.IsNullOrEmpty(Department) && (department = Handle.TryParse(Department, null, out var named)
            ? await store.Departments.Where(one => one.Handle == named && one.AgencyId == agency).Select(one => (Guid?)one.Id).SingleOrDefaultAsync() : null) is null)
            return new("所选科室不在所选的单位，请让科室和单位对应，或者不选科室。");
        return await store.Grant(me.Does(AccountDeeds.RoleGranted), account.Id, role, agency, department);
    }

    async Task<Impediment?> Take(Account account, Guid id)
    {
        var theirs = me.Where(Permission.GrantRoles);
        var grant = await store.Grants.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.AccountId == account.Id);
        return grant is null || theirs is not null && (grant.AgencyId is not { } agency || !theirs.Contains(agency))
            ? new("没有找到这项授权，它可能已被收回。请刷新页面。")
            : await store.Take(me.Does(AccountDeeds.RoleTaken), id);
    }
}
