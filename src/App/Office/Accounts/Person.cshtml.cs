using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Accounts;

/// <summary>Joins an account to the person whose it is, or parts them (关联人员).</summary>
[Permits(Permission.ManageAccounts)]
public sealed class PersonModel(Store store, Me me) : PageModel, IFramed
{
    /// <summary>The person's handle; none parts them.</summary>
    [BindProperty(Name = "person")] public string? Person { get; set; }

    public Frame Frame => new("账号");

    public async Task<IActionResult> OnGet(Handle handle) =>
        await store.AccountFor(me, Permission.ManageAccounts, handle) is null ? NotFound() : LocalRedirect($"/office/accounts/{handle}");

    public async Task<IActionResult> OnPost(Handle handle)
    {
        if (await store.AccountFor(me, Permission.ManageAccounts, handle) is not { } account) return NotFound();
        var impediment = await Join(account);
        if (impediment is null) TempData["Done"] = string.IsNullOrEmpty(Person) ? "已取消关联，对方需要重新登录。" : "已关联人员，对方需要重新登录。";
        else TempData["Problem"] = impediment.Reason;
        return LocalRedirect($"/office/accounts/{handle}");
    }

    async Task<Impediment?> Join(Account account)
    {
        if (string.IsNullOrEmpty(Person)) return await store.Join(me.Does(AccountDeeds.PersonParted), account.Id, null);
        // Only of the account's own agency; of another there is nobody by that name.
        return Handle.TryParse(Person, null, out var named) && await store.People.AsNoTracking().SingleOrDefaultAsync(person => person.Handle == named && person.AgencyId == account.AgencyId) is { } person
            ? await store.Join(me.Does(AccountDeeds.PersonJoined), account.Id, person.Id)
            : new("没有找到所选的人员，请重新选择。");
    }
}
