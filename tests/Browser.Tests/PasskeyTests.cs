using Gongkai.App.Access.Accounts;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>A passkey in a real browser, with Chromium's virtual authenticator: made, used, removed, refused.</summary>
[Collection("one browser")]
public class PasskeyTests(Portal portal)
{
    const string Password = "correct horse battery staple", Key = "用通行密钥登录";

    // A passkey belongs to a domain, and an IP address is none.
    string Here => portal.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    [Fact]
    public async Task A_passkey_is_registered_signs_in_and_is_refused_once_it_is_removed()
    {
        var (page, faults) = await Start(await Person());
        await Register(page);
        await SignOut(page);
        await page.GetByRole(AriaRole.Button, new() { Name = Key }).ClickAsync();
        await Assertions.Expect(page.Locator(".done")).ToContainTextAsync("登录成功");

        await page.GotoAsync(Here + "/office/me/passkeys");
        await page.GetByRole(AriaRole.Button, new() { Name = "移除“办公室电脑”" }).ClickAsync();
        await Assertions.Expect(page.Locator(".done")).ToContainTextAsync("通行密钥已移除");
        await SignOut(page);
        await Refused(page);
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_passkey_of_a_disabled_account_is_refused_with_the_same_message()
    {
        var person = await Person();
        var (page, faults) = await Start(person);
        await Register(page);
        await portal.In(async services =>
        {
            var (store, now) = (services.GetRequiredService<Store>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
            (await store.Accounts.SingleAsync(one => one.Id == person.Id, TestContext.Current.CancellationToken)).Disable(now);
            await store.Save(new(AccountDeeds.Disabled, Hand.Program, now));
        });
        await page.GotoAsync(Here + "/office/signin");
        await Refused(page);
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    async Task<Account> Person()
    {
        Account account = null!;
        await portal.In(async services =>
        {
            var (store, now) = (services.GetRequiredService<Store>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
            var desk = await store.Agencies.WithCode("zjj").Select(one => one.Id).SingleAsync(TestContext.Current.CancellationToken);
            account = new() { SignInName = $"t{Handle.Next()}", Name = "测试审核", AgencyId = desk, Stamp = "" };
            services.GetRequiredService<Passwords>().Set(account, Password, now, initial: false);
            store.AddRange(account, new Grant { AccountId = account.Id, Role = Role.Reviewer, AgencyId = desk, GrantedAt = now });
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, now));
        });
        return account;
    }

    async Task<(IPage Page, List<string> Faults)> Start(Account person)
    {
        var (page, _) = await portal.Open("/office/signin");
        List<string> faults = [];
        page.PageError += (_, error) => faults.Add(error);
        page.Console += (_, line) => { if (line.Type == "error" && !line.Text.Contains("422", StringComparison.Ordinal)) faults.Add(line.Text); };
        // Without a domain the button is not shown.
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = Key })).ToBeHiddenAsync();
        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
        await page.GotoAsync(Here + "/office/signin");
        await page.GetByLabel("登录名").FillAsync(person.SignInName);
        await page.GetByLabel("密码").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".done")).ToContainTextAsync("登录成功");
        return (page, faults);
    }

    async Task Register(IPage page)
    {
        await page.GotoAsync(Here + "/office/me/passkeys");
        await page.GetByLabel("名称").FillAsync("办公室电脑");
        await page.GetByLabel("您的密码").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登记通行密钥" }).ClickAsync();
        await Assertions.Expect(page.Locator(".done")).ToContainTextAsync("通行密钥已登记");
        await Assertions.Expect(page.Locator("table.list")).ToContainTextAsync("办公室电脑");
    }

    async Task SignOut(IPage page)
    {
        await page.GotoAsync(Here + "/office/signout");
        await page.GetByRole(AriaRole.Button, new() { Name = "退出", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".done")).ToContainTextAsync("您已退出登录");
    }

    static async Task Refused(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = Key }).ClickAsync();
        await Assertions.Expect(page.Locator(".problem li")).ToHaveTextAsync(Passkeys.Refused);
    }
}
