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

/// <summary>通行密钥: one's own, added with a name and the password, and taken away.</summary>
[Permits(Permission.UseOffice)]
public sealed class Keys(Store store, Me me, Passkeys passkeys, Passwords passwords, Doorway doorway, AccountSettings settings, SteadyTime steady) : PageModel, IFramed
{
    public const string NotMade = "通行密钥没有登记成功。请重试，并按浏览器的提示验证身份；同一个设备只能登记一次。";

    /// <summary>What is typed, and what the browser made.</summary>
    public sealed class Form
    {
        [Required(ErrorMessage = "请填写名称"), StringLength(64, ErrorMessage = "名称最多 64 个字")] public string? Name { get; set; }
        [Required(ErrorMessage = "请填写密码")] public string? Password { get; set; }
        [Required(ErrorMessage = NotMade)] public string? Credential { get; set; }
    }

    [BindProperty] public Form Input { get; set; } = new();

    public IReadOnlyList<Passkey> All { get; private set; } = [];

    public Frame Frame => new(ModelState.IsValid ? "通行密钥" : "错误：通行密钥", new("我的账号", "/office/me"), new("通行密钥"));

    public async Task OnGet() => await Load();

    /// <summary>What the browser is asked to make.</summary>
    public async Task<IActionResult> OnPostAsk() => Content(await passkeys.AskToAdd(HttpContext, await Mine()), "application/json");

    public async Task<IActionResult> OnPost()
    {
        if (ModelState.IsValid && await IsTheirs() && !await passkeys.Add(HttpContext, me.Does(AccountDeeds.PasskeyAdded), me.Account!.Value, Input.Name!.Trim(), Input.Credential!))
            ModelState.AddModelError("", NotMade);
        if (ModelState.IsValid)
        {
            TempData["Done"] = "通行密钥已登记，下次可以用它登录。";
            return LocalRedirect("/office/me/passkeys");
        }
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await Load();
        return Page();
    }

    public async Task<IActionResult> OnPostRemove(string? handle)
    {
        if (handle is null || !await passkeys.Remove(me.Does(AccountDeeds.PasskeyRemoved), me.Account!.Value, handle)) return NotFound();
        await doorway.Renew(HttpContext, await Mine(), me);
        TempData["Done"] = "通行密钥已移除，其他设备上的登录都已退出。";
        return LocalRedirect("/office/me/passkeys");
    }

    async Task<bool> IsTheirs()
    {
        var guesses = $"present:{me.Account:D}";
        if (await store.Attempt(guesses, settings.FailuresPerAccount, steady.Now, settings.Pause) && passwords.Fits(await Mine(), Input.Password!, out _))
        {
            await store.Forget(guesses);
            return true;
        }
        ModelState.AddModelError("Input.Password", "密码不正确，请重新填写。连续多次不正确会暂停 15 分钟。");
        return false;
    }

    Task<Account> Mine() => store.Accounts.AsNoTracking().SingleAsync(one => one.Id == me.Account);

    async Task Load() => All = await store.Passkeys.AsNoTracking().Where(one => one.AccountId == me.Account).OrderBy(one => one.MadeAt).ToListAsync();
}
