using Gongkai.App.Tests.Office.Works;
using System.Net;
using AngleSharp.Dom;
using Gongkai.Records;
using Gongkai.Records.AnnualReports;
using Gongkai.Records.Organizations;
using Gongkai.Records.Reviews;
using Gongkai.Rules.Access;
using Gongkai.Rules.AnnualReports;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Office;

/// <summary>The register of reconsiderations and suits on its pages, and the live tables with the lists behind their figures.</summary>
[Collection(Workshop.Line)]
public sealed class ReviewPageTests(Platform platform)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    static string Number() => $"某政复〔2026〕{Handle.Next().ToString()[..8]}号";

    [Fact]
    public async Task A_case_is_registered_answered_and_concluded_and_says_where_it_counts()
    {
        var keeper = await platform.As(Role.Legal, "cgj");
        var number = Number();
        var path = await (await keeper.Send("/office/reviews/new", "form.fields", ("Input.Kind", "Reconsideration"), ("Input.CaseNumber", number), ("Input.Body", "某区人民政府"),
            ("Input.AcceptedOn", "2026-05-18"), ("Input.CopyReachedOn", "2026-05-20"))).Leads();
        var page = await keeper.Open(path);
        // Ten working days from 20 May 2026.
        Assert.Contains("请在 2026-06-03 前提交答复和证据。", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2026 年：", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains(number, (await keeper.Open("/office/")).Body!.TextContent, StringComparison.Ordinal);

        var early = await keeper.Send(path, "form[action*=Step]", ("Input.Step", "Answered"), ("Input.On", "2026-05-19"));
        Assert.Contains("答复日期不能早于收到副本的日期。", (await early.Html()).Body!.TextContent, StringComparison.Ordinal);
        await (await keeper.Send(path, "form[action*=Step]", ("Input.Step", "Answered"), ("Input.On", "2026-05-28"))).Leads();
        await (await keeper.Send(path, "form[action*=Conclude]", ("Input.Result", "Upheld"), ("Input.On", "2026-06-01"))).Leads();

        var listed = await keeper.Open("/office/statistics/reviews?year=2026&cell=t4.review.upheld");
        Assert.Contains(number, listed.Body!.TextContent, StringComparison.Ordinal);
        await platform.In(async store =>
        {
            var one = await store.Reviews.SingleAsync(review => review.CaseNumber == number, Cancelled);
            Assert.Equal("t4.review.upheld", one.CountsIn(2026, [])!.Key);
            Assert.Equal(3, await store.ReviewSteps.CountAsync(step => step.CaseId == one.Id, Cancelled));
        });
        // Another desk does not know it, and who only sees may not write.
        Assert.Equal(HttpStatusCode.NotFound, (await (await platform.As(Role.Legal)).GetAsync(path, Cancelled)).StatusCode);
        var reader = await platform.As(Role.Handler, "cgj");
        Assert.Null((await reader.Open(path)).QuerySelector("form.fields"));
    }

    [Fact]
    public async Task Every_figure_of_a_past_year_leads_to_as_many_cases()
    {
        var reader = await platform.As(Role.Handler);
        var page = await reader.Open("/office/statistics?year=2023");
        var report = Gongkai.Records.Demo.DemoHistory.Of(Gongkai.Records.Demo.DemoAgency.Bureau).First(one => one.Year == 2023).Report;
        foreach (var cell in report.Form.Cells.Where(cell => cell.Table.Number is 3 or 4))
            Assert.Equal(report.Cells[cell].ToString(), page.QuerySelector($"td[data-key='{cell.Key}']")!.TextContent.Trim());
        foreach (var figure in page.QuerySelectorAll("td[data-key] a").Where((_, at) => at % 9 == 0))
            Assert.Contains($"这一格共 {figure.TextContent.Trim()} 件。", (await reader.Open(figure.GetAttribute("href")!)).Body!.TextContent, StringComparison.Ordinal);
        // A case says of itself where it counts, and leads back to the list.
        var list = await reader.Open("/office/statistics/requests?year=2023&cell=t3.granted.person");
        var one = await reader.Open(list.QuerySelector("td a[href*='/office/requests/']")!.GetAttribute("href")!);
        Assert.Contains("/office/statistics/requests?year=2023&cell=t3.granted.person", one.QuerySelectorAll("dl.facts a").Select(link => link.GetAttribute("href")));
        Assert.Equal(report["t3.received.total"].ToString(), page.QuerySelector("[data-testid=received]")!.TextContent);
        Assert.Equal(report["t3.total.total"].ToString(), page.QuerySelector("[data-testid=ended]")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/office/statistics/requests?year=2023&cell=t4.review.total", Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/office/statistics?year=1999", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task The_ledger_is_ordered_as_a_job()
    {
        var reader = await platform.As(Role.Handler);
        var path = await (await reader.Send("/office/statistics?year=2023", "form[action*=Ledger]")).Leads();
        Assert.StartsWith("/office/jobs", path, StringComparison.Ordinal);
    }
}
