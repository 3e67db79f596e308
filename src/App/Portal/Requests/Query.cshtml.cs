using Gongkai.App.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Portal.Requests;

/// <summary>进度查询 (P21): number and code, sent in the form and never in an address. Whatever is wrong, the answer is the same.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, KeepsTyped]
public sealed class Query(CaseDoor door, IAntiforgery antiforgery) : PageModel, IFramed
{
    [BindProperty(Name = "bh")] public string? Number { get; set; }
    [BindProperty(Name = "ma")] public string? Code { get; set; }

    public Frame Frame => Place.At("进度查询", wrong: !ModelState.IsValid);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
        {
            ModelState.AddModelError("", Step.SessionOver);
            return this.Again(StatusCodes.Status400BadRequest);
        }
        if (string.IsNullOrWhiteSpace(Number)) ModelState.AddModelError("bh", "请填写申请编号");
        else if (string.IsNullOrWhiteSpace(Code)) ModelState.AddModelError("ma", "请填写查询码");
        else if (await door.Try(HttpContext, Number, Code)) return Redirect(Url.Content("~" + Place.Progress));
        else ModelState.AddModelError("bh", CaseDoor.Refused);
        return this.Again();
    }
}
