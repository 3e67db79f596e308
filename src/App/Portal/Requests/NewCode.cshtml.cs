using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Portal.Requests;

/// <summary>Where the link of a mail leads: the number is asked for, and a new query code shown once. Opening the page alone changes nothing, so that a mail scanner does no harm.</summary>
[AllowAnonymous]
public sealed class NewCode(CodeReset reset, CaseDoor door, Store store, Marks marks) : PageModel, IFramed
{
    public const string Refused = "链接已经失效，或者申请编号不符。请核对编号，或者重新申请重设链接。";

    [BindProperty(Name = "l", SupportsGet = true)] public string? Link { get; set; }
    [BindProperty(Name = "bh")] public string? Number { get; set; }

    public (string Number, string Code, Handle Request, string CodeMark)? Fresh { get; private set; }
    public Frame Frame => Place.At("重设查询码", wrong: !ModelState.IsValid, new("进度查询", Place.Query));

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost()
    {
        Fresh = await reset.Reset(store, marks, Link, Number);
        if (Fresh is { } fresh)
        {
            door.Remember(HttpContext, fresh.Request, fresh.CodeMark);
            return Page();
        }
        ModelState.AddModelError("bh", Refused);
        return this.Again();
    }
}
