using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Records.Demo;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Access.Accounts;

/// <summary>What the console says where nobody has an account yet: a set-up code, or, in a demonstration, an account for each role.</summary>
public sealed class FirstStart(Store store, SettingUp setup, Passwords passwords, TimeProvider time)
{
    /// <summary>How the demonstration's accounts are called, by role.</summary>
    public static string DemoName(Role role) => role switch
    {
        Role.SystemAdministrator => "xitong",
        Role.SecurityAdministrator => "baomi",
        Role.SecurityAuditor => "shenji",
        Role.Registrar => "dengji",
        Role.Handler => "chengban",
        Role.Reviewer => "shenhe",
        Role.Legal => "fazhi",
        Role.Leader => "lingdao",
        Role.Editor => "caibian",
        Role.Supervisor => "jianguan",
    };

    /// <summary>Whose account each of them is, among the demo bureau's invented people.</summary>
    public static string DemoPerson(Role role) => role switch
    {
        Role.SystemAdministrator => "演示·卯四",
        Role.SecurityAdministrator => "演示·辰五",
        Role.SecurityAuditor => "演示·巳六",
        Role.Registrar => "演示·戊五",
        Role.Handler => "演示·壬九",
        Role.Reviewer => "演示·丁四",
        Role.Legal => "演示·庚七",
        Role.Leader => "演示·乙二",
        Role.Editor => "演示·己六",
        Role.Supervisor => "演示·午七",
    };

    /// <summary>Says it, if there is something to say.</summary>
    /// <param name="demo">Whether the demo bureau is shown.</param>
    /// <param name="output">The console. It is the only place where a code or a password appears.</param>
    public async Task Say(bool demo, TextWriter output)
    {
        if (!await setup.IsOpen()) return;
        if (demo && await store.Agencies.WithCode(DemoAgency.Bureau.Code).Select(agency => (Guid?)agency.Id).SingleOrDefaultAsync() is { } bureau)
        {
            await SayDemo(bureau, output);
            return;
        }
        if (await setup.HasCode()) await output.WriteLineAsync("还没有账号。设置码已在首次启动时显示；遗失的话，请在服务器上运行 gongkai accounts code 重新生成。");
        else await output.WriteLineAsync($"还没有账号。请打开 /office/setup，用这个设置码建立三员账号（只显示这一次，用过即失效）：{await SettingUp.MakeCode(store, time.Now)}");
    }

    async Task SayDemo(Guid bureau, TextWriter output)
    {
        var given = Enum.GetValues<Role>().Select(role => (Role: role, Name: DemoName(role), Password: Passwords.Initial())).ToList();
        var made = false;
        await store.Write(new(AccountDeeds.DemoMade, Hand.Program, time.Now), async () =>
        {
            // Another node may have been quicker.
            if (await store.Accounts.AnyAsync()) return;
            var people = await store.PeopleOf(bureau).Select(person => new { person.Id, person.Name }).ToListAsync();
            foreach (var (role, name, password) in given)
            {
                var person = people.FirstOrDefault(one => one.Name == DemoPerson(role));
                var account = new Account { SignInName = name, Name = $"演示{role.Name}", AgencyId = bureau, PersonId = person?.Id, Stamp = "" };
                passwords.Set(account, password, time.Now, initial: true);
                store.Add(account);
                store.Add(new Grant { AccountId = account.Id, Role = role, AgencyId = ThreeOfficers.Roles.Contains(role) ? null : bureau, GrantedAt = time.Now });
            }
            made = true;
        });
        if (!made) return;
        await output.WriteLineAsync("演示账号（办理端 /office/signin；密码只显示这一次，首次登录须修改）：");
        foreach (var (role, name, password) in given) await output.WriteLineAsync($"  {name,-10} {password}  {role.Name}");
    }
}
