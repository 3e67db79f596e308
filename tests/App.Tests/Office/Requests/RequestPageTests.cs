using AngleSharp.Dom;
using Gongkai.Records;
using Gongkai.Records.Requests;
using Gongkai.Rules.Access;
using Gongkai.Rules.Requests;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Office.Requests;

/// <summary>The pages of requests: who may not see them, what they ask, what they refuse and in which words.</summary>
public sealed class RequestPageTests(RequestPlatform platform) : IClassFixture<RequestPlatform>
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_correction_that_is_asked_for_too_late_must_be_explained()
    {
        var (clerk, officer) = (await platform.Officer("登记乙", Role.Registrar), await platform.Officer("承办乙", Role.Handler));
        var (path, _) = await (await platform.Sit(clerk)).Press("/office/requests/register", "登记", [.. RequestPlatform.Paper("迟补正的报告", "110105194912310038"), ("Input.Arrived", "2026-09-21")]);
        Assert.EndsWith("/receipt", path, StringComparison.Ordinal);
        platform.Day(2026, 10, 12);
        var handler = await platform.Sit(officer);
        (path, _) = await handler.Press($"{path[..^"/receipt".Length]}/letters/new?kind=CorrectionNotice", "保存草稿", ("Input.Corrections", "Content"), ("Input.Points", "请写明年份"), ("Input.Until", "2027-01-20"));
        platform.Later();
        var (_, page) = await handler.Press(path, "送审");
        Assert.Contains("补正告知已超过 7 个工作日", page.QuerySelector(".problem").Words());
        platform.Later();
        (_, page) = await handler.Press(path, "送审", ("Input.Why", "申请件误投其他科室，今日才转来"));
        Assert.Contains("待审核", page.QuerySelector(".stateline [aria-current]").Words());
    }

    [Fact]
    public async Task A_case_that_was_taken_over_tells_what_happened_from_its_file()
    {
        var desk = await platform.Sit(await platform.Officer("登记未", Role.Registrar));
        CaseFile file = null!;
        await platform.In(async store => file = await store.FileOf(await store.Requests.Where(one => one.Extended && one.Stage == Stage.Filed).OrderBy(one => one.Number).FirstAsync(Cancelled)));
        var lines = (await desk.Open($"/office/requests/{file.Request.Handle}")).QuerySelectorAll(".timeline > li").Select(line => line.Words()).ToList();
        Assert.Equal(file.Pages.Count, lines.Count);
        Assert.EndsWith("：归档", lines[0].Split('。')[0], StringComparison.Ordinal);
        Assert.Single(lines, line => line.Contains("告知延期 20 个工作日", StringComparison.Ordinal) && line.Contains("期限由 ", StringComparison.Ordinal) && line.Contains($" 变为 {file.Request.Due:yyyy-MM-dd}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_several_were_given_is_laid_before_the_reviewer_who_answers_once()
    {
        var (clerk, officer) = (await platform.Officer("登记申", Role.Registrar), await platform.Officer("审核申", Role.Reviewer));
        var desk = await platform.Sit(clerk);
        List<Handle> handles = [];
        await platform.In(async store =>
        {
            var agency = await store.Agencies.Where(one => one.Code == "zjj").Select(one => one.Id).SingleAsync(Cancelled);
            var act = new Act(new("test.prepared", "测试准备"), Hand.Program, Platform.Now, agency);
            await store.Write(act, async () =>
            {
                foreach (var who in (string[])["甲", "乙"])
                {
                    var file = await store.TakeIn(new()
                    {
                        Agency = agency, Channel = Channel.InPerson, Kind = ApplicantKind.Person, Submitted = new(2026, 6, 1), Received = new DateOnly(2026, 6, 1), MaskedName = "示*", IdentityMark = $"same-to-many-{who}",
                        Wanted = new() { Name = $"某街旧改实施方案{who}" }, Applicant = id => new() { RequestId = id, Name = new("sealed"), Paper = IdentityPaper.Other },
                    }, act);
                    file.Add(new CaseFact.Decided(new(2026, 6, 2), Outcome.Granted), act);
                    file.Add(new CaseFact.Answered(new(2026, 6, 3), Service.ByHand), act);
                    handles.Add(file.Request.Handle);
                }
            });
        });
        var page = await desk.Open($"/office/requests/{handles[0]}");
        Assert.Contains("另有 1 件其他申请人的相似申请已经公开", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        (_, page) = await desk.Press($"/office/requests/{handles[0]}", "提请评估");
        var path = page.QuerySelector("main a[href^='/office/suggestions/']")!.GetAttribute("href")!;
        Assert.Null((await desk.Open(path)).QuerySelector("main form[method=post]"));

        var reviewer = await platform.Sit(officer);
        Assert.Contains("转主动公开", (await reviewer.Open("/office/")).QuerySelector("main").Words(), StringComparison.Ordinal);
        (_, page) = await reviewer.Press(path, "提交审核结果");
        var problems = page.QuerySelector(".problem").Words();
        Assert.Contains("请选择审核结果", problems, StringComparison.Ordinal);
        Assert.Contains("请写明理由，或者在哪里、什么时候公开", problems, StringComparison.Ordinal);
        (_, page) = await reviewer.Press(path, "提交审核结果", ("Input.Answer", "Declined"), ("Input.Reasons", "只关系到两户"));
        Assert.Contains("不纳入主动公开。只关系到两户", page.QuerySelector("dl.facts").Words(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form[method=post]"));
        Assert.Contains("不纳入主动公开", (await reviewer.Open("/office/suggestions?answer=Declined")).QuerySelector("table").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Registration_says_what_is_missing_and_keeps_what_was_typed()
    {
        var desk = await platform.Sit(await platform.Officer("登记丙", Role.Registrar));
        var (_, page) = await desk.Press("/office/requests/register", "登记", ("Input.IdentityNumber", "110105194912310021"), ("Input.Name", "𠮷田·示例"));
        var problems = page.QuerySelector(".problem").Words();
        foreach (var words in (string[])["身份证号校验未通过，请对照证件检查，最后一位可能是 X", "请至少填写联系电话、电子邮箱、联系地址中的一项，答复要送到申请人手里", "请至少填写信息名称、文号或特征描述中的一项，便于我们查找"]) Assert.Contains(words, problems);
        Assert.Equal("𠮷田·示例", page.QuerySelector("#Input_Name")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_preview_shows_every_day_before_anything_is_registered()
    {
        var desk = await platform.Sit(await platform.Officer("登记丁", Role.Registrar));
        var (_, page) = await desk.Press("/office/requests/register", "预览期限、查重", ("Input.Channel", "SignedPost"), ("Input.Arrived", "2026年9月18日"));
        Assert.Contains("收到申请之日2026-09-18（凭邮件签收凭证） 补正告知最晚2026-09-29 答复期限2026-10-22", page.QuerySelector("#qixian").Words());
        var live = await desk.Browser.GetStringAsync("/office/requests/register?handler=dates&channel=Internet&arrived=20260918", Cancelled);
        Assert.Contains("待确认，确认后开始计算答复期限", live, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_applicants_like_request_is_shown_before_it_is_registered_again()
    {
        var desk = await platform.Sit(await platform.Officer("登记戊", Role.Registrar));
        const string number = "110105194912310046";
        var (first, _) = await desk.Press("/office/requests/register", "登记", [.. RequestPlatform.Paper("2024年某路危房鉴定报告", number), ("Input.Arrived", "2026-09-21")]);
        var (_, page) = await desk.Press("/office/requests/register", "登记", [.. RequestPlatform.Paper("某路2024年危房鉴定报告", number), ("Input.Arrived", "2026-09-21")]);
        Assert.Contains("该申请人有相似的申请，或者本月申请较多，请看过下面的提示后再次点击“登记”。", page.QuerySelector(".problem").Words());
        Assert.Equal(first[..^"/receipt".Length], page.QuerySelector("[data-testid=neighbours] a")!.GetAttribute("href"));
        var (path, _) = await desk.Press("/office/requests/register", page, "登记");
        Assert.EndsWith("/receipt", path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_that_is_split_off_names_the_request_that_it_came_from()
    {
        var desk = await platform.Sit(await platform.Officer("登记己", Role.Registrar));
        var whole = await Registered(desk, "拆分的两项信息", "110105194912310054");
        var (path, page) = await desk.Press($"/office/requests/register?parent={whole.Split('/')[^1]}", "登记", ("Input.WantedName", "其中的第二项信息"), ("Input.Compared", "True"));
        Assert.EndsWith("/receipt", path, StringComparison.Ordinal);
        Assert.Contains("示例甲", page.QuerySelector("main").Words());
        Assert.Contains(whole, (await desk.Open(path[..^"/receipt".Length])).QuerySelectorAll("dl.facts a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Whoever_looks_at_the_applicant_says_what_for_and_is_recorded()
    {
        var desk = await platform.Sit(await platform.Officer("登记庚", Role.Registrar));
        var one = await Registered(desk, "查看个人信息的申请", "110105194912310062");
        var page = await desk.Open(one);
        Assert.DoesNotContain("110105194912310062", page.Source.Text, StringComparison.Ordinal);
        (_, page) = await desk.Press(one, "查看");
        Assert.Contains("请写明查看的用途，例如“电话联系补正”；查看会记入审计日志", page.QuerySelector(".problem").Words());
        Assert.Null(page.QuerySelector("[data-testid=applicant]"));
        (_, page) = await desk.Press(one, "查看", ("Input.Purpose", "电话联系"));
        Assert.Contains("110105194912310062", page.QuerySelector("[data-testid=applicant]").Words());
        await platform.In(async store => Assert.True(await store.Trail.AnyAsync(entry => entry.Deed == RequestDeeds.ApplicantSeen.Code && entry.Why == "电话联系", Cancelled)));
    }

    [Fact]
    public async Task Of_two_who_act_on_one_page_the_second_is_told_who_was_first()
    {
        var (first, second) = (await platform.Sit(await platform.Officer("登记辛", Role.Registrar)), await platform.Sit(await platform.Officer("审核辛", Role.Reviewer)));
        var house = await platform.MakeDepartment("并发科");
        var one = await Registered(first, "两人同时办理的申请", "110105194912310070");
        var seen = await second.Open(one);
        platform.Later();
        await first.Press(one, "分办", ("Input.Department", house.Handle.ToString()), ("Input.Until", "2026-10-20"));
        var (_, page) = await second.Press(one, seen, "分办", ("Input.Department", house.Handle.ToString()), ("Input.Until", "2026-10-16"), ("Input.Note", "请尽快"));
        Assert.Contains("登记辛于", page.QuerySelector(".problem").Words());
        Assert.Contains("已更新此件，请打开最新内容对照后再保存；您的修改已保留在下方。", page.QuerySelector(".problem").Words());
    }

    [Fact]
    public async Task Nobody_approves_a_letter_of_his_own()
    {
        var (clerk, reviewer) = (await platform.Sit(await platform.Officer("登记壬", Role.Registrar)), await platform.Sit(await platform.Officer("审核壬", Role.Reviewer)));
        var one = await Registered(clerk, "自拟自审的申请", "110105194912310089");
        var (path, _) = await reviewer.Press($"{one}/letters/new?kind=ExtensionNotice", "保存草稿", ("Input.Days", "20"), ("Input.Reasons", "检索工作量较大"));
        platform.Later();
        var (_, page) = await reviewer.Press(path, "送审");
        Assert.Contains("您是这份文书的拟稿人，不能自己审核，请由其他人办理。", page.QuerySelector("main").Words());
        Assert.DoesNotContain("通过", page.QuerySelectorAll("button").Select(button => button.Words()));
    }

    [Fact]
    public async Task Nothing_does_not_exist_before_it_was_searched_for()
    {
        var officer = await platform.Sit(await platform.Officer("承办癸", Role.Handler));
        var one = await Registered(await platform.Sit(await platform.Officer("登记癸", Role.Registrar)), "不存在的信息", "110105194912310097");
        var question = await officer.Open($"{one}/answer?at=exists");
        Assert.Contains("经检索不存在", question.QuerySelector("main").Words());
        var (path, page) = await officer.Press($"{one}/letters/new?kind=NotExisting", "保存草稿");
        Assert.Contains("答复不存在以前应当检索，请先登记检索记录。", page.QuerySelector("[data-testid=fault]").Words());
        platform.Later();
        (_, page) = await officer.Press(path, "送审");
        Assert.Contains("答复不存在以前应当检索，请先登记检索记录。", page.QuerySelector(".problem").Words());
        platform.Later();
        await officer.Press(one, "登记检索记录", ("Input.Places", "局档案室、房管科"), ("Input.Systems", "档案系统"), ("Input.Words", "不存在"), ("Input.Searcher", "示例丙"), ("Input.Result", "没有相关卷宗"));
        platform.Later();
        (_, page) = await officer.Press(path, "送审");
        Assert.Null(page.QuerySelector(".problem"));
    }

    [Fact]
    public async Task A_restricted_case_and_another_departments_case_are_not_there()
    {
        var house = await platform.MakeDepartment("受限科");
        var (clerk, handler) = (await platform.Sit(await platform.Officer("登记子", Role.Registrar)), await platform.Sit(await platform.Officer("承办子", Role.Handler, house.Id)));
        var reviewer = await platform.Sit(await platform.Officer("审核子", Role.Reviewer));
        var one = await Registered(clerk, "限制查阅的申请", "11010519491231010X");
        Assert.Equal(System.Net.HttpStatusCode.OK, (await handler.Get(one)).StatusCode);
        platform.Later();
        await reviewer.Press(one, "设为限制查阅", ("Input.Note", "涉及敏感事项"));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await handler.Get(one)).StatusCode);
        Assert.DoesNotContain("限制查阅的申请", (await handler.Open("/office/requests?tab=all")).QuerySelector("main").Words());
        Assert.Contains("限制查阅的申请", (await reviewer.Open("/office/requests?tab=all")).QuerySelector("main").Words());
    }

    static async Task<string> Registered(Clerk desk, string wanted, string number)
    {
        var (path, page) = await desk.Press("/office/requests/register", "登记", [.. RequestPlatform.Paper(wanted, number), ("Input.Arrived", "2026-09-21")]);
        Assert.True(path.EndsWith("/receipt", StringComparison.Ordinal), page.QuerySelector(".problem").Words());
        return path[..^"/receipt".Length];
    }
}
