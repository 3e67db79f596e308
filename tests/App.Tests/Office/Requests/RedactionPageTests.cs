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

/// <summary>Partial disclosure without script: marks, leaks, two at once, a node that dies, and who finds nothing.</summary>
[Collection(Workshop.Line)]
public sealed class RedactionPageTests(RequestPlatform platform) : IClassFixture<RequestPlatform>
{
    const string Secret = "SECRETNAME-7Q4X9", Number = "11010519491231002X", Open = "OPENWORD";

    static readonly (string, string)[] Line = [("Input.Left", "１５"), ("Input.Top", "45"), ("Input.Width", "60"), ("Input.Height", "8")];

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    static byte[] Two { get; } = SamplePdf.Of([Secret, Open, $"ID {Number}"], ["second " + Open]);

    [Fact]
    public async Task A_word_that_stands_elsewhere_is_a_leak_until_it_is_covered_or_may_stay()
    {
        var (one, _, officer, _) = await platform.Case();
        var handler = await platform.Sit(officer);
        var file = await handler.Begin( one, "a.pdf", SamplePdf.Of([Secret, Open], ["again " + Secret]));
        await handler.Press(file, "加这一处", Line);
        var page = await platform.Release(handler, file);
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
        page = await platform.Release(handler, file);
        Assert.Contains("● 公开版可用", page.QuerySelector("[data-testid=state]").Words());
    }

    [Fact]
    public async Task What_is_said_of_a_mark_may_not_tell_what_is_covered()
    {
        var (one, _, officer, _) = await platform.Case();
        var handler = await platform.Sit(officer);
        var file = await handler.Begin( one, "a.pdf", Two);
        await handler.Press(file, "加这一处", [.. Line, ("Input.Note", "姓名 SecretName-7Q4X9")]);
        var page = await platform.Release(handler, file);
        Assert.Contains("第 1 处遮盖（第 1 页）的说明里写了被遮盖的内容", page.QuerySelector("[data-jobs]").Words());
    }

    [Fact]
    public async Task A_node_that_dies_in_the_middle_leaves_nothing_and_another_does_it_once()
    {
        var (one, _, officer, _) = await platform.Case();
        var handler = await platform.Sit(officer);
        var file = await handler.Begin( one, "a.pdf", Two);
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
        var (one, _, officer, _) = await platform.Case();
        var handler = await platform.Sit(officer);
        var file = await handler.Begin( one, "a.pdf", Two);
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
        var (one, _, officer, _) = await platform.Case();
        var handler = await platform.Sit(officer);
        foreach (var (name, bytes, words) in new (string, byte[], string)[]
        {
            ("a.pdf", "%PDF-1.4\nnothing\n%%EOF"u8.ToArray(), "请"),
            ("b.txt", "text"u8.ToArray(), "PDF"),
            ("c.pdf", System.Text.Encoding.Latin1.GetBytes(System.Text.Encoding.Latin1.GetString(Two).Replace("/Root 1 0 R", "/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /O (1) /U (2) /P 0 >>", StringComparison.Ordinal)), "密码"),
        })
            using (var sent = await handler.Upload( $"{one}/redactions/new", null, name, bytes)) Assert.Contains(words, (await sent.Html()).QuerySelector(".problem").Words());
        var (_, page) = await handler.Press($"{one}/redactions/new", "打开");
        Assert.Contains("请选择一份案件材料，或者上传要公开的文件", page.QuerySelector(".problem").Words());

        var file = await handler.Begin( one, "a.pdf", Two);
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
        var (one, _, officer, clerk) = await platform.Case();
        var handler = await platform.Sit(officer);
        var file = await handler.Begin( one, "a.pdf", Two);
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
}
