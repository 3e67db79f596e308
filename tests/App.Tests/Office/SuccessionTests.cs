using System.Net;
using Gongkai.Records;
using Gongkai.Records.AnnualReports;
using Gongkai.Records.Files;
using Gongkai.Records.Organizations;
using Gongkai.Records.Templates;
using Gongkai.Rules.Access;
using Gongkai.Rules.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.App.Tests.Office;

/// <summary>Units are registered, changed, and merged into others; what they were stays readable at their successor's desk.</summary>
public sealed class SuccessionTests(Platform platform)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    static async Task<string> Register(HttpClient officer, string code, params (string, string)[] more) =>
        await (await officer.Send("/office/organization/edit", "form.fields", [("Input.Code", code), ("Input.Name", $"演示单位{code}"), .. more])).Leads();

    static string Code() => "t" + Handle.Next().ToString()[..8];

    [Fact]
    public async Task A_unit_is_registered_below_ones_own_with_a_credit_code_that_adds_up()
    {
        var officer = await platform.As(Role.Reviewer);
        var code = Code();
        Assert.Equal("200: 有 1 处需要修改 统一社会信用代码校验未通过，请对照登记证书检查（不含 I、O、S、V、Z）", await Register(officer, code, ("Input.CreditCode", "91350100M000100Y44")));
        Assert.Equal($"/office/organization/agency/{code}", await Register(officer, code, ("Input.CreditCode", "91350100M000100Y43")));
        Assert.Equal($"200: 有 1 处需要修改 单位代码 {code} 已被使用，请换一个", await Register(officer, code));

        var page = await officer.Open($"/office/organization/agency/{code}");
        Assert.Contains("还缺：机构名称、办公地址、办公时间、联系电话、传真号码、互联网联系方式", page.QuerySelector(".warn").Words(), StringComparison.Ordinal);
        Assert.Contains("不单独编报，数据由上级单位一并填报", page.QuerySelector(".facts").Words(), StringComparison.Ordinal);
        Assert.Contains("至 今：某区住房和城乡建设局", page.Body.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await platform.As(Role.Reviewer, "cgj")).GetAsync($"/office/organization/agency/{code}", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task A_vertical_organ_does_not_come_under_the_department_of_a_government()
    {
        var officer = await platform.As(Role.Reviewer, "qzf");
        Assert.StartsWith("200: 有 1 处需要修改 垂直管理部门在本系统内编报", await Register(officer, Code(), ("Input.Kind", nameof(AgencyKind.Vertical))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merged_unit_hands_over_in_one_act_and_is_read_at_its_successors_desk()
    {
        var officer = await platform.As(Role.Reviewer);
        var code = Code();
        await Register(officer, code);
        var own = await platform.As(Role.Reviewer, code);
        var department = await (await own.Send("/office/departments/edit", "form.fields", ("Input.Name", "业务科"))).Leads();
        var person = await (await own.Send("/office/people/edit", "form.fields", ("Input.Name", "演示·并入"), ("Input.Department", department.Split('/')[^1]))).Leads();
        var duty = await (await own.Send("/office/duties/edit", "form.fields", ("Input.Name", $"职责{code}"))).Leads();
        var meeting = await (await own.Send("/office/meetings/edit", "form.fields", ("Input.Title", "撤并前的会议"))).Leads();
        var (files, draft) = await Left(code, meeting);
        foreach (var path in (string[])[.. files, draft])
            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotFound], [(await own.GetAsync(path, Cancelled)).StatusCode, (await officer.GetAsync(path, Cancelled)).StatusCode]);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(duty, Cancelled)).StatusCode);

        var abolish = $"/office/organization/abolish/{code}";
        var refused = await officer.Send(abolish, "form.fields", ("Input.Why", "演示批文"));
        Assert.Equal("200: 有 1 处需要修改 还有 2 项人员、职责或任务没有去处，请选择承接单位。", await refused.Leads());
        var done = await officer.Send(abolish, "form.fields", ("Input.Why", "演示批文"), ("Input.Successor", "zjj"));
        Assert.Equal($"/office/organization/agency/{code}", await done.Leads());

        var page = await officer.Open($"/office/organization/agency/{code}");
        Assert.Contains("已于 2026-06-01 撤销，由某区住房和城乡建设局承接", page.QuerySelector(".warn").Words(), StringComparison.Ordinal);
        foreach (var path in (string[])[department, person, duty, meeting]) Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync(path, Cancelled)).StatusCode);
        // Its files too, each look recorded; nobody else's desk, and no role in one department, opens them.
        var (third, clerk) = (await platform.As(Role.Reviewer, "cgj"), await platform.As(Role.Editor));
        foreach (var path in (string[])[.. files, draft])
        {
            Assert.Equal((path, HttpStatusCode.OK), (path, (await officer.GetAsync(path, Cancelled)).StatusCode));
            Assert.Equal((path, HttpStatusCode.OK), (path, (await clerk.GetAsync(path, Cancelled)).StatusCode));
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await third.GetAsync(path, Cancelled)).StatusCode));
        }
        Assert.Contains(page.QuerySelectorAll("#liucun ~ ul a"), link => link.GetAttribute("href") == draft);
        Assert.Empty((await officer.Open(draft)).QuerySelectorAll("main .steps, main form"));
        foreach (var step in (string[])["/sign", "/publish", "/text", "/check"]) Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(draft + step, Cancelled)).StatusCode);
        await platform.In(async store => Assert.Equal(2 * files.Count, await store.Trail.CountAsync(entry => entry.Deed == OrganizationDeeds.InheritedOpened.Code, Cancelled)));
        Assert.Contains($"属于已撤销的演示单位{code}", (await officer.Open(duty)).QuerySelector(".warn").Words(), StringComparison.Ordinal);
        // Nothing of it can be changed any more, and the old desk takes on nothing new.
        Assert.Empty((await officer.Open(duty)).QuerySelectorAll("main form"));
        Assert.Contains($"演示单位{code}已于 2026-06-01 撤销，不能再承担新的职责", await (await own.Send("/office/duties/edit", "form.fields", ("Input.Name", "新职责"))).Leads(), StringComparison.Ordinal);
        Assert.Contains((await officer.Open("/office/duties")).QuerySelectorAll("tbody th a"), link => link.Words() == $"职责{code}");
        await platform.In(async store => Assert.Equal("演示批文", (await store.Trail.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Sequence).FirstAsync(entry => entry.Deed == "agency.abolished", Cancelled)).Why));
    }

    /// <summary>What a unit has in the file store when it ends: minutes, a letter, the proof of a finished task, a leading group's document; and a report in preparation.</summary>
    async Task<(List<string> Files, string Draft)> Left(string code, string meetingPath)
    {
        List<string> paths = [];
        var draft = "";
        await platform.In(async store =>
        {
            var agency = await store.Agencies.WithCode(code).SingleAsync(Cancelled);
            var named = meetingPath.Split('/')[^1];
            var meeting = (await store.Meetings.Where(one => one.AgencyId == agency.Id).ToListAsync(Cancelled)).Single(one => one.Handle.ToString() == named);
            var department = await store.Departments.FirstAsync(one => one.AgencyId == agency.Id, Cancelled);
            var task = new WorkTask { AgencyId = agency.Id, Title = "办结的任务", DepartmentId = department.Id, DueOn = new(2026, 5, 1), GivenById = null, GivenByName = "测试", GivenAt = Platform.Now };
            task.Finish(Platform.Now, "已办", null);
            var group = new LeadingGroup { AgencyId = agency.Id, Name = "领导小组", OfficeId = department.Id, From = new(2025, 1, 1) };
            var cabinet = platform.Services.GetRequiredService<FileStore>();
            StoredFile File(string kind, Guid owner) => StoredFile.Of(cabinet.Put(System.Text.Encoding.UTF8.GetBytes(kind + code)), $"{kind}.txt", "text/plain", (kind, owner), agency.Id, Scan.NotConfigured, Platform.Now);
            var letter = Guid.CreateVersion7();
            var template = Guid.CreateVersion7();
            var files = new[] { File("meeting", meeting.Id), File("task", task.Id), File("leading-group", group.Id), File(IssuedLetter.FileKind, letter) };
            var text = File(LetterTemplate.FileKind, template);
            store.AddRange(files);
            store.AddRange(text, task, group, LetterTemplate.Next(template, text.Id, agency.Id, "meeting-notice", 0, "测试", true, Platform.Now),
                new IssuedLetter { Id = letter, AgencyId = agency.Id, Kind = "meeting-notice", AboutId = meeting.Id, TemplateId = template, FileId = files[3].Id, At = Platform.Now });
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now));
            paths = [.. files.Select(file => $"/office/files/{file.Handle}")];
            await store.Write(new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now, agency.Id), async () => draft = $"/office/reports/{(await store.BeginDraft(agency, 2025, new(null, "测试", Platform.Now))).Draft.Handle}");
        });
        return (paths, draft);
    }

    [Fact]
    public async Task What_the_demo_bureau_lacks_stands_in_words_on_the_page_of_duties()
    {
        var page = await (await platform.As(Role.Leader)).Open("/office/duties");
        var gaps = page.QuerySelector("[aria-labelledby=wuren]").Words();

        Assert.Contains("城建档案室没有人员", gaps, StringComparison.Ordinal);
        Assert.Contains("演示·寅三已离岗，名下还有 1 项未办结任务", gaps, StringComparison.Ordinal);
        Assert.Contains("条例规定的“培训”还没有登记职责（《政府信息公开条例》第四十八条）", gaps, StringComparison.Ordinal);
        Assert.Contains("项任务没有承办人", gaps, StringComparison.Ordinal);
    }
}
