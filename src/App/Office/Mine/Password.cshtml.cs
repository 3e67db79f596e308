using System.ComponentModel.DataAnnotations;
using Gongkai.App.Access;
using Gongkai.App.Access.Accounts;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Mine;

/// <summary>修改密码: one's own; an initial one must be changed before anything else is done.</summary>
[Permits(Permission.UseOffice), FirstStep]
public sealed class Password(Store store, Me me, Passwords passwords, Doorway doorway, AccountSettings settings, TimeProvider time, SteadyTime steady) : PageModel, IFramed
{
    /// <summary>What is typed.</summary>
    public sealed class Form
    {
        [Required(ErrorMessage = "请填写现在的密码")] public string? Present { get; set; }
        [Required(ErrorMessage = "请填写新密码")] public string? New { get; set; }
        [Required(ErrorMessage = "请再填写一次新密码"), Compare(nameof(New), ErrorMessage = "两次填写的新密码不一样，请重新填写")] public string? Again { get; set; }
    }

    [BindProperty] public Form Input { get; set; } = new();

    /// <summary>Whether nothing else can be done before.</summary>
    public bool Must => User.HasClaim(claim => claim.Type == Me.MustChangeClaim);
    public string Advice => settings.Rules.Advice;
    public Frame Frame => new(ModelState.IsValid ? "修改密码" : "错误：修改密码", new("我的账号", "/office/me"), new("修改密码"));

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost()
    {
        var account = await store.Accounts.SingleAsync(one => one.Id == me.Account);
        if (ModelState.IsValid) await Check(account);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        passwords.Set(account, Input.New!, time.Now, initial: false);
        await store.Save(me.Does(AccountDeeds.PasswordChanged) with { Agency = null });
        await doorway.Renew(HttpContext, account, me);
        TempData["Done"] = "密码已修改，其他设备上的登录都已退出。";
        return LocalRedirect("/office/me");
    }

    async Task Check(Account account)
    {
        // Whoever sits at an open session guesses no more often than at the door.
        var guesses = $"present:{account.Id:D}";
        if (!await store.Attempt(guesses, settings.FailuresPerAccount, steady.Now, settings.Pause) || !passwords.Fits(account, Input.Present!, out _))
        {
            ModelState.AddModelError("Input.Present", "现在的密码不正确，请重新填写。连续多次不正确会暂停 15 分钟。");
            return;
        }
        await store.Forget(guesses);
        var agency = await store.Agencies.Where(one => one.Id == account.AgencyId).Select(one => one.Name).FirstOrDefaultAsync();
        if (passwords.ToChoosing(account, Input.New!, agency) is { } impediment) ModelState.AddModelError("Input.New", impediment.Reason);
    }
}
