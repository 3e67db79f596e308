using System.Net;
using Gongkai.App.Office.Jobs;
using Gongkai.App.Tests.Office.Works;
using Gongkai.Records;
using Gongkai.Records.Demo;
using Gongkai.Records.Organizations;
using Gongkai.Records.Trail;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.App.Tests.Office;

/// <summary>The auditor's page: what was done, and to what.</summary>
[Collection(Workshop.Line)]
public sealed class TrailPageTests(Platform platform)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_auditor_sees_what_was_done_at_the_agency_with_the_values_before_and_after()
    {
        await Rename("某区住建局（试）", "试一试");
        var auditor = await platform.As(Role.SecurityAuditor);
        var page = await (await auditor.GetAsync("/office/trail?deed=test.renamed", Cancelled)).Html();
        var link = page.QuerySelectorAll("table.list tbody a")[0];
        Assert.Equal("试一试", link.Closest("tr")!.Children[4].Words());

        var one = await (await auditor.GetAsync(link.GetAttribute("href"), Cancelled)).Html();
        Assert.Contains(one.QuerySelectorAll("tbody tr"), row => row.Children[0].Words() == "简称" && row.Children[2].Words() == "某区住建局（试）");
    }

    [Fact]
    public async Task Nobody_else_finds_the_page()
    {
        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.SecurityAuditor))
            Assert.Equal(HttpStatusCode.NotFound, (await (await platform.As(role)).GetAsync("/office/trail", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task Another_agencys_trail_is_not_there()
    {
        await Rename("某区住建局（二）", "再试一试");
        var auditor = await platform.As(Role.SecurityAuditor, DemoAgency.Faulty.Code);

        Assert.Equal(HttpStatusCode.NotFound, (await auditor.GetAsync("/office/trail/zjj/1", Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.GetAsync("/office/trail/platform/1", Cancelled)).StatusCode);
        Assert.NotNull((await (await auditor.GetAsync("/office/trail?agency=zjj", Cancelled)).Html()).QuerySelector(".empty"));
    }

    [Fact]
    public async Task A_date_that_is_none_is_said_so()
    {
        var page = await (await (await platform.As(Role.SecurityAuditor)).GetAsync("/office/trail?from=nonsense", Cancelled)).Html();
        Assert.Contains("看不懂", page.QuerySelector(".problem").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_filter_stands_in_the_address_and_the_export_keeps_to_all_of_them()
    {
        var (worker, _) = await platform.Officer(Role.Reviewer);
        Department department = null!;
        Guid record = default;
        await platform.In(async store =>
        {
            var agency = worker.AgencyId!.Value;
            department = new() { AgencyId = agency, Name = "审计测试科", Order = 90 };
            var person = new Person { AgencyId = agency, DepartmentId = department.Id, Name = "演示·经手人" };
            store.AddRange(department, person);
            (await store.Accounts.SingleAsync(account => account.Id == worker.Id, Cancelled)).PersonId = person.Id;
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now));
            person.Telephone = "0000-0002";
            record = person.Id;
            await store.Save(new(new("test.filtered", "测试筛选"), new(worker.Id, "某位经手人", "10.9.8.7"), Platform.Now, agency, "只为筛选"));
        });
        var (auditor, _) = await platform.Officer(Role.SecurityAuditor);
        var desk = await platform.As(auditor);
        foreach (var filter in (string[])[$"by={Uri.EscapeDataString("某位经手人")}", $"account={worker.Handle}", $"department={department.Handle}", "address=10.9.8.7", $"record={record:D}", "deed=test.filtered", "from=2026-06-01&to=2026-06-01&address=10.9.8.7"])
        {
            var page = await (await desk.GetAsync($"/office/trail?{filter}&agency=zjj", Cancelled)).Html();
            var row = Assert.Single(page.QuerySelectorAll("table.list tbody tr"));
            Assert.Equal("只为筛选", row.Children[4].Words());
            // What was asked for goes on to the export.
            var fields = page.QuerySelectorAll("form[action*=export] input[name]").Select(field => (field.GetAttribute("name")!, field.GetAttribute("value") ?? "")).Where(field => $"&{filter}&agency=".Contains($"&{field.Item1}=", StringComparison.Ordinal)).ToArray();
            Assert.Equal(filter.Split('&').Length + 1, fields.Length);
            await JobWorkerTests.Post(desk, "/office/trail?handler=export", fields);
            await platform.WorkOff();
            Assert.Contains("导出了 1 条", (await (await desk.GetAsync("/office/jobs", Cancelled)).Html()).QuerySelector("table.list tbody tr").Words(), StringComparison.Ordinal);
        }
        var none = await (await JobWorkerTests.Post(desk, "/office/trail?handler=export", ("by", "没有这个人"))).Html();
        Assert.Contains("没有符合条件的记录，不用导出", none.QuerySelector(".problem").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_speaks_Chinese_names_other_records_and_keeps_personal_data_to_itself()
    {
        var (worker, _) = await platform.Officer(Role.Reviewer);
        await platform.In(async store =>
        {
            var agency = worker.AgencyId!.Value;
            var department = new Department { AgencyId = agency, Name = "演示科室", Order = 91 };
            var person = new Person { AgencyId = agency, DepartmentId = department.Id, Name = "演示·任务人", Mobile = new("sealed") };
            store.AddRange(department, person);
            store.Add(new WorkTask { AgencyId = agency, Title = "演示任务", DepartmentId = department.Id, PersonId = person.Id, DueOn = new(2026, 6, 30), GivenById = worker.Id, GivenByName = worker.Name, GivenAt = Platform.Now });
            await store.Save(new(new("test.spoken", "测试用语"), Hand.Program, Platform.Now, agency));
        });
        var auditor = await platform.As(Role.SecurityAuditor);
        var list = await (await auditor.GetAsync("/office/trail?deed=test.spoken", Cancelled)).Html();
        var page = await (await auditor.GetAsync(list.QuerySelector("table.list tbody a")!.GetAttribute("href"), Cancelled)).Html();
        var task = page.QuerySelectorAll("section.panel").Single(panel => panel.QuerySelector("h2").Words() == "新增任务“演示任务”");
        var values = task.QuerySelectorAll("tbody tr").ToDictionary(row => row.Children[0].Words(), row => row.Children[1]);

        Assert.Equal(("科室“演示科室”", "人员“演示·任务人”"), (values["科室"].Words(), values["人员"].Words()));
        Assert.Equal(("2026-06-30", "2026-06-01 20:00:00", "一般"), (values["完成期限"].Words(), values["交办时间"].Words(), values["重要程度"].Words()));
        Assert.Equal($"账号“{worker.Name}”", values["交办账号"].Words());
        Assert.StartsWith("/office/trail?record=", values["人员"].QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("（个人信息，不在此显示）", page.QuerySelectorAll("section.panel").Single(panel => panel.QuerySelector("h2").Words() == "新增人员“演示·任务人”").Words(), StringComparison.Ordinal);
        Assert.DoesNotMatch("\\b(Title|DepartmentId|DueOn|State|Open|Normal)\\b", page.QuerySelector("main").Words());
    }

    [Fact]
    public void Every_enum_that_the_trail_keeps_has_a_word_for_each_of_its_values()
    {
        using var scope = platform.Services.CreateScope();
        var enums = scope.ServiceProvider.GetRequiredService<Store>().Model.GetEntityTypes().Where(table => table.IsTrailed()).SelectMany(table => table.GetFlattenedProperties())
            .Select(column => Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType).Select(type => type.IsGenericType ? type.GetGenericArguments()[0] : type).Where(type => type.IsEnum).Distinct().ToList();
        Assert.True(enums.Count > 10);
        Assert.Empty(enums.SelectMany(type => Enum.GetNames(type).Where(name => App.Office.Trail.Values.Word(type, name) is not [>= '一' and <= '鿿', ..]).Select(name => $"{type.Name}.{name}")));
    }

    Task Rename(string name, string why) => platform.In(async store =>
    {
        var bureau = await store.Agencies.WithCode("zjj").SingleAsync(Cancelled);
        bureau.ShortName = name;
        await store.Save(new(new("test.renamed", "测试更名"), Hand.Program, Platform.Now, bureau.Id, why));
    });
}
