using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

[Collection("one browser")]
public class CheckerTests(Portal portal)
{
    async Task<FilePayload> Report(IPage page, int year)
    {
        var file = await page.APIRequest.GetAsync($"{portal.Address}/zfxxgk/nb/{year}/zjj/nb.docx");
        return new() { Name = $"{year}年报.docx", MimeType = "application/octet-stream", Buffer = await file.BodyAsync() };
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Anyone_gets_a_report_checked_with_and_without_script(bool script)
    {
        var (page, complaints) = await portal.Open("/jc/", script: script);
        await page.GetByLabel("年报文件").SetInputFilesAsync([await Report(page, 2019), await Report(page, 2020)]);
        await page.GetByRole(AriaRole.Button, new() { Name = "开始体检" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("体检结果");
        await Assertions.Expect(page.Locator("td.has-error").First).ToBeVisibleAsync();
        await page.Locator("td.has-error a.finding-mark").First.ClickAsync();
        await Assertions.Expect(page.Locator(".finding:target")).ToBeInViewportAsync();
        Assert.Empty(complaints);
        // axe is itself a script, which the content security policy lets only a test's own door in.
        if (script) await page.Clean(); else await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_result_fits_a_small_screen()
    {
        var (page, _) = await portal.Open("/jc/", width: 320);
        await page.GetByLabel("年报文件").SetInputFilesAsync(await Report(page, 2019));
        await page.GetByRole(AriaRole.Button, new() { Name = "开始体检" }).ClickAsync();
        await Assertions.Expect(page.Locator(".exam")).ToBeVisibleAsync();
        Assert.Equal(320, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_whole_form_is_walked_by_keyboard_and_a_refusal_takes_the_focus()
    {
        var (page, _) = await portal.Open("/jc/");
        await page.GetByLabel("年报文件").FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByLabel("上一年的年报")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator(".problem")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveTitleAsync("错误：年报体检_某区人民政府");
        Assert.EndsWith("#files", page.Url, StringComparison.Ordinal);
        await page.Clean();
    }

    [Fact]
    public async Task A_file_that_is_too_large_gets_its_sentence_in_a_real_browser()
    {
        var (page, _) = await portal.Open("/jc/");
        await page.GetByLabel("年报文件").SetInputFilesAsync(new FilePayload { Name = "large.txt", MimeType = "text/plain", Buffer = new byte[25 * 1024 * 1024] });
        await page.GetByRole(AriaRole.Button, new() { Name = "开始体检" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("文件太大");
        await page.Clean();
    }
}
