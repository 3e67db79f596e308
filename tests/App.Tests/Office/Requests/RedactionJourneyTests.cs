using System.Net;
using AngleSharp.Dom;
using Gongkai.App.Office.Jobs;
using Gongkai.App.Office.Redactions;
using Gongkai.App.Tests.Accounts;
using Gongkai.App.Tests.Office.Works;
using Gongkai.App.Tests.Requests;
using Gongkai.Documents.Redaction;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Records.Files;
using Gongkai.Records.Jobs;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Letters;
using Gongkai.Rules.Access;
using Gongkai.Rules.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.App.Tests.Office.Requests;

/// <summary>Partial disclosure from the first mark to the applicant's download: the original goes out on no road.</summary>
[Collection(Workshop.Line)]
public sealed class RedactionJourneyTests(RequestPlatform platform) : IClassFixture<RequestPlatform>
{
    const string Secret = "SECRETNAME-7Q4X9", Number = "11010519491231002X", Open = "OPENWORD";

    static readonly (string, string)[] Line = [("Input.Left", "１５"), ("Input.Top", "45"), ("Input.Width", "60"), ("Input.Height", "8")];

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    static byte[] Two { get; } = SamplePdf.Of([Secret, Open, $"ID {Number}"], ["second " + Open]);

    [Fact]
    public async Task A_file_is_covered_released_and_served_and_the_original_reaches_the_applicant_on_no_road()
    {
        var (one, code, officer, clerk) = await platform.Case();
        var handler = await platform.Sit(officer);
        var file = await handler.Begin( one, "张三档案.pdf", Two);
        var number = (await handler.Open(one)).QuerySelector("h1").Words()["申请 ".Length..];

        // By its place, with wide digits; the number is offered; the rest is found.
        var (_, page) = await handler.Press(file, "加这一处", [.. Line, ("Input.Note", "姓名")]);
        Assert.Equal("1", page.QuerySelector("[data-testid=places]").Words());
        Assert.Contains($"身份证号 {Number}", page.QuerySelector("[aria-labelledby=tishi]").Words());
        (_, page) = await handler.Press(file, "遮盖");
        Assert.Null(page.QuerySelector("[aria-labelledby=tishi]"));
        Assert.Equal("2", page.QuerySelector("[data-testid=places]").Words());

        // The page as it is and as it will be are pictures that nobody keeps.
        var (shown, covered) = (await handler.Get(page.QuerySelector(".redact-sheet img")!.GetAttribute("src")!), await handler.Get($"{file}/covered/1"));
        Assert.Equal("image/png", shown.Content.Headers.ContentType!.MediaType);
        Assert.True(shown.Headers.CacheControl is { NoStore: true, Private: true });
        Assert.NotEqual(await shown.Content.ReadAsByteArrayAsync(Cancelled), await covered.Content.ReadAsByteArrayAsync(Cancelled));

        // Its owner has been asked.
        var asked = Handle.Parse(one[(one.LastIndexOf('/') + 1)..], null);
        await platform.In(async store =>
        {
            var opened = (await store.CaseFile(asked))!;
            var (act, on) = (new Act(new("test.prepared", "测试准备"), Hand.Program, platform.Now, opened.Request.AgencyId), opened.Request.ReceivedOn!.Value);
            opened.Add(new CaseFact.Consulted(on, 1, Consultee.ThirdParty), act);
            opened.Add(new CaseFact.ConsultationReached(on, 1), act);
            opened.Add(new CaseFact.ConsultationAnswered(on, 1, Stance.ObjectsWithReason), act);
            await store.Save(act);
        });
        // A letter that is drafted first cannot be handed in without what goes out.
        var (letter, draft) = await handler.Press($"{one}/letters/new?kind=PartlyGranted", "保存草稿", ("Input.Withheld[0].What", "姓名"), ("Input.Withheld[0].Reasons", "涉及个人隐私"), ("Input.Provision", "随函寄送复制件"));
        Assert.Contains("还没有附上公开版", draft.QuerySelector("[data-testid=fault]").Words());
        (_, draft) = await handler.Press(letter, "送审");
        Assert.Contains("请先生成公开版并附到这份文书", draft.QuerySelector(".problem").Words());

        page = await platform.Release(handler, file);
        Assert.Contains("● 公开版可用", page.QuerySelector("[data-testid=state]").Words());
        // The name of the original says what is in it; that of what goes out does not.
        Assert.StartsWith($"公开文件（{number}）.pdf", page.QuerySelector("[data-testid=released]").Words(), StringComparison.Ordinal);
        var released = await (await handler.Get(page.QuerySelector("[data-testid=released] a")!.GetAttribute("href")!)).Content.ReadAsByteArrayAsync(Cancelled);
        Assert.True(LeakCheck.Search(released, [Secret, Number], Platform.Now).IsClean);
        Assert.False(LeakCheck.Search(released, [Open], Platform.Now).IsClean);
        Assert.Contains("没有发现被遮盖的内容，可以公开", (await handler.Open(file + "/list")).QuerySelector("[data-testid=certificate]").Words());

        (var at, draft) = await handler.Press(file, "附到文书");
        Assert.Equal(letter, at);
        Assert.Null(draft.QuerySelector("[data-testid=fault]"));
        Assert.Contains($"遮盖清单（{number}）.docx", draft.QuerySelector("main").Words());

        // A mark that changes makes it stale, here and at the desk of whoever approves.
        platform.Later();
        await handler.Press(file, "查找并遮盖", ("Input.Text", "second"), ("Input.Everywhere", "true"));
        Assert.Contains("附上的公开版已经过期", (await handler.Open(letter)).QuerySelector("[data-testid=fault]").Words());
        Assert.Contains("▲ 公开版已过期", (await handler.Open(file)).QuerySelector("[data-testid=state]").Words());
        (_, draft) = await handler.Press(letter, "送审");
        Assert.Contains("请重新生成并附上", draft.QuerySelector(".problem").Words());
        platform.Later();
        await platform.Release(handler, file);
        platform.Later();
        (_, draft) = await handler.Press(file, "附到文书");
        Assert.Equal(2, draft.QuerySelectorAll(".attached").Length);

        // The original is not let onto the letter, under whatever name.
        using (var sent = await handler.Upload( letter, "Attach", "改名.pdf", Two)) Assert.Contains("这是正在区分处理的原件，不能随文书送出", (await sent.Html()).QuerySelector(".problem").Words());
        // Not even where it got there by itself.
        var named = Handle.Parse(letter[(letter.LastIndexOf('/') + 1)..], null);
        await platform.In(async store =>
        {
            var source = await store.Files.SingleAsync(one => one.OwnerKind == RequestPapers.ToRelease && one.Name == "张三档案.pdf", Cancelled);
            var own = await store.CaseLetters.SingleAsync(one => one.Handle == named, Cancelled);
            var copy = StoredFile.Of(new(source.Hash, source.Size, null), "混入.pdf", "application/pdf", (CaseLetter.AttachmentKind, own.Id), own.AgencyId, Scan.NotConfigured, Platform.Now);
            store.Add(copy);
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now, own.AgencyId));
        });
        Assert.Contains("是正在区分处理的原件", (await handler.Open(letter)).QuerySelector("[data-testid=fault]").Words());
        (_, draft) = await handler.Press(letter, "送审");
        Assert.Contains("是正在区分处理的原件", draft.QuerySelector(".problem").Words());
        var detach = draft.QuerySelectorAll(".attached form").Single(form => form.TextContent.Contains("取下", StringComparison.Ordinal) && form.ParentElement!.TextContent.Contains("混入", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Redirect, (await handler.Browser.PostAsync(detach.GetAttribute("action"), new FormUrlEncodedContent(detach.Fields()), Cancelled)).StatusCode);

        // Once it is signed nothing of it changes any more, nor when it is served.
        await platform.Approve(letter, officer, clerk, async () => Assert.Contains("已经随签发的文书定稿", (await (await platform.Sit(officer)).Open(file)).QuerySelector("main").Words()));
        Assert.Contains("这件申请已经办结，不能再作区分处理。", (await (await platform.Sit(officer)).Open(file)).QuerySelector("main").Words());

        var visitor = platform.Visitor();
        await visitor.Ask(number, code);
        var links = (await (await visitor.GetAsync("/zfxxgk/ysqgk/cx/jd", Cancelled)).Html()).QuerySelectorAll("a[download]").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(3, links.Count);
        foreach (var link in links)
        {
            var given = await (await visitor.GetAsync(link, Cancelled)).Content.ReadAsByteArrayAsync(Cancelled);
            Assert.NotEqual(Two, given);
            Assert.True(LeakCheck.Search(given, [Secret, Number], Platform.Now).IsClean, link);
        }
        await platform.In(async store =>
        {
            var names = await store.Files.Where(one => one.Hash == Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Two))).ToListAsync(Cancelled);
            foreach (var original in names) Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/zfxxgk/ysqgk/cx/wj/{original.Handle}", Cancelled)).StatusCode);
            // The list says where and why, and nothing of what.
            var text = string.Join('\n', Gongkai.Documents.Templates.Letter.Text(await (await visitor.GetAsync(links[2], Cancelled)).Content.ReadAsByteArrayAsync(Cancelled)));
            Assert.Contains("个人隐私（条例第十五条）", text);
        });
        Assert.Contains("拟公开文件（原件，不对外提供）", (await (await platform.Sit(clerk)).Open(one + "/contents")).QuerySelector("main").Words());
    }
}
