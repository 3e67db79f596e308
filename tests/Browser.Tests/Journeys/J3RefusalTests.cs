using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests.Journeys;

/// <summary>J3, the other ways: a reviewer refuses and the author mends; what is public is taken down again, and nothing of it stays.</summary>
[Collection("one browser")]
public class J3RefusalTests(JourneyPortal portal) : Journey(portal)
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task A_reviewer_sends_it_back_with_words_and_nobody_reviews_their_own(bool script)
    {
        await Columns();
        // Whoever handles cases may write and review, and still not both of one text.
        var (author, complaints) = await Portal.Sit(await Portal.Officer($"经办{script}", Role.Handler), "/office/items/new", script: script);
        await Steps.Fill(author.GetByLabel("栏目 *必填"), "通知公告");
        await Steps.Fill(author.GetByLabel("标题 *必填"), $"关于停水的通知（{script}）");
        await Steps.Fill(author.GetByLabel("体裁 *必填"), "通知");
        await Steps.Fill(author.GetByLabel("成文日期 *必填"), "20260918");
        await Text(author, script, "本周停水。");
        await author.Do("保存草稿");
        await author.Do("检查并送审");
        await Assertions.Expect(author.GetByTestId("not-mine")).ToHaveTextAsync("您是这一稿的拟稿人，不能审核自己拟的稿，请由其他人审核。");
        Assert.Equal(0, await author.GetByRole(AriaRole.Button, new() { Name = "退回" }).CountAsync());
        var path = new Uri(author.Url).AbsolutePath;

        Portal.Later();
        var (reviewer, others) = await Portal.Sit(await Portal.Officer($"审核甲{script}", Role.Reviewer), path, script: script);
        await reviewer.Do("退回");
        await Assertions.Expect(reviewer.Locator(".problem")).ToContainTextAsync("退回时请填写意见，写明要修改什么。");
        await reviewer.Do("退回", ("意见（退回时必填）", "请写明停水的时间和范围"));
        await Assertions.Expect(reviewer.Locator(".done")).ToContainTextAsync("已退回拟稿人修改。");
        await reviewer.Ends(others, script);

        await author.GotoAsync("/office/");
        await Assertions.Expect(author.Locator("main tr", new() { HasText = $"关于停水的通知（{script}）" })).ToContainTextAsync("已退回，待修改");
        await author.GotoAsync(path);
        await Assertions.Expect(author.Locator("ol.timeline")).ToContainTextAsync("退回。请写明停水的时间和范围");
        await author.Lands(() => author.GetByRole(AriaRole.Link, new() { Name = "修改", Exact = true }).ClickAsync());
        await Text(author, script, "9月22日9时至17时，城东街道停水。");
        await author.Do("保存草稿");
        await author.Do("检查并送审");
        await Assertions.Expect(author.Locator(".done")).ToContainTextAsync("等科室审核");
        await Assertions.Expect(author.Locator(".item-text")).ToContainTextAsync("城东街道停水");
        await author.Ends(complaints, script);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task What_is_taken_down_is_gone_from_page_list_and_search_and_its_address_says_why(bool script)
    {
        await Columns();
        var title = $"物业收费提示（{(script ? "甲" : "乙")}）";
        var (office, address) = await Published(title);
        var (citizen, refusals) = await Portal.Open(address, script: script);
        await Assertions.Expect(citizen.Locator("h1")).ToHaveTextAsync(title);
        await Sees(citizen, title, true);

        Portal.Later();
        var (editor, complaints) = await Portal.Sit(await Portal.Officer($"撤下{script}", Role.Editor), office, script: script);
        await editor.Do("撤下", ("撤下的原因 *必填", "收费标准有误，更正后重新公开"));
        await Assertions.Expect(editor.Locator(".done")).ToContainTextAsync("列表、搜索、订阅和数据下载里都不再出现");
        await Assertions.Expect(editor.Locator("main .warn")).ToContainTextAsync("收费标准有误，更正后重新公开");
        await editor.Ends(complaints, script);

        await Sees(citizen, title, false);
        var answer = await citizen.GotoAsync(address);
        Assert.Equal(410, answer!.Status);
        await Assertions.Expect(citizen.Locator("main")).ToContainTextAsync("原因：收费标准有误，更正后重新公开");
        await Assertions.Expect(citizen.Locator("main")).Not.ToContainTextAsync(title);
        // The browser says of the page that is gone that it is gone.
        refusals.RemoveAll(complaint => complaint.Contains("410", StringComparison.Ordinal));
        await citizen.Ends(refusals, script);
    }

    static async Task Sees(IPage citizen, string title, bool there)
    {
        foreach (var path in (string[])["/zfxxgk/fdzdgk/tzgg/", $"/ss/?q={Uri.EscapeDataString(title)}"])
        {
            await citizen.GotoAsync(path);
            var found = await citizen.Locator("main a", new() { HasText = title }).CountAsync();
            Assert.True(found > 0 == there, $"{path} shows “{title}” {found} times: {await citizen.Locator("main").InnerTextAsync()}");
        }
    }

    static async Task Text(IPage page, bool script, string words)
    {
        if (script) await page.Locator(".editor-paper").EvaluateAsync("(paper, words) => { paper.innerText = words; paper.dispatchEvent(new Event('input', { bubbles: true })); }", words);
        else await page.Locator("textarea.editor").FillAsync($"<p>{words}</p>");
    }

    Task Columns() => Portal.In(async (store, _) =>
    {
        await store.AddUsualColumns(await JourneyPortal.AgencyId(store));
        if (store.ChangeTracker.HasChanges()) await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Portal.Now));
    });

    // Four hands have passed it; that they do so by the pages, the other journey shows.
    async Task<(string Office, string Address)> Published(string title)
    {
        var found = ("", "");
        await Portal.In(async (store, _) =>
        {
            var agency = await JourneyPortal.AgencyId(store);
            var column = await store.Columns.SingleAsync(one => one.AgencyId == agency && one.Slug == "tzgg");
            var content = new ItemContent { ColumnId = column.Id, Title = title, Issuer = JourneyPortal.Bureau, Genre = Genre.Notice, FormedOn = new(2026, 9, 18), Html = "<p>请按标准收费。</p>", Plain = "请按标准收费。" };
            var item = new InformationItem { AgencyId = agency };
            item.Prepare(content, null);
            var version = new ItemVersion { AgencyId = agency, ItemId = item.Id, Number = 1, AuthorId = null, AuthorName = "测试甲", BegunAt = Portal.Now }.Write(content);
            version.HandIn(Portal.Now);
            store.AddRange(item, version);
            foreach (var name in (string[])["测试乙", "测试丙", "测试丁"])
            {
                store.Add(new ItemOpinion { VersionId = version.Id, Step = version.Step, Passed = true, AccountId = null, ByName = name, At = Portal.Now, Hash = version.Hash });
                version.Pass();
            }
            var act = new Act(ItemDeeds.Published, Hand.Program, Portal.Now, agency);
            await store.Save(act);
            await store.Write(act, () => store.Publish(version, act, ItemAddress.Of));
            found = ($"/office/items/{item.Handle}", ItemAddress.Of(item, column));
        });
        return found;
    }
}
