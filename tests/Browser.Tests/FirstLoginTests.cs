using Gongkai.App.Access.Accounts;
using Gongkai.Rules.Access;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>The first day: the code of the console, the three officers, and the first login of one who was given a password.</summary>
[Collection("one browser")]
public class FirstLoginTests(EmptyPortal portal) : IClassFixture<EmptyPortal>
{
    const string Chosen = "a quite different sentence";

    [Fact]
    public async Task Whoever_was_given_a_password_changes_it_and_sets_up_a_second_factor_before_anything_else()
    {
        var (page, complaints) = await portal.Open("/office/setup");
        Axe.None(await page.Faults("/office/setup", complaints));
        var initial = await SetUp(page);

        await page.Press(AriaRole.Link, "去登录");
        await page.Enter("shenji.yi", initial);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("修改密码");
        await page.GotoAsync("/office/trail");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("修改密码");
        Axe.None(await page.Faults("/office/me/password", complaints));
        await page.Locator("#Input_Present").FillAsync(initial);
        await page.Locator("#Input_New").FillAsync(Chosen);
        await page.Locator("#Input_Again").FillAsync(Chosen);
        await page.Press(AriaRole.Button, "修改密码");

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("设置动态口令");
        Axe.None(await page.Faults("/office/me/factor", complaints));
        var secret = TimeCode.Read((await page.GetByTestId("secret").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal));
        await page.Locator("#Input_Code").FillAsync(TimeCode.At(secret, TimeCode.StepAt(await Now())));
        await page.Locator("#Input_Password").FillAsync(Chosen);
        await page.Press(AriaRole.Button, "启用动态口令");
        await Assertions.Expect(page.Locator("ul.codes code")).ToHaveCountAsync(10);
        Axe.None(await page.Violations());
        var spare = await page.Locator("ul.codes code").First.InnerTextAsync();
        await page.GotoAsync("/office/trail");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("审计日志");
        Assert.Empty(complaints);
        await page.Context.CloseAsync();
        await Again(spare);
    }

    // The officers are made with the code; the second and the third get their passwords on paper.
    async Task<string> SetUp(IPage page)
    {
        var code = "";
        await portal.In(async (store, services) => code = await SettingUp.MakeCode(store, services.GetRequiredService<TimeProvider>().GetUtcNow()));
        foreach (var (field, value) in new[]
        {
            ("Code", code), ("AdministratorSignIn", "xitong.yi"), ("Administrator", "演示甲"), ("Password", Portal.Password), ("Again", Portal.Password),
            ("SecuritySignIn", "baomi.yi"), ("Security", "演示乙"), ("AuditorSignIn", "shenji.yi"), ("Auditor", "演示丙"),
        }) await page.Locator($"#Input_{field}").FillAsync(value);
        await page.Press(AriaRole.Button, "建立三员账号");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("设置完成");
        Axe.None(await page.Violations());
        return await page.GetByRole(AriaRole.Row, new() { Name = "安全审计员" }).Locator("code").InnerTextAsync();
    }

    // Another browser asks for the second step, where a recovery code stands in for the telephone.
    async Task Again(string spare)
    {
        var (page, complaints) = await portal.Open("/office/signin");
        await page.Enter("shenji.yi", Chosen);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("登录第二步");
        Axe.None(await page.Faults("/office/signin/second", complaints));
        await page.Locator("#Input_Code").FillAsync(spare);
        await page.Press(AriaRole.Button, "验证并登录");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("工作台");
        Assert.Empty(complaints);
        await page.Context.CloseAsync();
    }

    async Task<DateTimeOffset> Now()
    {
        var now = DateTimeOffset.UnixEpoch;
        await portal.In((_, services) => { now = services.GetRequiredService<TimeProvider>().GetUtcNow(); return Task.CompletedTask; });
        return now;
    }
}
