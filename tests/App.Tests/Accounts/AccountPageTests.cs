using System.Net;
using Gongkai.App.Access.Accounts;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Accounts;

/// <summary>O24: who makes accounts gives no roles, who gives roles makes no accounts, and nobody does either for oneself.</summary>
public sealed class AccountPageTests(Door door) : IClassFixture<Door>
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_account_is_made_given_a_role_and_walks_in()
    {
        var system = await door.As(Role.SystemAdministrator);
        var made = await system.Post("/office/accounts/new", ("Input.SignInName", "li.si"), ("Input.Name", "李四"), ("Input.Agency", "zjj"));
        var address = made.Headers.Location!.ToString();
        var initial = (await (await system.GetAsync(address, Cancelled)).Html()).QuerySelector("[data-testid=initial]").Words();
        Assert.Null((await (await system.GetAsync(address, Cancelled)).Html()).QuerySelector("[data-testid=initial]"));
        var twice = await system.Post("/office/accounts/new", ("Input.SignInName", "li.si"), ("Input.Name", "李四"), ("Input.Agency", "zjj"));
        Assert.Contains("这个登录名已有人使用", (await twice.Html()).QuerySelector(".problem li").Words(), StringComparison.Ordinal);

        var security = await door.As(Role.SecurityAdministrator);
        await security.Send(address + "/roles", await security.Token("/office/me"), ("role", "Reviewer"), ("agency", "zjj"));
        await security.Send(address + "/roles", await security.Token("/office/me"), ("role", "SecurityAuditor"), ("agency", "zjj"));
        Assert.Equal("安全审计员不能兼任其他角色，请先取消其他角色，或为这项工作另设账号。", (await (await security.GetAsync(address, Cancelled)).Html()).QuerySelector(".problem li").Words());

        var person = door.Visitor();
        await door.SignIn(person, "li.si", initial);
        await person.Post(FirstSteps.PasswordPath, ("Input.Present", initial), ("Input.New", "a quite different one"), ("Input.Again", "a quite different one"));
        Assert.Equal("李四（审核人员）", (await (await person.GetAsync("/office", Cancelled)).Html()).QuerySelector(".office-me span").Words());

        // Disabled, it is out at once, and its name stays taken.
        await system.Send(address + "/state", await system.Token("/office/me"), ("act", "disable"));
        Assert.Equal(HttpStatusCode.Redirect, (await person.GetAsync("/office/me", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task Nobody_grants_a_role_to_oneself_or_disables_oneself()
    {
        var (officer, _) = await door.Officer(Role.SecurityAdministrator);
        var security = await door.As(officer);
        await security.Send($"/office/accounts/{officer.Handle}/roles", await security.Token("/office/me"), ("role", "Reviewer"), ("agency", "zjj"));
        Assert.Equal("不能给自己授予角色，请由另一位安全保密管理员办理。", await Problem(security, officer));

        var (runner, _) = await door.Officer(Role.SystemAdministrator);
        var system = await door.As(runner);
        await system.Send($"/office/accounts/{runner.Handle}/state", await system.Token("/office/me"), ("act", "disable"));
        Assert.Equal("不能停用自己的账号，请由另一位系统管理员办理。", await Problem(system, runner));
        await door.In(async store => Assert.Equal(1, await store.Grants.CountAsync(grant => grant.AccountId == officer.Id, Cancelled)));
    }

    [Fact]
    public async Task An_officer_of_one_agency_finds_no_account_of_another()
    {
        var (foreign, _) = await door.Officer(Role.Reviewer, "cgj");
        foreach (var (role, page) in new[] { (Role.SystemAdministrator, "state"), (Role.SecurityAdministrator, "roles") })
        {
            var officer = await door.As(role);
            Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/office/accounts/{foreign.Handle}", Cancelled)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await officer.Send($"/office/accounts/{foreign.Handle}/{page}", await officer.Token("/office/me"), ("act", "disable"), ("role", "Editor"), ("agency", "zjj"))).StatusCode);
            Assert.DoesNotContain(foreign.SignInName, await officer.GetStringAsync("/office/accounts", Cancelled), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whoever_works_for_two_agencies_chooses_the_desk_and_no_third()
    {
        var (person, _) = await door.Officer(Role.Reviewer);
        await door.In(async store => Assert.Null(await store.Grant(new(AccountDeeds.RoleGranted, Hand.Program, Platform.Now), person.Id, Role.Editor, await store.Agencies.Where(agency => agency.Code == "cgj").Select(agency => agency.Id).SingleAsync(Cancelled))));
        await door.In(async store => person = await store.Accounts.SingleAsync(one => one.Id == person.Id, Cancelled));
        var client = await door.As(person);
        await client.Post("/office/me/desk", ("agency", "cgj"));
        var page = await (await client.GetAsync("/office", Cancelled)).Html();
        Assert.Equal("某区城市管理局", page.QuerySelector(".office-desk").Words());
        Assert.Contains("采编人员", page.QuerySelector(".office-me span").Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.Post("/office/me/desk", ("agency", "qzf"))).StatusCode);
    }

    [Fact]
    public async Task The_demonstration_has_an_account_for_each_role_whose_password_must_be_changed() =>
        await door.In(async store =>
        {
            var names = Enum.GetValues<Role>().Select(FirstStart.DemoName).ToList();
            Assert.Equal(names.Count, await store.Accounts.CountAsync(account => names.Contains(account.SignInName) && account.MustChangePassword, Cancelled));
        });

    static async Task<string> Problem(HttpClient client, Account account) =>
        (await (await client.GetAsync($"/office/accounts/{account.Handle}", Cancelled)).Html()).QuerySelector(".problem li").Words();
}
