using System.Net;
using System.Net.Http.Headers;
using Gongkai.App.Access;
using Gongkai.App.Shared.Letters;
using Gongkai.Documents.Templates;
using Gongkai.Documents.Templates.Requests;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Records.Templates;
using Gongkai.Rules.Access;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.App.Tests.Office;

/// <summary>An agency takes the template that comes with the program, changes it in Word, and uploads it; old letters keep their text.</summary>
public sealed class TemplateTests(Platform platform)
{
    static readonly LetterKind Kind = LetterKinds.TaskOrder;

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, InlineData(Role.SystemAdministrator), InlineData(Role.Reviewer)]
    public async Task Whoever_manages_settings_sees_every_kind(Role role)
    {
        var page = await (await (await platform.As(role, "wygl")).GetAsync("/office/templates", Cancelled)).Html();

        Assert.Equal(LetterKinds.All.Select(kind => kind.Name), page.QuerySelectorAll("tbody th").Select(cell => cell.Words()));
        Assert.Equal(["系统自带"], page.QuerySelectorAll("tbody td:nth-child(2)").Select(cell => cell.Words()).Distinct());
    }

    [Theory, InlineData(Role.Handler), InlineData(Role.Leader), InlineData(Role.SecurityAuditor), InlineData(Role.Supervisor)]
    public async Task Nobody_else_finds_it(Role role)
    {
        var officer = await platform.As(role);
        foreach (var path in (string[])["/office/templates", "/office/templates/task-order", "/office/templates/task-order/supplied/template.docx", "/office/templates/task-order/supplied/sample.docx"])
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await officer.GetAsync(path, Cancelled)).StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, (await Upload(officer, DefaultTemplate.Of(Kind), "x")).StatusCode);
    }

    [Fact]
    public async Task A_kind_that_there_is_not_is_not_found()
    {
        var officer = await platform.As(Role.Reviewer);
        foreach (var path in (string[])["/office/templates/nonsense", "/office/templates/nonsense/supplied/template.docx", "/office/templates/task-order/nonsense/template.docx", $"/office/templates/task-order/{Handle.Next()}/sample.docx"])
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await officer.GetAsync(path, Cancelled)).StatusCode));
    }

    [Fact]
    public async Task A_changed_template_becomes_the_next_version_and_can_be_withdrawn()
    {
        var officer = await platform.As(Role.Reviewer, "zfbz");
        var supplied = await officer.GetByteArrayAsync("/office/templates/task-order/supplied/template.docx", Cancelled);
        Assert.Equal(DefaultTemplate.Of(Kind), supplied);

        Assert.Equal(HttpStatusCode.Redirect, (await Upload(officer, supplied, "第一次")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Upload(officer, DefaultTemplate.Of(Kind with { Text = [.. Kind.Text, "请勿拖延。"] }), "加一句")).StatusCode);

        var page = await (await officer.GetAsync("/office/templates/task-order", Cancelled)).Html();
        Assert.Equal("第 2 版已启用，之后出具的任务督办单都用它。", page.QuerySelector(".done").Words());
        Assert.Equal(["正在使用", "旧版"], page.QuerySelectorAll("section table.list")[0].QuerySelectorAll("tbody td:nth-child(4)").Select(cell => cell.Words()));
        Assert.Contains("请勿拖延。", page.QuerySelectorAll("section.panel p").Select(line => line.Words()));

        var version = page.QuerySelector("input[name=version]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Redirect, (await officer.PostAsync("/office/templates/task-order?handler=Withdraw", await Form(officer, ("version", version)), Cancelled)).StatusCode);
        page = await (await officer.GetAsync("/office/templates/task-order", Cancelled)).Html();
        Assert.Equal(["2026-06-01 停用", "正在使用"], page.QuerySelectorAll("section table.list")[0].QuerySelectorAll("tbody td:nth-child(4)").Select(cell => cell.Words()));
        Assert.DoesNotContain("请勿拖延。", page.QuerySelectorAll("section.panel p").Select(line => line.Words()));

        // Another agency's version is not there.
        var other = await platform.As(Role.Reviewer, "cgj");
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync($"/office/templates/task-order/{version}/template.docx", Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/office/templates/task-order/{version}/template.docx", Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync("/office/templates/task-order?handler=Withdraw", await Form(other, ("version", version)), Cancelled)).StatusCode);
        await platform.In(async store =>
        {
            var chain = await store.Agencies.WithCode("zfbz").Select(agency => agency.Id).SingleAsync(Cancelled);
            Assert.Equal(2, await store.Trail.CountAsync(entry => entry.Deed == LetterTemplateQueries.Uploaded.Code && entry.Chain == chain, Cancelled));
        });
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_nothing_is_kept()
    {
        var officer = await platform.As(Role.Reviewer, "zljd");
        var bad = DefaultTemplate.Of(Kind with { Text = [.. Kind.Text.Where(line => !line.Contains("责任人", StringComparison.Ordinal)), "{{责任任}}"] });

        var answer = await Upload(officer, bad, "改坏了");
        var page = await answer.Html();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["没有“责任任”这个字段，是不是“责任人”？请改正后再上传。", "缺少必填字段 {{责任人}}。请在模板中加上。"], page.QuerySelectorAll(".problem li").Select(line => line.Words()));
        Assert.Equal("改坏了", page.QuerySelector("#Note")!.GetAttribute("value"));
        Assert.Equal(["请选择修改好的模板文件（DOCX 格式）。"], await Problems(officer, null, "没有文件"));
        Assert.Equal(["“a.docx”的内容不是 DOCX 格式，可能已损坏或改过扩展名，请重新导出后上传。"], await Problems(officer, "没有"u8.ToArray(), "是文字"));
        Assert.Equal(["请填写修改说明，让同事知道这一版改了什么。"], await Problems(officer, DefaultTemplate.Of(Kind), ""));
        await platform.In(async store => Assert.False(await store.LetterTemplates.AnyAsync(template => template.Note == "改坏了", Cancelled)));
    }

    [Fact]
    public async Task A_letter_of_a_request_shows_what_the_law_wants_and_refuses_what_is_outdated()
    {
        var officer = await platform.As(Role.Reviewer, "zljd");
        var kind = RequestLetter.StateSecret.Kind;
        var page = await (await officer.GetAsync("/office/templates/d30", Cancelled)).Html();

        Assert.Equal(["《中华人民共和国政府信息公开条例》第十四条、第三十六条第（三）项", "申请人", "审签", "办结", "复议前置"], page.QuerySelectorAll("dl.facts dd").Select(fact => fact.Words()));
        Assert.Contains(page.QuerySelectorAll("section.panel p"), line => line.Words().Contains("应当自收到本告知书之日起60日内先向某区人民政府申请行政复议", StringComparison.Ordinal));

        var old = DefaultTemplate.Of(kind with { Text = [.. kind.Text, "如不服，可以向上一级主管部门申请行政复议，或者在6个月内直接向人民法院提起行政诉讼。"] });
        Assert.Equal(
            [
                "模板写了向上级主管部门申请行政复议。2024年1月1日起，对政府工作部门的决定不服的，只能向本级人民政府申请行政复议。请删去这段文字，只留 {{救济途径}}，系统会写上正确的救济途径。",
                "模板写了可以直接提起行政诉讼。2024年1月1日起，对不予公开的决定不服的，应当先申请行政复议，对行政复议决定不服的才能提起行政诉讼。请删去这段文字，只留 {{救济途径}}，系统会写上正确的救济途径。",
            ],
            (await (await Upload(officer, old, "旧模板", "d30")).Html()).QuerySelectorAll(".problem li").Select(line => line.Words()));
        Assert.Equal(HttpStatusCode.Redirect, (await Upload(officer, DefaultTemplate.Of(kind with { Text = [.. kind.Text, "特此告知。"] }), "加一句", "d30")).StatusCode);
    }

    [Fact]
    public async Task A_letter_that_was_written_keeps_its_text()
    {
        var (account, grant) = await platform.Officer(Role.Reviewer, "qzf");
        await using var scope = platform.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext { User = SignedIn.As(account, [grant]) };
        var desk = scope.ServiceProvider.GetRequiredService<LetterDesk>();
        var store = scope.ServiceProvider.GetRequiredService<Store>();

        var (first, template) = await desk.Write(Kind, Kind.Samples);
        await desk.Add(Kind, DefaultTemplate.Of(Kind with { Text = [.. Kind.Text, "新版。"] }), "a.docx", "新版");
        var (second, next) = await desk.Write(Kind, Kind.Samples);

        Assert.NotEqual(template, next);
        Assert.Contains("新版。", Letter.Text(second));
        Assert.Equal(first, await desk.Write(template, Kind.Samples));
        Assert.Equal((1, true), await store.LetterTemplates.Where(one => one.Id == template).Select(one => ValueTuple.Create(one.Version, one.Supplied)).SingleAsync(Cancelled));
    }

    static async Task<IEnumerable<string>> Problems(HttpClient officer, byte[]? file, string note) =>
        (await (await Upload(officer, file, note)).Html()).QuerySelectorAll(".problem li").Select(line => line.Words());

    static async Task<HttpResponseMessage> Upload(HttpClient officer, byte[]? file, string note, string kind = "task-order")
    {
        var form = await Form(officer, ("Note", note));
        if (file is not null) form.Add(new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } }, "file", "a.docx");
        return await officer.PostAsync($"/office/templates/{kind}?handler=Upload", form, Cancelled);
    }

    static async Task<MultipartFormDataContent> Form(HttpClient officer, params (string Name, string Value)[] fields)
    {
        var page = await (await officer.GetAsync("/office/templates/task-order", Cancelled)).Html();
        MultipartFormDataContent form = new();
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        if (page.QuerySelector("input[name=_form]")?.GetAttribute("value") is { } token) form.Add(new StringContent(token), "_form");
        return form;
    }
}
