using System.ComponentModel.DataAnnotations;
using Gongkai.App.Access;
using Gongkai.App.Access.Accounts;
using Gongkai.App.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Office.SignIn;

/// <summary>登录第二步: the six digits of an authenticator, or a recovery code. The first factor was right within the last five minutes.</summary>
[AllowAnonymous]
public sealed class Second(SigningIn signingIn, SecondFactors factors, HalfWay halfWay) : PageModel, IFramed
{
    public const string Refused = "验证码不正确或已经用过。请等待下一个 6 位数字，或改用恢复码；连续多次不正确会暂停 15 分钟。";

    /// <summary>What is typed.</summary>
    public sealed class Form
    {
        [Required(ErrorMessage = "请填写验证码")] public string? Code { get; set; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    [BindProperty(Name = "to", SupportsGet = true)] public string? To { get; set; }

    public Frame Frame => new(ModelState.IsValid ? "登录第二步" : "错误：登录第二步");

    public async Task<IActionResult> OnGet() => await halfWay.Who(HttpContext) is null ? RedirectToPage("/Office/SignIn/Index", new { to = To }) : Page();

    public async Task<IActionResult> OnPost()
    {
        if (await halfWay.Who(HttpContext) is not { } half) return RedirectToPage("/Office/SignIn/Index", new { to = To });
        if (!ModelState.IsValid) return Unprocessed();
        var (account, outside) = half;
        if (!await signingIn.MayTryFactor(HttpContext, account)) return Wrong();
        var notice = await factors.SignIn(HttpContext, account, Input.Code!, outside);
        if (notice.Length == 0)
        {
            await signingIn.RefuseFactor(HttpContext, account);
            return Wrong();
        }
        await signingIn.FactorFits(HttpContext, account);
        halfWay.Forget(HttpContext);
        TempData["Done"] = notice;
        return LocalRedirect(Entrance.Target(To));
    }

    PageResult Wrong()
    {
        ModelState.AddModelError("Input.Code", Refused);
        return Unprocessed();
    }

    PageResult Unprocessed()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
