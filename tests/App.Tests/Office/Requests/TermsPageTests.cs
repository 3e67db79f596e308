using System.Net;
using Gongkai.App.Tests.Accounts;
using Gongkai.Records.Requests;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Office.Requests;

/// <summary>依申请公开设置: what is set holds from its day on, in letters, on the applicant's page and for the terms that are proposed; the class of the remedy stays the law's.</summary>
public sealed class TermsPageTests(RequestPlatform platform) : IClassFixture<RequestPlatform>
{
    const string Path = "/office/terms";

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_set_stands_in_the_next_letter_and_what_was_before_in_the_register()
    {
        var desk = await LetterDesk.Of(platform, "设置");
        var one = await desk.Register("设置以后的报告", "11010519491231002X");
        var reviewer = await desk.Sit(desk.Reviewer);
        var (_, page) = await reviewer.Press(Path, "预览救济途径", ("Input.Reconsideration", "示例区人民政府"), ("Input.Court", "示例区人民法院"), ("Input.CourtAddress", "示例路3号"));
        var samples = page.QuerySelector("[data-testid=samples]").Words();
        Assert.Contains("60日内先向示例区人民政府申请行政复议", samples);
        Assert.Contains("6个月内直接向示例区人民法院（地址：示例路3号）提起行政诉讼", samples);
        await platform.In(async store => Assert.False(await store.RequestSettings.AnyAsync(Cancelled)));

        (_, page) = await reviewer.Press(Path, "保存复议机关和法院", ("Input.Reconsideration", "示例区人民政府"), ("Input.ReconsiderationAddress", "示例路1号"), ("Input.Court", "示例区人民法院"), ("Input.CourtAddress", "示例路3号"), ("Input.Why", "区政府公告"));
        Assert.Contains("示例区人民政府", page.QuerySelector("table.list").Words());
        await (await desk.Sit(desk.Reviewer)).Press(Path, "保存联系方式", ("Input.Contact", "示例丙"), ("Input.Telephone", "0000-7654321"), ("Input.Why", "换号"));
        await (await desk.Sit(desk.Reviewer)).Press(Path, "保存确认、补正和缴费", ("Input.CorrectionDays", "10"), ("Input.Why", "本省规定"));

        var letter = await desk.Draft(one, "InternalAffairs", ("Input.Reasons", "属于人事管理信息"), ("Input.WhyWhole", "各部分相互关联"));
        var paper = (await (await desk.Sit(desk.Officer)).Open(letter)).QuerySelector(".paper").Words();
        Assert.Contains("先向示例区人民政府（地址：示例路1号）申请行政复议", paper);
        Assert.Contains("联系人：示例丙，联系电话：0000-7654321", paper);
        // Ten working days after Monday 21 September: that day received, that day drafted.
        var again = await desk.Register("设置以后补正的报告", "110105194912310038");
        page = await (await desk.Sit(desk.Officer)).Open($"{again}/letters/new?kind=CorrectionNotice");
        Assert.Equal("2026-10-12", page.QuerySelector("[name='Input.Until']")!.GetAttribute("value"));
        await platform.In(async store => Assert.Equal(3, await store.Trail.CountAsync(entry => entry.Deed == RequestSetting.Set.Code, Cancelled)));
    }

    [Theory]
    [InlineData("保存复议机关和法院", "Input.Reconsideration", "某省住房和城乡建设厅", "2024年1月1日起，对政府工作部门的决定不服的，由人民政府管辖行政复议，请填写人民政府的名称，不能填写上级主管部门。")]
    [InlineData("保存复议机关和法院", "Input.Online", "复议网", "请填写完整的网址，例如 https://fuyi.example.gov.cn")]
    [InlineData("保存复议机关和法院", "Input.From", "2026-01-01", "起始日期不能早于今天，已经办理的不受影响")]
    [InlineData("保存复议机关和法院", "Input.Why", "", "请填写依据或者理由")]
    [InlineData("保存联系方式", "Input.Telephone", " ", "请填写政府信息公开工作机构的联系电话")]
    [InlineData("保存确认、补正和缴费", "Input.CorrectionDays", "0", "补正期限填写 1 到 60 个工作日，应当是合理的期限")]
    public async Task What_cannot_be_so_is_refused_with_a_sentence(string button, string field, string value, string said)
    {
        var browser = await platform.As(Role.Reviewer);
        var page = await (await browser.GetAsync(Path, Cancelled)).Html();
        var form = page.QuerySelectorAll("main button").Single(one => one.Words() == button).Closest("form")!;
        Dictionary<string, string> sent = new() { ["_form"] = (await browser.Token(Path))!, ["Input.Reconsideration"] = "示例区人民政府", ["Input.Court"] = "示例区人民法院", ["Input.Telephone"] = "0000-1", ["Input.CorrectionDays"] = "15", ["Input.From"] = "2027-01-04", ["Input.Why"] = "试" };
        sent[field] = value;
        var answer = await browser.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent(sent), Cancelled);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(said, (await answer.Html()).QuerySelector(".problem").Words());
    }
}
