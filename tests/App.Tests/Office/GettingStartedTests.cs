using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Rules.Access;

namespace Gongkai.App.Tests.Office;

/// <summary>What the desk of an empty platform says to do, and how it goes on when that is done.</summary>
public sealed class GettingStartedTests(GettingStartedTests.Empty platform) : IClassFixture<GettingStartedTests.Empty>
{
    public sealed class Empty : Platform
    {
        protected override IEnumerable<(string Key, string Value)> Settings => [.. base.Settings, ("Demo", "false")];
    }

    [Fact]
    public async Task The_first_administrator_is_led_from_the_unit_to_the_first_department()
    {
        var administrator = await Administrator();
        var desk = await administrator.Open("/office");
        Assert.Equal("开始使用（已完成 0 步，共 7 步）", desk.QuerySelector("#kaishi").Words());
        Assert.Equal("/office/organization/edit", desk.QuerySelector("[data-testid=first-steps] a.button")!.GetAttribute("href"));
        Assert.Equal("登记单位", (await administrator.Open("/office/organization")).QuerySelector(".empty a.button").Words());
        Assert.Equal("还没有登记单位。登记单位", (await administrator.Open("/office/me/desk")).QuerySelector(".empty").Words());

        var made = await administrator.Send("/office/organization/edit", "form.fields", ("Input.Code", "yanshi"), ("Input.Name", "某区演示局"), ("Input.Kind", "Department"));
        Assert.Equal("/office/organization/agency/yanshi", await made.Leads());

        desk = await administrator.Open("/office");
        Assert.Equal("某区演示局", desk.QuerySelector(".office-bar p:not(.office-name)").Words());
        Assert.Equal("开始使用（已完成 2 步，共 8 步）", desk.QuerySelector("#kaishi").Words());
        Assert.Equal("/office/departments/edit", desk.QuerySelector("[data-testid=first-steps] a.button")!.GetAttribute("href"));
        Assert.Contains("授予角色由安全保密管理员办理。", desk.QuerySelector("[data-testid=first-steps]").Words(), StringComparison.Ordinal);
    }

    async Task<HttpClient> Administrator()
    {
        var account = new Account { SignInName = "xitong", Name = "测试系统管理员", Stamp = Handle.Next().ToString() };
        await platform.In(async store =>
        {
            store.AddRange(account, new Grant { AccountId = account.Id, Role = Role.SystemAdministrator, GrantedAt = Platform.Now });
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now));
        });
        return await platform.As(account);
    }
}
