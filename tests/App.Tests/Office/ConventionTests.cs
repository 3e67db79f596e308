using AngleSharp.Dom;
using Gongkai.App.Tests.Office.Requests;
using Gongkai.Records.AnnualReports;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Gongkai.Rules.Requests;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Office;

/// <summary>What the form leaves open is set on one page, after it was shown what would move, and every figure, list and case follows.</summary>
public sealed class ConventionTests(RequestPlatform platform) : IClassFixture<RequestPlatform>
{
    const string Page = "/office/statistics/conventions";

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_convention_is_shown_before_it_is_set_and_moves_tables_lists_and_cases()
    {
        var keeper = await platform.As(Role.Legal);
        var year = 2026;
        var (before, cases) = (await Figure(keeper, year, "t3.notHeld.total"), await Figure(keeper, year, "t3.needsProcessing.total"));
        Assert.NotEqual("0", before);

        (string, string)[] form = [("Input.What", "t3.NotExisting"), ("Input.Place", "t3.needsProcessing"), ("Input.From", "2026-01-01"), ("Input.Why", "某办答复")];
        var shown = await (await keeper.Send(Page, "form.fields", form)).Html();
        Assert.Contains("设置以后的变化（还没有设置）", shown.QuerySelector("[data-testid=moves]").Words(), StringComparison.Ordinal);
        Assert.Contains(shown.QuerySelectorAll("[data-testid=moves] tbody tr"), line => line.Children[0].Words().Contains("总计", StringComparison.Ordinal) && line.Children[1].Words() == before);
        Assert.Equal(before, await Figure(keeper, year, "t3.notHeld.total"));

        var set = await keeper.Send(shown, Page, "form.fields", form);
        Assert.Equal(Page, await set.Leads());
        Assert.Contains("某办答复", (await keeper.Open(Page)).QuerySelector("main").Words(), StringComparison.Ordinal);
        await platform.In(async store =>
        {
            var agency = await store.Agencies.WithCode("zjj").Select(one => one.Id).SingleAsync(Cancelled);
            var moved = await store.Requests.Where(one => one.AgencyId == agency && one.Outcome == Outcome.NotExisting && one.EndedOn >= new DateOnly(2026, 1, 1) && one.ReopensId == null).ToListAsync(Cancelled);
            Assert.NotEmpty(moved);
            var after = await Figure(keeper, year, "t3.needsProcessing.total");
            Assert.Equal(int.Parse(cases) + moved.Count, int.Parse(after));
            Assert.Contains($"这一格共 {after} 件。", (await keeper.Open($"/office/statistics/requests?year={year}&cell=t3.needsProcessing.total")).Body.Words(), StringComparison.Ordinal);
            Assert.Contains("按口径计入“没有现成信息需要另行制作”", (await keeper.Open($"/office/requests/{moved[0].Handle}")).Body.Words(), StringComparison.Ordinal);
            Assert.Equal("某办答复", (await store.Trail.SingleAsync(entry => entry.Deed == ReportDeeds.ConventionSet.Code && entry.Chain == agency, Cancelled)).Why);
        });
    }

    [Theory]
    [InlineData("t3.Granted", "t3.other", "“予以公开”填在年度报告的哪一项，格式已经写明，不能另行设置。")]
    [InlineData("t3.Withdrawn", "t4.Other", "请为第三张表的结果选择第三张表的统计项，第四张表的结果选择第四张表的统计项")]
    [InlineData("t4.DirectSuit.Upheld", "t4.Other", "未经复议直接起诉没有这种结果，请另选结果。")]
    [InlineData("t4.Reconsideration.Upheld", "t4.Pending", "已经审结的案件不能计入尚未审结，请另选统计项。")]
    public async Task What_the_form_settles_is_not_set(string what, string place, string refused)
    {
        var keeper = await platform.As(Role.Reviewer);
        var answer = await keeper.Send(Page, "form.fields", ("Input.What", what), ("Input.Place", place), ("Input.From", "2026-01-01"), ("Input.Why", "某办通知"));
        Assert.Contains(refused, (await answer.Html()).QuerySelector(".problem").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_of_table_4_moves_too_and_the_same_day_is_not_taken_twice()
    {
        var keeper = await platform.As(Role.Legal, "zljd");
        (string, string)[] form = [("Input.What", "t4.Reconsideration.ClaimsRejected"), ("Input.Place", "t4.Other"), ("Input.From", "2026-01-01"), ("Input.Why", "某办通知")];
        var shown = await (await keeper.Send(Page, "form.fields", form)).Html();
        Assert.Contains("2026 年的数没有变化。", shown.QuerySelector("[data-testid=moves]").Words(), StringComparison.Ordinal);
        await (await keeper.Send(shown, Page, "form.fields", form)).Leads();
        Assert.Contains("从这一天起已经有一条同样结果的口径，请另选日期", await (await keeper.Send(Page, "form.fields", form)).Leads(), StringComparison.Ordinal);
    }

    static async Task<string> Figure(HttpClient reader, int year, string cell) => (await reader.Open($"/office/statistics?year={year}")).QuerySelector($"td[data-key='{cell}']")!.TextContent.Trim();
}
