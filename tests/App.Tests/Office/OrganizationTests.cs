using System.Net;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Records.Trail;
using Gongkai.Rules.Access;
using Gongkai.Rules.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Office;

/// <summary>Departments, people and duties: who may see and change them, what is refused and in which words, what it did.</summary>
public sealed class OrganizationTests(Platform platform)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    static string Unique(string name) => $"{name}{Handle.Next().ToString()[..6]}";

    /// <summary>A department made through its page.</summary>
    async Task<(string Path, string Name)> Department(HttpClient officer)
    {
        var name = Unique("测试科");
        var made = await officer.Send("/office/departments/edit", "form.fields", ("Input.Name", name));
        return (await made.Leads(), name);
    }

    async Task<string> Person(HttpClient officer, string department, string title = "", string rank = "Staff", string mobile = "") =>
        await (await officer.Send("/office/people/edit", "form.fields", ("Input.Name", Unique("演示·")), ("Input.Department", department.Split('/')[^1]), ("Input.Title", title), ("Input.Rank", rank), ("Input.Mobile", mobile))).Leads();

    [Fact]
    public async Task A_department_is_registered_changed_and_abolished_and_each_step_stands_in_the_trail()
    {
        var officer = await platform.As(Role.Reviewer);
        var (path, name) = await Department(officer);
        Assert.Equal(name, (await officer.Open(path)).QuerySelector("h1").Words());
        Assert.StartsWith("这里没有人员", (await officer.Open(path)).QuerySelector(".empty").Words(), StringComparison.Ordinal);

        var handle = path.Split('/')[^1];
        var changed = await officer.Send($"/office/departments/edit/{handle}", "form.fields", ("Input.Work", "承办政府信息公开日常工作"));
        Assert.Equal(path, await changed.Leads());
        Assert.Contains("承办政府信息公开日常工作", (await officer.Open(path)).QuerySelector(".facts").Words(), StringComparison.Ordinal);

        var abolished = await officer.Send($"/office/departments/abolish/{handle}", "form.fields", ("Input.Why", "演示批文"));
        Assert.Equal("/office/organization", await abolished.Leads());
        Assert.Contains("已于 2026-06-01 撤销", (await officer.Open(path)).QuerySelector(".warn").Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/office/departments/edit/{handle}", Cancelled)).StatusCode);

        await platform.In(async store =>
        {
            var department = await store.Departments.SingleAsync(one => one.Name == name, Cancelled);
            Assert.Equal(3, department.Revision);
            var deeds = await (from change in store.Set<Records.Trail.TrailChange>()
                               join entry in store.Trail on new { change.Chain, change.Sequence } equals new { entry.Chain, entry.Sequence }
                               where change.Record == department.Id orderby change.Revision select new { entry.Deed, entry.Why }).ToListAsync(Cancelled);
            Assert.Equal(["department.added", "department.changed", "department.abolished"], deeds.Select(deed => deed.Deed));
            Assert.Equal("演示批文", deeds[2].Why);
        });
    }

    [Fact]
    public async Task A_department_without_a_name_or_with_a_taken_one_is_refused_and_nothing_typed_is_lost()
    {
        var officer = await platform.As(Role.Reviewer);
        var (_, name) = await Department(officer);

        var refused = await officer.Send("/office/departments/edit", "form.fields", ("Input.Name", ""), ("Input.Work", "已经写好的职能"));
        var page = await refused.Html();
        Assert.Equal("有 1 处需要修改 请填写科室名称", page.QuerySelector(".problem").Words());
        Assert.Equal("#Input_Name", page.QuerySelector(".problem a")!.GetAttribute("href"));
        Assert.Equal("请填写科室名称", page.QuerySelector(".field-validation-error").Words());
        Assert.Equal("已经写好的职能", page.QuerySelector("textarea").Words());

        var again = await officer.Send("/office/departments/edit", "form.fields", ("Input.Name", name));
        Assert.Equal($"200: 有 1 处需要修改 已经有名为“{name}”的科室，请换一个名称", await again.Leads());
    }

    [Fact]
    public async Task A_department_with_people_goes_only_to_another()
    {
        var officer = await platform.As(Role.Reviewer);
        var (path, name) = await Department(officer);
        var (other, otherName) = await Department(officer);
        var person = await Person(officer, path);
        var handle = path.Split('/')[^1];

        var refused = await officer.Send($"/office/departments/abolish/{handle}", "form.fields", ("Input.Why", "演示批文"));
        Assert.Equal("200: 有 1 处需要修改 还有 1 名人员，请先调整到其他科室，或选择承接科室。", await refused.Leads());

        await officer.Send($"/office/departments/abolish/{handle}", "form.fields", ("Input.Why", "演示批文"), ("Input.To", other.Split('/')[^1]));
        Assert.Contains(otherName, (await officer.Open(person)).QuerySelector(".facts").Words(), StringComparison.Ordinal);
        Assert.Contains($"由{otherName}承接", (await officer.Open(path)).QuerySelector(".warn").Words(), StringComparison.Ordinal);
        Assert.NotEqual(name, otherName);
    }

    [Fact]
    public async Task Another_agencys_department_person_and_duty_are_not_there()
    {
        var officer = await platform.As(Role.Reviewer);
        var (department, _) = await Department(officer);
        var person = await Person(officer, department);
        var duty = await (await officer.Send("/office/duties/edit", "form.fields", ("Input.Name", Unique("测试职责")))).Leads();
        var stranger = await platform.As(Role.Reviewer, "cgj");

        foreach (var path in (string[])[department, person, duty, department.Replace("departments/", "departments/edit/"), person.Replace("people/", "people/edit/"), department.Replace("departments/", "departments/abolish/")])
        {
            Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync(path, Cancelled)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(path, Cancelled)).StatusCode);
        }
    }

    [Fact]
    public async Task Who_only_sees_finds_no_button_and_no_form()
    {
        var officer = await platform.As(Role.Reviewer);
        var (department, _) = await Department(officer);
        var person = await Person(officer, department);
        var handler = await platform.As(Role.Handler);

        Assert.Empty((await handler.Open(department)).QuerySelectorAll("main form, main .button"));
        Assert.Empty((await handler.Open(person)).QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.NotFound, (await handler.GetAsync("/office/departments/edit", Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await platform.As(Role.SecurityAuditor)).GetAsync("/office/organization", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task A_mobile_number_stands_sealed_and_each_look_at_it_is_recorded()
    {
        var officer = await platform.As(Role.Reviewer);
        var (department, _) = await Department(officer);
        var person = await Person(officer, department, mobile: "13800000001");
        var page = await officer.Open(person);
        Assert.DoesNotContain("13800000001", page.Body.Words(), StringComparison.Ordinal);

        var asked = await (await officer.Send(page, person, "form[action*=Mobile]")).Html();
        Assert.Contains("请填写查看手机号的用途", asked.QuerySelector(".problem").Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("13800000001", asked.Body.Words(), StringComparison.Ordinal);

        var shown = await (await officer.Send(page, person, "form[action*=Mobile]", ("purpose", "通知参加培训"))).Html();
        Assert.Contains("13800000001", shown.QuerySelector(".facts").Words(), StringComparison.Ordinal);
        var handle = person.Split('/')[^1];
        await platform.In(async store =>
        {
            Assert.DoesNotContain("13800000001", (await store.People.SingleAsync(one => one.Handle == Handle.Parse(handle, null), Cancelled)).Mobile!.Value.Cipher, StringComparison.Ordinal);
            var whose = await store.People.Where(one => one.Handle == Handle.Parse(handle, null)).Select(one => one.Id).SingleAsync(Cancelled);
            var look = await new TrailFilter { Record = whose, Deeds = [OrganizationDeeds.MobileRead.Code] }.In(store).SingleAsync(Cancelled);
            Assert.Equal("通知参加培训", look.Why);
            Assert.DoesNotContain("13800000001", look.Content, StringComparison.Ordinal);
        });
        Assert.Empty((await (await platform.As(Role.Editor)).Open(person)).QuerySelectorAll("form[action*=Mobile]"));
    }

    [Fact]
    public async Task A_duty_shows_its_line_from_the_leader_to_the_person_and_says_where_it_breaks()
    {
        var officer = await platform.As(Role.Reviewer);
        var (department, name) = await Department(officer);
        var leader = await Person(officer, "", "副局长", nameof(Rank.Leader));
        var person = await Person(officer, department, "科员");
        var duty = await (await officer.Send("/office/duties/edit", "form.fields", ("Input.Name", Unique("测试职责")), ("Input.Kind", nameof(DutyKind.Updating)))).Leads();
        var page = await officer.Open(duty);
        Assert.Equal(["■ 断开 没有负责的领导，请指定分管领导", "■ 断开 没有责任科室，请落实到科室", "■ 断开 没有责任人，请落实到人"], page.QuerySelectorAll(".panel ul li").Select(gap => gap.Words()));
        Assert.Contains("《政府信息公开条例》第四条第二款第（二）项", page.QuerySelector(".facts").Words(), StringComparison.Ordinal);

        var wrong = await officer.Send(duty, "form.fields", ("Input.Department", department.Split('/')[^1]), ("Input.Person", leader.Split('/')[^1]));
        Assert.Equal("200: 有 1 处需要修改 责任人不在责任科室，请改选该科室的人员，或先调整人员所在科室。", await wrong.Leads());
        await officer.Send(duty, "form.fields", ("Input.Department", department.Split('/')[^1]), ("Input.Leader", leader.Split('/')[^1]), ("Input.Person", person.Split('/')[^1]));
        page = await officer.Open(duty);
        Assert.Empty(page.QuerySelectorAll(".panel ul li"));
        Assert.Contains("副局长", page.QuerySelector(".timeline").Words(), StringComparison.Ordinal);
        Assert.Contains(name, page.QuerySelector(".timeline").Words(), StringComparison.Ordinal);

        // Whoever leaves breaks the line.
        await officer.Send(person, "form[action*=Leave]");
        Assert.Equal(["■ 断开 责任人已离岗，请重新指定"], (await officer.Open(duty)).QuerySelectorAll(".panel ul li").Select(gap => gap.Words()));
    }

    [Fact]
    public async Task Two_who_change_the_same_department_are_told_of_each_other()
    {
        var (first, second) = (await platform.As(Role.Reviewer), await platform.As(Role.Reviewer));
        var (path, _) = await Department(first);
        var edit = path.Replace("departments/", "departments/edit/");
        var late = await second.Open(edit);
        await first.Send(edit, "form.fields", ("Input.Telephone", "0000-11111111"));

        var refused = await (await second.Send(late, edit, "form.fields", ("Input.Work", "晚到的修改"))).Html();
        Assert.Equal("有 1 处需要修改 测试审核人员于 2026-06-01 20:00 已更新此件，请打开最新内容对照后再保存；您的修改已保留在下方。", refused.QuerySelector(".problem").Words());
        Assert.Equal("晚到的修改", refused.QuerySelector("textarea").Words());
        // Whoever has compared may save.
        Assert.Equal(path, await (await second.Send(refused, edit, "form.fields")).Leads());
    }
}
