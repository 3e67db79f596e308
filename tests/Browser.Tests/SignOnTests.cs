using Gongkai.App.Access.Accounts;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Rules.Access;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>统一身份认证 in a browser: an officer joins, and somebody goes to another site and comes back, which only a browser's rules for cookies and forms can show.</summary>
[Collection("one browser")]
public class SignOnTests(LocalPortal portal) : IClassFixture<LocalPortal>
{
    [Fact]
    public async Task Whoever_an_officer_joined_goes_to_the_provider_and_comes_back_signed_in()
    {
        var person = await portal.Person(Role.Reviewer, "zjj");
        var account = $"/office/accounts/{person.Handle}";
        var (officer, wrong) = await portal.Desk(Role.SystemAdministrator, "zjj", account);
        await officer.GetByLabel("外部身份标识").FillAsync("G-10086");
        await officer.Press(AriaRole.Button, "关联");
        await Assertions.Expect(officer.Locator(".done")).ToHaveTextAsync("外部身份已关联，本人下次可以用它登录。");
        Axe.None(await officer.Faults(account, wrong));
        await officer.Context.CloseAsync();

        var (page, complaints) = await portal.Open("/office/signin?to=/office/me");
        Axe.None(await page.Faults("/office/signin?to=/office/me", complaints));
        await There(page, "G-10086");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("我的账号");
        await Assertions.Expect(page.Locator(".done")).ToHaveTextAsync("登录成功。这是您第一次登录。");

        await page.Locator(".office-me button").ClickAsync();
        await Assertions.Expect(page.Locator(".done")).ToHaveTextAsync("您已退出登录。");
        await page.Press(AriaRole.Link, "一并退出某区统一认证");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("登录办理端");
        Assert.EndsWith("/office/signin", page.Url, StringComparison.Ordinal);
        Assert.All(complaints, complaint => Assert.StartsWith($"leaves us: {portal.Elsewhere}/realms/staff/", complaint, StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_second_step_finds_whoever_comes_back_from_another_site()
    {
        var person = await portal.Person(Role.Reviewer, "zjj");
        IReadOnlyList<string>? codes = null;
        await portal.In(async (store, services) =>
        {
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            var secret = SecondFactors.NewSecret();
            codes = await services.GetRequiredService<SecondFactors>().SetUp(new(AccountDeeds.FactorSet, Hand.Program, now), person.Id, secret, TimeCode.At(TimeCode.Read(secret), TimeCode.StepAt(now)));
            Assert.Null(await store.Join(new(AccountDeeds.OutsideJoined, Hand.Program, now), person.Id, $"{portal.Elsewhere}/realms/staff", "G-10087"));
        });
        var (page, _) = await portal.Open("/office/signin");
        await There(page, "G-10087");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("登录第二步");
        await page.Locator("#Input_Code").FillAsync(codes![0]);
        await page.Press(AriaRole.Button, "验证并登录");
        await Assertions.Expect(page.Locator(".office-me")).ToContainTextAsync(person.Name);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Whoever_was_not_joined_is_told_one_sentence()
    {
        var (page, _) = await portal.Open("/office/signin");
        await There(page, "G-0");
        await Assertions.Expect(page.Locator(".problem li")).ToHaveTextAsync("某区统一认证没有对应到可以使用的账号。请联系本单位的系统管理员核对，或用登录名和密码登录。");
        Axe.None(await page.Violations());
        await page.Context.CloseAsync();
    }

    async Task There(IPage page, string subject)
    {
        await page.Press(AriaRole.Link, "用某区统一认证登录");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("某区统一认证");
        Assert.StartsWith(portal.Elsewhere, page.Url, StringComparison.Ordinal);
        await page.Locator("[name=subject]").FillAsync(subject);
        await page.Locator("button").ClickAsync();
        await Assertions.Expect(page.Locator(".office-bar")).ToBeVisibleAsync();
    }
}
