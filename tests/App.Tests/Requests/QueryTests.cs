using System.Net;
using System.Text;
using Gongkai.App.Portal.Requests;
using Gongkai.App.Tests.Accounts;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Records.Files;
using Gongkai.Records.Organizations;
using Gongkai.Records.Requests;
using Gongkai.Rules.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.App.Tests.Requests;

/// <summary>Following a case by number and code: what its applicant may do, and that nobody else learns anything (reliability.md S2, AC-01 … AC-05), on both stores.</summary>
public sealed class QueryTests(Places places) : IClassFixture<Places>
{
    static readonly DateOnly Today = new(2026, 6, 1);

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    static async Task<Node> Open((string Data, string Connection) place, Door.Hands? clock = null)
    {
        var node = new Node(place.Data, place.Connection) { Demo = false, Clock = clock ?? new() };
        await node.In(async store =>
        {
            if (await store.Agencies.AnyAsync(Cancelled)) return;
            store.Add(new Agency { Code = "zjj", Name = "某区住房和城乡建设局" });
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now));
        });
        return node;
    }

    static Task Happens(Node node, string number, params CaseFact[] facts) => node.In(async store =>
    {
        var file = await store.FileOf(await store.Requests.SingleAsync(request => request.Number == number, Cancelled));
        var act = new Act(new("test.happened", "测试"), new(null, "李承办", "本机"), node.Clock.GetUtcNow(), file.Request.AgencyId);
        foreach (var fact in facts) file.Add(fact, act, "内部意见，不给申请人看");
        await store.Save(act);
    });

    [Theory, InlineData(false), InlineData(true)]
    public async Task Tries_are_counted_on_all_nodes_and_the_answer_never_tells_whether_there_is_such_a_request(bool postgres)
    {
        var place = places.New(postgres);
        var clock = new Door.Hands();
        await using var one = await Open(place, clock);
        await using var two = await Open(place, clock);
        var (number, code) = await one.From("10.1.0.1").File();
        const string Missing = "2026060109999";

        // The same status, headers, length and words, whether the number exists or not.
        var there = await one.From("10.1.0.2").Ask(number, "AAAA-AAAAA-AAAA");
        var nowhere = await one.From("10.1.0.3").Ask(Missing, "AAAA-AAAAA-AAAA");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (there.StatusCode, nowhere.StatusCode));
        Assert.Equal(there.Headers.Select(Shape), nowhere.Headers.Select(Shape));
        var (first, second) = (await there.Content.ReadAsStringAsync(Cancelled), await nowhere.Content.ReadAsStringAsync(Cancelled));
        Assert.Equal(first.Length, second.Length);
        Assert.Equal(WithoutTokens(first, number), WithoutTokens(second, Missing));
        Assert.Equal(CaseDoor.Refused, await there.Said());

        // Five from one source on both nodes together; then the right code is refused there too, in the same words, and opens elsewhere.
        for (var i = 0; i < 5; i++) Assert.Equal(CaseDoor.Refused, await (await (i % 2 == 0 ? one : two).From("10.2.0.1").Ask(number, $"AAAA-AAAAA-AAA{i}")).Said());
        Assert.Equal(CaseDoor.Refused, await (await two.From("10.2.0.1").Ask(number, code)).Said());
        Assert.Equal("/zfxxgk/ysqgk/cx/jd", (await two.From("10.2.0.2").Ask(number, code)).Headers.Location?.OriginalString);

        // Ten for one number from everywhere; the pause ends after a quarter of an hour.
        for (var i = 0; i < 10; i++) await one.From($"10.3.0.{i}").Ask(number, "BBBB-BBBBB-BBBB");
        Assert.Equal(CaseDoor.Refused, await (await one.From("10.3.1.1").Ask(number, code)).Said());
        clock.Move(TimeSpan.FromMinutes(15));
        Assert.Equal("/zfxxgk/ysqgk/cx/jd", (await one.From("10.3.1.1").Ask(number, code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal))).Headers.Location?.OriginalString);

        // Thirty from one source for whatever numbers.
        for (var i = 0; i < 30; i++) await two.From("10.4.0.1").Ask($"20260601{i:00000}", "AAAA-AAAAA-AAAA");
        Assert.Equal(CaseDoor.Refused, await (await two.From("10.4.0.1").Ask(number, code)).Said());
        Assert.Equal("/zfxxgk/ysqgk/cx/jd", (await two.From("10.4.0.2").Ask(number, code)).Headers.Location?.OriginalString);
    }

    static (string, string) Shape(KeyValuePair<string, IEnumerable<string>> header) => (header.Key, header.Key == "Set-Cookie" ? "" : string.Join(',', header.Value));

    static string WithoutTokens(string page, string number) => System.Text.RegularExpressions.Regex.Replace(page, "name=\"_form\" type=\"hidden\" value=\"[^\"]+\"", "").Replace(number, "", StringComparison.Ordinal);

    [Theory, InlineData(false), InlineData(true)]
    public async Task An_applicant_follows_corrects_and_rates_a_case_and_reads_nothing_of_the_office(bool postgres)
    {
        var clock = new Door.Hands();
        await using var node = await Open(places.New(postgres), clock);
        var visitor = node.Visitor();
        var (number, code) = await visitor.File();
        Assert.Equal("/zfxxgk/ysqgk/cx/", (await visitor.GetAsync("/zfxxgk/ysqgk/cx/jd", Cancelled)).Headers.Location!.OriginalString);
        await visitor.Ask(number, code);
        var answer = await visitor.GetAsync("/zfxxgk/ysqgk/cx/jd", Cancelled);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var page = await answer.Html();
        Assert.Equal("机关已经收到您的申请，最迟在 2026年6月30日 答复。", page.QuerySelector(".standing dd").Words());
        Assert.DoesNotContain(Applicant.Number, page.Body!.TextContent, StringComparison.Ordinal);

        // 补正.
        Assert.Equal("/zfxxgk/ysqgk/cx/jd", (await visitor.GetAsync("/zfxxgk/ysqgk/cx/bz", Cancelled)).Headers.Location!.OriginalString);
        await Happens(node, number, new CaseFact.CorrectionAsked(Today, new(2026, 6, 23)));
        page = await (await visitor.GetAsync("/zfxxgk/ysqgk/cx/jd", Cancelled)).Html();
        Assert.Equal("待您补正（请在 2026年6月23日 前）", page.QuerySelector(".state").Words());
        Assert.DoesNotContain("内部意见", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("李承办", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("请按补正告知书的要求，写明您需要的信息", await (await visitor.Fill("/zfxxgk/ysqgk/cx/bz", "form.apply")).Said());
        var before = await visitor.GetAsync("/zfxxgk/ysqgk/cx/bz", Cancelled);
        var ready = await before.Html();
        var twice = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Office.Forms.Send(visitor, ready, "/zfxxgk/ysqgk/cx/bz", "form.apply", ("Words", "幸福路12号的鉴定报告"))));
        Assert.All(twice, sent => Assert.Equal("/zfxxgk/ysqgk/cx/jd", sent.Headers.Location?.OriginalString));
        await node.In(async store => Assert.Equal(1, (await store.CasePages.ToListAsync(Cancelled)).Count(one => one.Fact is CaseFact.Corrected)));

        // Answered: it can be rated, once, and changed for a week.
        Assert.Equal("/zfxxgk/ysqgk/cx/jd", (await visitor.GetAsync("/zfxxgk/ysqgk/cx/pj", Cancelled)).Headers.Location!.OriginalString);
        await Happens(node, number, new CaseFact.Decided(Today, Outcome.Granted), new CaseFact.Answered(Today, Service.Electronically));
        Assert.Equal("请选择一个评价等级", await (await visitor.Fill("/zfxxgk/ysqgk/cx/pj", "form.apply")).Said());
        await visitor.Fill("/zfxxgk/ysqgk/cx/pj", "form.apply", ("Level", "5"));
        clock.Move(TimeSpan.FromDays(7));
        await visitor.Ask(number, code);
        await visitor.Fill("/zfxxgk/ysqgk/cx/pj", "form.apply", ("Level", "4"), ("Words", "答复清楚"));
        clock.Move(TimeSpan.FromDays(1));
        await visitor.Ask(number, code);
        Assert.Equal("/zfxxgk/ysqgk/cx/jd", (await visitor.GetAsync("/zfxxgk/ysqgk/cx/pj", Cancelled)).Headers.Location!.OriginalString);
        await node.In(async store => Assert.Equal((4, "答复清楚"), await store.RequestRatings.SingleAsync(Cancelled) is var rating ? (rating.Level, rating.Words) : default));
        // What was given may be suggested for everyone, once; the answer is read here.
        Assert.Equal("请选择一项理由", await (await visitor.Fill("/zfxxgk/ysqgk/cx/jy", "form.apply")).Said());
        await visitor.Fill("/zfxxgk/ysqgk/cx/jy", "form.apply", ("Ground", "WideKnowledge"), ("Words", "整条街都要征收"));
        Assert.Equal("/zfxxgk/ysqgk/cx/jd", (await visitor.GetAsync("/zfxxgk/ysqgk/cx/jy", Cancelled)).Headers.Location!.OriginalString);
        Assert.Contains("您建议主动公开：待审核。", (await (await visitor.GetAsync("/zfxxgk/ysqgk/cx/jd", Cancelled)).Html()).Body!.Words(), StringComparison.Ordinal);
        await node.In(async store =>
        {
            var suggestion = await store.Suggestions.SingleAsync(Cancelled);
            Assert.Equal((SuggestionGround.WideKnowledge, "整条街都要征收", true), (suggestion.Ground, suggestion.Words, suggestion.ByApplicant));
            suggestion.Decide(SuggestionAnswer.Adopted, "将在本机关网站公开", Today.AddDays(8));
            await store.Save(new(new("test.happened", "测试"), Hand.Program, clock.GetUtcNow(), suggestion.AgencyId));
        });
        Assert.Contains("您建议主动公开：纳入主动公开（2026年6月9日）。将在本机关网站公开", (await (await visitor.GetAsync("/zfxxgk/ysqgk/cx/jd", Cancelled)).Html()).Body!.Words(), StringComparison.Ordinal);
        Assert.Equal("申请已经办结，不能再办理。", (await (await visitor.GetAsync("/zfxxgk/ysqgk/cx/ch", Cancelled)).Html()).QuerySelector(".lead").Words().Replace("这件", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_is_withdrawn_by_its_applicant_once()
    {
        await using var node = await Open(places.New(false));
        var visitor = node.Visitor();
        var (number, code) = await visitor.File();
        await visitor.Ask(number, code);
        await visitor.Fill("/zfxxgk/ysqgk/cx/ch", "form.apply");
        Assert.Equal("已撤回", (await (await visitor.GetAsync("/zfxxgk/ysqgk/cx/jd", Cancelled)).Html()).QuerySelector(".state").Words());
    }

    [Fact]
    public async Task Letters_that_were_served_are_downloaded_by_the_case_alone_and_each_download_is_evidence()
    {
        await using var node = await Open(places.New(false));
        var (mine, theirs) = (node.From("10.5.0.1"), node.From("10.5.0.2"));
        var (number, code) = await mine.File();
        var (other, key) = await theirs.File();
        var served = await Letter(node, number, RequestLetter.Granted, LetterState.Served);
        var draft = await Letter(node, number, RequestLetter.Granted, LetterState.Signed);
        var consultation = await Letter(node, number, RequestLetter.ThirdPartyConsultation, LetterState.Served);
        await mine.Ask(number, code);
        await theirs.Ask(other, key);

        var links = (await (await mine.GetAsync("/zfxxgk/ysqgk/cx/jd", Cancelled)).Html()).QuerySelectorAll("a[download]").Select(link => link.GetAttribute("href"));
        Assert.Equal([$"/zfxxgk/ysqgk/cx/wj/{served}"], links);
        var given = await mine.GetAsync($"/zfxxgk/ysqgk/cx/wj/{served}", Cancelled);
        Assert.Equal("答复书", await given.Content.ReadAsStringAsync(Cancelled));
        Assert.True(given.Headers.CacheControl!.NoStore);
        foreach (var file in (Handle[])[served, draft, consultation])
            foreach (var stranger in (HttpClient[])[theirs, node.Visitor()])
                Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/zfxxgk/ysqgk/cx/wj/{file}", Cancelled)).StatusCode);
        foreach (var file in (string[])[draft.ToString(), consultation.ToString(), Handle.Next().ToString(), "1"])
            Assert.Equal(HttpStatusCode.NotFound, (await mine.GetAsync($"/zfxxgk/ysqgk/cx/wj/{file}", Cancelled)).StatusCode);
        await node.In(async store => Assert.Equal("10.5.0.1", (await store.Trail.SingleAsync(entry => entry.Deed == RequestDeeds.Downloaded.Code, Cancelled)).From));
    }

    static async Task<Handle> Letter(Node node, string number, RequestLetter kind, LetterState state)
    {
        Handle handle = default;
        await node.In(async store =>
        {
            var request = await store.Requests.SingleAsync(one => one.Number == number, Cancelled);
            var letter = new CaseLetter { AgencyId = request.AgencyId, RequestId = request.Id, Kind = kind, AuthorId = null, AuthorName = "测试", DraftedAt = Platform.Now };
            var file = StoredFile.Of(node.Files.Put("答复书"u8), "告知书.txt", "text/plain", (CaseLetter.FileKind, letter.Id), request.AgencyId, Scan.NotConfigured, Platform.Now);
            store.AddRange(letter, file);
            store.Entry(letter).Property(nameof(CaseLetter.FileId)).CurrentValue = file.Id;
            if (state == LetterState.Served) letter.Serve(Today, Service.Electronically, null);
            else letter.Move(state);
            handle = file.Handle;
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now, request.AgencyId));
        });
        return handle;
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Strangers_who_pause_a_number_do_not_keep_a_browser_out_that_has_had_its_code(bool postgres)
    {
        const string Open = "/zfxxgk/ysqgk/cx/jd";
        var place = places.New(postgres);
        var clock = new Door.Hands();
        await using var one = await QueryTests.Open(place, clock);
        await using var two = await QueryTests.Open(place, clock);
        var owner = one.From("10.7.0.1");
        var (number, code) = await owner.File();
        var friend = two.From("10.7.0.2");
        await friend.Ask(number, code);
        for (var i = 0; i < 12; i++) await (i % 2 == 0 ? one : two).From($"10.7.1.{i}").Ask(number, "BBBB-BBBBB-BBBB");

        // The browser of the receipt and the one that has been in; no other, and not for another number.
        Assert.Equal(Open, (await owner.Ask(number, code)).Headers.Location?.OriginalString);
        Assert.Equal(Open, (await friend.Ask(number, code)).Headers.Location?.OriginalString);
        Assert.Equal(CaseDoor.Refused, await (await one.From("10.7.2.1").Ask(number, code)).Said());
        for (var i = 0; i < 12; i++) await one.From($"10.7.3.{i}").Ask("2026060100077", "BBBB-BBBBB-BBBB");
        Assert.Equal(CaseDoor.Refused, await (await owner.Ask("2026060100077", code)).Said());

        // Such browsers together have as many tries as a number has, on all nodes.
        for (var i = 0; i < 10; i++) await (i % 2 == 0 ? owner : friend).Ask(number, $"AAAA-AAAAA-AAA{i}");
        Assert.Equal(CaseDoor.Refused, await (await owner.Ask(number, code)).Said());
        Assert.Equal(CaseDoor.Refused, await (await friend.Ask(number, code)).Said());
        clock.Move(TimeSpan.FromMinutes(15));
        Assert.Equal(Open, (await owner.Ask(number, code)).Headers.Location?.OriginalString);

        // Whoever puts the case away is a stranger again; so is whoever knows an old code.
        await owner.Fill(Open, "form[action*='Leave']");
        await one.In(async store =>
        {
            (await store.Requests.SingleAsync(request => request.Number == number, Cancelled)).CodeMark = new string('a', 64);
            await store.Save(new(RequestDeeds.CodeReset, Hand.Program, clock.GetUtcNow(), await store.Agencies.Select(agency => agency.Id).SingleAsync(Cancelled)));
        });
        for (var i = 0; i < 10; i++) await one.From($"10.7.4.{i}").Ask(number, "BBBB-BBBBB-BBBB");
        foreach (var visitor in (HttpClient[])[owner, friend])
        {
            await visitor.Ask(number, "BBBB-BBBBB-BBBB");
            await one.In(async store => Assert.Equal(0, await store.CountOf($"query-owner:{number}", clock.GetUtcNow())));
        }
    }

    [Fact]
    public async Task Strangers_cannot_use_up_the_links_for_a_new_code()
    {
        await using var node = await Open(places.New(false));
        var (number, _) = await node.From("10.8.0.1").File();
        for (var i = 0; i < 6; i++) await node.From($"10.8.1.{i}").Post("/zfxxgk/ysqgk/cx/wm", ("bh", number), ("yx", "else@mail.example"));
        await node.From("10.8.0.2").Post("/zfxxgk/ysqgk/cx/wm", ("bh", number), ("yx", Applicant.Mail));
        Assert.StartsWith("http://www.example.gov.cn/zfxxgk/ysqgk/cx/cz?l=", await Eventually(node), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_code_is_replaced_by_a_link_to_the_address_in_the_request_once()
    {
        await using var node = await Open(places.New(false));
        var visitor = node.From("10.6.0.1");
        var (number, code) = await visitor.File();
        var opened = node.From("10.6.0.9");
        await opened.Ask(number, code);

        // The same answer for whatever is asked; a mail only where number and address fit.
        var wrong = await (await visitor.Post("/zfxxgk/ysqgk/cx/wm", ("bh", number), ("yx", "else@mail.example"))).Content.ReadAsStringAsync(Cancelled);
        var right = await (await visitor.Post("/zfxxgk/ysqgk/cx/wm", ("bh", number), ("yx", Applicant.Mail))).Content.ReadAsStringAsync(Cancelled);
        Assert.Equal(wrong, right);
        var link = await Eventually(node);
        Assert.StartsWith("http://www.example.gov.cn/zfxxgk/ysqgk/cx/cz?l=", link, StringComparison.Ordinal);
        var path = new Uri(link).PathAndQuery;

        Assert.Equal(NewCode.Refused, await (await visitor.Post(path, ("l", Uri.UnescapeDataString(path.Split("l=")[1])), ("bh", "2026060100009"))).Said());
        var fresh = await (await visitor.Fill(path, "form.apply", ("bh", number))).Html();
        var again = fresh.QuerySelectorAll("dd.key")[1].Words();
        Assert.NotEqual(code, again);
        Assert.Equal(NewCode.Refused, await (await visitor.Fill(path, "form.apply", ("bh", number))).Said());
        Assert.Equal(CaseDoor.Refused, await (await visitor.Ask(number, code)).Said());
        Assert.Equal("/zfxxgk/ysqgk/cx/jd", (await visitor.Ask(number, again)).Headers.Location?.OriginalString);
        // Who came in by the old code is out.
        Assert.Equal("/zfxxgk/ysqgk/cx/", (await opened.GetAsync("/zfxxgk/ysqgk/cx/jd", Cancelled)).Headers.Location?.OriginalString);
        // And the receipt no longer shows a code that opens nothing.
        Assert.Equal("已经更换，请使用新的查询码", (await visitor.Slip()).Code);
    }

    // The mail is written beside the answer.
    static async Task<string> Eventually(Node node)
    {
        var link = "";
        for (var i = 0; link.Length == 0 && i < 3000; i++)
        {
            await node.In(async store =>
            {
                var vault = node.Services.CreateScope().ServiceProvider.GetRequiredService<App.Access.Vault>();
                foreach (var mail in await store.Outbox.AsNoTracking().Where(mail => mail.SealedBody != null).ToListAsync(Cancelled))
                    link = vault.Read(mail.SealedBody!.Value).Split('\n').FirstOrDefault(line => line.Contains("/cx/cz?", StringComparison.Ordinal)) ?? link;
            });
            await Task.Yield();
        }
        return link;
    }
}
