using AngleSharp.Dom;
using Gongkai.App.Tests.Accounts;
using Gongkai.Documents.Templates;
using Gongkai.Records;
using Gongkai.Records.Notices;
using Gongkai.Records.Requests;
using Gongkai.Rules;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Gongkai.App.Office.Requests.Letters;

namespace Gongkai.App.Tests.Office.Requests;

/// <summary>A letter that goes by mail is served when the mail has gone out; one that does not go out comes back to the desk. Every letter bears its code, and its applicant is told of it once.</summary>
public sealed class LetterServiceTests(RequestPlatform platform) : IClassFixture<RequestPlatform>
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    static (string, string)[] ByMail(string mail) => [("Input.Delivery", "Mail"), ("Input.Provision", "Electronic"), ("Input.Mail", mail)];

    [Fact]
    public async Task A_letter_by_mail_is_served_when_the_mail_has_gone_out_and_bears_the_code_that_verifies_it()
    {
        var desk = await LetterDesk.Of(platform, "邮甲");
        var one = await desk.Register("邮寄送达以外的报告", "11010519491231002X", ByMail("jia@example.com"));
        var letter = await desk.Draft(one, "ExtensionNotice", ("Input.Days", "20"), ("Input.Reasons", "检索工作量较大"));
        Assert.Contains("核验码：（生成文书时写入）", (await (await desk.Sit(desk.Officer)).Open(letter)).QuerySelector(".paper").Words());
        await desk.Seal(letter);
        // Of its own case: others of this platform have their mails.
        await platform.In(async store =>
        {
            var handle = Handle.Parse(one.Split('/')[^1]);
            var number = await store.Requests.Where(request => request.Handle == handle).Select(request => request.Number).SingleAsync(Cancelled);
            Assert.False(await store.Outbox.AnyAsync(message => message.Subject.Contains($"申请 {number} 有新的文书"), Cancelled));
        });
        var due = (await (await desk.Sit(desk.Clerk)).Open(one)).QuerySelector("[data-testid=due]").Words();

        var page = await desk.Serve(letter, "Electronically");
        Assert.NotNull(page.QuerySelector("[data-testid=sending]"));
        Assert.Equal(due, (await (await desk.Sit(desk.Clerk)).Open(one)).QuerySelector("[data-testid=due]").Words());
        // Pressed again while it is on its way, it does not go twice.
        var (_, again) = await (await desk.Sit(desk.Clerk)).Press(letter, "登记送达", ("Input.By", "Electronically"));
        Assert.Contains("邮件正在发送", again.QuerySelector(".problem").Words());

        await platform.Send();
        page = await (await desk.Sit(desk.Clerk)).Open(letter);
        Assert.Equal("已送达", page.QuerySelector(".stateline [aria-current]").Words());
        Assert.NotEqual(due, (await (await desk.Sit(desk.Clerk)).Open(one)).QuerySelector("[data-testid=due]").Words());
        var mail = Assert.Single(platform.Post.Taken, mail => mail.To == "jia@example.com" && mail.Subject.Contains("有新的文书", StringComparison.Ordinal));
        var file = Assert.Single(mail.Enclosed);
        var code = page.QuerySelector("[data-testid=verification]").Words();
        Assert.Contains(Letter.Text(file.Bytes), line => line.Contains($"核验码：{code}", StringComparison.Ordinal));
        foreach (var kept in (string[])["示例甲", "11010519491231002X", "邮寄送达以外的报告"]) Assert.DoesNotContain(kept, mail.Subject + mail.Body, StringComparison.Ordinal);
        Assert.Contains("/zfxxgk/ysqgk/cx/", mail.Body, StringComparison.Ordinal);

        // Whoever scans the code comes to a form that is filled in; the file that was sent is the one that was kept.
        var visitor = platform.Visitor();
        Assert.Equal(code, (await (await visitor.GetAsync($"/yz/?ma={code}", Cancelled)).Html()).QuerySelector("#ma")!.GetAttribute("value"));
        using var form = new MultipartFormDataContent { { new StringContent((await visitor.Token("/yz/"))!), "_form" }, { new StringContent(code), "ma" }, { new ByteArrayContent(file.Bytes), "wj", "a.docx" } };
        Assert.Contains("您选择的文件与留存的文书完全一致。", (await (await visitor.PostAsync("/yz/", form, Cancelled)).Html()).QuerySelector("[data-testid=compared]").Words());
    }

    [Fact]
    public async Task A_mail_that_is_refused_brings_the_letter_back_and_it_is_served_otherwise()
    {
        var desk = await LetterDesk.Of(platform, "邮乙");
        var one = await desk.Register("邮件被退的报告", "110105194912310038", ByMail("yi@example.com"));
        var letter = await desk.Draft(one, "ExtensionNotice", ("Input.Days", "10"), ("Input.Reasons", "检索工作量较大"));
        await desk.Seal(letter);
        platform.Post.Refuses = true;
        await desk.Serve(letter, "Electronically");
        for (var time = 0; time < OutboxLine.Refusals; time++)
        {
            await platform.Send();
            for (var minute = 0; minute < 70; minute++) platform.Later();
        }
        platform.Post.Refuses = false;
        var page = await (await desk.Sit(desk.Clerk)).Open(letter);
        Assert.Contains("电子送达没有成功", page.QuerySelector("[data-testid=not-sent]").Words());
        Assert.Contains("请改用邮寄或者直接送达", page.QuerySelector("[data-testid=not-sent]").Words());
        Assert.Contains("文书还没有送达，请打开文书，改用其他方式送达", (await (await desk.Sit(desk.Clerk)).Open(one)).QuerySelector("[data-testid=not-sent]").Words());
        Assert.Contains("电子送达没有成功，请改用其他方式送达", (await (await desk.Sit(desk.Clerk)).Open("/office/")).QuerySelector("main").Words());
        await platform.In(async store => Assert.True(await store.Notices.AnyAsync(notice => notice.Text.Contains("电子送达没有成功") && notice.Path == letter, Cancelled)));

        page = await desk.Serve(letter, "ByPost", ("Input.PostNumber", "EX000000009CN"));
        Assert.Equal("已送达", page.QuerySelector(".stateline [aria-current]").Words());
        Assert.Null((await (await desk.Sit(desk.Clerk)).Open(one)).QuerySelector("[data-testid=not-sent]"));
        // Told once of the letter that was posted.
        await platform.Send();
        var mail = Assert.Single(platform.Post.Taken, mail => mail.To == "yi@example.com" && mail.Subject.Contains("有新的文书", StringComparison.Ordinal));
        Assert.Contains("邮件号码 EX000000009CN", mail.Body, StringComparison.Ordinal);
        Assert.Empty(mail.Enclosed);
    }

    [Fact]
    public async Task Each_letter_to_the_applicant_is_told_once_and_with_what_there_is_to_do()
    {
        var desk = await LetterDesk.Of(platform, "邮丙");
        var one = await desk.Register("先补正的报告", "110105194912310046", ("Input.Mail", "bing@example.com"));
        var letter = await desk.Draft(one, "CorrectionNotice", ("Input.Corrections", "Content"), ("Input.Points", "请写明年份"));
        await desk.Seal(letter);
        await desk.Serve(letter, "ByHand");
        var third = await desk.Register("第三方不会收到通知的报告", "110105194912310054", ("Input.Mail", "ding@example.com"));
        var consulted = await desk.Draft(third, "ThirdPartyConsultation", ("Input.Addressee", "示例乙"), ("Input.Points", "清单"));
        await desk.Seal(consulted);
        await desk.Serve(consulted, "ByHand");
        Assert.Contains("请告知申请人", (await (await desk.Sit(desk.Officer)).Open(third)).QuerySelector("[data-testid=tell-consultation]").Words());
        var told = await desk.Draft(third, "ConsultationNotice", ("Input.Found", "第三方"));
        await desk.Seal(told);
        await desk.Serve(told, "ByHand");
        await platform.Send();

        var mail = Assert.Single(platform.Post.Taken, mail => mail.To == "bing@example.com" && mail.Subject.Contains("有新的文书", StringComparison.Ordinal));
        Assert.Contains("前提交补正材料；无正当理由逾期不补正的，视为放弃申请。", mail.Body, StringComparison.Ordinal);
        mail = Assert.Single(platform.Post.Taken, mail => mail.To == "ding@example.com" && mail.Subject.Contains("有新的文书", StringComparison.Ordinal));
        Assert.Contains("政府信息公开申请征求意见告知书", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_served_electronically_who_did_not_choose_it()
    {
        var desk = await LetterDesk.Of(platform, "邮丁");
        var letter = await desk.Draft(await desk.Register("只要纸质的报告", "110105194912310062", ("Input.Mail", "wu@example.com")), "ExtensionNotice", ("Input.Days", "10"), ("Input.Reasons", "检索工作量较大"));
        await desk.Seal(letter);
        var (_, page) = await (await desk.Sit(desk.Clerk)).Press(letter, "登记送达", ("Input.By", "Electronically"));
        Assert.Contains("电子送达只能发到申请人指定的地址，请先与申请人确认，或者改用其他送达方式。", page.QuerySelector(".problem").Words());
    }

    [Fact]
    public async Task Who_confirms_a_request_by_hand_tells_its_applicant_and_what_nobody_confirms_the_program_does()
    {
        Guid mine = default, entered = default;
        platform.Day(2026, 9, 28);
        await platform.In(async store =>
        {
            var agency = await store.Agencies.Where(one => one.Code == "zjj").Select(one => one.Id).SingleAsync(Cancelled);
            foreach (var hand in (Hand[])[new(null, Confirming.Applicant, ""), Hand.Program])
            {
                var act = new Act(new("test.prepared", "测试准备"), hand, platform.Moment, agency);
                CaseFile file = null!;
                await store.Write(act, async () => file = await store.TakeIn(new()
                {
                    Agency = agency, Channel = Channel.Internet, Kind = ApplicantKind.Person, Submitted = new(2026, 9, 28), MaskedName = "示*", Wanted = new() { Name = "无人确认的申请" },
                    Applicant = id => new() { RequestId = id, Name = new("sealed"), Paper = IdentityPaper.ResidentCard },
                }, act));
                if (hand.Name == Confirming.Applicant) mine = file.Request.Id;
                else entered = file.Request.Id;
            }
        });
        var clerk = await platform.Officer("登记认", Rules.Access.Role.Registrar);
        platform.Day(2026, 9, 29);
        platform.Hour(17, 59);
        Assert.Null((await Confirm(mine)).ReceivedOn);
        platform.Hour(18);
        var request = await Confirm(mine);
        Assert.Equal((new DateOnly(2026, 9, 29), true, Stage.Handling), (request.ReceivedOn, request.ConfirmedByProgram, request.Stage));
        // What a clerk entered came by another way; with that applicant somebody has to speak.
        Assert.Null((await Confirm(entered)).ReceivedOn);
        var desk = await platform.Sit(clerk);
        Assert.Contains("系统已自动确认收到。请马上分办。", (await desk.Open($"/office/requests/{request.Handle}")).QuerySelector("[data-testid=confirmed-by-program]").Words());
        Assert.Contains("逾期未确认，系统已自动确认，待分办", (await desk.Open("/office/")).QuerySelector("main").Words());
        await platform.In(async store => Assert.Equal(1, await store.Notices.CountAsync(notice => notice.AccountId == clerk.Id && notice.Text.Contains($"申请 {request.Number} 没有按时确认收到"), Cancelled)));
    }

    async Task<InformationRequest> Confirm(Guid id)
    {
        InformationRequest found = null!;
        await platform.In(async store =>
        {
            await new Gongkai.App.Office.Requests.Letters.OverdueConfirmations(platform.Services.GetRequiredService<IServiceScopeFactory>()).Do(store, platform.Moment, Cancelled);
            found = await store.Requests.AsNoTracking().SingleAsync(one => one.Id == id, Cancelled);
        });
        return found;
    }
}
