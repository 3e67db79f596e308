using Microsoft.Playwright;

namespace Gongkai.Browser.Tests.Journeys;

// What stops the clock, begins it anew, and lengthens it: correction, consultation, extension.
sealed partial class CaseJourney
{
    // 3. No reason, no letter; two days after the confirmation it goes out, and the clock stands still.
    async Task AskedForCorrection()
    {
        portal.Day(2026, 9, 24);
        var begin = $"{Path}/letters/new?kind=CorrectionNotice";
        await Handler.GotoAsync(begin);
        await Handler.Do("保存草稿", ("需要补正的事项", "请写明鉴定报告的年份和房屋地址"));
        await Assertions.Expect(Handler.Locator(".problem")).ToContainTextAsync("请选择补正的事由，至少一项");
        await Handler.Sound();
        var letter = await Drafts(begin, ("申请内容不明确", ""), ("需要补正的事项", "请写明鉴定报告的年份和房屋地址"), ("补正期限", "2026-10-22"));
        await Assertions.Expect(Handler.Locator(".paper")).ToContainTextAsync("请写明鉴定报告的年份和房屋地址");
        await Says(Handler, "effect", "期限暂停（原为 2026-10-27）");
        await Handler.Sound();
        await Passes(letter);
        await GoesOut(letter, "补正告知", "直接送达");
        await Says(Clerk, "number", "住建公开〔2026〕第1号-补");
        await Clerk.GotoAsync(Path);
        await Assertions.Expect(Clerk.Locator("main")).ToContainTextAsync("‖ 暂停（申请人补正）");
        await Handler.GotoAsync(Path);
        await Says(Handler, "steps", "正在等申请人补正（到 2026-10-22），收到补正件后才能继续。");
        await Reads(Keys, script: false, "待您补正（请在 2026年10月22日 前）");
    }

    // 4. The citizen corrects it on the internet, on a telephone without script: the term begins anew on the day after.
    async Task Corrected()
    {
        portal.Day(2026, 10, 9);
        await Corrects(Keys, script: false, "2025年幸福路12号危险房屋鉴定报告", "2026年11月5日");
        await Clerk.GotoAsync(Path);
        await Says(Clerk, "due", "2026-11-05");
    }

    async Task Corrects((string Number, string Code) keys, bool script, string words, string due)
    {
        var (page, complaints) = await portal.Open("/zfxxgk/ysqgk/cx/", 360, script);
        await page.Asks(keys.Number, keys.Code);
        await page.Lands(() => page.GetByRole(AriaRole.Link, new() { Name = "提交补正" }).ClickAsync());
        await page.Lands(() => page.GetByRole(AriaRole.Button, new() { Name = "提交补正" }).ClickAsync());
        await Assertions.Expect(page.Locator(".problem")).ToContainTextAsync("请按补正告知书的要求，写明您需要的信息");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("请写明鉴定报告的年份和房屋地址");
        await page.Sound(script);
        await page.GetByLabel("补正内容").FillAsync(words);
        await page.Lands(() => page.GetByRole(AriaRole.Button, new() { Name = "提交补正" }).ClickAsync());
        await Assertions.Expect(page.Locator(".done")).ToHaveTextAsync("补正已经提交，答复期限自今天的次日起重新计算。");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(due);
        await page.Ends(complaints, script);
    }

    // 5. A third party is asked, and answers after six working days, which are not counted. 9. Meanwhile the second request is asked for a correction too late.
    async Task Consulted()
    {
        portal.Day(2026, 10, 12);
        var letter = await Drafts($"{Path}/letters/new?kind=ThirdPartyConsultation", ("收文人", "示例乙"), ("涉及的政府信息", "2025年幸福路12号危险房屋鉴定报告"));
        await Passes(letter);
        await GoesOut(letter, "答复", "直接送达");
        await Clerk.GotoAsync(Path);
        await Assertions.Expect(Clerk.Locator("#heard-matter")).ToContainTextAsync("到 2026-11-02");
        await Reads(Keys, script: false, "征求意见中（期限暂停）");
        await AskedTooLate();
        portal.Day(2026, 10, 20);
        await Clerk.GotoAsync(Path);
        await Clerk.Do("登记意见", ("收到意见的日期", "2026-10-20"), ("意见", "不同意公开，有合理理由"), ("意见摘录", "报告中有住户信息，不同意公开"));
        await Says(Clerk, "due", "2026-11-13");
        await Clerk.Sound();
    }

    async Task AskedTooLate()
    {
        var letter = await Drafts($"{OtherPath}/letters/new?kind=CorrectionNotice", ("申请内容不明确", ""), ("需要补正的事项", "请写明鉴定报告的年份和房屋地址"), ("补正期限", "2026-10-22"));
        await Says(Handler, "caution", "2026-10-09");
        await Handler.Do("送审");
        await Assertions.Expect(Handler.Locator(".problem")).ToContainTextAsync("请填写");
        await Handler.Sound();
        portal.Later();
        await Handler.Do("送审", ("说明", "申请内容涉及的房屋经现场核对后才确定不明确"));
        portal.Later();
        await Auditor.GotoAsync(letter);
        await Auditor.Do("通过");
        await GoesOut(letter, "补正告知", "直接送达");
        await Corrects(OtherKeys, script: true, "2025年幸福路12号房屋修缮预算书", "2026年11月9日");
    }

    // 6. Extended once, and the citizen is told before the old day; a second time is not offered.
    async Task Extended()
    {
        portal.Day(2026, 10, 28);
        var letter = await Drafts($"{Path}/letters/new?kind=ExtensionNotice", ("延长的工作日", "20"), ("理由", "需要对报告作区分处理"));
        await Says(Handler, "effect", "答复期限由 2026-11-13 变为 2026-12-11");
        await Passes(letter);
        await GoesOut(letter, "答复", "邮寄送达", "EX000000001CN");
        await Handler.GotoAsync(Path);
        await Says(Handler, "due", "2026-12-11");
        await Says(Handler, "steps", "已延期一次，不能再次延期。");
        await Reads(Keys, script: false, "已延期（新期限 2026年12月11日）");
    }

    // The citizen looks, and reads the same days as the office.
    async Task Reads((string Number, string Code) keys, bool script, string state)
    {
        var (page, complaints) = await portal.Open("/zfxxgk/ysqgk/cx/", 360, script);
        await page.Asks(keys.Number, keys.Code);
        await Assertions.Expect(page.Locator(".state")).ToHaveTextAsync(state);
        await page.Ends(complaints, script);
    }
}
