using System.Net;
using System.Text;
using AngleSharp.Dom;
using Gongkai.App.Office.Catalogue;
using Gongkai.App.Tests.Office.Works;
using Gongkai.Documents.Reading;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Office.Catalogue;

/// <summary>The catalogue on its pages: taken over, changed with reasons, out to a table and in again, and whether what it asks was done.</summary>
[Collection(Workshop.Line)]
public sealed class CataloguePageTests(Platform platform)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    async Task<HttpClient> Editor(string agency)
    {
        var editor = await platform.As(Role.Editor, agency);
        if ((await editor.Open("/office/catalogue")).QuerySelector("form[action*='Usual']") is not null) await (await editor.Send("/office/catalogue", "form[action*='Usual']")).Leads();
        return editor;
    }

    static async Task<string> PathOf(HttpClient editor, string second) =>
        (await editor.Open($"/office/catalogue?q={Uri.EscapeDataString(second)}")).QuerySelectorAll("table.list td a").Single(link => link.Words() == second).GetAttribute("href")!;

    [Fact]
    public async Task The_usual_catalogue_is_taken_over_and_an_entry_keeps_what_it_said_before()
    {
        var editor = await Editor("wygl");
        var page = await editor.Open("/office/catalogue");
        Assert.Contains($"共 {PlannedEntry.Usual.Count} 条", page.QuerySelector(".pager").Words(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[action*='Usual']"));

        var path = await PathOf(editor, "行政处罚决定");
        var edit = path.Replace("/catalogue/", "/catalogue/edit/", StringComparison.Ordinal);
        Assert.Contains("请填写修改原因。", await (await editor.Send(edit, "form.fields", ("Input.Times", "5个工作日内"))).Leads(), StringComparison.Ordinal);
        Assert.Contains("读不懂“尽快”", await (await editor.Send(edit, "form.fields", ("Input.Times", "尽快"), ("Input.Why", "试"))).Leads(), StringComparison.Ordinal);
        Assert.Contains("只向特定群体公开的，不在政府网站公开", await (await editor.Send(edit, "form.fields", ("Input.Group", "当事人"), ("Input.Why", "试"))).Leads(), StringComparison.Ordinal);
        Assert.Equal(path, await (await editor.Send(edit, "form.fields", ("Input.Times", "5个工作日内"), ("Input.Why", "提速"))).Leads());

        page = await editor.Open(path);
        Assert.Contains("第2版", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        var versions = page.QuerySelector("[data-testid=versions]").Words();
        Assert.Contains("原因：提速", versions, StringComparison.Ordinal);
        Assert.Contains("自信息形成或者变更之日起5个工作日内", versions, StringComparison.Ordinal);
        // Nothing changed, no version.
        Assert.Equal(path, await (await editor.Send(edit, "form.fields", ("Input.Why", "再存一次"))).Leads());
        Assert.DoesNotContain("第3版", (await editor.Open(path)).QuerySelector("main").Words(), StringComparison.Ordinal);

        var reader = await platform.As(Role.Handler, "wygl");
        Assert.Null((await reader.Open(path)).QuerySelector("a[href*='catalogue/edit']"));
        Assert.NotEqual(HttpStatusCode.OK, (await reader.GetAsync(edit, Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await platform.As(Role.Editor, "cgj")).GetAsync(path, Cancelled)).StatusCode);
    }

    [Theory, InlineData("xlsx"), InlineData("csv")]
    public async Task What_goes_out_comes_in_again_and_changes_nothing(string format)
    {
        var editor = await Editor("zfbz");
        var bytes = await editor.GetByteArrayAsync($"/office/catalogue?{CatalogueColumns.Standard}&export={format}", Cancelled);
        var rows = TableFile.Rows(bytes);
        var head = rows.First(row => row.Contains("序号"));
        Assert.Equal(["序号", "一级事项", "二级事项", "三级事项", "公开内容（要素）", "公开依据", "公开时限", "公开主体", "公开渠道和载体", "公开对象", "公开方式", "公开层级", "责任科室（单位）", "公开类别", "公开栏目", "条例事项"], head);

        Assert.Equal($"导入完成：不变 {rows.Count(row => row.Count == head.Count && int.TryParse(row[0], out _))} 行。", await Import(editor, bytes, $"目录.{format}"));
        await platform.In(async store =>
        {
            var agency = await store.Agencies.WithCode("zfbz").Select(one => one.Id).SingleAsync(Cancelled);
            Assert.Equal(0, await store.CatalogueVersions.CountAsync(version => store.CatalogueEntries.Any(entry => entry.Id == version.EntryId && entry.AgencyId == agency), Cancelled));
        });
    }

    [Fact]
    public async Task A_catalogue_of_others_is_tried_and_each_fault_is_named()
    {
        var editor = await Editor("zljd");
        const string table = "序号,一级事项,二级事项,三级事项,公开内容（要素）,公开依据,公开时限,公开主体,公开渠道和载体,公开对象,公开方式,公开层级,公开栏目\n"
            + "7,物业管理,前期物业备案,,\"●备案名称\n●备案日期\",,自备案之日起 20 个工作日内,,\"■政府网站\n□公示栏\",全社会,主动,县级,公共服务\n"
            + ",物业管理,业主大会指导,,●指导内容,,及时,,■飞鸽,特定群体：业主,随便,县级,没有的栏目\n";
        var answer = await ListImportTests.Upload(editor, "catalogue", Encoding.UTF8.GetBytes(table), "目录.csv");
        var path = answer.Headers.Location!.OriginalString;
        await Work();
        var page = await editor.Open(path);
        var faults = page.QuerySelectorAll("table.list tbody tr").Where(row => row.QuerySelector("td.number") is not null).Select(row => row.Words()).ToList();
        foreach (var said in (string[])["没有“飞鸽”这种渠道", "读不懂“及时”", "“随便”不在可选范围内", "没有名为“没有的栏目”的栏目"]) Assert.Contains(faults, fault => fault.Contains(said, StringComparison.Ordinal));

        await ListImportTests.Confirm(editor, path, page);
        await Work();
        await platform.In(async store =>
        {
            var entry = await store.CatalogueEntries.SingleAsync(one => one.Name == "物业管理 / 前期物业备案" && one.ClosedOn == null, Cancelled);
            // 7 was taken.
            Assert.True(entry.Number > PlannedEntry.Usual.Count);
            Assert.Equal(("某区建设工程质量安全监督站", DisclosureMode.AsItHappens, "21.2"), (entry.Says.Subject, entry.Mode, entry.Says.Matter));
            Assert.Equal([new(Channel.Website, true), new RequiredChannel(Channel.NoticeBoard, false)], entry.Says.Channels);
        });
    }

    [Fact]
    public async Task Compliance_and_the_late_list_say_what_was_missed_and_lead_to_it()
    {
        var editor = await Editor("cgj");
        var path = await PathOf(editor, "选房或者摇号公告") is { } own ? own : "";
        await platform.In(async store =>
        {
            var agency = await store.Agencies.WithCode("cgj").Select(one => one.Id).SingleAsync(Cancelled);
            var handle = Handle.Parse(path[(path.LastIndexOf('/') + 1)..], null);
            var entry = await store.CatalogueEntries.SingleAsync(one => one.Handle == handle, Cancelled);
            ItemContent content = new() { ColumnId = entry.ColumnId, EntryId = entry.Id, Title = "第一次摇号公告", Issuer = "某局", Genre = Genre.Announcement, FormedOn = new(2026, 3, 2), Html = "<p>房源、规则</p>", Plain = "房源、规则" };
            await Disclosed.Publish(store, agency, content);
            await Disclosed.Approve(store, agency, content with { Title = "第二次摇号公告" });
        });

        var page = await editor.Open(path);
        Assert.Contains("■ 1 条超期未公开", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        // Published late, without the board, and without saying when and where.
        var row = page.QuerySelectorAll("table.list tr").Single(one => one.Words().StartsWith("第一次摇号公告", StringComparison.Ordinal)).Words();
        foreach (var said in (string[])["逾期", "时间地点：未见，请核对", "社区/企事业单位/村公示栏"]) Assert.Contains(said, row, StringComparison.Ordinal);
        Assert.DoesNotContain("房源：", row, StringComparison.Ordinal);

        Assert.Contains("1 条超期未公开", (await editor.Open("/office/catalogue/compliance?broken=true")).QuerySelector("table.list").Words(), StringComparison.Ordinal);
        Assert.Contains("第二次摇号公告", (await editor.Open("/office/catalogue/late")).QuerySelector("table.list").Words(), StringComparison.Ordinal);
        var late = (await editor.Open("/office/catalogue/late?state=published")).QuerySelector("table.list").Words();
        Assert.Contains("第一次摇号公告", late, StringComparison.Ordinal);
        Assert.DoesNotContain("第二次", late, StringComparison.Ordinal);
        // Who directs sees it on the desk.
        Assert.Contains("第二次摇号公告", (await (await platform.As(Role.Leader, "cgj")).Open("/office/")).Body!.TextContent, StringComparison.Ordinal);
    }

    async Task<string> Import(HttpClient desk, byte[] bytes, string name)
    {
        var answer = await ListImportTests.Upload(desk, "catalogue", bytes, name);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Leads());
        var path = answer.Headers.Location!.OriginalString;
        await Work();
        var to = await ListImportTests.Confirm(desk, path, await desk.Open(path));
        await Work();
        return (await desk.Open(to)).QuerySelector("[role='note']").Words();
    }

    Task Work() => platform.WorkOff();
}
