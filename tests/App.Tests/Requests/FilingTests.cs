using System.Net;
using System.Text;
using Gongkai.App.Access;
using Gongkai.App.Portal.Requests;
using Gongkai.App.Tests.Accounts;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Records.Requests;
using Gongkai.Rules.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.App.Tests.Requests;

/// <summary>Filing a request without script, on both stores: nothing typed is lost, and one form is one request.</summary>
public sealed class FilingTests(Places places) : IClassFixture<Places>
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    static async Task<Node> Open((string Data, string Connection) place, Door.Hands? clock = null, params (string, string)[] settings)
    {
        var node = new Node(place.Data, place.Connection) { Demo = false, Clock = clock ?? new(), Told = settings };
        await node.In(async store =>
        {
            if (await store.Agencies.AnyAsync(Cancelled)) return;
            store.Add(new Agency { Code = "zjj", Name = "某区住房和城乡建设局" });
            store.Add(new Agency { Code = "jyj", Name = "某区教育局" });
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now));
        });
        return node;
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_form_becomes_one_request_whatever_is_clicked_and_whoever_restarts(bool postgres)
    {
        var place = places.New(postgres);
        string cookie;
        {
            await using var first = await Open(place);
            var visitor = first.Visitor();
            var begun = await visitor.Post("/zfxxgk/ysqgk/sq/1", [.. Applicant.Answers(1), ("do", "next")]);
            cookie = begun.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("gongkai-request=", StringComparison.Ordinal)).Split(';')[0];
            await visitor.Fill(2, 3);
        }

        // The platform starts anew in the middle: the form goes on where it was.
        await using var node = await Open(place);
        var applicant = node.Visitor();
        applicant.DefaultRequestHeaders.Add("Cookie", cookie);
        var kept = await (await applicant.GetAsync("/zfxxgk/ysqgk/sq/2", Cancelled)).Html();
        Assert.Equal(Applicant.Name, kept.QuerySelector("#Form_Name")!.GetAttribute("value"));
        Assert.Equal(Applicant.Phone, kept.QuerySelector("#Form_Phone")!.GetAttribute("value"));
        await applicant.Fill(4, 6);

        // Nothing is there before it is submitted, and the promise is asked for.
        await node.In(async store => Assert.Equal(0, await store.Requests.CountAsync(Cancelled)));
        Assert.Equal("请阅读并勾选承诺内容后提交", await (await applicant.Post("/zfxxgk/ysqgk/sq/qr")).Said());

        // Twice at once, and once more.
        var token = await applicant.Token("/zfxxgk/ysqgk/sq/qr");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => applicant.Send("/zfxxgk/ysqgk/sq/qr", token, ("Promise", "true"))));
        Assert.All(answers, answer => Assert.Equal("/zfxxgk/ysqgk/sq/cg", answer.Headers.Location?.OriginalString));
        Assert.Equal("/zfxxgk/ysqgk/sq/cg", (await applicant.Send("/zfxxgk/ysqgk/sq/qr", token, ("Promise", "true"))).Headers.Location!.OriginalString);
        var (number, code) = await applicant.Slip();
        Assert.Equal((number, code), await applicant.Slip());
        Assert.Equal("2026060100001", number);
        Assert.Equal(13, QueryCode.Read(code)!.Length);

        // Another browser gets nothing of it.
        Assert.Equal("/zfxxgk/ysqgk/", (await node.Visitor().GetAsync("/zfxxgk/ysqgk/sq/cg", Cancelled)).Headers.Location!.OriginalString);

        await node.In(async store =>
        {
            var request = await store.Requests.SingleAsync(Cancelled);
            Assert.Equal((ApplicantKind.Person, Channel.Internet, "阿依******"), (request.Kind, request.Channel, request.MaskedName));
            Assert.Equal(new DateOnly(2026, 6, 1), request.ReceivedOn);
            Assert.Equal(0, await store.RequestDrafts.CountAsync(Cancelled));
            Assert.Equal(1, await store.SubmittedForms.CountAsync(Cancelled));
            var person = await store.RequestApplicants.SingleAsync(Cancelled);
            var vault = node.Services.CreateScope().ServiceProvider.GetRequiredService<Vault>();
            Assert.Equal((Applicant.Name, Applicant.Number, Applicant.Mail), (vault.Read(person.Name), vault.Read(person.IdentityNumber!.Value), vault.Read(person.Mail!.Value)));
            // The mail says what the screen says; neither who it is nor, in the clear, the code.
            var mail = await store.Outbox.SingleAsync(Cancelled);
            Assert.Null(mail.Body);
            var words = vault.Read(mail.SealedBody!.Value);
            Assert.Contains($"申请编号：{number}\n查询码：{code}\n受理机关：某区住房和城乡建设局", words, StringComparison.Ordinal);
            Assert.DoesNotContain("阿依", words, StringComparison.Ordinal);
            Assert.DoesNotContain(Applicant.Number, words, StringComparison.Ordinal);
        });
        if (!postgres) AssertNothingInTheClear(place.Data, code);
    }

    // Not the number, the telephone, the address of mail, the code: in no file of the store.
    static void AssertNothingInTheClear(string data, string code)
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(data, "gongkai.db*"))
        {
            using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[open.Length];
            open.ReadExactly(bytes);
            foreach (var secret in (string[])[Applicant.Number, Applicant.Phone, Applicant.Mail, Applicant.Name, code, QueryCode.Read(code)!])
                Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, $"{Path.GetFileName(file)} holds {secret}");
        }
    }

    [Fact]
    public async Task A_form_whose_session_is_over_keeps_what_was_typed_and_is_sent_again()
    {
        await using var node = await Open(places.New(false));
        var visitor = node.Visitor();
        var answer = await visitor.Send("/zfxxgk/ysqgk/sq/2", "not ours", [.. Applicant.Answers(2), ("do", "next")]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.Html();
        Assert.Equal("页面停留时间过长，内容已为您保留。请点击“继续提交”", page.QuerySelector(".problem p").Words());
        Assert.Equal(Applicant.Name, page.QuerySelector("#Form_Name")!.GetAttribute("value"));
        Assert.Equal("继续提交", page.QuerySelector("form.apply .actions button").Words());
        await node.In(async store => Assert.Equal(0, await store.RequestDrafts.CountAsync(Cancelled)));
    }

    [Fact]
    public async Task What_is_wrong_stands_over_the_form_and_beside_the_field_in_the_same_words_and_nothing_is_cleared()
    {
        await using var node = await Open(places.New(false));
        var visitor = node.Visitor();
        var answer = await visitor.Post("/zfxxgk/ysqgk/sq/2", ("Form.Sort", "person"), ("Form.Paper", "ResidentCard"), ("Form.Name", "张甲"), ("Form.IdentityNumber", "110105194912310021"), ("Form.Phone", "０５７１"), ("do", "next"));
        var page = await answer.Html();
        Assert.StartsWith("错误：申请人信息_", page.Title, StringComparison.Ordinal);
        Assert.Equal(["身份证号校验未通过，请对照证件检查，最后一位可能是 X", "请填写可以联系到您的电话，手机或座机均可，例如 0571-8888××××（座机请带区号）"], page.QuerySelectorAll(".problem li").Select(problem => problem.Words()));
        foreach (var link in page.QuerySelectorAll(".problem li a"))
        {
            var field = page.QuerySelector(link.GetAttribute("href")!)!;
            Assert.Equal("true", field.GetAttribute("aria-invalid"));
            Assert.Contains(field.GetAttribute("aria-describedby")!.Split(' '), id => page.GetElementById(id).Words() == $"错误：{link.Words()}");
        }
        Assert.Equal("０５７１", page.QuerySelector("#Form_Phone")!.GetAttribute("value"));

        // A caution is told once, and does not stop anybody.
        var told = await (await visitor.Post("/zfxxgk/ysqgk/sq/3", ("Form.WantedName", "房子"), ("do", "next"))).Html();
        Assert.Equal(ApplicationForm.TooShort, told.QuerySelector(".caution li").Words());
        var seen = told.QuerySelector("input[name=Seen]")!.GetAttribute("value")!;
        Assert.Equal("/zfxxgk/ysqgk/sq/4", (await visitor.Post("/zfxxgk/ysqgk/sq/3", ("Form.WantedName", "房子"), ("Seen", seen), ("do", "next"))).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Proofs_are_sealed_bound_to_their_draft_and_go_with_the_request()
    {
        var place = places.New(false);
        await using var node = await Open(place);
        var visitor = node.Visitor();
        await visitor.Fill(1, 4);
        var png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        var refused = await visitor.Upload("/zfxxgk/ysqgk/sq/5", ("Form.ProofBy", "upload"), ("notes.txt", "身份证明"u8.ToArray()));
        Assert.Equal("“notes.txt”为 TXT 格式，仅支持 JPG、PNG、PDF，请转换后上传。", await refused.Said());
        var large = await visitor.Upload("/zfxxgk/ysqgk/sq/5", ("Form.ProofBy", "upload"), ("big.jpg", new byte[11 * 1024 * 1024]));
        Assert.StartsWith("“big.jpg”有 11 MB，单个文件不超过 10 MB", await large.Said(), StringComparison.Ordinal);
        Assert.Equal("/zfxxgk/ysqgk/sq/6", (await visitor.Upload("/zfxxgk/ysqgk/sq/5", ("Form.ProofBy", "upload"), ("正面.png", png))).Headers.Location?.OriginalString);

        // Another browser sees nothing of it.
        Assert.Empty((await (await node.Visitor().GetAsync("/zfxxgk/ysqgk/sq/5", Cancelled)).Html()).QuerySelectorAll(".sent li"));
        await visitor.Fill(6, 6);
        await visitor.Submit();
        await node.In(async store =>
        {
            var file = await store.Files.SingleAsync(Cancelled);
            Assert.Equal((RequestFiles.Proof, (await store.Requests.SingleAsync(Cancelled)).Id, "正面.png"), (file.OwnerKind, file.OwnerId, file.Name));
            Assert.NotNull(file.Key);
            Assert.NotEmpty(node.Files.Read(file));
        });
        Assert.All(Directory.EnumerateFiles(Path.Combine(place.Data, "files"), "*", SearchOption.AllDirectories), path => Assert.True(File.ReadAllBytes(path).AsSpan().IndexOf("IHDR"u8) < 0));
    }

    [Fact]
    public async Task What_was_checked_is_what_is_filed_also_where_another_window_changed_it()
    {
        await using var node = await Open(places.New(false));
        var visitor = node.Visitor();
        await visitor.Fill();
        var check = await (await visitor.GetAsync("/zfxxgk/ysqgk/sq/qr", Cancelled)).Html();
        await visitor.Post("/zfxxgk/ysqgk/sq/3", ("Form.WantedName", "2024年幸福路14号危险房屋鉴定报告"), ("do", "next"));
        var answer = await Office.Forms.Send(visitor, check, "/zfxxgk/ysqgk/sq/qr", "form.apply", ("Promise", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var again = await answer.Html();
        Assert.Contains(again.QuerySelectorAll(".problem li"), problem => problem.Words() == Check.Changed);
        Assert.Contains("幸福路14号", again.Body!.TextContent, StringComparison.Ordinal);
        await node.In(async store => Assert.Equal(0, await store.Requests.CountAsync(Cancelled)));

        Assert.Equal("/zfxxgk/ysqgk/sq/cg", (await Office.Forms.Send(visitor, again, "/zfxxgk/ysqgk/sq/qr", "form.apply", ("Promise", "true"))).Headers.Location?.OriginalString);
        await node.In(async store => Assert.StartsWith("2024年", (await store.Requests.SingleAsync(Cancelled)).Wanted.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_page_asks_the_same_and_another_request_keeps_the_applicant()
    {
        await using var node = await Open(places.New(false));
        var visitor = node.Visitor();
        var empty = await visitor.Post("/zfxxgk/ysqgk/sq/yb", ("Form.Matter", "information"), ("Form.Sort", "body"), ("do", "next"));
        Assert.Equal(11, (await empty.Html()).QuerySelectorAll(".problem li").Length);
        var all = Enumerable.Range(1, 6).SelectMany(Applicant.Answers).ToArray();
        Assert.Equal("/zfxxgk/ysqgk/sq/qr", (await visitor.Post("/zfxxgk/ysqgk/sq/yb", [.. all, ("do", "next")])).Headers.Location?.OriginalString);
        await visitor.Submit();
        var (first, _) = await visitor.Slip();

        Assert.Equal("/zfxxgk/ysqgk/sq/3", (await visitor.Fill("/zfxxgk/ysqgk/sq/cg", "form[action$='zx']")).Headers.Location?.OriginalString);
        await visitor.Fill(3, 3);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Fill("/zfxxgk/ysqgk/sq/5", "form.apply", ("Form.ProofBy", "post"), ("do", "next"))).StatusCode);
        await visitor.Submit();
        var (second, _) = await visitor.Slip();
        Assert.Equal(("2026060100001", "2026060100002"), (first, second));
        await node.In(async store => Assert.Single(await store.Requests.Select(request => request.IdentityMark).Distinct().ToListAsync(Cancelled)));
    }

    [Fact]
    public async Task An_office_that_confirms_by_hand_leaves_the_day_of_receipt_open()
    {
        await using var node = await Open(places.New(false), null, ("Requests:ConfirmedByOffice:0", "zjj"));
        var visitor = node.Visitor();
        await visitor.File();
        var page = await (await visitor.GetAsync("/zfxxgk/ysqgk/sq/cg", Cancelled)).Html();
        Assert.Contains("最迟 2026年6月2日：机关与您确认收到，确认之日为收到申请之日（《条例》第三十一条）；到这一天 18:00 还没有确认的，系统自动确认，这一天为收到申请之日。", page.QuerySelector("ol.next").Words(), StringComparison.Ordinal);
        await node.In(async store => Assert.Equal((null, Stage.Submitted), await store.Requests.SingleAsync(Cancelled) is var request ? (request.ReceivedOn, request.Stage) : default));
    }

    [Fact]
    public async Task A_flood_from_one_place_waits_or_computes_and_is_never_turned_away()
    {
        var clock = new Door.Hands();
        await using var node = await Open(places.New(false), clock, ("Requests:FreeSubmissions", "1"), ("Requests:PuzzleBits", "8"));
        await node.Visitor().File();

        var waiting = node.Visitor();
        await waiting.Fill();
        var page = await (await waiting.Submit()).Html();
        Assert.StartsWith("从您所在的网络提交的申请较多。请等 30 秒，再点一次“提交申请”", page.QuerySelector(".caution p").Words(), StringComparison.Ordinal);
        var puzzle = page.QuerySelector("input[name=puzzle]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.OK, (await waiting.Post("/zfxxgk/ysqgk/sq/qr", ("Promise", "true"), ("puzzle", puzzle))).StatusCode);
        clock.Move(TimeSpan.FromSeconds(30));
        Assert.Equal("/zfxxgk/ysqgk/sq/cg", (await waiting.Post("/zfxxgk/ysqgk/sq/qr", ("Promise", "true"), ("puzzle", puzzle))).Headers.Location?.OriginalString);

        // A browser with script solves it at once; what was given for another draft is worth nothing.
        var solving = node.Visitor();
        await solving.Fill();
        Assert.Equal(HttpStatusCode.OK, (await solving.Post("/zfxxgk/ysqgk/sq/qr", ("Promise", "true"), ("puzzle", puzzle))).StatusCode);
        var own = (await (await solving.GetAsync("/zfxxgk/ysqgk/sq/qr", Cancelled)).Html()).QuerySelector("input[name=puzzle]")!.GetAttribute("value")!;
        var nonce = Enumerable.Range(0, int.MaxValue).First(n => System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes($"{own}:{n}"))[0] == 0);
        Assert.Equal("/zfxxgk/ysqgk/sq/cg", (await solving.Post("/zfxxgk/ysqgk/sq/qr", ("Promise", "true"), ("puzzle", own), ("answer", $"{nonce}"))).Headers.Location?.OriginalString);
    }
}
