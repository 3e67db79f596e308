using System.ComponentModel.DataAnnotations;
using Gongkai.App.Access;
using Gongkai.App.Access.Accounts;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Mine;

/// <summary>动态口令: the picture for an authenticator, the first code as proof, and the recovery codes, which are shown once.</summary>
[Permits(Permission.UseOffice), FirstStep]
public sealed class Factor(Store store, Me me, SecondFactors factors, Passwords passwords, Doorway doorway, IDataProtectionProvider protection, Site site, AccountSettings settings, SteadyTime steady) : PageModel, IFramed
{
    /// <summary>What is typed.</summary>
    public sealed class Form
    {
        /// <summary>The secret of this page, protected: it is ours, and only the account's that asked for it.</summary>
        public string? Secret { get; set; }
        [Required(ErrorMessage = "请填写密码")] public string? Password { get; set; }
        [Required(ErrorMessage = "请填写 6 位数字"), StringLength(16, ErrorMessage = "请填写 6 位数字")] public string? Code { get; set; }
    }

    readonly IDataProtector protector = protection.CreateProtector("gongkai.new-factor", me.Account?.ToString("D") ?? "");

    [BindProperty] public Form Input { get; set; } = new();

    public bool Must => User.HasClaim(claim => claim.Type == Me.MustEnrolClaim);
    public bool HasFactor { get; private set; }
    public string Secret { get; private set; } = "";
    public string Address { get; private set; } = "";

    /// <summary>Shown once.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public Frame Frame => new(ModelState.IsValid ? "动态口令" : "错误：动态口令", new("我的账号", "/office/me"), new("动态口令"));

    public async Task OnGet() => await Show(SecondFactors.NewSecret());

    public async Task<IActionResult> OnPost()
    {
        var account = await store.Accounts.AsNoTracking().SingleAsync(one => one.Id == me.Account);
        var secret = Opened() ?? SecondFactors.NewSecret();
        if (ModelState.IsValid && await IsTheirs(account))
        {
            Codes = await factors.SetUp(me.Does(AccountDeeds.FactorSet), account.Id, secret, Input.Code!);
            if (Codes is null) ModelState.AddModelError("Input.Code", "验证码不正确。请确认手机时间准确，填写应用现在显示的 6 位数字。");
            else await doorway.Renew(HttpContext, await store.Accounts.SingleAsync(one => one.Id == account.Id), me);
        }
        if (!ModelState.IsValid) Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await Show(secret);
        return Page();
    }

    async Task<bool> IsTheirs(Account account)
    {
        var guesses = $"present:{account.Id:D}";
        if (await store.Attempt(guesses, settings.FailuresPerAccount, steady.Now, settings.Pause) && passwords.Fits(account, Input.Password!, out _))
        {
            await store.Forget(guesses);
            return true;
        }
        ModelState.AddModelError("Input.Password", "密码不正确，请重新填写。连续多次不正确会暂停 15 分钟。");
        return false;
    }

    async Task Show(string secret)
    {
        var account = await store.Accounts.AsNoTracking().SingleAsync(one => one.Id == me.Account);
        HasFactor = account.SecondFactorSince is not null;
        Secret = secret;
        Address = SecondFactors.Address(site.Name, account.SignInName, secret);
        Input.Secret = protector.Protect(secret);
        ModelState.Remove("Input.Secret");
    }

    string? Opened()
    {
        try { return Input.Secret is { } kept ? protector.Unprotect(kept) : null; }
        catch (System.Security.Cryptography.CryptographicException) { return null; }
    }
}
