using System.Net;
using Gongkai.App.Tests.Office;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Records.Files;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Accounts;

/// <summary>A role in one department (科室): granted and taken by the security officer, and it never opens the whole agency.</summary>
public sealed class DepartmentRoleTests(Door door) : IClassFixture<Door>
{
    static readonly Act Prepared = new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now);

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_security_officer_grants_a_role_for_one_department_and_takes_it_back()
    {
        var (account, _) = await door.Officer(Role.Registrar);
        var security = await door.As(Role.SecurityAdministrator);
        var page = $"/office/accounts/{account.Handle}";
        var housing = (await security.Open(page)).Choice("#department", "住房保障科");

        await security.Fill(page, "form.filter", ("role", nameof(Role.Handler)), ("agency", "zjj"), ("department", housing));
        Assert.Contains((await security.Open(page)).QuerySelectorAll("tbody tr"), row => row.Words().StartsWith("承办人员 某区住房和城乡建设局住房保障科", StringComparison.Ordinal));
        Assert.Contains("承办人员（限科室）", (await security.Open($"/office/accounts?q={account.SignInName}")).QuerySelector("tbody").Words(), StringComparison.Ordinal);
        await security.Fill(page, "form.filter", ("role", nameof(Role.Handler)), ("agency", "zjj"), ("department", housing));
        Assert.Equal("这个账号已有这个角色，不用重复授予。", await Problem(security, page));

        var desk = await door.As(await Fresh(account));
        Assert.Equal("测试登记人员（登记人员、承办人员（限科室））", (await desk.Open("/office")).QuerySelector(".office-me span").Words());
        Assert.Contains("登记人员、承办人员（限住房保障科）", (await desk.Open("/office/me")).QuerySelector(".facts").Words(), StringComparison.Ordinal);

        var row = (await security.Open(page)).QuerySelectorAll("tbody tr").Single(one => one.Words().Contains("住房保障科", StringComparison.Ordinal));
        await security.Send(page + "/roles", await security.Token("/office/me"), ("take", row.QuerySelector("[name=take]")!.GetAttribute("value")!));
        Assert.DoesNotContain("住房保障科", (await security.Open(page)).QuerySelector("tbody").Words(), StringComparison.Ordinal);
        // Whoever lost it is out.
        Assert.Equal(HttpStatusCode.Redirect, (await desk.GetAsync("/office/me", Cancelled)).StatusCode);
        await door.In(async store => Assert.Equal(1, await store.Trail.CountAsync(entry => entry.Deed == AccountDeeds.RoleTaken.Code && entry.Content.Contains(account.Id.ToString("D")), Cancelled)));
    }

    [Theory]
    [InlineData(Role.SystemAdministrator, "zjj", "住房保障科", "系统管理员面向整个单位，不能限定到科室，请把范围改为单位。")]
    [InlineData(Role.Supervisor, "zjj", "住房保障科", "监管人员面向整个单位，不能限定到科室，请把范围改为单位。")]
    [InlineData(Role.Handler, "zjj", "别的单位的科室", "所选科室不在所选的单位，请让科室和单位对应，或者不选科室。")]
    [InlineData(Role.Handler, "zjj", "已撤销的科室", "所选科室不在这个单位，或者已撤销，请重新选择。")]
    public async Task A_grant_for_a_department_that_cannot_be_says_why(Role role, string agency, string name, string reason)
    {
        var (account, _) = await door.Officer(Role.Handler);
        var department = await Department(name);
        var security = await door.As(Role.SecurityAdministrator);
        var page = $"/office/accounts/{account.Handle}";
        await security.Send(page + "/roles", await security.Token("/office/me"), ("role", role.ToString()), ("agency", agency), ("department", department.Handle.ToString()));

        Assert.Equal(reason, await Problem(security, page));
        await door.In(async store => Assert.Equal(1, await store.Grants.CountAsync(grant => grant.AccountId == account.Id, Cancelled)));
    }

    [Fact]
    public async Task Only_the_departments_people_tasks_and_duties_are_seen()
    {
        var housing = await Department("住房保障科");
        var clerk = await Limited(Role.Handler, housing);

        var organization = await clerk.Open("/office/organization");
        Assert.Equal(["住房保障科"], organization.QuerySelectorAll("table.list tbody th").Select(row => row.Words()));
        Assert.DoesNotContain("演示·甲一", organization.Body.Words(), StringComparison.Ordinal);
        var found = (await clerk.Open("/office/organization?q=演示")).QuerySelectorAll("#jieguo ~ ul a").Select(link => link.Words()).ToList();
        Assert.Contains("演示·辛八", found);
        Assert.DoesNotContain(found, name => name is "演示·戊五" or "演示·甲一");
        Assert.Equal(["报送住房保障数据", "公开保障房分配结果"], (await clerk.Open("/office/tasks")).QuerySelectorAll("tbody th a").Select(link => link.Words()).Where(title => title != "本科室的任务"));
        Assert.DoesNotContain("办理政府信息公开申请", (await clerk.Open("/office/duties")).Body.Words(), StringComparison.Ordinal);
        var builder = await Limited(Role.Handler, await Department("建筑业管理科"));
        Assert.Equal(["施工许可结果公开"], (await builder.Open("/office/duties")).QuerySelectorAll("tbody th a").Select(link => link.Words()));

        var (mine, others) = (await Paths("住房保障科"), await Paths("建筑业管理科"));
        foreach (var path in mine) Assert.Equal((path, HttpStatusCode.OK), (path, (await clerk.GetAsync(path, Cancelled)).StatusCode));
        foreach (var path in others) Assert.Equal((path, HttpStatusCode.NotFound), (path, (await clerk.GetAsync(path, Cancelled)).StatusCode));
        foreach (var path in others) Assert.Equal((path, HttpStatusCode.OK), (path, (await builder.GetAsync(path, Cancelled)).StatusCode));
    }

    [Theory]
    [InlineData(Role.Reviewer)]
    [InlineData(Role.Leader)]
    [InlineData(Role.Handler)]
    public async Task No_page_of_the_whole_agency_opens_and_the_menu_shows_none(Role role)
    {
        var officer = await Limited(role, await Department("住房保障科"));
        foreach (var path in (string[])["/office/meetings", "/office/group", "/office/reports", "/office/numbers", "/office/templates", "/office/calendar", "/office/accounts", "/office/trail", "/office/health",
            "/office/organization/agency/zjj", "/office/organization/edit", "/office/organization/abolish/zjj", "/office/duties/edit", "/office/departments/edit", "/office/meetings/edit", "/office/group/form", "/office/reports/prepare"])
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await officer.GetAsync(path, Cancelled)).StatusCode));
        var menu = (await officer.Open("/office")).QuerySelectorAll("nav.office-menu a").Select(link => link.GetAttribute("href")!).ToList();
        foreach (var path in menu) Assert.Equal((path, HttpStatusCode.OK), (path, (await officer.GetAsync(path, Cancelled)).StatusCode));
        Assert.DoesNotContain("/office/reports", menu);
    }

    [Fact]
    public async Task A_departments_reviewer_manages_its_people_and_tasks_and_no_others()
    {
        var (housing, building) = (await Department("住房保障科"), await Department("建筑业管理科"));
        var head = await Limited(Role.Reviewer, housing);

        Assert.Equal([housing.Handle.ToString()], (await head.Open("/office/people/edit")).QuerySelectorAll("#Input_Department option").Select(option => option.GetAttribute("value")));
        Assert.StartsWith("/office/people/", await (await head.Fill("/office/people/edit", "form.fields", ("Input.Name", "演示·本科"), ("Input.Department", housing.Handle.ToString()))).Leads(), StringComparison.Ordinal);
        foreach (var elsewhere in (string[])[building.Handle.ToString(), ""])
            Assert.Contains("您只能登记自己负责的科室的人员，请另选科室", await (await head.Fill("/office/people/edit", "form.fields", ("Input.Name", "演示·外科"), ("Input.Department", elsewhere))).Leads(), StringComparison.Ordinal);

        Assert.StartsWith("/office/tasks/", await (await head.Fill("/office/tasks/give", "form.fields", ("Input.Title", "本科室的任务"), ("Input.Department", housing.Handle.ToString()), ("Input.DueOn", "2026-06-10"))).Leads(), StringComparison.Ordinal);
        Assert.Contains("您只能给自己负责的科室分派任务，请另选科室", await (await head.Fill("/office/tasks/give", "form.fields", ("Input.Title", "别科室的任务"), ("Input.Department", building.Handle.ToString()), ("Input.DueOn", "2026-06-10"))).Leads(), StringComparison.Ordinal);
        Assert.Equal("本科室超期（1）", (await head.Open("/office")).QuerySelector("#chaoqi").Words());
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/office/departments/edit/{building.Handle}", Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await head.GetAsync($"/office/departments/edit/{housing.Handle}", Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/office/departments/abolish/{housing.Handle}", Cancelled)).StatusCode);
        await door.In(async store => Assert.False(await store.People.AnyAsync(person => person.Name == "演示·外科", Cancelled)));
    }

    [Fact]
    public async Task A_file_goes_with_its_task_and_with_that_tasks_department()
    {
        var (housing, building) = (await Department("住房保障科"), await Department("建筑业管理科"));
        var (inside, outside) = (await Limited(Role.Handler, housing), await Limited(Role.Handler, building));
        StoredFile file = null!;
        await door.In(async store =>
        {
            var task = await store.Tasks.FirstAsync(one => one.DepartmentId == housing.Id, Cancelled);
            file = StoredFile.Of(door.Files.Put("证明"u8.ToArray()), "证明.txt", "text/plain", ("task", task.Id), housing.AgencyId, Scan.NotConfigured, Platform.Now);
            store.Add(file);
            await store.Save(Prepared);
        });
        Assert.Equal(HttpStatusCode.OK, (await inside.GetAsync($"/office/files/{file.Handle}", Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await outside.GetAsync($"/office/files/{file.Handle}", Cancelled)).StatusCode);
    }

    async Task<HttpClient> Limited(Role role, Department department)
    {
        Account account = null!;
        await door.In(async store =>
        {
            account = new() { SignInName = $"t{Handle.Next()}", Name = $"测试{role.Name}", AgencyId = department.AgencyId, Stamp = Handle.Next().ToString() };
            store.AddRange(account, new Grant { AccountId = account.Id, Role = role, AgencyId = department.AgencyId, DepartmentId = department.Id, GrantedAt = Platform.Now });
            await store.Save(Prepared);
        });
        return await door.As(account);
    }

    /// <summary>A department of the demo bureau by its name; one that was abolished, or another agency's, is made.</summary>
    async Task<Department> Department(string name)
    {
        Department department = null!;
        await door.In(async store =>
        {
            if (await store.Departments.SingleOrDefaultAsync(one => one.Name == name, Cancelled) is { } found)
            {
                department = found;
                return;
            }
            var agency = name == "别的单位的科室" ? "cgj" : "zjj";
            department = new() { AgencyId = await store.Agencies.WithCode(agency).Select(one => one.Id).SingleAsync(Cancelled), Name = name, Order = 900 };
            if (agency == "zjj") department.Abolish(new(2026, 5, 1), null);
            store.Add(department);
            await store.Save(Prepared);
        });
        return department;
    }

    /// <summary>The pages of a department's own records.</summary>
    async Task<List<string>> Paths(string name)
    {
        List<string> paths = [];
        await door.In(async store =>
        {
            var department = await store.Departments.SingleAsync(one => one.Name == name, Cancelled);
            paths.Add($"/office/departments/{department.Handle}");
            paths.AddRange((await store.People.Where(person => person.DepartmentId == department.Id).ToListAsync(Cancelled)).Select(person => $"/office/people/{person.Handle}"));
            paths.AddRange((await store.Tasks.Where(task => task.DepartmentId == department.Id).ToListAsync(Cancelled)).Select(task => $"/office/tasks/{task.Handle}"));
            paths.AddRange((await store.Duties.Where(duty => store.DutyAssignments.Any(one => one.DutyId == duty.Id && one.DepartmentId == department.Id)).ToListAsync(Cancelled)).Select(duty => $"/office/duties/{duty.Handle}"));
        });
        Assert.True(paths.Count >= 4, name);
        return paths;
    }

    async Task<Account> Fresh(Account account)
    {
        await door.In(async store => account = await store.Accounts.AsNoTracking().SingleAsync(one => one.Id == account.Id, Cancelled));
        return account;
    }

    static async Task<string> Problem(HttpClient client, string page) => (await client.Open(page)).QuerySelector(".problem li").Words();
}
