using Gongkai.App.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Portal.Requests;

/// <summary>忘记查询码: a link goes to the address that stands in the request, if it is the one that was typed. The answer is the same, and is given before anything is looked up.</summary>
[AllowAnonymous]
public sealed class Forgotten(CodeReset reset) : PageModel, IFramed
{
    [BindProperty(Name = "bh")] public string? Number { get; set; }
    [BindProperty(Name = "yx")] public string? Mail { get; set; }

    public bool Sent { get; private set; }
    public Frame Frame => Place.At("忘记查询码", wrong: !ModelState.IsValid, new("进度查询", Place.Query));

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost()
    {
        if (string.IsNullOrWhiteSpace(Number)) ModelState.AddModelError("bh", "请填写申请编号");
        if (string.IsNullOrWhiteSpace(Mail)) ModelState.AddModelError("yx", "请填写申请时留下的电子邮箱");
        if (!ModelState.IsValid) return this.Again();
        await reset.Ask(HttpContext, Number!, Mail!);
        Sent = true;
        return Page();
    }
}
