using System.Net;
using System.Text;
using Gongkai.App.Portal.Requests;
using Gongkai.App.Tests.Accounts;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Records.Files;
using Gongkai.Records.Organizations;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Letters;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Gongkai.App.Tests.Requests.Cases;

namespace Gongkai.App.Tests.Requests;

/// <summary>Following a case by number and code: what its applicant may do, and reads, on both stores.</summary>
public sealed class QueryTests(Places places) : IClassFixture<Places>
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

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
}
