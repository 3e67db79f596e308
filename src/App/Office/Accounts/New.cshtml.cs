using System.ComponentModel.DataAnnotations;
using Gongkai.App.Access;
using Gongkai.App.Access.Accounts;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Accounts;

/// <summary>新建账号: it has no role yet; those the security administrator grants.</summary>
[Permits(Permission.ManageAccounts)]
public sealed class New(Store store, Me me, Passwords passwords, TimeProvider time) : PageModel, IFramed
{
    /// <summary>What is typed.</summary>
    public sealed class Form
    {
        [Required(ErrorMessage = "请填写登录名"), RegularExpression("^[a-z][a-z0-9.-]{2,31}$", ErrorMessage = "登录名用 3—32 个小写字母、数字、点或短横线，以字母开头")] public string? SignInName { get; set; }
        [Required(ErrorMessage = "请填写姓名"), StringLength(64, ErrorMessage = "姓名最多 64 个字")] public string? Name { get; set; }
        public string? Agency { get; set; }
    }

    [BindProperty] public Form Input { get; set; } = new();

    public IReadOnlyList<(string Code, string Name)> Agencies { get; private set; } = [];
    public bool MayPlatform => me.Where(Permission.ManageAccounts) is null;
    public Frame Frame => new(ModelState.IsValid ? "新建账号" : "错误：新建账号", new("账号", "/office/accounts"), new("新建账号")) { Under = "/office/accounts" };

    public Task OnGet() => Show();

    public async Task<IActionResult> OnPost()
    {
        Guid? agency = null;
        if (!string.IsNullOrEmpty(Input.Agency)) agency = await Theirs().Where(one => one.Code == Input.Agency).Select(one => (Guid?)one.Id).SingleOrDefaultAsync();
        if (agency is null && (!MayPlatform || !string.IsNullOrEmpty(Input.Agency))) ModelState.AddModelError("Input.Agency", "请选择单位");
        if (Input.SignInName is { } name && await store.Accounts.AnyAsync(account => account.SignInName == name)) ModelState.AddModelError("Input.SignInName", Taken);
        if (!ModelState.IsValid) return await Again();

        var initial = Passwords.Initial();
        var made = new Account { SignInName = Input.SignInName!, Name = Input.Name!.Trim(), AgencyId = agency, Stamp = "" };
        passwords.Set(made, initial, time.Now, initial: true);
        store.Add(made);
        try
        {
            await store.Save(me.Does(AccountDeeds.Made) with { Agency = null });
        }
        catch (DbUpdateException) when (store.Accounts.Any(account => account.SignInName == Input.SignInName))
        {
            ModelState.AddModelError("Input.SignInName", Taken);
            return await Again();
        }
        TempData["Done"] = "账号已建立，还没有角色。请由安全保密管理员授予角色。";
        TempData["Initial"] = initial;
        return LocalRedirect($"/office/accounts/{made.Handle}");
    }

    const string Taken = "这个登录名已有人使用（停用的账号也占用登录名），请换一个";

    async Task<PageResult> Again()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await Show();
        return Page();
    }

    async Task Show() => Agencies = [.. (await Theirs().OrderBy(agency => agency.Code).Select(agency => new { agency.Code, agency.Name }).ToListAsync()).Select(agency => (agency.Code, agency.Name))];

    IQueryable<Agency> Theirs() => me.Where(Permission.ManageAccounts) is { } agencies ? store.Agencies.Where(agency => agencies.Contains(agency.Id)) : store.Agencies;
}
