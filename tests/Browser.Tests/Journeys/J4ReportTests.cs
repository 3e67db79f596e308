using System.IO.Compression;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests.Journeys;

/// <summary>J4: in January the director signs the annual report, whose tables stand there from the register that J2 left.</summary>
[Collection("journeys")]
public class J4ReportTests(CasePortal portal)
{
    string path = "";

    [Fact]
    public async Task The_report_is_filled_in_by_the_register_fails_by_one_is_put_right_signed_and_published()
    {
        var journey = await portal.Lived();
        portal.Day(2027, 1, 20);
        var (page, complaints) = await portal.Sit(journey.Reviewer, "/office/reports/prepare?year=2026");
        await page.Do("开始编制");
        path = new Uri(page.Url).AbsolutePath;
        await Filled(page);
        await Overwritten(page);
        await Written(page);
        await Fails(page);
        await Signed(journey);
        await Published(page);
        await page.Ends(complaints);
    }

    // Two requests received, one answered in part, one still open: nobody typed it.
    async Task Filled(IPage page)
    {
        foreach (var table in (int[])[2, 4])
        {
            await page.GotoAsync($"{path}/tables/{table}");
            await page.Do("保存，空白格填 0");
        }
        await page.GotoAsync($"{path}/tables/3");
        foreach (var (key, number) in new[] { ("received", "2"), ("carriedIn", "0"), ("partlyGranted", "1"), ("carriedOver", "1") })
            await Assertions.Expect(Field(page, key)).ToHaveValueAsync(number);
        await Assertions.Expect(page.Locator("td.source-computed").First).ToBeVisibleAsync();
        await page.Sound();
    }

    // What the register supplies is not overwritten without a word.
    async Task Overwritten(IPage page)
    {
        await Field(page, "received").FillAsync("3");
        await page.Do("保存");
        await Assertions.Expect(page.Locator(".problem")).ToContainTextAsync("是自动取得的数，改动时请写明理由。");
        await Assertions.Expect(Field(page, "received")).ToHaveValueAsync("3");
        await page.Sound();
        await page.Do("保存", ("说明", "另有一件纸质申请没有登记"));
        await Assertions.Expect(page.Locator(".done")).ToContainTextAsync("已保存，改动 1 格");
        await Assertions.Expect(page.Locator("td.source-changed input")).ToHaveValueAsync("3");
    }

    async Task Written(IPage page)
    {
        await page.GotoAsync($"{path}/text");
        foreach (var (part, text) in new[] { (1, "本年度按照要求做好政府信息公开工作。"), (5, "公开的内容还不够细，今后将逐项补齐。"), (6, "无。") })
            await page.Locator($"#Parts_{part}__Text").FillAsync(text);
        await page.Do("保存");
    }

    // One too many: the rule says so, and leads to the cell.
    async Task Fails(IPage page)
    {
        await page.GotoAsync($"{path}/check");
        var fault = page.Locator(".finding-error", new() { HasTextString = "结转" }).First;
        await Assertions.Expect(fault).ToBeVisibleAsync();
        await page.Sound();
        await page.Lands(() => fault.GetByRole(AriaRole.Link, new() { Name = "新收" }).First.ClickAsync());
        Assert.Contains("/tables/3", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(Field(page, "received")).ToBeInViewportAsync();
        await Assertions.Expect(Field(page, "received")).ToBeFocusedAsync();
        await Field(page, "received").FillAsync("2");
        await page.Do("保存", ("说明", "核对后没有漏登"));
        await page.GotoAsync($"{path}/check");
        await Assertions.Expect(page.Locator(".finding-error")).ToHaveCountAsync(0);
        foreach (var note in await page.Locator("input[name^='Notes[']").AllAsync()) await note.FillAsync("已核实");
        await page.Do("送审签");
        await Assertions.Expect(page.GetByTestId("state")).ToHaveTextAsync("待审签");
    }

    // On the screen of an office: the whole report is read there, and signed; after that nobody changes it.
    async Task Signed(CaseJourney journey)
    {
        var (page, complaints) = await portal.Sit(journey.Leader, $"{path}/sign", 1366, 768);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "审签", Exact = true })).ToBeInViewportAsync();
        await Assertions.Expect(page.Locator(".full-text table").First).ToBeVisibleAsync();
        await page.Sound();
        await page.Do("审签");
        await Assertions.Expect(page.GetByTestId("state")).ToHaveTextAsync("已审签，待公布");
        await page.Ends(complaints);
    }

    async Task Published(IPage page)
    {
        await page.GotoAsync($"{path}/tables/3");
        Assert.EndsWith(path, page.Url, StringComparison.Ordinal);
        await page.GotoAsync($"{path}/publish");
        await page.Do("公布");
        await Assertions.Expect(page.GetByTestId("state")).ToHaveTextAsync("已公布");
        await page.GotoAsync("/zfxxgk/nb/2026/zjj");
        await Assertions.Expect(page.Locator(".facts").First).ToContainTextAsync("2027-01-20");
        // The chart is a picture, and its numbers stand below it as a table.
        await Assertions.Expect(page.Locator("#tujie svg").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#tujie table").First).ToContainTextAsync("部分公开");
        var word = await page.APIRequest.GetAsync($"{portal.Address}/zfxxgk/nb/2026/zjj/nb.docx");
        using var zip = new ZipArchive(new MemoryStream(await word.BodyAsync()));
        using var text = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        Assert.Contains("结转下年度继续办理", await text.ReadToEndAsync(), StringComparison.Ordinal);
    }

    static ILocator Field(IPage page, string row) => page.Locator($"[data-key='t3.{row}.person']");
}
