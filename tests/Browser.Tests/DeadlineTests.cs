using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>为什么是这一天 in a browser: filled in by its labels, with and without script, and on one sheet of paper.</summary>
[Collection("one browser")]
public class DeadlineTests(Portal portal)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_visitor_fills_in_the_dates_and_reads_why(bool script)
    {
        var (page, complaints) = await portal.Open("/qx/", script: script);
        await page.GetByLabel("收到申请之日（必填）").FillAsync("２０２６年3月2日");
        await page.GetByLabel("发出之日").First.FillAsync("20260309");
        await page.GetByLabel("收到意见之日").First.FillAsync("2026-03-25");
        await page.GetByRole(AriaRole.Button, new() { Name = "计算期限" }).ClickAsync();

        await Assertions.Expect(page.Locator(".verdict")).ToHaveTextAsync("答复期限是 2026 年 4 月 16 日（星期四）（含当日）。");
        await Assertions.Expect(page.Locator("ol.steps li")).ToHaveCountAsync(3);
        await Assertions.Expect(page.GetByLabel("收到申请之日（必填）")).ToHaveValueAsync("２０２６年3月2日");
        await page.GetByLabel("告知延期之日").FillAsync("2026-04-17");
        await page.GetByRole(AriaRole.Button, new() { Name = "计算期限" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("答复期限 2026-04-16 已过，不能再办理延期。");
        await page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page.GetByLabel("告知延期之日")).ToBeFocusedAsync();
        complaints.RemoveAll(complaint => complaint.Contains("422", StringComparison.Ordinal));
        Assert.Empty(complaints);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Twelve_steps_fit_on_one_sheet()
    {
        var (page, _) = await portal.Open("/qx/?received=2026-03-02&asked=2026-03-09&corrected=2026-03-20&sent1=2026-03-23&reached1=2026-03-25&heard1=2026-04-10&with2=agency&sent2=2026-03-30&heard2=2026-04-03&extended=2026-05-06&noticed=2026-05-11&paid=2026-05-20&answered=2026-06-17");
        await Assertions.Expect(page.Locator("ol.steps li")).ToHaveCountAsync(12);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.Locator("form.told")).ToBeHiddenAsync();

        var paper = System.Text.Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(paper, @"/Type\s*/Page\b(?!s)"));
        await page.Context.CloseAsync();
    }
}
