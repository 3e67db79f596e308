using Gongkai.App.Access;
using Gongkai.App.Access.SignOn;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Office.Accounts;

/// <summary>What the system administrator says of an account and its owner's identity elsewhere (外部身份): join them, part them.</summary>
[Permits(Permission.ManageAccounts)]
public sealed class Outside(Store store, Me me, SingleSignOn signOn) : PageModel, IFramed
{
    [BindProperty(Name = "subject")] public string? Subject { get; set; }
    [BindProperty(Name = "part")] public Handle? Parted { get; set; }

    public Frame Frame => new("账号");

    public async Task<IActionResult> OnGet(Handle handle) =>
        await store.AccountFor(me, Permission.ManageAccounts, handle) is null ? NotFound() : LocalRedirect($"/office/accounts/{handle}");

    public async Task<IActionResult> OnPost(Handle handle)
    {
        if (await store.AccountFor(me, Permission.ManageAccounts, handle) is not { } account) return NotFound();
        if (Parted is { } identity)
        {
            if (await store.Part(me.Does(AccountDeeds.OutsideParted), account.Id, identity)) TempData["Done"] = "外部身份已解除，对方的登录已全部退出。";
            else TempData["Problem"] = "没有找到这个外部身份，它可能已被解除。请刷新页面。";
            return LocalRedirect($"/office/accounts/{handle}");
        }
        if (signOn.Provider is not { } provider) return NotFound();
        var impediment = await store.Join(me.Does(AccountDeeds.OutsideJoined), account.Id, provider.Issuer, (Subject ?? "").Trim());
        if (impediment is null) TempData["Done"] = "外部身份已关联，本人下次可以用它登录。";
        else TempData["Problem"] = impediment.Reason;
        return LocalRedirect($"/office/accounts/{handle}");
    }
}
