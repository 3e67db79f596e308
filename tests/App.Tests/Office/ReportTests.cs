using System.Net;
using Gongkai.Records.AnnualReports;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.App.Tests.Office;

/// <summary>The platform in January, when last year's report is due and nothing of it is published.</summary>
public sealed class January : Platform
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(new Day()));
    }

    sealed class Day : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2027, 1, 5, 4, 0, 0, TimeSpan.Zero);
    }
}

/// <summary>The way of an annual report through the office: prepared, checked, signed, published, corrected.</summary>
public sealed class ReportTests(January platform) : IClassFixture<January>
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    async Task<Clerk> As(Role role, string agency) => new(await platform.As(role, agency));

    /// <summary>A report of 2026 with every cell filled in and no fault in it.</summary>
    async Task<string> Prepared(Clerk reviewer)
    {
        var (path, _) = await reviewer.Press("/office/reports/prepare", "开始编制", ("Year", "2026"));
        foreach (var table in (int[])[2, 3, 4]) await reviewer.Press($"{path}/tables/{table}", "保存，空白格填 0");
        await reviewer.Press($"{path}/tables/3", await Balanced(reviewer, path), "保存");
        await reviewer.Press($"{path}/text", "保存", ("Parts[1].Text", "本年度按照要求做好政府信息公开工作。"), ("Parts[5].Text", "公开的内容还不够细，今后将逐项补齐。"), ("Parts[6].Text", "无。"));
        return path;
    }

    static async Task<AngleSharp.Dom.IDocument> Balanced(Clerk reviewer, string path)
    {
        var page = await reviewer.Open($"{path}/tables/3");
        // What was carried in is still open at the end of the year.
        foreach (var field in page.QuerySelectorAll("input[name^='Cells[t3.carriedIn.']"))
            page.QuerySelector($"input[name='{field.GetAttribute("name")!.Replace("carriedIn", "carriedOver", StringComparison.Ordinal)}']")!.SetAttribute("value", field.GetAttribute("value")!);
        return page;
    }

    [Fact]
    public async Task A_report_goes_from_the_first_cell_to_its_public_address_and_is_corrected_there()
    {
        var (reviewer, leader) = (await As(Role.Reviewer, "zfbz"), await As(Role.Leader, "zfbz"));
        var (path, first) = await reviewer.Press("/office/reports/prepare", "开始编制", ("Year", "2026"));
        Assert.Equal("编制中", first.QuerySelector("[data-testid=state]").Words());

        // What was carried over stands there already, and is marked so.
        var table = await reviewer.Open($"{path}/tables/3");
        Assert.Contains("转", table.QuerySelector("td.source-carried .was").Words(), StringComparison.Ordinal);

        // Blanks are errors, so it cannot be handed over.
        var (_, refused) = await reviewer.Press($"{path}/check", "送审签");
        Assert.Matches("还有\\d+处错误没有改正", refused.QuerySelector(".problem").Words());

        foreach (var number in (int[])[2, 3, 4]) await reviewer.Press($"{path}/tables/{number}", "保存，空白格填 0");
        await reviewer.Press($"{path}/tables/3", await Balanced(reviewer, path), "保存");
        await reviewer.Press($"{path}/text", "保存", ("Parts[1].Text", "本年度按照要求做好政府信息公开工作。"), ("Parts[5].Text", "公开的内容还不够细，今后将逐项补齐。"), ("Parts[6].Text", "无。"));
        var check = await reviewer.Open($"{path}/check");
        var notes = check.QuerySelectorAll("input[name^='Notes[']").Select(note => (note.GetAttribute("name")!, "已核实")).ToArray();
        var (_, handed) = await reviewer.Press($"{path}/check", check, "送审签", notes);
        Assert.True(handed.QuerySelector("[data-testid=state]") is not null, handed.QuerySelector("main").Words());
        Assert.Equal("待审签", handed.QuerySelector("[data-testid=state]").Words());

        var (_, signed) = await leader.Press($"{path}/sign", "审签");
        Assert.Equal("已审签，待公布", signed.QuerySelector("[data-testid=state]").Words());
        // What is signed is no longer changed.
        Assert.Equal(path, (await reviewer.Get($"{path}/tables/3")).Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await platform.Visitor().GetAsync("/zfxxgk/nb/2026/zfbz", Cancelled)).StatusCode);

        var (_, published) = await reviewer.Press($"{path}/publish", "公布");
        Assert.Equal("已公布", published.QuerySelector("[data-testid=state]").Words());
        var portal = await platform.Page("/zfxxgk/nb/2026/zfbz");
        Assert.Equal("2027-01-05", portal.QuerySelector(".facts dd:nth-of-type(1)") is null ? "" : portal.Meta("PubDate")![..10]);

        await Corrected(reviewer, leader);
    }

    async Task Corrected(Clerk reviewer, Clerk leader)
    {
        var (path, _) = await reviewer.Press("/office/reports/correct/2026", "开始更正", ("Reason", "第六部分漏写信息处理费，据实补写。"));
        await reviewer.Press($"{path}/text", "保存", ("Parts[6].Text", "本年度没有收取信息处理费。"));
        var check = await reviewer.Open($"{path}/check");
        await reviewer.Press($"{path}/check", check, "送审签", [.. check.QuerySelectorAll("input[name^='Notes[']").Select(note => (note.GetAttribute("name")!, "已核实"))]);
        await leader.Press($"{path}/sign", "审签");
        await reviewer.Press($"{path}/publish", "公布");

        var portal = await platform.Page("/zfxxgk/nb/2026/zfbz");
        Assert.Contains("第六部分漏写信息处理费，据实补写。（第 2 版）", portal.QuerySelector(".facts").Words(), StringComparison.Ordinal);
        Assert.Contains("本年度没有收取信息处理费。", portal.QuerySelector(".report").Words(), StringComparison.Ordinal);
        // The one before stays.
        await platform.In(async store => Assert.Equal([1, 2], await store.AnnualReports.OfYear(2026).Where(report => report.Title.Contains("住房保障")).OrderBy(report => report.Version).Select(report => report.Version).ToListAsync(Cancelled)));
    }

    [Fact]
    public async Task Whoever_prepared_it_does_not_sign_it_and_a_signature_is_lost_when_it_is_returned()
    {
        var (reviewer, leader) = (await As(Role.Reviewer, "zljd"), await As(Role.Leader, "zljd"));
        var path = await Prepared(reviewer);
        var check = await reviewer.Open($"{path}/check");
        await reviewer.Press($"{path}/check", check, "送审签", [.. check.QuerySelectorAll("input[name^='Notes[']").Select(note => (note.GetAttribute("name")!, "已核实"))]);
        // The one who prepared has no signing page at all.
        Assert.Equal(HttpStatusCode.NotFound, (await reviewer.Get($"{path}/sign")).StatusCode);

        var (_, asked) = await leader.Press($"{path}/return", "退回修改", ("Opinion", ""));
        Assert.Contains("请写明退回意见", asked.QuerySelector(".problem").Words(), StringComparison.Ordinal);
        var (_, returned) = await leader.Press($"{path}/return", "退回修改", ("Opinion", "请核对表三。"));
        Assert.Equal("已退回", returned.QuerySelector("[data-testid=state]").Words());
        Assert.Contains("请核对表三。", returned.QuerySelector(".warn").Words(), StringComparison.Ordinal);
        Assert.Contains("报告还没有送审签", (await leader.Open($"{path}/sign")).QuerySelector(".warn").Words(), StringComparison.Ordinal);
        Assert.Contains("报告还没有审签，审签后才能公布。", (await reviewer.Open($"{path}/publish")).QuerySelector(".warn").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_fill_in_one_table_lose_nothing()
    {
        var (one, other) = (await As(Role.Reviewer, "wygl"), await As(Role.Reviewer, "wygl"));
        var (path, _) = await one.Press("/office/reports/prepare", "开始编制", ("Year", "2026"));
        var table = $"{path}/tables/2";
        var (seenByOne, seenByOther) = (await one.Open(table), await other.Open(table));

        await one.Press(table, seenByOne, "保存", ("Cells[t2.licences.decisions]", "７"), ("Cells[t2.penalties.decisions]", "3"));
        // The other changed another cell, and one of the same.
        var (_, conflict) = await other.Press(table, seenByOther, "保存", ("Cells[t2.coercion.decisions]", "1"), ("Cells[t2.penalties.decisions]", "4"));
        Assert.Contains("别人已改为“3”，您填的“4”还在格里", conflict.QuerySelector(".problem").Words(), StringComparison.Ordinal);
        Assert.Contains("您的修改已保留在下面", conflict.QuerySelector(".warn[role=alert]").Words(), StringComparison.Ordinal);
        string Field(string key) => conflict.QuerySelector($"input[name='Cells[{key}]']")!.GetAttribute("value")!;
        Assert.Equal(("7", "4", "1"), (Field("t2.licences.decisions"), Field("t2.penalties.decisions"), Field("t2.coercion.decisions")));

        var (_, saved) = await other.Press(table, conflict, "保存");
        Assert.Equal("4", saved.QuerySelector("input[name='Cells[t2.penalties.decisions]']")!.GetAttribute("value"));
        Assert.Equal("1", saved.QuerySelector("input[name='Cells[t2.coercion.decisions]']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_is_no_number_comes_back_with_everything_that_was_typed()
    {
        var reviewer = await As(Role.Reviewer, "qzf");
        var (path, _) = await reviewer.Press("/office/reports/prepare", "开始编制", ("Year", "2026"));
        var (_, page) = await reviewer.Press($"{path}/tables/2", "保存", ("Cells[t2.licences.decisions]", "约9"), ("Cells[t2.penalties.decisions]", "3"));

        Assert.Contains("要填不小于0的整数，您填的是“约9”。", page.QuerySelector(".problem").Words(), StringComparison.Ordinal);
        Assert.Equal(("约9", "3"), (page.QuerySelector("#Cells_t2_licences_decisions_")!.GetAttribute("value"), page.QuerySelector("#Cells_t2_penalties_decisions_")!.GetAttribute("value")));
        Assert.Equal("#Cells_t2_licences_decisions_", page.QuerySelector(".problem a")!.GetAttribute("href"));

        // A supplied number is not changed without a word.
        var (_, asked) = await reviewer.Press($"{path}/tables/3", "保存", ("Cells[t3.carriedIn.business]", "99"));
        Assert.Contains("是自动取得的数，改动时请写明理由。", asked.QuerySelector(".problem").Words(), StringComparison.Ordinal);
        var (_, kept) = await reviewer.Press($"{path}/tables/3", asked, "保存", ("Note", "上年漏计"));
        Assert.Contains("改", kept.QuerySelector("td.source-changed .was").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_of_another_agency_is_not_there()
    {
        var reviewer = await As(Role.Reviewer, "cgj");
        var (path, _) = await reviewer.Press("/office/reports/prepare", "开始编制", ("Year", "2026"));
        var stranger = await As(Role.Reviewer, "zljd");
        foreach (var page in (string[])["", "/tables/2", "/text", "/check", "/preview", "/compare", "/publish"])
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(path + page)).StatusCode);
    }
}
