using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Requests;
using Gongkai.Rules.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Portal.Requests;

/// <summary>提交成功 (P20): the receipt, for the browser that sent the form and for no other, until it is put away.</summary>
[AllowAnonymous]
public sealed class Receipt(Drafts drafts, Filing filing, CaseDoor door) : PageModel, IFramed
{
    public Slip Slip { get; private set; } = null!;
    public Frame Frame => Place.At("提交成功");

    public async Task<IActionResult> OnGet()
    {
        if (drafts.KeyOf(HttpContext) is not { } key || await filing.SlipOf(key) is not { } slip) return Redirect(Url.Content("~" + Place.Path));
        Slip = slip;
        if (slip.Owner is { } owner) door.Remember(HttpContext, owner.Request, owner.CodeMark);
        return Page();
    }

    /// <summary>On a shared computer: nobody after this one sees it.</summary>
    public async Task<IActionResult> OnPostLeave()
    {
        await drafts.Drop(HttpContext);
        door.Leave(HttpContext);
        return Redirect(Url.Content("~" + Place.Path));
    }
}
