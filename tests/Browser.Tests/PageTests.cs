using System.Text.Json;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Gongkai.App.Portal.Registers;
using Gongkai.App.Ui;
using Gongkai.Records.Disclosure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

[Collection("one browser")]
public class PageTests(Portal portal)
{
    /// <summary>An item, by its title: its address has a handle that nobody knows before.</summary>
    const string Article = "《关于公布2026年公租房准入标准的通知》";

    /// <summary>The first row of a register.</summary>
    const string Row = "#xzcf";

    public static TheoryData<string> Pages =>
    [
        "/zfxxgk/nb/", "/zfxxgk/nb/?nf=2026", "/zfxxgk/nb/2019/zjj", "/zfxxgk/nb/2024/zjj", "/jc/", "/jc/gz", "/qx/", "/qx/?received=2026-03-02&sent1=2026-03-09&heard1=2026-03-25&extended=2026-04-10", "/qx/sf?requests=31", "/gy/dt", "/nowhere",
        "/zfxxgk/", "/zfxxgk/zn/", "/zfxxgk/zn/?dw=qzf", "/zfxxgk/zd/", "/zfxxgk/fdzdgk/", "/zfxxgk/fdzdgk/gfxwj/", "/zfxxgk/fdzdgk/zcwj/", "/jd/", "/jg/", "/sj/", Article, "/zcwj/", "/ss/", "/ss/?q=公租&nf=2026", "/ss/?q=限购 2026", "/yz/",
        "/zfxxgk/xzxk/", "/zfxxgk/xzcf/", "/zfxxgk/sfml/", "/zfxxgk/qzqd/", "/zfxxgk/qzqd/?q=没有的词", "/zfxxgk/zfcg/", "/zfxxgk/qtfw/", "/zfxxgk/cght/", Row,
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_is_sound(string path)
    {
        var (page, complaints) = await portal.Open("about:blank");
        var faults = await page.Faults(await At(path), complaints, missing: path == "/nowhere");
        faults.AddRange(await page.Violations());
        await page.GetByLabel("特大").CheckAsync();
        faults.AddRange((await page.Wide()).Select(wide => $"{path} in the largest type: {wide}"));
        Axe.None(faults);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_keyboard_skips_the_frame_and_walks_every_link_with_a_visible_focus()
    {
        var (page, _) = await portal.Open("/zfxxgk/nb/");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(":focus")).ToHaveTextAsync("跳到正文");
        Assert.True((await page.Locator(":focus").BoundingBoxAsync())!.Y >= 0);
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(":focus")).ToHaveTextAsync("首页");

        var seen = new HashSet<string>();
        for (var step = 0; step < 30; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            var focus = await page.EvaluateAsync<JsonElement>("() => { const e = document.activeElement, s = getComputedStyle(e); return { tag: e.tagName, text: e.textContent.trim(), outline: s.outlineStyle + s.outlineWidth }; }");
            Assert.Equal("solid3px", focus.GetProperty("outline").GetString());
            seen.Add(focus.GetProperty("tag").GetString()!);
        }
        Assert.Superset(new HashSet<string> { "A", "SELECT", "INPUT", "BUTTON" }, seen);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_mark_in_a_cell_leads_to_its_finding_by_keyboard()
    {
        var (page, _) = await portal.Open("/zfxxgk/nb/2019/zjj");
        var mark = page.Locator("a.finding-mark").First;
        await mark.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".finding:target")).ToBeInViewportAsync();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_size_of_type_changes_with_and_without_script(bool script)
    {
        var (page, _) = await portal.Open("/zfxxgk/nb/2024/zjj", script: script);
        await page.GetByLabel("特大").CheckAsync();
        await Assertions.Expect(page.Locator(".report p").First).ToHaveCSSAsync("font-size", "26px");
        if (script)
        {
            await page.GotoAsync("/zfxxgk/nb/2023/zjj");
            await Assertions.Expect(page.Locator(".report p").First).ToHaveCSSAsync("font-size", "26px");
        }
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/zfxxgk/nb/2024/zjj", "table.report-table", ".files")]
    [InlineData(Article, ".article-body table", ".qr")]
    public async Task On_paper_stand_the_text_and_its_source_and_no_navigation(string path, string table, string left)
    {
        var (page, _) = await portal.Open(await At(path), width: 794);
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(table).First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("来源网址")).ToBeVisibleAsync();
        foreach (var hidden in (string[])[".masthead", ".side", ".trail", ".foot", left, "button", ".skip"])
            await Assertions.Expect(page.Locator(hidden).First).ToBeHiddenAsync();
        var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.Equal(0, overflow);
        await page.Context.CloseAsync();
    }

    async Task<string> At(string path)
    {
        if (path == Row) await portal.In(async (store, services) =>
        {
            var register = PublicRegister.Of("xzcf")!;
            var rows = await (await register.Find(store, services.GetRequiredService<TimeProvider>().Today)).Page(0, 1);
            path = $"{register.Path}{rows[0].Handle}.html";
        });
        if (path[0] != '《') return path;
        var title = path.Trim('《', '》');
        await portal.In(async (store, _) => path = await (from item in store.Items.Public() join column in store.Columns on item.ColumnId equals column.Id where item.Title == title select ItemAddress.Of(column.Slug, item.PublishedAt!.Value, item.Handle)).SingleAsync());
        return path;
    }
}

/// <summary>What axe finds, as a list that names the rule and the place.</summary>
public static class Axe
{
    public static async Task Clean(this IPage page)
    {
        None(await page.Violations());
        await page.Context.CloseAsync();
    }

    /// <summary>There is nothing wrong; otherwise all of it is said, and not only how it begins.</summary>
    public static void None(List<string> faults) => Assert.True(faults.Count == 0, string.Join('\n', faults));

    public static async Task<List<string>> Violations(this IPage page)
    {
        var result = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations], RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice") });
        Assert.NotEmpty(result.Passes);
        return [.. result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{page.Url} {violation.Id}: {node.Target} {node.Html}"))];
    }
}
