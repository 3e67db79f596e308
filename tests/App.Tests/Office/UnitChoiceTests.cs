using System.Globalization;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Office;

/// <summary>Where a province has more units than anyone looks through, one is named by code or full name.</summary>
public sealed class UnitChoiceTests(GettingStartedTests.Empty platform) : IClassFixture<GettingStartedTests.Empty>
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_unit_among_hundreds_is_named_and_one_name_of_two_units_names_none()
    {
        var account = new Account { SignInName = "xitong", Name = "测试系统管理员", Stamp = Handle.Next().ToString() };
        await platform.In(async store =>
        {
            store.AddRange(account, new Grant { AccountId = account.Id, Role = Role.SystemAdministrator, GrantedAt = Platform.Now });
            for (var number = 1; number <= 201; number++) store.Add(new Agency { Code = string.Create(CultureInfo.InvariantCulture, $"dw{number}"), Name = number <= 2 ? "某县同名局" : $"某县第{number}局" });
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now));
        });
        var administrator = await platform.As(account);
        Assert.Equal("单位较多，请填写单位代码或者全称；不填就是平台（三员）。", (await administrator.Open("/office/accounts/new")).QuerySelector("#Input_Agency-units").Words());

        async Task<string> Make(string name, string unit) => await (await administrator.Send("/office/accounts/new", "form.fields", ("Input.SignInName", name), ("Input.Name", "测试"), ("Input.Agency", unit))).Leads();

        Assert.StartsWith("/office/accounts/", await Make("by.code", "dw2"), StringComparison.Ordinal);
        Assert.StartsWith("/office/accounts/", await Make("by.name", "某县第57局 "), StringComparison.Ordinal);
        Assert.Contains("请选择单位", await Make("by.both", "某县同名局"), StringComparison.Ordinal);
        Assert.Contains("请选择单位", await Make("by.none", "没有这个局"), StringComparison.Ordinal);
        await platform.In(async store => Assert.Equal(["dw2", "dw57"], await (
            from one in store.Accounts join agency in store.Agencies on one.AgencyId equals agency.Id orderby agency.Code select agency.Code).ToListAsync(Cancelled)));
    }
}
