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
using Gongkai.Rules.Access;
using Gongkai.Rules.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.App.Tests.Office.Requests;

/// <summary>Partial disclosure without script: marks, the file that goes out, and every road on which the original could.</summary>
[Collection(Workshop.Line)]
public sealed class RedactionPageTests(RequestPlatform platform) : IClassFixture<RequestPlatform>
{
    const string Secret = "SECRETNAME-7Q4X9", Number = "11010519491231002X", Open = "OPENWORD";

    static readonly (string, string)[] Line = [("Input.Left", "１５"), ("Input.Top", "45"), ("Input.Width", "60"), ("Input.Height", "8")];

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    static byte[] Two { get; } = SamplePdf.Of([Secret, Open, $"ID {Number}"], ["second " + Open]);

    [Fact]
    public async Task A_file_is_covered_released_and_served_and_the_original_reaches_the_applicant_on_no_road()
    {
        var (one, code, officer, clerk) = await Case();
        var handler = await platform.Sit(officer);
        var file = await Begin(handler, one, "张三档案.pdf", Two);
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

        page = await Release(handler, file);
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
        await Release(handler, file);
        platform.Later();
        (_, draft) = await handler.Press(file, "附到文书");
        Assert.Equal(2, draft.QuerySelectorAll(".attached").Length);

        // The original is not let onto the letter, under whatever name.
        using (var sent = await Upload(handler, letter, "Attach", "改名.pdf", Two)) Assert.Contains("这是正在区分处理的原件，不能随文书送出", (await sent.Html()).QuerySelector(".problem").Words());
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
        await Approve(letter, officer, clerk, async () => Assert.Contains("已经随签发的文书定稿", (await (await platform.Sit(officer)).Open(file)).QuerySelector("main").Words()));
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

    [Fact]
    public async Task A_word_that_stands_elsewhere_is_a_leak_until_it_is_covered_or_may_stay()
    {
        var (one, _, officer, _) = await Case();
        var handler = await platform.Sit(officer);
        var file = await Begin(handler, one, "a.pdf", SamplePdf.Of([Secret, Open], ["again " + Secret]));
        await handler.Press(file, "加这一处", Line);
        var page = await Release(handler, file);
        Assert.Contains("第 1 处遮盖的文字在第 2 页别处仍能看到或复制，请一并遮盖，或确认可以保留。", page.QuerySelector("[data-testid=leaks]").Words());
        Assert.Null(page.QuerySelector("[data-testid=released]"));
        var own = Handle.Parse(file[(file.LastIndexOf('/') + 1)..], null);
        await platform.In(async store =>
        {
            var redaction = await store.CaseRedactions.SingleAsync(one => one.Handle == own, Cancelled);
            Assert.Equal(0, await store.Files.CountAsync(one => one.OwnerId == redaction.Id, Cancelled));
            Assert.Contains("检查没有通过，没有生成公开版", (await store.Notices.OrderByDescending(notice => notice.At).FirstAsync(notice => notice.AccountId == officer.Id, Cancelled)).Text);
        });
        Assert.DoesNotContain("附到文书", page.QuerySelector("main").Words(), StringComparison.Ordinal);

        platform.Later();
        foreach (var word in (string[])[Secret, "SECRETNAME", "7Q4X9"]) await handler.Press(file, "可以保留", ("Input.Word", word));
        page = await Release(handler, file);
        Assert.Contains("● 公开版可用", page.QuerySelector("[data-testid=state]").Words());
    }

    [Fact]
    public async Task What_is_said_of_a_mark_may_not_tell_what_is_covered()
    {
        var (one, _, officer, _) = await Case();
        var handler = await platform.Sit(officer);
        var file = await Begin(handler, one, "a.pdf", Two);
        await handler.Press(file, "加这一处", [.. Line, ("Input.Note", "姓名 SecretName-7Q4X9")]);
        var page = await Release(handler, file);
        Assert.Contains("第 1 处遮盖（第 1 页）的说明里写了被遮盖的内容", page.QuerySelector("[data-jobs]").Words());
    }

    [Fact]
    public async Task A_node_that_dies_in_the_middle_leaves_nothing_and_another_does_it_once()
    {
        var (one, _, officer, _) = await Case();
        var handler = await platform.Sit(officer);
        var file = await Begin(handler, one, "a.pdf", Two);
        await handler.Press(file, "加这一处", Line);
        await handler.Press(file, "生成公开版");
        Job held = null!;
        await platform.In(async store => held = (await store.Claim([ReleaseWork.Kind], "dead", platform.Services.GetRequiredService<TimeProvider>().GetUtcNow(), JobWorker.Lease))!);
        var page = await handler.Open(file);
        Assert.Contains("◐ 进行中", page.QuerySelector("[data-jobs]").Words());
        // Nobody orders the same twice.
        Assert.DoesNotContain(page.QuerySelectorAll("button"), button => button.Words() == "生成公开版");
        platform.Later();
        await platform.WorkOff();
        await platform.In(async store =>
        {
            Assert.Equal(JobState.Done, (await store.Jobs.SingleAsync(job => job.Id == held.Id, Cancelled)).State);
            var own = Handle.Parse(file[(file.LastIndexOf('/') + 1)..], null);
            var redaction = await store.CaseRedactions.SingleAsync(one => one.Handle == own, Cancelled);
            Assert.Equal(1, await store.CaseReleases.CountAsync(release => release.RedactionId == redaction.Id, Cancelled));
        });
        Assert.Contains("● 公开版可用", (await handler.Open(file)).QuerySelector("[data-testid=state]").Words());
    }

    [Fact]
    public async Task Of_two_who_mark_at_once_the_second_is_told_and_keeps_what_was_typed()
    {
        var (one, _, officer, _) = await Case();
        var handler = await platform.Sit(officer);
        var file = await Begin(handler, one, "a.pdf", Two);
        var before = await handler.Open(file);
        platform.Later();
        await handler.Press(file, "加这一处", Line);
        var (_, page) = await handler.Press(file + "?page=1", before, "加这一处", [.. Line, ("Input.Note", "住址")]);
        Assert.Contains("已更新此件", page.QuerySelector(".problem").Words());
        Assert.Equal(("住址", "15"), (page.QuerySelector("#add-note")!.GetAttribute("value"), page.QuerySelector("#add-Left")!.GetAttribute("value")));
        Assert.Equal("1", page.QuerySelector("[data-testid=places]").Words());

        // Then the same once more is taken; what is moved, and what is taken away, is asked for its state too.
        (_, page) = await handler.Press(file, page, "加这一处");
        Assert.Equal("2", page.QuerySelector("[data-testid=places]").Words());
        var old = page.QuerySelector("form[data-mark]")!;
        var fields = old.Fields();
        platform.Later();
        await handler.Browser.PostAsync(old.QuerySelector("[formaction]")!.GetAttribute("formaction"), new FormUrlEncodedContent(fields), Cancelled);
        using var gone = await handler.Browser.PostAsync(old.GetAttribute("action"), new FormUrlEncodedContent(fields), Cancelled);
        Assert.Contains("这一处已经由别人取消", (await gone.Html()).QuerySelector(".problem").Words());
    }

    [Fact]
    public async Task What_is_typed_wrong_is_said_beside_it_and_what_cannot_be_covered_is_refused_in_a_sentence()
    {
        var (one, _, officer, _) = await Case();
        var handler = await platform.Sit(officer);
        foreach (var (name, bytes, words) in new (string, byte[], string)[]
        {
            ("a.pdf", "%PDF-1.4\nnothing\n%%EOF"u8.ToArray(), "请"),
            ("b.txt", "text"u8.ToArray(), "PDF"),
            ("c.pdf", System.Text.Encoding.Latin1.GetBytes(System.Text.Encoding.Latin1.GetString(Two).Replace("/Root 1 0 R", "/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /O (1) /U (2) /P 0 >>", StringComparison.Ordinal)), "密码"),
        })
            using (var sent = await Upload(handler, $"{one}/redactions/new", null, name, bytes)) Assert.Contains(words, (await sent.Html()).QuerySelector(".problem").Words());
        var (_, page) = await handler.Press($"{one}/redactions/new", "打开");
        Assert.Contains("请选择一份案件材料，或者上传要公开的文件", page.QuerySelector(".problem").Words());

        var file = await Begin(handler, one, "a.pdf", Two);
        (_, page) = await handler.Press(file, "加这一处", ("Input.Left", "900"), ("Input.Top", "10"), ("Input.Width", "5"), ("Input.Height", "5"), ("Input.Note", "住址"));
        Assert.Contains("这个位置不在页面上；本页宽 210 毫米、高 297 毫米", page.QuerySelector(".problem").Words());
        Assert.Equal("住址", page.QuerySelector("#add-note")!.GetAttribute("value"));
        (_, page) = await handler.Press(file, "查找并遮盖", ("Input.Text", "nowhere"));
        Assert.Contains("没有找到这些文字", page.QuerySelector(".problem").Words());
        Assert.Contains("还没有标出要遮盖的地方", page.QuerySelector("main").Words());
        // The law names no other ground.
        using var invented = await handler.Browser.PostAsync($"{file}?handler=Add", new FormUrlEncodedContent([.. (await handler.Open(file)).QuerySelector("form[data-add]")!.Fields([.. Line, ("Input.Ground", "99")])]), Cancelled);
        Assert.Contains("“99”看不懂", (await invented.Html()).QuerySelector(".problem").Words());
    }

    [Fact]
    public async Task Whoever_does_not_handle_the_case_finds_nothing_and_the_restricted_is_as_if_it_were_not()
    {
        var (one, _, officer, clerk) = await Case();
        var handler = await platform.Sit(officer);
        var file = await Begin(handler, one, "a.pdf", Two);
        var stranger = new Clerk(await platform.As(Role.Handler, "cgj"));
        foreach (var path in (string[])[file, $"{file}/list", $"{file}/pages/1", $"{file}/covered/1", $"{one}/redactions/new"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(path)).StatusCode);
            Assert.Equal(HttpStatusCode.Redirect, (await platform.Visitor().GetAsync(path, Cancelled)).StatusCode);
        }
        foreach (var page in (string[])["0", "3", "-1", "x", "99999999999"]) Assert.Equal(HttpStatusCode.NotFound, (await handler.Get($"{file}/pages/{page}")).StatusCode);
        // Who registers sees the case, and not this.
        Assert.NotEqual(HttpStatusCode.OK, (await (await platform.Sit(clerk)).Get(file)).StatusCode);

        var own = Handle.Parse(one[(one.LastIndexOf('/') + 1)..], null);
        await platform.In(async store =>
        {
            var request = await store.Requests.SingleAsync(request => request.Handle == own, Cancelled);
            request.Restricted = true;
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now, request.AgencyId));
        });
        var sees = Permission.SeeRestrictedRequests.Holders().Contains(Role.Handler);
        Assert.Equal(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await handler.Get(file)).StatusCode);
        Assert.Equal(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await handler.Get($"{file}/pages/1")).StatusCode);
    }

    async Task<(string One, string Code, Account Officer, Account Clerk)> Case()
    {
        platform.Later();
        var house = await platform.MakeDepartment($"房屋科{Handle.Next().ToString()[..6]}");
        var (clerk, officer) = (await platform.Officer("登记乙", Role.Registrar), await platform.Officer("承办乙", Role.Handler, house.Id));
        var desk = await platform.Sit(clerk);
        var (path, page) = await desk.Press("/office/requests/register", "登记", [.. RequestPlatform.Paper($"鉴定报告{Handle.Next()}"), ("Input.Arrived", platform.Today)]);
        var code = page.QuerySelector("[data-testid=code]").Words();
        var one = path[..^"/receipt".Length];
        platform.Later();
        await desk.Press(one, "分办", ("Input.Department", house.Handle.ToString()), ("Input.Until", platform.Today));
        platform.Later();
        await (await platform.Sit(officer)).Press(one, "签收");
        platform.Later();
        return (one, code, officer, clerk);
    }

    static async Task<string> Begin(Clerk handler, string one, string name, byte[] bytes)
    {
        using var answer = await Upload(handler, $"{one}/redactions/new", null, name, bytes);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, (await answer.Html()).QuerySelector(".problem").Words());
        return answer.Headers.Location!.ToString();
    }

    static async Task<HttpResponseMessage> Upload(Clerk handler, string path, string? button, string name, byte[] bytes)
    {
        var page = await handler.Open(path);
        var form = page.QuerySelectorAll("form").Single(form => form.QuerySelector("input[type=file]") is not null && (button is null ? form.QuerySelector("button")!.Words() == "打开" : form.GetAttribute("action")!.Contains($"handler={button}", StringComparison.Ordinal)));
        var content = new MultipartFormDataContent();
        foreach (var (field, value) in form.Fields()) content.Add(new StringContent(value), field);
        content.Add(new ByteArrayContent(bytes), "Input.File", name);
        return await handler.Browser.PostAsync(form.GetAttribute("action") is { Length: > 0 } action ? action : path, content, Cancelled);
    }

    async Task<IDocument> Release(Clerk handler, string file)
    {
        var (_, page) = await handler.Press(file, "生成公开版");
        Assert.Contains("○ 排队中", page.QuerySelector("[data-jobs]").Words());
        await platform.WorkOff();
        return await handler.Open(file);
    }

    async Task Approve(string letter, Account officer, Account clerk, Func<Task> signed)
    {
        var series = await platform.MakeSeries($"答复{Handle.Next()}", $"公开{Handle.Next().ToString()[..4]}", "");
        (Account, string, (string, string)[])[] steps =
        [
            (officer, "送审", []), (await platform.Officer("审核乙", Role.Reviewer), "通过", []), (await platform.Officer("法制乙", Role.Legal), "通过", []), (await platform.Officer("局长乙", Role.Leader), "签发", []),
            (clerk, "编号并生成文书", [("Input.Series", series.Handle.ToString())]), (clerk, "登记用印", [("Input.SealName", "公开专用章"), ("Input.Copies", "1")]), (clerk, "登记送达", [("Input.By", "ByHand")]),
        ];
        foreach (var (who, button, fields) in steps)
        {
            platform.Later();
            var (_, page) = await (await platform.Sit(who)).Press(letter, button, fields);
            Assert.True(page.QuerySelector(".problem") is null, $"{button}: {page.QuerySelector(".problem").Words()}");
            if (button is "签发") await signed();
        }
    }
}
