using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests.Journeys;

/// <summary>J7: a citizen looks for a policy by two characters, by its number, by words that nothing holds, and by what is no word.</summary>
[Collection("one browser")]
public partial class J7SearchTests(Portal portal)
{
    const string Notice = "关于公布2026年公租房准入标准的通知", Repealed = "房屋限购若干规定";

    [Theory, InlineData(true), InlineData(false)]
    public async Task Two_characters_lead_to_the_policy_and_to_what_became_of_it(bool script)
    {
        var (page, complaints) = await portal.Open("/zfxxgk/", script: script);
        await Asks(page, "检索", "公租");
        await Assertions.Expect(page).ToHaveTitleAsync(new Regex("^公租_搜索_"));
        var first = page.Locator(".hits > li").First;
        await Assertions.Expect(first.Locator("h2 a")).ToHaveTextAsync(Notice);
        await Assertions.Expect(first.Locator("h2 mark")).ToHaveTextAsync("公租");

        // One condition, which can be taken back.
        await page.Lands(() => page.GetByRole(AriaRole.Link, new() { NameRegex = InForce() }).ClickAsync());
        await Assertions.Expect(page.Locator(".narrow .chosen")).ToContainTextAsync("现行有效");
        Assert.All(await page.Locator(".hits > li .tag").AllTextContentsAsync(), tag => Assert.Equal("现行有效", tag));
        Assert.Equal(await page.Locator(".hits > li").CountAsync(), await page.Locator(".hits > li .tag").CountAsync());
        await Assertions.Expect(first.Locator("h2 a")).ToHaveTextAsync(Notice);
        await page.Sound(script);

        await Asks(page, "搜索", "限购", "/ss/");
        var over = page.Locator(".hits > li", new() { Has = page.GetByRole(AriaRole.Link, new() { Name = Repealed, Exact = true }) });
        await Assertions.Expect(over.Locator(".tag.ended")).ToHaveTextAsync("已废止");
        await page.Lands(() => over.GetByRole(AriaRole.Link).ClickAsync());
        await Assertions.Expect(page.GetByTestId("validity")).ToContainTextAsync("已废止");
        await Assertions.Expect(page.GetByTestId("validity").GetByRole(AriaRole.Link)).ToContainTextAsync("废止本文件");
        await page.Ends(complaints, script);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_number_hits_in_any_bracket_and_what_finds_nothing_keeps_its_words(bool script)
    {
        var (page, complaints) = await portal.Open("/ss/", script: script);
        foreach (var number in (string[])["住建发(2026)5号", "住建发【2026】5号", "住建发〔2026〕5号"])
        {
            await Asks(page, "搜索", number);
            await Assertions.Expect(page.Locator(".hits > li").First.Locator("h2 a")).ToHaveTextAsync(Notice);
            await Assertions.Expect(page.Locator(".hits > li").First.Locator(".about mark")).ToHaveTextAsync("住建发〔2026〕5号");
        }

        await Asks(page, "搜索", "限购 2026");
        await Assertions.Expect(page.Locator("#q")).ToHaveValueAsync("限购 2026");
        var none = page.Locator(".empty");
        await Assertions.Expect(none).ToContainTextAsync("没有找到与“限购 2026”相符的信息。");
        await Assertions.Expect(none.GetByRole(AriaRole.Listitem)).ToHaveTextAsync([new Regex("^不要“限购”，只查2026（"), new Regex("^不要“2026”，只查限购（")]);
        await Assertions.Expect(none.GetByRole(AriaRole.Link, new() { Name = "申请公开" })).ToHaveAttributeAsync("href", "/zfxxgk/ysqgk/sq/1");
        await page.Sound(script);

        foreach (var odd in (string[])["🙂", "<script>alert(1)</script>", "𠮷", "\"><img src=x onerror=alert(1)>"])
        {
            await Asks(page, "搜索", odd);
            await Assertions.Expect(page.Locator("#q")).ToHaveValueAsync(odd);
            await Assertions.Expect(none).ToBeVisibleAsync();
            Assert.Equal(0, await page.Locator("main script, main img").CountAsync());
        }
        await page.Ends(complaints, script);
    }

    [Fact]
    public async Task On_a_small_screen_the_hits_come_before_the_conditions_which_unfold()
    {
        var (page, complaints) = await portal.Open("/ss/?q=公租", width: 320, script: false);
        await Assertions.Expect(page.Locator(".hits > li").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#ks")).ToBeHiddenAsync();
        Assert.True((await page.Locator(".hits > li").First.BoundingBoxAsync())!.Y < 900, "The first hit is not on the first screen.");

        var year = page.GetByRole(AriaRole.Link, new() { NameRegex = Of2026() });
        await Assertions.Expect(year).ToBeHiddenAsync();
        await page.GetByText("缩小范围").ClickAsync();
        await page.Lands(() => year.ClickAsync());
        await Assertions.Expect(page.Locator(".narrow .chosen")).ToBeVisibleAsync();
        await page.Ends(complaints, script: false);
    }

    // Types into the field beside the button, and sends it by keyboard.
    static async Task Asks(IPage page, string button, string words, string? at = null)
    {
        if (at is not null) await page.GotoAsync(at);
        var form = page.Locator("main form", new() { Has = page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }) });
        await form.Locator("input[name=q]").FillAsync(words);
        await page.Lands(() => page.Keyboard.PressAsync("Enter"));
    }

    [GeneratedRegex("^现行有效（")]
    private static partial Regex InForce();

    [GeneratedRegex("^2026 年（")]
    private static partial Regex Of2026();
}
