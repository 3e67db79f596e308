using System.ComponentModel.DataAnnotations;
using Gongkai.App.Access;
using Gongkai.App.Access.Accounts;
using Gongkai.App.Access.SignOn;
using Gongkai.App.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Office.SignIn;

/// <summary>登录: a name and a password, and then, for most, a second factor.</summary>
[AllowAnonymous]
public sealed class Index(SigningIn signingIn, Doorway doorway, HalfWay halfWay, Passkeys passkeys, SingleSignOn signOn, Me me) : PageModel, IFramed
{
    /// <summary>What is typed.</summary>
    public sealed class Form
    {
        [Required(ErrorMessage = "请填写登录名")] public string? Name { get; set; }
        [Required(ErrorMessage = "请填写密码")] public string? Password { get; set; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    [BindProperty(Name = "to", SupportsGet = true)] public string? To { get; set; }

    public Frame Frame => new(ModelState.IsValid && Said is null ? "登录" : "错误：登录");

    /// <summary>What became of the way through the identity provider.</summary>
    [BindProperty(Name = "outside", SupportsGet = true)] public string? Outside { get; set; }

    public Provider? Provider => signOn.Provider;

    /// <summary>Why the provider opened nothing.</summary>
    public string? Said => Provider is not { Name: var name } ? null : Outside switch
    {
        SingleSignOn.Refused => $"{name}没有对应到可以使用的账号。请联系本单位的系统管理员核对，或用登录名和密码登录。",
        SingleSignOn.Failed => $"{name}没有完成。请重试，或用登录名和密码登录。",
        SingleSignOn.Away => $"{name}暂时没有回应。请稍后再试，或用登录名和密码登录。",
        _ => null,
    };

    public IActionResult OnGet() => me.Account is null ? Page() : LocalRedirect(Entrance.Target(To));

    public async Task<IActionResult> OnPost()
    {
        if (!ModelState.IsValid) return Unprocessed();
        if (await signingIn.Check(HttpContext, Input.Name!, Input.Password!) is not { } account)
        {
            ModelState.AddModelError("Input.Name", SigningIn.Refused);
            return Unprocessed();
        }
        if (account.SecondFactorSince is not null)
        {
            halfWay.Remember(HttpContext, account);
            return RedirectToPage("/Office/SignIn/Second", new { to = To });
        }
        TempData["Done"] = await doorway.Open(HttpContext, account.Id, "密码");
        return LocalRedirect(Entrance.Target(To));
    }

    /// <summary>What the browser is asked, when someone wants to sign in with a passkey.</summary>
    public async Task<IActionResult> OnPostAsk() => Content(await passkeys.AskToEnter(HttpContext), "application/json");

    public async Task<IActionResult> OnPostPasskey(string? credential)
    {
        ModelState.Clear();
        var notice = credential is null ? "" : await passkeys.SignIn(HttpContext, credential);
        if (notice.Length == 0)
        {
            ModelState.AddModelError("", Passkeys.Refused);
            return Unprocessed();
        }
        TempData["Done"] = notice;
        return LocalRedirect(Entrance.Target(To));
    }

    PageResult Unprocessed()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
