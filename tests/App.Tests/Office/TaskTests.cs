using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Gongkai.Rules.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Office;

/// <summary>Tasks from their giving to their end, at whose desk they stand, and who may do what with them.</summary>
public sealed class TaskTests(Platform platform)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;
    static readonly DateOnly Today = new(2026, 6, 1);

    /// <summary>Someone of the demo bureau, with an account.</summary>
    async Task<(HttpClient Officer, Person Person)> Someone(Department department, Role role = Role.Handler)
    {
        var person = new Person { AgencyId = department.AgencyId, DepartmentId = department.Id, Name = $"演示·{Handle.Next().ToString()[..6]}" };
        var (account, _) = await platform.Officer(role);
        await platform.In(async store =>
        {
            store.Add(person);
            (await store.Accounts.SingleAsync(one => one.Id == account.Id, Cancelled)).PersonId = person.Id;
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now));
        });
        account.PersonId = person.Id;
        return (await platform.As(account), person);
    }

    async Task<Department> Department()
    {
        Department department = null!;
        await platform.In(async store =>
        {
            var bureau = await store.Agencies.WithCode("zjj").SingleAsync(Cancelled);
            department = new() { AgencyId = bureau.Id, Name = $"任务科{Handle.Next().ToString()[..6]}", Order = 500 };
            store.Add(department);
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now));
        });
        return department;
    }

    static async Task<string> Give(HttpClient giver, Department department, Person? person, DateOnly due, string title = "测试任务", string from = "") =>
        await (await giver.Send($"/office/tasks/give{from}", "form.fields", ("Input.Title", title), ("Input.Department", department.Handle.ToString()),
            ("Input.Person", person?.Handle.ToString() ?? ""), ("Input.DueOn", due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))).Leads();

    static IElement? Row(IDocument desk, string part, string path) => desk.QuerySelectorAll($"[data-testid={part}] tr").SingleOrDefault(row => row.QuerySelector("a")?.GetAttribute("href") == path);

    [Fact]
    public async Task A_task_goes_from_giving_through_handing_over_to_its_end_and_the_trail_says_each_step()
    {
        var department = await Department();
        var ((first, firstPerson), (second, secondPerson), giver) = (await Someone(department), await Someone(department), await platform.As(Role.Reviewer));
        var path = await Give(giver, department, firstPerson, Today.AddDays(2));
        Assert.Equal("◆ 紧急 剩 2 个工作日", Row(await first.Open("/office"), "mine", path)!.QuerySelector(".tag").Words());
        Assert.NotNull(Row(await giver.Open("/office"), "given", path));

        Assert.Equal("请先接收任务，再登记办结。", (await first.Open(path)).QuerySelector(".problem")?.Words() ?? (await Finish(first, path)));
        await first.Send(path, "form[action*=Accept]");
        await first.Send(path, "form[action*=HandOver]", ("Input.To", secondPerson.Handle.ToString()), ("Input.Reason", "出差"));
        Assert.Null(Row(await first.Open("/office"), "mine", path));
        await second.Send(path, "form[action*=Accept]");
        var nothing = await second.Send(path, "form[action*=Finish]", ("Input.Evidence", " "));
        Assert.Equal("200: 有 1 处需要修改 请写明办结情况，例如完成了什么、文件在哪里", await nothing.Leads());
        await second.Send(path, "form[action*=Finish]", ("Input.Evidence", "已发布，见专栏"));

        var page = await second.Open(path);
        Assert.Contains("已发布，见专栏", page.QuerySelector(".facts").Words(), StringComparison.Ordinal);
        Assert.Equal(5, page.QuerySelectorAll(".timeline li").Length);
        Assert.Contains($"原承办人{firstPerson.Name}，接手人{secondPerson.Name}。出差", page.QuerySelector(".timeline").Words(), StringComparison.Ordinal);
        // Others may have left something else for this desk.
        Assert.Null(Row(await second.Open("/office"), "mine", path));
        var handle = Handle.Parse(path.Split('/')[^1], null);
        await platform.In(async store =>
        {
            var id = (await store.Tasks.SingleAsync(task => task.Handle == handle, Cancelled)).Id;
            Assert.Equal(["task.given", "task.accepted", "task.handed-over", "task.accepted", "task.finished"],
                await (from change in store.Set<Records.Trail.TrailChange>()
                       join entry in store.Trail on new { change.Chain, change.Sequence } equals new { entry.Chain, entry.Sequence }
                       where change.Record == id orderby change.Revision select entry.Deed).ToListAsync(Cancelled));
        });

        // Not by its form, which is not there yet.
        async Task<string> Finish(HttpClient officer, string task)
        {
            var accept = (await officer.Open(task)).QuerySelector("form[action*=Accept]")!;
            var answer = await officer.PostAsync(accept.GetAttribute("action")!.Replace("Accept", "Finish", StringComparison.Ordinal), new FormUrlEncodedContent(accept.Fields(("Input.Evidence", "提前"))), Cancelled);
            return (await answer.Html()).QuerySelector(".problem li").Words();
        }
    }

    [Fact]
    public async Task A_task_of_a_department_is_taken_by_one_of_it_and_by_nobody_else()
    {
        var (department, other) = (await Department(), await Department());
        var ((member, person), (stranger, _), giver) = (await Someone(department), await Someone(other), await platform.As(Role.Reviewer));
        var path = await Give(giver, department, null, Today.AddDays(20));

        Assert.Contains("没有承办人", (await member.Open(path)).QuerySelector(".facts").Words(), StringComparison.Ordinal);
        Assert.Null((await stranger.Open(path)).QuerySelector("form[action*=Accept]"));
        Assert.Equal("认领", (await member.Open(path)).QuerySelector("form[action*=Accept] button").Words());
        await member.Send(path, "form[action*=Accept]");
        Assert.Contains(person.Name, (await member.Open(path)).QuerySelector(".facts").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_stands_in_sees_and_does_the_tasks_of_who_is_away()
    {
        var department = await Department();
        var ((away, awayPerson), (substitute, substitutePerson), giver) = (await Someone(department), await Someone(department), await platform.As(Role.Reviewer));
        var path = await Give(giver, department, awayPerson, Today.AddDays(1));
        Assert.Null(Row(await substitute.Open("/office"), "mine", path));

        var refused = await away.Send("/office/standins", "form.fields", ("Input.Substitute", awayPerson.Handle.ToString()));
        Assert.Equal("200: 有 1 处需要修改 代管人不能是本人，请另选代管人。", await refused.Leads());
        await away.Send("/office/standins", "form.fields", ("Input.Substitute", substitutePerson.Handle.ToString()), ("Input.Until", "2026-06-03"));
        Assert.Contains($"代管{awayPerson.Name}的任务", Row(await substitute.Open("/office"), "mine", path).Words(), StringComparison.Ordinal);
        await substitute.Send(path, "form[action*=Accept]");
        Assert.Contains("办理中", (await away.Open(path)).QuerySelector(".facts").Words(), StringComparison.Ordinal);

        var row = (await away.Open("/office/standins")).QuerySelectorAll("table.list tr").Single(one => one.Words().Contains(awayPerson.Name, StringComparison.Ordinal));
        await away.PostAsync(row.QuerySelector("form")!.GetAttribute("action"), new FormUrlEncodedContent(row.QuerySelector("form")!.Fields()), Cancelled);
        Assert.Null(Row(await substitute.Open("/office"), "mine", path));
    }

    [Fact]
    public async Task Lists_take_every_filter_from_the_address_and_sort_by_due_date()
    {
        var department = await Department();
        var ((member, person), giver) = (await Someone(department), await platform.As(Role.Reviewer));
        var late = await Give(giver, department, person, Today.AddDays(30), "晚的任务");
        var soon = await Give(giver, department, null, Today.AddDays(1), "早的任务");
        var list = $"/office/tasks?department={department.Handle}";

        Assert.Equal([soon, late], await Paths(member, list));
        Assert.Equal([late, soon], await Paths(member, list + "&sort=-due"));
        Assert.Equal([late], await Paths(member, list + "&whose=mine"));
        Assert.Equal([soon], await Paths(member, list + "&whose=nobody"));
        Assert.Equal([soon], await Paths(member, list + "&due=week"));
        Assert.Equal([late], await Paths(member, list + "&q=" + Uri.EscapeDataString("晚的")));
        Assert.Equal([soon, late], await Paths(giver, list + "&whose=given"));
        Assert.Empty(await Paths(member, list + "&importance=Pressing"));
        Assert.StartsWith("没有符合条件的任务", (await member.Open(list + "&state=done")).QuerySelector(".empty").Words(), StringComparison.Ordinal);

        static async Task<List<string>> Paths(HttpClient officer, string path) =>
            [.. (await officer.Open(path)).QuerySelectorAll("table.list tbody th a").Select(link => link.GetAttribute("href")!)];
    }

    [Fact]
    public async Task A_task_is_given_with_a_date_that_lies_ahead()
    {
        var department = await Department();
        var giver = await platform.As(Role.Leader);
        Assert.Equal("200: 有 1 处需要修改 办结期限 2026-05-31 已经过去，请填写今天或以后的日期。", await Give(giver, department, null, Today.AddDays(-1)));
        Assert.Equal(HttpStatusCode.NotFound, (await (await platform.As(Role.Handler)).GetAsync("/office/tasks/give", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task Another_agencys_task_is_not_there()
    {
        var path = await Give(await platform.As(Role.Reviewer), await Department(), null, Today.AddDays(3));
        Assert.Equal(HttpStatusCode.NotFound, (await (await platform.As(Role.Reviewer, "cgj")).GetAsync(path, Cancelled)).StatusCode);
    }

    [Fact]
    public async Task A_meeting_has_its_attendance_and_the_tasks_that_came_of_it()
    {
        var department = await Department();
        var ((_, came), (_, missing), officer) = (await Someone(department), await Someone(department), await platform.As(Role.Reviewer));
        var training = await officer.Send("/office/meetings/edit", "form.fields", ("Input.Title", "测试培训"), ("Input.Kind", nameof(MeetingKind.Training)), ("Input.On", "2026-06-01"));
        Assert.Equal("200: 有 1 处需要修改 培训要登记学时，请填写大于 0 的学时数，例如 4 或 1.5。", await training.Leads());
        var path = await (await officer.Send("/office/meetings/edit", "form.fields", ("Input.Title", "测试培训"), ("Input.Kind", nameof(MeetingKind.Training)), ("Input.On", "2026-06-01"), ("Input.Hours", "1.5"))).Leads();
        var page = await officer.Open(path);
        Assert.StartsWith("还没有登记通知了谁", page.QuerySelectorAll(".empty")[2].Words(), StringComparison.Ordinal);

        await officer.Send(page, path, "form[action*=Invite]", ("people", came.Handle.ToString()), ("people", missing.Handle.ToString()));
        page = await officer.Open(path);
        var form = page.QuerySelector("form[action*=Note]")!;
        var fields = form.Fields();
        // Both are asked in the order of the list; the first of them came.
        var places = fields.Index().Where(field => field.Item.Key == "presence").Select(field => field.Index).ToList();
        fields[places[0]] = new("presence", nameof(Presence.Present));
        fields[places[1]] = new("presence", nameof(Presence.Absent));
        await officer.PostAsync(path + form.GetAttribute("action"), new FormUrlEncodedContent(fields), Cancelled);
        Assert.Contains("应到 2 人，到会 1 人。", (await officer.Open(path)).Body.Words(), StringComparison.Ordinal);
        Assert.Contains("1.5 学时", (await officer.Open($"/office/people/{came.Handle}")).QuerySelector(".facts").Words(), StringComparison.Ordinal);

        var task = await Give(officer, department, came, Today.AddDays(9), "会议任务", $"?meeting={path.Split('/')[^1]}");
        Assert.Contains("会议任务", (await officer.Open(path)).QuerySelectorAll("ul a").Select(link => link.Words()));
        Assert.Contains("测试培训", (await officer.Open(task)).QuerySelector(".facts").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leading_group_is_made_up_by_the_rules_and_the_composition_before_stays()
    {
        var officer = await platform.As(Role.Reviewer);
        var page = await officer.Open("/office/group");
        Assert.Equal("某区住房和城乡建设局政府信息公开工作领导小组成员名单", page.QuerySelector("h1").Words());
        Assert.Equal(8, page.QuerySelectorAll("table.list tbody tr").Length);

        var form = await officer.Open("/office/group/form");
        var headless = await officer.Send(form, "/office/group/form", "form.fields", ("Input.Head", ""), ("Input.Members", form.Choice("#Input_Director", "演示·庚七")));
        Assert.Equal("200: 有 1 处需要修改 领导小组没有组长，请指定一名组长。", await headless.Leads());
        var made = await officer.Send(form, "/office/group/form", "form.fields", ("Input.Head", form.Choice("#Input_Head", "演示·甲一")), ("Input.Members", form.Choice("#Input_Director", "演示·庚七")));
        Assert.Equal("/office/group", await made.Leads());
        page = await officer.Open("/office/group");
        Assert.Contains("演示·甲一", page.QuerySelector("table.list tbody tr").Words(), StringComparison.Ordinal);
        var before = page.QuerySelectorAll("main ul a").First(link => link.GetAttribute("href")!.StartsWith("/office/group/", StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.Contains("这是以前的组成", (await officer.Open(before)).QuerySelector(".warn").Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await platform.As(Role.Reviewer, "cgj")).GetAsync(before, Cancelled)).StatusCode);
        Assert.StartsWith("本单位还没有登记领导小组", (await (await platform.As(Role.Reviewer, "cgj")).Open("/office/group")).QuerySelector(".empty").Words(), StringComparison.Ordinal);
    }
}
