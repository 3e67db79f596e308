using System.Net;
using Gongkai.App.Tests.Accounts;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Letters;
using Gongkai.Rules.Access;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Office.Requests;

/// <summary>Another agency's information, the same once more, too many, a complaint; and a query code that was lost.</summary>
public sealed class SpecialCaseTests(RequestPlatform platform) : IClassFixture<RequestPlatform>
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_asked_the_wrong_agency_is_told_the_right_one_with_its_contact()
    {
        await platform.In(async store =>
        {
            var other = await store.Agencies.SingleAsync(agency => agency.Code == "cgj", Cancelled);
            other.Office = new() { Name = "示例办公室", Telephone = "0000-1112223", Address = "示例路9号" };
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, platform.Moment));
        });
        var desk = await LetterDesk.Of(platform, "他机关");
        var one = await desk.Register("由别的机关制作的文件", "11010519491231002X");
        var letter = await desk.Draft(one, "NotResponsible", ("Input.Reasons", "该文件由城市管理局制作"), ("Input.ResponsibleCode", "cgj"));
        var page = await (await desk.Sit(desk.Officer)).Open(letter);
        var name = "";
        await platform.In(async store => name = await store.Agencies.WithCode("cgj").Select(agency => agency.Name).SingleAsync(Cancelled));
        Assert.Contains($"负责公开该政府信息的行政机关是{name}，联系方式：示例办公室，电话 0000-1112223，地址 示例路9号。", page.QuerySelector(".paper").Words());
        Assert.Null(page.QuerySelector("[data-testid=fault]"));
        // Typed by hand, for one that is not on this platform.
        await (await desk.Sit(desk.Officer)).Press(letter + "/edit", "保存修改", ("Input.ResponsibleName", "某区自然资源局"), ("Input.ResponsibleContact", "0000-00000001"));
        Assert.Contains("负责公开该政府信息的行政机关是某区自然资源局，联系方式：0000-00000001。", (await (await desk.Sit(desk.Officer)).Open(letter)).QuerySelector(".paper").Words());
    }

    [Fact]
    public async Task What_was_answered_before_is_answered_with_a_reference_to_that_answer()
    {
        var desk = await LetterDesk.Of(platform, "重复");
        var first = await desk.Register("2024年某路危房鉴定报告", "110105194912310038");
        await platform.In(async store =>
        {
            var handle = Handle.Parse(first.Split('/')[^1]);
            var file = (await store.CaseFile(handle))!;
            var letter = new CaseLetter { AgencyId = file.Request.AgencyId, RequestId = file.Request.Id, Kind = RequestLetter.Granted, Outcome = Outcome.Granted, AuthorId = null, AuthorName = "测试", DraftedAt = platform.Moment };
            store.Add(letter);
            letter.Sign(new(2026, 9, 21), "测试");
            store.Entry(letter).Property(nameof(CaseLetter.Number)).CurrentValue = "住重复〔2026〕77号";
            letter.Serve(new(2026, 9, 21), Service.ByHand, null);
            var act = new Act(new("test.prepared", "测试准备"), Hand.Program, platform.Moment, file.Request.AgencyId);
            file.Add(new CaseFact.Decided(new(2026, 9, 21), Outcome.Granted), act);
            file.Add(new CaseFact.Answered(new(2026, 9, 21), Service.ByHand), act);
            await store.Save(act);
        });
        var second = await desk.Register("某路2024年危房鉴定报告", "110105194912310038", ("Input.Compared", "True"));
        var page = await (await desk.Sit(desk.Officer)).Open(second);
        Assert.Contains("住重复〔2026〕77号", page.QuerySelector("[data-testid=neighbours]").Words());
        var offer = page.QuerySelectorAll("[data-testid=duplicate] a").Single(link => link.Words() == "拟重复申请告知书").GetAttribute("href")!;
        page = await (await desk.Sit(desk.Officer)).Open(offer);
        Assert.Equal(("住重复〔2026〕77号", "2026-09-21"), (page.QuerySelector("[name='Input.EarlierNumber']")!.GetAttribute("value"), page.QuerySelector("[name='Input.EarlierOn']")!.GetAttribute("value")));
        var (_, letter) = await (await desk.Sit(desk.Officer)).Press(offer, "保存草稿");
        Assert.Contains("住重复〔2026〕77号", letter.QuerySelector(".paper").Words());
        Assert.Null(letter.QuerySelector("[data-testid=fault]"));
    }

    [Fact]
    public async Task Twelve_requests_within_thirty_days_are_pointed_at_and_none_is_refused()
    {
        var desk = await LetterDesk.Of(platform, "频次");
        string one = "";
        string[] subjects = ["供水管网图", "停车收费标准", "绿化养护合同", "路灯节能改造方案", "电梯检验记录", "物业备案清单", "消防验收台账", "公租房名单", "征收补偿决定", "燃气隐患通报", "桥梁检测报告", "排水许可目录"];
        foreach (var subject in subjects) one = await desk.Register(subject, "110105194912310046", ("Input.Compared", "True"));
        var page = await (await desk.Sit(desk.Officer)).Open(one);
        Assert.Contains("近 30 天另有 11 件", page.QuerySelector("[data-testid=neighbours]").Words());
        var offer = page.QuerySelector("[data-testid=many] a")!.GetAttribute("href")!;
        var (_, letter) = await (await desk.Sit(desk.Officer)).Press(offer, "保存草稿", ("Input.Reasons", "三十日内提出十二件"), ("Input.Until", "2026-10-30"));
        Assert.Contains("申请公开政府信息的数量、频次明显超过合理范围。", letter.QuerySelector(".paper").Words());
        Assert.Contains("请先要求申请人说明理由", (await (await desk.Sit(desk.Officer)).Open($"{one}/letters/new?kind=Excessive")).QuerySelector("main").Words());
    }

    [Fact]
    public async Task What_reads_like_a_complaint_is_proposed_for_article_39_and_decided_by_people()
    {
        var desk = await LetterDesk.Of(platform, "信访");
        var one = await desk.Register("请求查处楼上违章搭建并解决漏水", "110105194912310054");
        var page = await (await desk.Sit(desk.Officer)).Open(one);
        var (_, letter) = await (await desk.Sit(desk.Officer)).Press(page.QuerySelector("[data-testid=petition] a")!.GetAttribute("href")!, "保存草稿", ("Input.Reasons", "申请人要求查处违章搭建"), ("Input.Provision", "城市管理投诉电话"));
        Assert.Contains("本机关不作为政府信息公开申请处理。", letter.QuerySelector(".paper").Words());
        Assert.Contains("城市管理投诉电话", letter.QuerySelector(".paper").Words());
        Assert.Null((await (await desk.Sit(desk.Officer)).Open(await desk.Register("违章搭建的查处决定书", "110105194912310062"))).QuerySelector("[data-testid=petition]"));
    }

    [Fact]
    public async Task A_lost_code_is_replaced_at_the_counter_for_whoever_shows_the_right_paper()
    {
        var desk = await LetterDesk.Of(platform, "窗口");
        var (path, page) = await (await desk.Sit(desk.Clerk)).Press("/office/requests/register", "登记", RequestPlatform.Paper("遗失查询码的申请", "110105194912310070"));
        var (old, number) = (page.QuerySelector("[data-testid=code]").Words(), page.QuerySelector("dl.facts strong").Words());
        var clerk = await desk.Sit(desk.Clerk);
        var token = (await clerk.Browser.Token(path))!;
        async Task<HttpResponseMessage> Reset(string identity) => await clerk.Browser.PostAsync(path, new FormUrlEncodedContent([new("_form", token), new("Input.Paper", "ResidentCard"), new("Input.Number", identity)]), Cancelled);

        var refused = await Reset("110105194912310089");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        page = await refused.Html();
        Assert.Contains("证件号码与申请时填写的不一致，不能重设。", page.QuerySelector(".problem").Words());
        Assert.DoesNotContain("110105194912310089", page.Source.Text, StringComparison.Ordinal);
        Assert.True(await Opens(number, old));

        var answer = await Reset("１１０１０５１９４９１２３１００７０");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        page = await clerk.Open(path);
        var code = page.QuerySelector("[data-testid=code]").Words();
        Assert.NotEqual(old, code);
        // Shown this once.
        Assert.Null((await clerk.Open(path)).QuerySelector("[data-testid=code]"));
        Assert.False(await Opens(number, old));
        Assert.True(await Opens(number, code));
        await platform.In(async store => Assert.Single(await store.Trail.Where(entry => entry.Deed == RequestDeeds.CodeReset.Code && entry.Why!.StartsWith("申请人到窗口出示居民身份证")).ToListAsync(Cancelled)));
        // Nobody finds a number out by trying.
        for (var time = 0; time < 5; time++) refused = await Reset("110105194912310089");
        Assert.Contains("核对次数过多，请 15 分钟后再试。", (await refused.Html()).QuerySelector(".problem").Words());
        Assert.Equal(HttpStatusCode.NotFound, (await (await platform.As(Role.Handler)).GetAsync(path, Cancelled)).StatusCode);
    }

    async Task<bool> Opens(string number, string code)
    {
        var answer = await platform.Visitor().Post("/zfxxgk/ysqgk/cx/", ("bh", number), ("ma", code));
        return answer.StatusCode == HttpStatusCode.Redirect;
    }
}
