using AngleSharp.Dom;
using Gongkai.Records.Accounts;
using Gongkai.Records.Requests;
using Gongkai.Rules.Access;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Office.Requests;

/// <summary>A clerk registers, asks for a correction, consults a third party, extends and answers; each date is that of the real calendar of 2026.</summary>
public sealed class ClerkJourneyTests(RequestPlatform platform) : IClassFixture<RequestPlatform>
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_case_goes_from_its_receipt_to_its_archive_and_every_date_is_that_of_the_calendar()
    {
        var house = await platform.MakeDepartment("房屋管理科");
        var (clerk, officer, reviewer) = (await platform.Officer("登记甲", Role.Registrar), await platform.Officer("承办甲", Role.Handler, house.Id), await platform.Officer("审核甲", Role.Reviewer));
        var (legal, leader) = (await platform.Officer("法制甲", Role.Legal), await platform.Officer("局长甲", Role.Leader));
        var (corrections, plain) = (await platform.MakeSeries("补正告知", "住建公开", "补"), await platform.MakeSeries("答复", "住建公开", ""));

        // 1. It came by the internet on the 21st, and is confirmed on the 22nd.
        var desk = await platform.Sit(clerk);
        var (path, page) = await desk.Press("/office/requests/register", "登记", [.. RequestPlatform.Paper("房子鉴定报告"), ("Input.Channel", "Internet"), ("Input.Arrived", "２０２６０９２１")]);
        Assert.EndsWith("/receipt", path, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("[data-testid=code]"));
        var one = path[..^"/receipt".Length];
        platform.Day(2026, 9, 22);
        desk = await platform.Sit(clerk);
        Assert.Contains(one, (await desk.Open("/office/requests?tab=confirm")).QuerySelectorAll("table.list a").Select(link => link.GetAttribute("href")));
        (_, page) = await desk.Press(one, "确认收到", ("Input.On", "2026-09-22"));
        Assert.Equal("2026-10-27", Due(page));
        Assert.Contains("2026-10-09", page.QuerySelector("dl.facts").Words());

        // 2. Routed and taken.
        platform.Later();
        (_, page) = await desk.Press(one, "分办", ("Input.Department", house.Handle.ToString()), ("Input.Until", "2026-10-20"));
        Assert.Contains("房屋管理科（待签收）", page.QuerySelector("dl.facts").Words());
        var handler = await platform.Sit(officer);
        platform.Later();
        Assert.Contains("房子鉴定报告", (await handler.Open("/office/requests?tab=mine")).QuerySelector("table.list").Words());
        (_, page) = await handler.Press(one, "签收");
        Assert.Contains("承办甲", page.QuerySelector("dl.facts").Words());

        // 3. A correction: no reason, no letter.
        platform.Day(2026, 9, 24);
        handler = await platform.Sit(officer);
        var begin = $"{one}/letters/new?kind=CorrectionNotice";
        (_, page) = await handler.Press(begin, "保存草稿", ("Input.Points", "请写明鉴定报告的年份和房屋地址"));
        Assert.Contains("请选择补正的事由，至少一项", page.QuerySelector(".problem").Words());
        (path, page) = await handler.Press(begin, "保存草稿", ("Input.Corrections", "Content"), ("Input.Points", "请写明鉴定报告的年份和房屋地址"), ("Input.Until", "2026-10-22"));
        Assert.Contains("请写明鉴定报告的年份和房屋地址", page.QuerySelector(".paper").Words());
        Assert.Contains("期限暂停（原为 2026-10-27）", page.QuerySelector("[data-testid=effect]").Words());
        await ApproveStep(handler, reviewer, path);
        page = await SendOut(clerk, path, corrections.Handle.ToString(), "ByHand");
        Assert.Equal("住建公开〔2026〕第1号-补", page.QuerySelector("[data-testid=number]").Words());
        page = await desk.Open(one);
        Assert.Contains("‖ 暂停（申请人补正）", page.QuerySelector("main").Words());
        Assert.Contains("正在等申请人补正（到 2026-10-22），收到补正件后才能继续。", (await handler.Open(one)).QuerySelector("[data-testid=steps]").Words());

        // 4. Corrected: the term begins anew.
        platform.Day(2026, 10, 9);
        desk = await platform.Sit(clerk);
        (_, page) = await desk.Press(one, "登记补正件", ("Input.On", "2026-10-09"), ("Input.Note", "2025年幸福路12号"));
        Assert.Equal("2026-11-05", Due(page));

        // 5. A third party: six working days are left out.
        platform.Day(2026, 10, 12);
        handler = await platform.Sit(officer);
        (path, _) = await handler.Press($"{one}/letters/new?kind=ThirdPartyConsultation", "保存草稿", ("Input.Addressee", "示例乙"), ("Input.Points", "2025年幸福路12号危险房屋鉴定报告"));
        await ApproveStep(handler, reviewer, path);
        await SendOut(clerk, path, plain.Handle.ToString(), "ByHand");
        page = await (await platform.Sit(clerk)).Open(one);
        Assert.Contains("到 2026-11-02", page.QuerySelector("#heard-matter").Words());
        platform.Day(2026, 10, 20);
        desk = await platform.Sit(clerk);
        (_, page) = await desk.Press(one, "登记意见", ("Input.On", "2026-10-20"), ("Input.Stance", "ObjectsWithReason"), ("Input.Note", "报告中有住户信息，不同意公开"));
        Assert.Equal("2026-11-13", Due(page));

        // 6. Extended once.
        platform.Day(2026, 10, 28);
        handler = await platform.Sit(officer);
        (path, page) = await handler.Press($"{one}/letters/new?kind=ExtensionNotice", "保存草稿", ("Input.Days", "20"), ("Input.Reasons", "需要对报告作区分处理"));
        Assert.Contains("答复期限由 2026-11-13 变为 2026-12-11", page.QuerySelector("[data-testid=effect]").Words());
        await ApproveStep(handler, reviewer, path);
        await SendOut(clerk, path, plain.Handle.ToString(), "ByPost", "EX000000001CN");
        page = await handler.Open(one);
        Assert.Equal("2026-12-11", Due(page));
        Assert.Contains("已延期一次，不能再次延期。", page.QuerySelector("[data-testid=steps]").Words());

        // 7. A partial answer: legal returns it, the officer revises it, and everyone passes it.
        platform.Day(2026, 10, 30);
        handler = await platform.Sit(officer);
        (path, page) = await handler.Press($"{one}/letters/new?kind=PartlyGranted", "保存草稿",
            ("Input.Withheld[0].What", "报告第2页住户姓名"), ("Input.Withheld[0].Reasons", "涉及个人隐私"), ("Input.Withheld[1].What", "报告第3页身份证件号码"), ("Input.Withheld[1].Reasons", "涉及个人隐私"),
            ("Input.Provision", "随函寄送复制件"));
        Assert.Null(page.QuerySelector("[data-testid=fault]"));
        Assert.DoesNotContain("{{", page.QuerySelector(".paper").Words(), StringComparison.Ordinal);
        platform.Later();
        await handler.Press(path, "送审");
        platform.Later();
        (_, page) = await (await platform.Sit(reviewer)).Press(path, "通过");
        platform.Later();
        (_, page) = await (await platform.Sit(legal)).Press(path, "退回");
        Assert.Contains("退回时请填写意见，写明要修改什么。", page.QuerySelector(".problem").Words());
        platform.Later();
        await (await platform.Sit(legal)).Press(path, "退回", ("Input.Opinion", "理由应当分别写明"));
        platform.Later();
        await handler.Press(path + "/edit", "保存修改", ("Input.Withheld[1].Reasons", "涉及个人隐私，公开会损害住户合法权益"));
        platform.Later();
        await handler.Press(path, "送审");
        platform.Later();
        await (await platform.Sit(reviewer)).Press(path, "通过");
        platform.Later();
        await (await platform.Sit(legal)).Press(path, "通过", ("Input.Opinion", "同意"));
        platform.Day(2026, 11, 2);
        (_, page) = await (await platform.Sit(leader)).Press(path, "签发");
        Assert.Contains("局长甲，2026-11-02", page.QuerySelector("main").Words());

        // 8. Number, seal, service, archive.
        await SendOut(clerk, path, plain.Handle.ToString(), "ByPost", "EX123456789CN");
        desk = await platform.Sit(clerk);
        platform.Later();
        (_, page) = await desk.Press(one, "归档", ("Input.Note", "2026-依申请-001"));
        Assert.True(page.QuerySelectorAll("ol.timeline > li").Length >= 12);
        var contents = (await desk.Open(one + "/contents")).QuerySelector("main").Words();
        foreach (var words in (string[])["2026-依申请-001", "EX123456789CN", "政府信息部分公开告知书", "住建公开〔2026〕第1号-补"]) Assert.Contains(words, contents);
        await platform.In(async store =>
        {
            var request = await store.Requests.SingleAsync(request => request.Wanted.Name == "房子鉴定报告", Cancelled);
            Assert.Equal((Stage.Filed, Outcome.PartlyGranted, new DateOnly(2026, 11, 2), false), (request.Stage, request.Outcome, request.EndedOn, request.Late));
        });
    }

    async Task ApproveStep(Clerk writer, Account reviewer, string letter)
    {
        platform.Later();
        await writer.Press(letter, "送审");
        platform.Later();
        await (await platform.Sit(reviewer)).Press(letter, "通过");
    }

    async Task<IDocument> SendOut(Account clerk, string letter, string series, string by, string post = "")
    {
        var desk = await platform.Sit(clerk);
        platform.Later();
        await desk.Press(letter, "编号并生成文书", ("Input.Series", series));
        platform.Later();
        await desk.Press(letter, "登记用印", ("Input.SealName", "某局政府信息公开专用章"), ("Input.Copies", "２"));
        platform.Later();
        var (_, page) = await desk.Press(letter, "登记送达", ("Input.By", by), ("Input.PostNumber", post));
        Assert.True(page.QuerySelector(".problem") is null, page.QuerySelector(".problem").Words());
        return page;
    }

    static string Due(IDocument page) => page.QuerySelector("[data-testid=due]").Words();
}
