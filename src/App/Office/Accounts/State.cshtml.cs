using Gongkai.App.Access;
using Gongkai.App.Access.Accounts;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Records.Trail;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Office.Accounts;

/// <summary>What the system administrator does to an account: reset, unlock, end sessions, disable, enable.</summary>
[Permits(Permission.ManageAccounts)]
public sealed class State(Store store, Me me, Passwords passwords, SigningIn signingIn, TimeProvider time) : PageModel, IFramed
{
    [BindProperty(Name = "act")] public string? Act { get; set; }

    public Frame Frame => new("账号");

    public async Task<IActionResult> OnGet(Handle handle) =>
        await store.AccountFor(me, Permission.ManageAccounts, handle) is null ? NotFound() : LocalRedirect($"/office/accounts/{handle}");

    public async Task<IActionResult> OnPost(Handle handle)
    {
        if (await store.AccountFor(me, Permission.ManageAccounts, handle) is not { } account) return NotFound();
        TempData[await Do(account) ? "Done" : "Problem"] = message;
        return LocalRedirect($"/office/accounts/{handle}");
    }

    string message = "";

    async Task<bool> Do(Account account)
    {
        switch (Act)
        {
            case "reset":
                var initial = Passwords.Initial();
                passwords.Set(account, initial, time.Now, initial: true);
                await Save(AccountDeeds.PasswordReset, "密码已重置，对方的登录已全部退出。");
                TempData["Initial"] = initial;
                return true;
            case "unlock":
                await signingIn.Unlock(account);
                await store.Note(Mine(AccountDeeds.Unlocked), null, store.Mention(account));
                message = "登录暂停已解除。";
                return true;
            case "factor":
                account.ForgetAuthenticator();
                await Save(AccountDeeds.FactorForgotten, "动态口令已清除，请本人登录后重新设置。");
                return true;
            case "sessions":
                account.EndSessions();
                await Save(AccountDeeds.SessionsEnded, "对方的登录已全部退出。");
                return true;
            case "disable":
                return await Disable(account);
            case "enable":
                account.Enable();
                await Save(AccountDeeds.Enabled, "账号已启用。");
                return true;
            default:
                message = "没有这个操作，请用页面上的按钮。";
                return false;
        }
    }

    async Task<bool> Disable(Account account)
    {
        if (account.Id == me.Account)
        {
            message = "不能停用自己的账号，请由另一位系统管理员办理。";
            return false;
        }
        var last = false;
        // Asked where no one else can disable the other one in between.
        await store.Write(Mine(AccountDeeds.Disabled), async () =>
        {
            last = await store.RunsAlone(account.Id);
            if (!last) account.Disable(time.Now);
        });
        message = last ? Granting.LastOne.Reason : "账号已停用，对方的登录已全部退出。";
        return !last;
    }

    async Task Save(Deed deed, string done)
    {
        await store.Save(Mine(deed));
        message = done;
    }

    Act Mine(Deed deed) => me.Does(deed) with { Agency = null };
}
