using System.Net;
using Gongkai.Records.Calendars;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Office;

/// <summary>工作日历: the year, the import with its dry run, local days. Each test that imports has a year of its own.</summary>
public sealed class CalendarPageTests(Platform platform)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    static string Json(int year) =>
        $$"""file:{"year": {{year}}, "papers": ["https://www.gov.cn/notice.htm"], "days": [{"name": "元旦", "date": "{{year}}-01-01", "isOffDay": true}, {"name": "试验节", "date": "{{Weekday(year)}}", "isOffDay": true}]}""";

    // The last working day of January: the day by which the report of the year before is planned.
    static string Weekday(int year) => $"{Gongkai.Rules.WorkingCalendar.BuiltIn.OnOrBefore(new(year, 1, 31)):yyyy-MM-dd}";

    [Fact]
    public async Task A_year_is_shown_by_its_months_and_each_mark_is_a_word_too()
    {
        var desk = await platform.As(Role.Reviewer);
        var page = await desk.Open("/office/calendar?year=2026");
        var months = page.QuerySelectorAll("table.month");

        Assert.Equal(12, months.Length);
        Assert.Equal("全年 248 个工作日。依据：国办发明电〔2025〕7号。", page.QuerySelector("#nian + p").Words());
        Assert.Equal(33, page.QuerySelectorAll("table.month td.holiday").Length);
        Assert.Equal(6, page.QuerySelectorAll("table.month td.worked").Length);
        var february14 = months[1].QuerySelectorAll("td").Single(day => day.Words().StartsWith("14", StringComparison.Ordinal));
        Assert.Equal("14班春节，调休上班", february14.Words());
        Assert.All(page.QuerySelectorAll("td.holiday"), day => Assert.Equal("休", day.QuerySelector(".day-mark").Words()));
        Assert.Equal("今天，工作日", page.QuerySelector("td.today")!.GetAttribute("title"));
        Assert.Null(page.QuerySelector(".warn"));
    }

    [Fact]
    public async Task A_year_without_a_notice_says_that_it_is_estimated()
    {
        var desk = await platform.As(Role.Reviewer);
        var page = await desk.Open("/office/calendar?year=2031");

        Assert.Equal("▲ 2031 年节假日尚未导入，2031 年的期限按周一至周五估算。", page.QuerySelector(".warn").Words());
        Assert.Empty(page.QuerySelectorAll("td.holiday"));
    }

    [Fact]
    public async Task An_import_shows_first_what_it_changes_and_is_saved_only_when_confirmed()
    {
        var desk = await platform.As(Role.Reviewer);
        const string check = "form[action*='handler=check']";
        var trial = await (await desk.Send("/office/calendar", check, ("Notice.Year", "2027"), ("Notice.Number", "国办发明电〔2026〕9号"), ("Notice.File", Json(2027)))).Html();

        Assert.Contains("2027 年的工作日由 261 个变为 259 个。", trial.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Contains("2027-01-29（周五）试验节：改为休息", trial.QuerySelector("ul.columns-list").Words(), StringComparison.Ordinal);
        // The report of 2026 is planned for the last working day of January 2027.
        Assert.Equal("年度报告公布 公布 2026 年政府信息公开工作年度报告 2027-01-29 2027-01-28（提前）", trial.QuerySelector("[aria-label^='期限会移动'] tbody tr").Words());
        await platform.In(async store => Assert.False(await store.CalendarNotices.AnyAsync(notice => notice.Year == 2027, Cancelled)));

        var done = await desk.Send(trial, "/office/calendar", "form[action*='handler=import']");
        Assert.Equal("/office/calendar?year=2027", done.Headers.Location?.OriginalString);
        var page = await desk.Open("/office/calendar?year=2027");
        Assert.Contains("国办发明电〔2026〕9号", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Contains("第 1 次：2026-06-01 20:00，测试审核人员（现行）", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll("td.holiday").Length);
    }

    [Theory]
    [InlineData("", "file:[]", "Notice.Year", "请填写要导入的年份，例如 2027。")]
    [InlineData("2030", "file:", "Notice.File", "请选择节假日安排文件（JSON、XLSX 或 CSV）。")]
    [InlineData("2030", "file:{\"year\": 2026, \"days\": []}", "Notice.File", "文件写的是 2026 年，要导入的是 2030 年。请选对文件，或改要导入的年份。")]
    [InlineData("2030", "file:元旦,2030-01-01,随便", "Notice.File", "第 1 行没有说清放假还是上班，请在第三列写“放假”或“上班”。")]
    [InlineData("2030", "file:PK\u0003\u0004nonsense", "Notice.File", "Excel 文件已损坏或不完整，请重新导出后再试。")]
    public async Task A_file_that_is_wrong_says_what_to_do(string year, string file, string field, string reason)
    {
        var desk = await platform.As(Role.Reviewer);
        var answer = await desk.Send("/office/calendar", "form[action*='handler=check']", ("Notice.Year", year), ("Notice.File", file));
        var page = await answer.Html();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal((reason, "#" + field.Replace('.', '_')), (page.QuerySelector(".problem a").Words(), page.QuerySelector(".problem a")!.GetAttribute("href")));
    }

    [Fact]
    public async Task What_comes_back_from_the_dry_run_is_looked_at_again()
    {
        var desk = await platform.As(Role.Reviewer);
        var trial = await (await desk.Send("/office/calendar", "form[action*='handler=check']", ("Notice.Year", "2029"), ("Notice.File", Json(2029)))).Html();

        var forged = await (await desk.Send(trial, "/office/calendar", "form[action*='handler=import']", ("Notice.Text", "on 2029-01-02 元旦"))).Html();
        Assert.Equal("2029-01-02 本来就是工作日，调休上班只会在周六、周日，请检查日期。", forged.QuerySelector(".problem li").Words());
        var nonsense = await (await desk.Send(trial, "/office/calendar", "form[action*='handler=import']", ("Notice.Text", "<script>"))).Html();
        Assert.Equal("看不懂这一行：“<script>”。", nonsense.QuerySelector(".problem li").Words());
        await platform.In(async store => Assert.False(await store.CalendarNotices.AnyAsync(notice => notice.Year == 2029, Cancelled)));
    }

    [Fact]
    public async Task A_local_day_is_kept_for_this_agency_and_taken_back()
    {
        var desk = await platform.As(Role.Reviewer);
        var done = await desk.Send("/office/calendar?year=2024", "form[action*='handler=local']", ("Local.Day", "2024-06-17"), ("Local.Name", "古尔邦节"), ("Local.Basis", "自治区人民政府令"));

        Assert.Equal("/office/calendar?year=2024", done.Headers.Location?.OriginalString);
        var page = await desk.Open("/office/calendar?year=2024");
        Assert.Contains("2024-06-17 古尔邦节（休息），依据：自治区人民政府令", page.QuerySelector("#difang ~ ul").Words(), StringComparison.Ordinal);
        Assert.Contains("全年 250 个工作日", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        var neighbour = await (await platform.As(Role.Reviewer, "cgj")).Open("/office/calendar?year=2024");
        Assert.Contains("全年 251 个工作日", neighbour.QuerySelector("main").Words(), StringComparison.Ordinal);

        var twice = await (await desk.Send("/office/calendar?year=2024", "form[action*='handler=local']", ("Local.Day", "2024-06-17"), ("Local.Name", "又一次"), ("Local.Basis", "同上"))).Html();
        Assert.Equal("2024-06-17 已经设置过，请先取消原来的设置。", twice.QuerySelector(".problem li").Words());

        await desk.Send("/office/calendar?year=2024", "form[action*='handler=remove']");
        Assert.Contains("全年 251 个工作日", (await desk.Open("/office/calendar?year=2024")).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_agencys_local_day_is_not_there()
    {
        var theirs = await platform.As(Role.Reviewer, "cgj");
        await theirs.Send("/office/calendar?year=2023", "form[action*='handler=local']", ("Local.Day", "2023-03-22"), ("Local.Name", "某节"), ("Local.Basis", "某文件"));
        var handle = (await theirs.Open("/office/calendar?year=2023")).QuerySelector("form[action*='handler=remove'] [name=handle]")!.GetAttribute("value")!;
        var desk = await platform.As(Role.Reviewer);
        await desk.Send("/office/calendar?year=2023", "form[action*='handler=local']", ("Local.Day", "2023-03-23"), ("Local.Name", "某节"), ("Local.Basis", "某文件"));

        var answer = await desk.Send("/office/calendar?year=2023", "form[action*='handler=remove']", ("handle", handle));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
