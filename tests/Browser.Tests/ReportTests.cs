using Gongkai.Rules.Access;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>An annual report prepared, checked, signed, published and corrected by keyboard alone, with axe on every page.</summary>
[Collection("one browser")]
public class ReportTests(Portal portal)
{
    [Fact]
    public async Task A_report_goes_through_the_office_by_keyboard()
    {
        var (clerk, complaints) = await portal.Desk(Role.Reviewer, "zfbz", "/office/reports");
        await Clean(clerk);
        await clerk.GotoAsync("/office/reports/prepare?year=2019");
        await Clean(clerk);
        await Press(clerk, AriaRole.Button, "开始编制");
        await Assertions.Expect(clerk.GetByTestId("state")).ToHaveTextAsync("编制中");
        await Clean(clerk);
        var path = new Uri(clerk.Url).AbsolutePath;

        await Press(clerk, AriaRole.Link, "填写表二");
        await Press(clerk, AriaRole.Button, "保存，空白格填 0");
        await Clean(clerk);
        await FillIn(clerk, path);
        await clerk.GotoAsync($"{path}/tables/4");
        await Press(clerk, AriaRole.Button, "保存，空白格填 0");
        await Clean(clerk);
        await Write(clerk, path);

        await clerk.GotoAsync($"{path}/check");
        await Clean(clerk);
        await Press(clerk, AriaRole.Button, "送审签");
        await Assertions.Expect(clerk.GetByTestId("state")).ToHaveTextAsync("待审签");

        var (leader, objections) = await portal.Desk(Role.Leader, "zfbz", $"{path}/sign");
        await Clean(leader);
        await Press(leader, AriaRole.Button, "审签");
        await Assertions.Expect(leader.GetByTestId("state")).ToHaveTextAsync("已审签，待公布");

        await clerk.GotoAsync($"{path}/publish");
        await Clean(clerk);
        await Press(clerk, AriaRole.Button, "公布");
        await Assertions.Expect(clerk.GetByTestId("state")).ToHaveTextAsync("已公布");
        await Correct(clerk, leader);
        await Trace();

        Assert.Empty(complaints);
        Assert.Empty(objections);
        await clerk.Context.CloseAsync();
        await leader.Context.CloseAsync();
    }

    // Enter goes down, arrows go aside, totals follow, full-width digits are understood, and a block from a spreadsheet falls into place.
    static async Task FillIn(IPage page, string path)
    {
        await page.GotoAsync($"{path}/tables/3");
        ILocator Field(string key) => page.Locator($"[data-key='{key}']");
        await Field("t3.received.person").FocusAsync();
        await page.Keyboard.TypeAsync("２");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Field("t3.carriedIn.person")).ToBeFocusedAsync();
        await Assertions.Expect(Field("t3.received.person")).ToHaveValueAsync("2");
        await Assertions.Expect(Field("t3.received.total")).ToHaveTextAsync("2");
        await page.Keyboard.TypeAsync("0");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.TypeAsync("2");
        await Assertions.Expect(Field("t3.total.total")).ToHaveTextAsync("2");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(Field("t3.granted.business")).ToBeFocusedAsync();
        await Field("t3.partlyGranted.person").EvaluateAsync("""
            field => { const data = new DataTransfer(); data.setData('text/plain', '0\t0\n0\t0'); field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }
            """);
        await Assertions.Expect(Field("t3.stateSecret.business")).ToHaveValueAsync("0");
        await Clean(page);
        await Press(page, AriaRole.Button, "保存，空白格填 0");
        await Assertions.Expect(page.Locator(".done")).ToContainTextAsync("已保存");
    }

    static async Task Write(IPage page, string path)
    {
        await page.GotoAsync($"{path}/text");
        foreach (var (heading, text) in new[] { ("一、总体情况", "本年度按照要求做好政府信息公开工作。"), ("五、政府信息公开工作存在的主要问题及改进情况", "公开的内容还不够细，今后将逐项补齐。"), ("六、其他需要报告的事项", "无。") })
        {
            await page.GetByRole(AriaRole.Textbox, new() { Name = heading, Exact = true }).FocusAsync();
            await page.Keyboard.InsertTextAsync(text);
        }
        await Clean(page);
        await Press(page, AriaRole.Button, "保存");
        await Assertions.Expect(page.Locator(".done")).ToHaveTextAsync("已保存，改动 3 个部分。");
    }

    async Task Correct(IPage clerk, IPage leader)
    {
        await clerk.GotoAsync("/office/reports/correct/2019");
        await Clean(clerk);
        await clerk.GetByRole(AriaRole.Textbox, new() { Name = "更正说明（公众可以看到）" }).FocusAsync();
        await clerk.Keyboard.InsertTextAsync("第六部分据实补写。");
        await Press(clerk, AriaRole.Button, "开始更正");
        await Assertions.Expect(clerk.GetByTestId("state")).ToHaveTextAsync("编制中");
        var path = new Uri(clerk.Url).AbsolutePath;
        await clerk.GotoAsync($"{path}/check");
        await Press(clerk, AriaRole.Button, "送审签");
        await Assertions.Expect(clerk.GetByTestId("state")).ToHaveTextAsync("待审签");
        await leader.GotoAsync($"{path}/sign");
        await Press(leader, AriaRole.Button, "审签");
        await Assertions.Expect(leader.GetByTestId("state")).ToHaveTextAsync("已审签，待公布");
        await clerk.GotoAsync($"{path}/publish");
        await Press(clerk, AriaRole.Button, "公布");
        await Assertions.Expect(clerk.GetByTestId("state")).ToHaveTextAsync("已公布");
        foreach (var one in (string[])["preview", "compare", "submit"])
        {
            await clerk.GotoAsync($"{path}/{one}");
            await Clean(clerk);
        }
        foreach (var one in (string[])["import", "terms"])
        {
            await clerk.GotoAsync($"/office/reports/{one}");
            await Clean(clerk);
        }
        await clerk.GotoAsync("/zfxxgk/nb/2019/zfbz");
        await Assertions.Expect(clerk.Locator(".facts").First).ToContainTextAsync("第六部分据实补写。（第 2 版）");
    }

    // Every step stands in the trail, with whoever took it.
    async Task Trace()
    {
        var (auditor, complaints) = await portal.Desk(Role.SecurityAuditor, "zfbz", "/office/trail?agency=zfbz");
        foreach (var deed in (string[])["开始编制年报", "填写年报表格", "填写年报文字", "年报送审签", "审签年报", "公布年报", "开始更正年报", "公布年报更正"])
            await Assertions.Expect(auditor.Locator("main td a", new() { HasTextString = deed }).First).ToBeVisibleAsync();
        await Clean(auditor);
        await auditor.Locator("main td").GetByRole(AriaRole.Link, new() { Name = "审签年报", Exact = true }).First.FocusAsync();
        await auditor.Keyboard.PressAsync("Enter");
        await Assertions.Expect(auditor.Locator("h1")).ToHaveTextAsync("审签年报");
        await Assertions.Expect(auditor.Locator("dl.facts")).ToContainTextAsync("测试领导");
        await Clean(auditor);
        Assert.Empty(complaints);
        await auditor.Context.CloseAsync();
    }

    static Task Press(IPage page, AriaRole role, string name) => Hands.Press(page, role, name);

    static async Task Clean(IPage page) => Axe.None(await page.Violations());
}
