using System.Globalization;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Organizations;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests.Journeys;

/// <summary>J3: an editor pastes a notice from Word, is stopped by what must not go out, and three others bring it before the public.</summary>
[Collection("journeys")]
public class J3PublicationTests(JourneyPortal portal) : Journey(portal)
{
    const string Number = "110101199003077379", Masked = "11************7379";

    // As Word puts it on the clipboard, with its own marks around every word.
    const string Pasted = $"""
        <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {"{"}font-family:宋体{"}"}</style></head><body>
        <p class=MsoNormal style='text-indent:28pt'><span style='font-size:16pt'>现将审核结果公布如下。<o:p></o:p></span></p>
        <table class=MsoTableGrid border=1><tr><td><p class=MsoNormal>申请人</p></td><td><p class=MsoNormal>证件号码</p></td></tr><tr><td><p class=MsoNormal>示*</p></td><td><p class=MsoNormal>{Number}</p></td></tr></table>
        <script>alert(1)</script></body></html>
        """;

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_notice_is_stopped_put_right_and_published_by_four_people(bool script)
    {
        await Portal.In(async (store, _) =>
        {
            await store.AddUsualColumns(await JourneyPortal.AgencyId(store));
            if (store.ChangeTracker.HasChanges()) await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Portal.Now));
        });
        var (author, complaints) = await Sit($"采编{script}", Role.Editor, "/office/items/new", script);
        await Written(author, script);
        await Stopped(author, script);

        // Nobody passes what they wrote; the reviewer, the lawyer and the director do, each once.
        await Assertions.Expect(author.GetByTestId("not-mine")).ToContainTextAsync("正等科室审核");
        var path = new Uri(author.Url).AbsolutePath;
        await Passes($"审核{script}", Role.Reviewer, path, script, "通过");
        await Passes($"法制{script}", Role.Legal, path, script, "通过");
        var (director, others) = await Sit($"领导{script}", Role.Leader, path, script);
        await director.Do("审签并公开", ("定时发布日期（选填）", "2026-09-14"));
        await Assertions.Expect(director.Locator(".problem")).ToContainTextAsync("发布时间由系统记录，不能修改");
        await director.Do("审签并公开", ("定时发布日期（选填）", ""));
        await Assertions.Expect(director.Locator("main .tag").First).ToHaveTextAsync("已公开");
        var at = Portal.Now;
        await director.Ends(others, script);

        await author.ReloadAsync();
        await Assertions.Expect(author.Locator("ol.timeline")).ToContainTextAsync("（领导审签）：通过");
        await Public(author, script, at);
        await Asks(author, script, at);
        await author.Ends(complaints, script);
    }

    async Task Written(IPage page, bool script)
    {
        await Steps.Fill(page.GetByLabel("栏目 *必填"), "行政规范性文件");
        await Steps.Fill(page.GetByLabel("标题 *必填"), Title(script));
        await Steps.Fill(page.GetByLabel("体裁 *必填"), "行政规范性文件");
        await Steps.Fill(page.GetByLabel("成文日期 *必填"), "20260918");
        await Steps.Fill(page.GetByLabel("有效性"), "现行有效");
        if (!script) await page.Locator("textarea.editor").FillAsync(Pasted);
        else
        {
            var paper = page.Locator(".editor-paper");
            await paper.EvaluateAsync("(paper, html) => { paper.focus(); const data = new DataTransfer(); data.setData('text/html', html); data.setData('text/plain', 'x'); paper.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }", Pasted);
            await Assertions.Expect(page.GetByText("已粘贴")).ToBeVisibleAsync();
            await Assertions.Expect(paper.Locator("table td").Nth(3)).ToHaveTextAsync(Number);
            Assert.Equal(0, await paper.Locator("script, [style], [class]").CountAsync());
        }
        await page.Sound(script);
        await page.Do("保存草稿");
    }

    // The draft is kept; handing it in names what is missing and what must not go out.
    async Task Stopped(IPage page, bool script)
    {
        await page.Do("检查并送审");
        var problem = page.Locator(".problem");
        await Assertions.Expect(problem).ToContainTextAsync("文号");
        await Assertions.Expect(problem).ToContainTextAsync("身份证号");
        await Assertions.Expect(page.Locator("ul.findings")).Not.ToContainTextAsync(Number);
        await page.Sound(script);
        await page.Lands(() => page.GetByRole(AriaRole.Link, new() { Name = "修改", Exact = true }).ClickAsync());
        await Steps.Fill(page.GetByLabel("文号（公文必填）"), $"住建规〔2026〕{(script ? 21 : 22)}号");
        await Steps.Fill(page.GetByLabel("内容概述（选填）"), "公布公租房审核结果");
        if (script) await page.Locator(".editor-paper td").Nth(3).EvaluateAsync("(cell, words) => { cell.textContent = words; cell.dispatchEvent(new Event('input', { bubbles: true })); }", Masked);
        else await page.Locator("textarea.editor").FillAsync($"<p>现将审核结果公布如下。</p><table><tr><td>申请人</td><td>证件号码</td></tr><tr><td>示*</td><td>{Masked}</td></tr></table>");
        await page.Do("保存草稿");
        await page.Do("检查并送审");
        await Assertions.Expect(page.Locator(".done")).ToContainTextAsync("等科室审核");
    }

    async Task Passes(string name, Role role, string path, bool script, string button)
    {
        Portal.Later();
        var (page, complaints) = await Sit(name, role, path, script);
        await Assertions.Expect(page.Locator(".item-text table")).ToContainTextAsync(Masked);
        await page.Sound(script);
        await page.Do(button, ("意见（退回时必填）", "同意"));
        await page.Ends(complaints, script);
    }

    // What the public sees now: the page, its tags, and one date of publication wherever it stands.
    async Task Public(IPage author, bool script, DateTimeOffset at)
    {
        var address = (await author.GetByRole(AriaRole.Link, new() { Name = "打开公开页面" }).GetAttributeAsync("href"))!;
        Assert.Matches(@"/zfxxgk/fdzdgk/gfxwj/[0-9]{6}/t[0-9]{8}_[0-9a-z]{26}\.html$", address);
        var (page, complaints) = await Portal.Open(address, script: script);
        var tags = await page.EvaluateAsync<Dictionary<string, string>>("() => Object.fromEntries([...document.querySelectorAll('head meta[name]')].map(tag => [tag.name, tag.content]))");
        Assert.DoesNotContain((string[])["SiteName", "SiteDomain", "SiteIDCode", "ColumnDescription", "ColumnKeywords", "ContentSource", "Keywords", "Author", "Url"], name => tags.GetValueOrDefault(name) is null or "");
        Assert.Equal(("行政规范性文件", "政策文件", Title(script), "公布公租房审核结果"), (tags["ColumnName"], tags["ColumnType"], tags["ArticleTitle"], tags["Description"]));
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(Title(script));
        var shown = page.Locator("dl.facts div", new() { HasText = "发布日期" }).Locator("dd");
        await Assertions.Expect(shown).ToHaveTextAsync(at.InBeijing());
        Assert.Equal(at.InBeijing(), tags["PubDate"]);
        await page.GotoAsync("/zfxxgk/");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(Title(script));
        await page.Ends(complaints, script);
    }

    // What the office asks next: the home page has two weeks again, and the policy three working days for its interpretation.
    static async Task Asks(IPage author, bool script, DateTimeOffset at)
    {
        await author.GotoAsync("/office/channels/watch");
        await Assertions.Expect(author.GetByRole(AriaRole.Row, new() { Name = "首页不更新" })).ToContainTextAsync("还有 14 天");
        await author.GotoAsync("/office/");
        var task = author.Locator("main tr", new() { HasText = Title(script) });
        await Assertions.Expect(task).ToContainTextAsync("政策解读");
        await Assertions.Expect(task).ToContainTextAsync(WorkingCalendar.BuiltIn.Add(at.DayAtOffice, 3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    static string Title(bool script) => $"关于公布公租房审核结果的通知（{script}）";

    async Task<(IPage, List<string>)> Sit(string name, Role role, string path, bool script) => await Portal.Sit(await Portal.Officer(name, role), path, script: script);
}
