using Gongkai.App.Access.Accounts;
using Gongkai.App.Tests.Office;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Accounts;

/// <summary>Accounts and the people whose they are: one each, and the desk shows what falls to the person.</summary>
public sealed class JoiningTests(Door door) : IClassFixture<Door>
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_account_is_made_for_a_person_of_its_agency_and_shows_on_the_persons_page()
    {
        var system = await door.As(Role.SystemAdministrator);
        var person = await Person("演示·新建");
        var form = await system.Open($"/office/accounts/new?person={person}");
        Assert.Equal(person, form.QuerySelector("#Input_Person option[selected]")!.GetAttribute("value"));
        // Whoever has an account is not offered a second one.
        Assert.DoesNotContain(form.QuerySelectorAll("#Input_Person option"), option => option.Words() == "演示·丁四");

        var made = await system.Post("/office/accounts/new", ("Input.SignInName", "xin.jian"), ("Input.Agency", "zjj"), ("Input.Person", person));
        var account = made.Headers.Location!.ToString();
        Assert.Equal("演示·新建", (await system.Open(account)).QuerySelector("h1").Words());
        Assert.Contains("账号 xin.jian", (await system.Open($"/office/people/{person}")).QuerySelector(".facts").Words(), StringComparison.Ordinal);

        var twice = await system.Post("/office/accounts/new", ("Input.SignInName", "xin.jian2"), ("Input.Agency", "zjj"), ("Input.Person", person));
        Assert.Equal("演示·新建已有账号 xin.jian，一人只能有一个账号。请先在那个账号上取消关联。", (await twice.Html()).QuerySelector(".problem li").Words());
        var stranger = await system.Post("/office/accounts/new", ("Input.SignInName", "xin.jian3"), ("Input.Agency", "zjj"), ("Input.Person", await Person("演示·外人", "cgj")));
        Assert.Equal("所选人员不属于这个单位，请重新选择", (await stranger.Html()).QuerySelector(".problem li").Words());
        var nobody = await system.Post("/office/accounts/new", ("Input.SignInName", "xin.jian4"), ("Input.Agency", "zjj"));
        Assert.Equal("请填写姓名", (await nobody.Html()).QuerySelector(".problem li").Words());
    }

    [Fact]
    public async Task The_people_of_the_chosen_agency_are_listed_on_demand()
    {
        var (account, _) = await door.Officer(Role.SystemAdministrator);
        await door.In(async store =>
        {
            store.Add(new Grant { AccountId = account.Id, Role = Role.SystemAdministrator, GrantedAt = Platform.Now });
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now));
        });
        var system = await door.As(account);
        await Person("演示·城管", "cgj");
        var listed = await (await system.Send("/office/accounts/new?handler=People", await system.Token("/office/accounts/new"), ("Input.SignInName", "half"), ("Input.Agency", "cgj"))).Html();
        Assert.Contains(listed.QuerySelectorAll("#Input_Person option"), option => option.Words() == "演示·城管");
        Assert.Equal(("half", 0), (listed.QuerySelector("#Input_SignInName")!.GetAttribute("value"), listed.QuerySelectorAll(".problem").Length));
    }

    [Fact]
    public async Task Joined_the_desk_shows_the_persons_tasks_and_parted_it_does_not()
    {
        var (account, _) = await door.Officer(Role.Handler);
        var person = await Person("演示·有任务", task: "关联测试任务");
        Assert.Contains("您的账号还没有对应到机构里的人员", (await (await door.As(account)).Open("/office")).Body.Words(), StringComparison.Ordinal);

        var system = await door.As(Role.SystemAdministrator);
        var page = $"/office/accounts/{account.Handle}";
        await system.Fill(page, "form[action$='/person']", ("person", person));
        Assert.Equal("演示·有任务", (await system.Open(page)).QuerySelectorAll(".facts dd a").Single().Words());
        var desk = await (await door.As(await Fresh(account))).Open("/office");
        Assert.Equal(["关联测试任务"], desk.QuerySelectorAll("[data-testid=mine] tbody th a").Select(link => link.Words()));
        Assert.DoesNotContain("还没有对应", desk.Body.Words(), StringComparison.Ordinal);

        // Another account does not get the same person.
        var (second, _) = await door.Officer(Role.Handler);
        await system.Send($"/office/accounts/{second.Handle}/person", await system.Token("/office/me"), ("person", person));
        Assert.StartsWith("演示·有任务已有账号", (await system.Open($"/office/accounts/{second.Handle}")).QuerySelector(".problem li").Words(), StringComparison.Ordinal);

        await system.Send(page + "/person", await system.Token("/office/me"), ("person", ""));
        Assert.Empty((await (await door.As(await Fresh(account))).Open("/office")).QuerySelectorAll("[data-testid=mine] tbody tr"));
        await door.In(async store => Assert.Equal([AccountDeeds.PersonJoined.Code, AccountDeeds.PersonParted.Code],
            await store.Trail.Where(entry => entry.Content.Contains(account.Id.ToString("D")) && entry.Deed.StartsWith("account.person")).OrderBy(entry => entry.Sequence).Select(entry => entry.Deed).ToListAsync(Cancelled)));
    }

    [Theory]
    [InlineData(Role.SecurityAdministrator)]
    [InlineData(Role.Reviewer)]
    public async Task Only_the_system_administrator_joins(Role role)
    {
        var (account, _) = await door.Officer(Role.Handler);
        var officer = await door.As(role);
        var answer = await officer.Send($"/office/accounts/{account.Handle}/person", await officer.Token("/office/me"), ("person", await Person("演示·不许")));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Null((await Fresh(account)).PersonId);
    }

    [Theory, MemberData(nameof(Roles))]
    public async Task The_demonstrations_accounts_belong_to_its_invented_people(Role role)
    {
        Account account = null!;
        await door.In(async store =>
        {
            account = await store.Accounts.AsNoTracking().SingleAsync(one => one.SignInName == FirstStart.DemoName(role), Cancelled);
            Assert.Equal(FirstStart.DemoPerson(role), await store.People.Where(person => person.Id == account.PersonId).Select(person => person.Name).SingleAsync(Cancelled));
        });
        var desk = await (await door.As(account)).Open("/office");
        Assert.DoesNotContain("还没有对应", desk.Body.Words(), StringComparison.Ordinal);
        if (role is Role.Registrar or Role.Handler or Role.Editor) Assert.NotEmpty(desk.QuerySelectorAll("[data-testid=mine] tbody tr"));
    }

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    async Task<string> Person(string name, string agency = "zjj", string? task = null)
    {
        var handle = "";
        await door.In(async store =>
        {
            var home = await store.Agencies.WithCode(agency).Select(one => one.Id).SingleAsync(Cancelled);
            var department = new Department { AgencyId = home, Name = $"关联科{Handle.Next().ToString()[..6]}", Order = 800 };
            var person = new Person { AgencyId = home, DepartmentId = department.Id, Name = name, Order = 800 };
            store.AddRange(department, person);
            if (task is not null) store.Add(new WorkTask { AgencyId = home, Title = task, DepartmentId = department.Id, PersonId = person.Id, DueOn = new(2026, 6, 9), GivenById = null, GivenByName = "测试", GivenAt = Platform.Now });
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now));
            handle = person.Handle.ToString();
        });
        return handle;
    }

    async Task<Account> Fresh(Account account)
    {
        await door.In(async store => account = await store.Accounts.AsNoTracking().SingleAsync(one => one.Id == account.Id, Cancelled));
        return account;
    }
}
