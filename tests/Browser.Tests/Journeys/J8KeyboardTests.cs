using Microsoft.Playwright;

namespace Gongkai.Browser.Tests.Journeys;

/// <summary>J8: the whole of J1 without a mouse, with an input method, in forced colours, and at 400 %.</summary>
[Collection("journeys")]
public class J8KeyboardTests(JourneyPortal portal) : Journey(portal)
{
    [Fact]
    public async Task A_request_is_filed_by_keyboard_alone()
    {
        var (page, complaints) = await Portal.Open("/zfxxgk/ysqgk/");
        // Asked for from the beginning: the browser takes a while to hand choosers over.
        page.FileChooser += static (_, _) => { };
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(":focus")).ToHaveTextAsync("跳到正文");
        await page.Keyboard.PressAsync("Enter");
        await page.Follows(page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "在线申请", Exact = true }).First);

        await page.Chooses("Form.Matter", "我想获取已有的文件、资料");
        await page.TypesInto("#jg", "住建");
        await page.Lands(() => page.Keyboard.PressAsync("Enter"));
        await page.Chooses("Form.Agency", JourneyPortal.Bureau);
        await Next(page);

        // What is wrong is announced, and its first link leads to its field.
        await Next(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await page.TabTo(page.Locator(".problem a").First);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#Form_Name")).ToBeFocusedAsync();
        await page.Keyboard.InsertTextAsync(Newcomer.Name);
        await page.TypesInto("#Form_IdentityNumber", Newcomer.Number);
        await page.TypesInto("#Form_Phone", Newcomer.Phone);
        await Next(page);

        await page.TypesInto("#Form_WantedName", Newcomer.Wanted);
        await Next(page);
        await page.Chooses("Form.Provision", "电子数据");
        await page.Chooses("Form.Delivery", "网页下载");
        await page.TabTo(page.Locator("#Form_OtherwiseToo"));
        await page.Keyboard.PressAsync("Space");
        await Next(page);

        // The button of the file field opens the chooser of the system.
        await page.Chooses("Form.ProofBy", "现在上传照片或者扫描件");
        await page.TabTo(page.Locator("#Proofs"));
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.Keyboard.PressAsync("Enter"));
        await chooser.SetFilesAsync(Photograph.OfTwoMegabytes);
        await Next(page);
        await Next(page);
        await page.TabTo(page.Locator("#Promise"));
        await page.Keyboard.PressAsync("Space");
        await page.Follows(page.GetByRole(AriaRole.Button, new() { Name = "提交申请" }));
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("政府信息公开申请回执");
        Assert.Matches("^20260921", (await page.Slip()).Number);
        await page.Ends(complaints);
    }

    [Theory]
    [InlineData("/zfxxgk/ysqgk/sq/1", "#jg")]
    [InlineData("/zfxxgk/ysqgk/sq/3", "#Form_WantedName")]
    public async Task The_Enter_of_an_input_method_sends_nothing(string path, string field)
    {
        var (page, complaints) = await Portal.Open(path);
        await page.Locator(field).FocusAsync();
        foreach (var (composing, code) in new[] { (true, 229), (true, 13), (false, 229), (false, 13) })
            Assert.Equal(composing || code == 229, await page.Locator(field).EvaluateAsync<bool>("(field, [composing, code]) => !field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: code, isComposing: composing, bubbles: true, cancelable: true }))", new object[] { composing, code }));

        // The browser's own composition: its Enter takes the word, and so does the key that comes with its end.
        await page.EvaluateAsync("() => window.stillHere = true");
        var line = await page.Context.NewCDPSessionAsync(page);
        await line.SendAsync("Input.imeSetComposition", new() { ["text"] = "zhujian", ["selectionStart"] = 7, ["selectionEnd"] = 7 });
        await page.Keyboard.PressAsync("Enter");
        await line.SendAsync("Input.insertText", new() { ["text"] = "住建" });
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(field)).ToHaveValueAsync("住建");
        Assert.True(await page.EvaluateAsync<bool>("() => window.stillHere === true"));

        // Then Enter is Enter again.
        await page.EvaluateAsync("() => new Promise(done => setTimeout(done, 100))");
        await page.Lands(() => page.Keyboard.PressAsync("Enter"));
        await page.Ends(complaints);
    }

    // What a screen of 1280 by 1024 shows at 400 %: the page in one column, and the focus always in sight.
    [Fact]
    public async Task At_four_hundred_percent_nothing_is_lost()
    {
        var (page, complaints) = await Portal.Open("/zfxxgk/ysqgk/sq/2", 320, height: 256);
        await Next(page);
        await page.Sound();
        await page.TabTo(page.Locator(".problem a").First);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#Form_Name")).ToBeInViewportAsync();
        await page.TabTo(page.Locator("form.apply .actions button").Last);
        await page.Ends(complaints);
    }

    // The colours are the reader's own: what colour said is still said, by a rim or by words.
    [Fact]
    public async Task In_forced_colours_faults_choices_and_the_focus_are_seen()
    {
        var (page, complaints) = await Portal.Open("/zfxxgk/ysqgk/sq/2", colors: ForcedColors.Active);
        await Next(page);
        await Assertions.Expect(page.Locator(".field-problem").First).ToContainTextAsync("错误：");
        foreach (var place in (string[])[".problem", ".answer.wrong", ".answer.wrong input"])
            Assert.True(await page.Locator(place).First.EvaluateAsync<bool>("one => ['Left', 'Top'].some(side => parseFloat(getComputedStyle(one)['border' + side + 'Width']) >= 1)"), $"{place} has no border");
        await page.TabTo(page.Locator("#Form_Name"));
        await page.Sound();
        await page.GotoAsync("/zfxxgk/ysqgk/cx/");
        await page.TypesInto("#bh", "2026092199999");
        await page.TypesInto("#ma", "AAAA-AAAAA-AAAA");
        await page.Follows(page.GetByRole(AriaRole.Button, new() { Name = "查询", Exact = true }));
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await page.Ends(complaints);
    }

    static Task Next(IPage page) => page.Follows(page.Locator("form.apply .actions").Last.GetByRole(AriaRole.Button, new() { Name = "继续", Exact = true }));
}
