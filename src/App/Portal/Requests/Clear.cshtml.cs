using Gongkai.App.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Portal.Requests;

/// <summary>清除已填内容: on a shared computer nothing stays behind.</summary>
[AllowAnonymous]
public sealed class Clear(Drafts drafts, CaseDoor door) : PageModel, IFramed
{
    public Frame Frame => Place.At("清除已填内容");

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost()
    {
        await drafts.Drop(HttpContext);
        door.Leave(HttpContext);
        return Redirect(Url.Content("~" + Place.Path));
    }
}
