using Gongkai.Records.Files;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests.Journeys;

/// <summary>J6: the auditor inspects the trail of the case that J2 lived: who looked at the identity paper, whether the chain is whole, and what an intruder leaves.</summary>
[Collection("journeys")]
public class J6TrailTests(CasePortal portal)
{
    [Fact]
    public async Task The_auditor_finds_who_looked_and_where_the_chain_was_broken_and_nobody_deletes_anything()
    {
        var journey = await portal.Lived();
        var (page, complaints) = await portal.Sit(await portal.Officer("审计甲", Role.SecurityAuditor), "/office/trail");
        await Assertions.Expect(page.Locator(".office-menu")).Not.ToContainTextAsync("申请件");
        Assert.Equal(404, (await page.APIRequest.GetAsync(portal.Address + journey.Path)).Status);
        await Looked(page, journey);
        await Runs(page, journey, "验证审计链", "没有发现问题");
        await Runs(page, journey, "导出", "导出了");
        await page.GotoAsync("/office/trail?deed=job.ordered");
        await page.Locator("main td").GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(page.Locator("dl.facts")).ToContainTextAsync("导出审计记录");
        await page.Sound();
        await Refused(page);
        var broken = await Broken();
        await Runs(page, journey, "验证审计链", "发现 1 处问题");
        var faults = await page.APIRequest.GetAsync(portal.Address + await page.Locator("table.list td a[href*='/office/jobs/']").First.GetAttributeAsync("href"));
        Assert.Contains($"第 {broken} 条", await faults.TextAsync(), StringComparison.Ordinal);
        await page.Ends(complaints);
    }

    // 查看证件影像: the user, the time, the purpose, found by the act and by the case.
    static async Task Looked(IPage page, CaseJourney journey)
    {
        await page.Locator("#deed").SelectOptionAsync(new SelectOptionValue { Label = "查看证件影像" });
        await page.Lands(() => page.GetByRole(AriaRole.Button, new() { Name = "筛选" }).ClickAsync());
        var row = page.Locator("table.list tbody tr");
        await Assertions.Expect(row).ToHaveCountAsync(1);
        foreach (var words in (string[])["2026-09-22", "登记甲", "核对申请人身份"]) await Assertions.Expect(row).ToContainTextAsync(words);
        await page.Lands(() => row.GetByRole(AriaRole.Link).ClickAsync());
        await Assertions.Expect(page.Locator("dl.facts")).ToContainTextAsync(journey.Keys.Number);
        await page.Sound();
        await page.GotoAsync($"/office/trail/looks?whose={journey.Path.Split('/')[^1]}");
        await Assertions.Expect(page.Locator("table.list").Last).ToContainTextAsync("核对申请人身份");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(journey.Keys.Number);
        await page.Sound();
        await page.GotoAsync("/office/trail");
    }

    async Task Runs(IPage page, CaseJourney journey, string button, string outcome)
    {
        portal.Later();
        await page.GotoAsync("/office/trail");
        await page.Lands(() => page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync());
        await journey.Works();
        await page.GotoAsync("/office/jobs");
        await Assertions.Expect(page.Locator("table.list tbody tr", new() { HasTextString = outcome }).First).ToBeVisibleAsync();
    }

    // The administrator has no such button; whoever sends the request by hand is refused, and that it was tried stands in the trail.
    async Task Refused(IPage auditor)
    {
        var (page, _) = await portal.Sit(await portal.Officer("管理甲", Role.SystemAdministrator), "/office");
        Assert.Equal(405, (await page.APIRequest.DeleteAsync($"{portal.Address}/office/trail")).Status);
        await page.Context.CloseAsync();
        await auditor.GotoAsync("/office/trail?deed=trail.tried");
        await Assertions.Expect(auditor.Locator("table.list tbody tr").First).ToContainTextAsync("管理甲");
    }

    // Whoever owns the database changes one row.
    async Task<long> Broken()
    {
        long sequence = 0;
        await portal.In(async (store, _) =>
        {
            var entry = await store.Trail.SingleAsync(entry => entry.Deed == Quarantine.Opened.Code);
            sequence = entry.Sequence;
            await store.Database.ExecuteSqlRawAsync("DROP TRIGGER trail_entries_no_update");
            Assert.Equal(1, await store.Database.ExecuteSqlAsync($"UPDATE trail_entries SET \"Why\" = '例行检查' WHERE \"Chain\" = {entry.Chain} AND \"Sequence\" = {entry.Sequence}"));
        });
        return sequence;
    }
}
