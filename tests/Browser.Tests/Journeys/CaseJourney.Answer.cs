using System.IO.Compression;
using Gongkai.App.Office.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests.Journeys;

// The answer: drafted, returned, revised, passed, signed, numbered, sealed, served, archived, counted.
sealed partial class CaseJourney
{
    // 7. The lawyer returns it with an opinion, the handler revises it, everyone passes it, and the director signs.
    async Task Answered()
    {
        portal.Day(2026, 10, 30);
        await Handler.GotoAsync($"{Path}/answer");
        await Handler.Sound();
        var letter = await PartlyGranted();
        Assert.DoesNotContain("{{", await Handler.Locator(".paper").InnerTextAsync(), StringComparison.Ordinal);
        await Passes(letter);
        portal.Later();
        await Legal.GotoAsync(letter);
        await Legal.Do("退回");
        await Assertions.Expect(Legal.Locator(".problem")).ToContainTextAsync("退回时请填写意见，写明要修改什么。");
        await Legal.Sound();
        portal.Later();
        await Legal.Do("退回", ("意见", "理由应当分别写明"));
        await Handler.GotoAsync($"{letter}/edit");
        await Assertions.Expect(Handler.Locator(".warn")).ToContainTextAsync("法制甲退回：理由应当分别写明");
        portal.Later();
        await Handler.Do("保存修改", ("第 2 项的理由", "涉及个人隐私，公开会损害住户合法权益"));
        await Passes(letter);
        portal.Later();
        await Legal.GotoAsync(letter);
        await Legal.Do("通过", ("意见", "同意"));
        portal.Day(2026, 11, 2);
        await Director.GotoAsync(letter);
        await Director.Do("签发");
        await Assertions.Expect(Director.Locator("main")).ToContainTextAsync("局长甲，2026-11-02");

        // 8. Numbered, sealed, sent by registered post.
        Assert.Equal(0, await Cell("t3.partlyGranted.person"));
        await GoesOut(letter, "答复", "邮寄送达", "EX123456789CN");
        Assert.Equal(1, await Cell("t3.partlyGranted.person"));
    }

    /// <summary>部分公开 with two rows of what is withheld. A table of redactions takes the place of these rows where there is one.</summary>
    Task<string> PartlyGranted() => Drafts($"{Path}/letters/new?kind=PartlyGranted",
        ("第 1 项的位置和内容", "报告第2页住户姓名"), ("第 1 项的理由", "涉及个人隐私"), ("第 2 项的位置和内容", "报告第3页身份证件号码"), ("第 2 项的理由", "涉及个人隐私"),
        ("提供的方式、途径和时间", "随函寄送复制件"));

    async Task Archived()
    {
        portal.Later();
        await Clerk.GotoAsync(Path);
        await Clerk.Do("归档", ("归档号", "2026-依申请-001"));
        var nodes = await Clerk.Locator("ol.timeline > li").AllInnerTextsAsync();
        Assert.True(nodes.Count >= 12, $"{nodes.Count} nodes");
        // Working days as the calendar counts them: from 22 September to 2 November, with the holidays and the Saturday of work.
        Assert.Contains(nodes, node => node.StartsWith("2026-11-02", StringComparison.Ordinal) && node.Contains("（第 24 个工作日）", StringComparison.Ordinal) && node.Contains("签发文书", StringComparison.Ordinal));
        Assert.Contains(nodes, node => node.Contains("期限由 2026-11-13 变为 2026-12-11", StringComparison.Ordinal));
        await Clerk.Sound();
        await Clerk.GotoAsync($"{Path}/contents");
        foreach (var words in (string[])["2026-依申请-001", "EX123456789CN", "政府信息部分公开告知书", "住建公开〔2026〕第1号-补"]) await Assertions.Expect(Clerk.Locator("main")).ToContainTextAsync(words);
        await Listed();
        await Reads(Keys, script: false, "已答复（已寄出）");
    }

    // The row of the register as it is taken away: from the receipt to the archive.
    async Task Listed()
    {
        await Clerk.GotoAsync("/office/statistics?year=2026");
        await Clerk.Sound();
        await Clerk.Do("生成 2026 年台账（XLSX）");
        await Works();
        await Clerk.GotoAsync("/office/jobs");
        var file = await Clerk.APIRequest.GetAsync(portal.Address + await Clerk.Locator("table.list td a[href*='/office/jobs/']").First.GetAttributeAsync("href"));
        var rows = Unpacked(await file.BodyAsync());
        foreach (var words in (string[])[Keys.Number, "阿依******", "房屋管理科", "部分公开", "EX123456789CN", "住建公开〔2026〕第"]) Assert.Contains(words, rows, StringComparison.Ordinal);
        Assert.DoesNotContain(Newcomer.Number, rows, StringComparison.Ordinal);
    }

    /// <summary>Does the jobs that were ordered.</summary>
    public Task Works() => portal.In(async (_, services) =>
    {
        while (await services.GetRequiredService<JobWorker>().RunNext(TestContext.Current.CancellationToken)) { }
    });

    async Task<int> Cell(string key)
    {
        await Clerk.GotoAsync("/office/statistics?year=2026", new() { WaitUntil = WaitUntilState.Load });
        var number = int.Parse(await Clerk.Locator($"td[data-key='{key}']").InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
        await Clerk.GoBackAsync();
        return number;
    }

    static string Unpacked(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        return string.Concat(zip.Entries.Where(entry => entry.Name.EndsWith(".xml", StringComparison.Ordinal)).Select(entry => { using var text = new StreamReader(entry.Open()); return text.ReadToEnd(); }));
    }
}
