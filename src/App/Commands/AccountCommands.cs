using System.CommandLine;
using Gongkai.App.Access.Accounts;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Accounts;

namespace Gongkai.App.Commands;

/// <summary><c>gongkai accounts …</c>: what only someone at the server's console may do, and what stands in the trail as done there.</summary>
static class AccountCommands
{
    public static Command Create()
    {
        var connection = StoreCommands.Connection();
        var code = new Command("code", "重新生成首次设置用的设置码；原来的设置码失效。已有账号时不能再用。") { connection };
        code.SetAction(async line =>
        {
            using var store = StoreCommands.Open(line.GetValue(connection));
            if (store.Accounts.Any()) throw new NotDoneException("平台已有账号，不再需要设置码；忘记密码请运行 gongkai accounts reset 登录名。");
            line.InvocationConfiguration.Output.WriteLine($"设置码（用过即失效）：{await SettingUp.MakeCode(store, TimeProvider.System.Now)}");
        });

        var name = new Argument<string>("登录名") { Description = "要重置的账号" };
        var reset = new Command("reset", "重置一个账号的密码，清除它的动态口令；所有系统管理员都无法登录时用。") { name, connection };
        reset.SetAction(async line =>
        {
            using var store = StoreCommands.Open(line.GetValue(connection));
            var wanted = line.GetValue(name)!.ToLowerInvariant();
            var account = store.Accounts.SingleOrDefault(one => one.SignInName == wanted) ?? throw new NotDoneException($"没有登录名为“{wanted}”的账号，请核对后重试。");
            var initial = Passwords.Initial();
            new Passwords(AccountSettings.Read(Settings.OfMachine()), new Site()).Set(account, initial, TimeProvider.System.Now, initial: true);
            account.ForgetAuthenticator();
            account.Enable();
            await store.Save(new(AccountDeeds.PasswordReset, Hand.Program, TimeProvider.System.Now, Why: "在服务器控制台重置"));
            line.InvocationConfiguration.Output.WriteLine($"初始密码（首次登录须修改）：{initial}");
        });
        return new Command("accounts", "账号的应急办理：设置码、重置密码。") { code, reset };
    }
}
