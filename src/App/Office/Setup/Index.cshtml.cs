using System.ComponentModel.DataAnnotations;
using Gongkai.App.Access;
using Gongkai.App.Access.Accounts;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Office.Setup;

/// <summary>首次设置: whoever read the code on the console makes the accounts of the three officers, once. Afterwards there is no such page.</summary>
[AllowAnonymous]
public sealed class Index(SettingUp setup, Passwords passwords, AccountSettings settings, Store store, SteadyTime steady) : PageModel, IFramed
{
    public const string Refused = "设置码不正确。请核对服务器控制台上显示的设置码；遗失的话，在服务器上运行 gongkai accounts code 重新生成。";
    const string SignInNameRule = "^[a-z][a-z0-9.-]{2,31}$", SignInNameMessage = "登录名用 3—32 个小写字母、数字、点或短横线，以字母开头";
    const int Tries = 30;

    /// <summary>What is typed.</summary>
    public sealed class Form
    {
        [Required(ErrorMessage = "请填写设置码"), StringLength(64, ErrorMessage = "设置码没有这么长")] public string? Code { get; set; }
        [Required(ErrorMessage = "请填写系统管理员的登录名"), RegularExpression(SignInNameRule, ErrorMessage = SignInNameMessage)] public string? AdministratorSignIn { get; set; }
        [Required(ErrorMessage = "请填写系统管理员的姓名"), StringLength(64, ErrorMessage = "姓名最多 64 个字")] public string? Administrator { get; set; }
        [Required(ErrorMessage = "请填写密码")] public string? Password { get; set; }
        [Required(ErrorMessage = "请再填写一次密码"), Compare(nameof(Password), ErrorMessage = "两次填写的密码不一样，请重新填写")] public string? Again { get; set; }
        [Required(ErrorMessage = "请填写安全保密管理员的登录名"), RegularExpression(SignInNameRule, ErrorMessage = SignInNameMessage)] public string? SecuritySignIn { get; set; }
        [Required(ErrorMessage = "请填写安全保密管理员的姓名"), StringLength(64, ErrorMessage = "姓名最多 64 个字")] public string? Security { get; set; }
        [Required(ErrorMessage = "请填写安全审计员的登录名"), RegularExpression(SignInNameRule, ErrorMessage = SignInNameMessage)] public string? AuditorSignIn { get; set; }
        [Required(ErrorMessage = "请填写安全审计员的姓名"), StringLength(64, ErrorMessage = "姓名最多 64 个字")] public string? Auditor { get; set; }
    }

    [BindProperty] public Form Input { get; set; } = new();

    public string Advice => settings.Rules.Advice;

    /// <summary>The initial passwords of the other two, shown once.</summary>
    public (string Security, string Audit)? Made { get; private set; }

    public Frame Frame => new(ModelState.IsValid ? "首次设置" : "错误：首次设置");

    public async Task<IActionResult> OnGet() => await setup.IsOpen() ? Page() : NotFound();

    public async Task<IActionResult> OnPost()
    {
        if (!await setup.IsOpen()) return NotFound();
        Check();
        if (!ModelState.IsValid) return Unprocessed();
        if (await store.Attempt($"setup:{Limits.Visitor(HttpContext.Connection.RemoteIpAddress)}", Tries, steady.Now, settings.Pause))
            Made = await setup.Make(Input.Code!, SigningIn.From(HttpContext), new(Input.AdministratorSignIn!, Input.Administrator!), Input.Password!,
                new(Input.SecuritySignIn!, Input.Security!), new(Input.AuditorSignIn!, Input.Auditor!));
        if (Made is not null) return Page();
        if (!await setup.IsOpen()) return NotFound();
        ModelState.AddModelError("Input.Code", Refused);
        return Unprocessed();
    }

    void Check()
    {
        string?[] names = [Input.AdministratorSignIn, Input.SecuritySignIn, Input.AuditorSignIn];
        if (names.OfType<string>().Distinct().Count() < names.OfType<string>().Count()) ModelState.AddModelError("Input.SecuritySignIn", "三员的登录名不能相同，三员应是三个人");
        if (Input.Password is { } password && passwords.ToChoosing(new() { SignInName = Input.AdministratorSignIn ?? "", Name = Input.Administrator ?? "", Stamp = "" }, password, null) is { } weak)
            ModelState.AddModelError("Input.Password", weak.Reason);
    }

    PageResult Unprocessed()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
