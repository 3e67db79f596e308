using Gongkai.App.Access.Accounts;
using Gongkai.Rules.Access;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>通行密钥 in a browser: made, used instead of the password, taken away. Chromium's own virtual authenticator stands for the device.</summary>
[Collection("one browser")]
public class PasskeyTests(LocalPortal portal) : IClassFixture<LocalPortal>
{
    const string Mine = "/office/me/passkeys";

    [Fact]
    public async Task A_passkey_is_enrolled_signs_in_without_a_password_and_opens_nothing_once_it_is_removed()
    {
        var person = await portal.Person(Role.Reviewer, "zjj");
        var (page, complaints) = await portal.Open("/office/signin");
        var device = await Device(page);
        await page.Enter(person.SignInName, Portal.Password);
        Axe.None(await page.Faults(Mine, complaints));
        await Assertions.Expect(page.Locator("[data-passkey-needs]")).ToHaveCountAsync(0);

        await page.Locator("#Input_Name").FillAsync("办公室电脑");
        await page.Locator("#Input_Password").FillAsync(Portal.Password);
        await page.Press(AriaRole.Button, "登记通行密钥");
        await Assertions.Expect(page.Locator(".done")).ToHaveTextAsync("通行密钥已登记，下次可以用它登录。");
        Axe.None(await page.Faults(Mine, complaints));
        Assert.Equal(1, await device());

        await Out(page);
        Axe.None(await page.Faults("/office/signin", complaints));
        await page.Press(AriaRole.Button, "用通行密钥登录");
        await Assertions.Expect(page.Locator(".office-me")).ToContainTextAsync(person.Name);
        await Assertions.Expect(page.Locator(".done")).ToContainTextAsync("登录成功");

        await page.GotoAsync(Mine);
        await page.Press(AriaRole.Button, "移除“办公室电脑”");
        await Assertions.Expect(page.Locator(".empty")).ToHaveTextAsync("还没有登记通行密钥。");
        await Out(page);
        // The device still has its half.
        Assert.Equal(1, await device());
        Assert.Empty(complaints);
        await page.Press(AriaRole.Button, "用通行密钥登录");
        await Assertions.Expect(page.Locator(".problem li")).ToHaveTextAsync(Passkeys.Refused);
        await page.GotoAsync("/office/me");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("登录办理端");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_device_that_knows_nobody_says_so_and_the_password_remains()
    {
        var person = await portal.Person(Role.Reviewer, "zjj");
        var (page, _) = await portal.Open("/office/signin");
        await Device(page, verified: false);
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "用通行密钥登录" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-said]")).ToHaveTextAsync("没有完成。您可以重试，或改用其他方式。");
        await page.Enter(person.SignInName, Portal.Password);
        await Assertions.Expect(page.Locator(".office-me")).ToContainTextAsync(person.Name);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_browser_that_cannot_is_offered_no_passkey_and_told_what_it_takes(bool script)
    {
        var person = await portal.Person(Role.Reviewer, "zjj");
        // Without scripts, or by an address that passkeys do not belong to.
        var (page, _) = await portal.Open("/office/signin", script: script);
        if (script) await page.GotoAsync(portal.Address.Replace("localhost", "127.0.0.1", StringComparison.Ordinal) + "/office/signin");
        await Assertions.Expect(page.Locator("main h1")).ToHaveTextAsync("登录办理端");
        await Assertions.Expect(page.GetByText("用通行密钥登录")).ToBeHiddenAsync();
        await page.Locator("#Input_Name").FillAsync(person.SignInName);
        await page.Locator("#Input_Password").FillAsync(Portal.Password);
        await page.Locator("main form button").First.ClickAsync();
        await page.GotoAsync(new Uri(new(page.Url), Mine).AbsoluteUri);
        await Assertions.Expect(page.Locator("[data-passkey-needs]")).ToHaveTextAsync("登记要用浏览器的脚本，并以域名（不是 IP 地址）打开本站。");
        await Assertions.Expect(page.GetByText("登记通行密钥", new() { Exact = true })).ToBeHiddenAsync();
        await page.Context.CloseAsync();
    }

    static async Task Out(IPage page)
    {
        await page.Locator(".office-me button").ClickAsync();
        await Assertions.Expect(page.Locator(".done")).ToHaveTextAsync("您已退出登录。");
    }

    /// <summary>Gives the tab a device of its own. Its answer counts what the device keeps.</summary>
    static async Task<Func<Task<int>>> Device(IPage page, bool verified = true)
    {
        var tools = await page.Context.NewCDPSessionAsync(page);
        await tools.SendAsync("WebAuthn.enable");
        var added = await tools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = verified, ["automaticPresenceSimulation"] = true,
            },
        });
        var id = added!.Value.GetProperty("authenticatorId").GetString()!;
        return async () => (await tools.SendAsync("WebAuthn.getCredentials", new() { ["authenticatorId"] = id }))!.Value.GetProperty("credentials").GetArrayLength();
    }
}
