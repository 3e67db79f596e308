using System.Net;
using System.Text.RegularExpressions;
using Gongkai.App.Portal.Disclosure;
using Gongkai.Records.Disclosure;
using Gongkai.Rules.Disclosure;

namespace Gongkai.App.Tests.Disclosure;

/// <summary>What is withdrawn, or not public yet, is nowhere (reliability, abuse case 02): every channel of the portal is asked.</summary>
public sealed partial class WithdrawalTests(Platform platform)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Every address of the portal on which an item of the column 通知公告 is seen.</summary>
    static readonly string[] Channels =
    [
        "/zfxxgk/", "/zfxxgk/fdzdgk/tzgg/", "/zfxxgk/fdzdgk/tzgg/?nf=2026", "/zfxxgk/fdzdgk/tzgg/?gjz=撤下试验", "/zfxxgk/fdzdgk/tzgg/ml.csv", "/zfxxgk/fdzdgk/tzgg/ml.json",
        "/sj/xx.csv", "/sj/xx.json", "/sj/xx.json?nf=2026", "/sitemap.xml", "/zfxxgk/feed.json", "/zfxxgk/rss.xml", "/zfxxgk/feed.json?dw=zjj&lm=tzgg",
    ];

    [Fact]
    public async Task What_is_withdrawn_is_gone_from_every_channel_at_once_and_its_address_says_only_why()
    {
        var visitor = platform.Visitor();
        var policy = await platform.Publish("撤下试验之依据", "qtwj");
        var item = await platform.Publish("撤下试验之通知", file: "撤下试验.csv", with: content => content with { Relations = [new(RelationKind.BasedOn, policy.Id)] });
        foreach (var channel in Channels) Assert.True(await Shows(channel, item), channel);
        Assert.Contains("撤下试验之通知", await visitor.GetStringAsync(policy.Path, Cancelled), StringComparison.Ordinal);
        Assert.Contains("撤下试验之通知", await visitor.GetStringAsync(item.Path, Cancelled), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(item.File, Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/zfxxgk/ewm/{item.Handle}.svg", Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(ArticleFiles.At(item.Path, ".docx"), Cancelled)).StatusCode);

        await platform.Withdraw(item, "内容与事实不符");

        foreach (var channel in Channels) Assert.False(await Shows(channel, item), channel);
        Assert.DoesNotContain("撤下试验之通知", await visitor.GetStringAsync(policy.Path, Cancelled), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(item.File, Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/zfxxgk/ewm/{item.Handle}.svg", Cancelled)).StatusCode);
        foreach (var (_, ending) in ArticleFiles.Offered)
        {
            var file = await visitor.GetAsync(ArticleFiles.At(item.Path, ending), Cancelled);
            Assert.Equal(HttpStatusCode.Gone, file.StatusCode);
            Assert.DoesNotContain("撤下试验", await file.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        }

        var answer = await visitor.GetAsync(item.Path, Cancelled);
        var page = await answer.Content.ReadAsStringAsync(Cancelled);
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Contains("内容与事实不符", page, StringComparison.Ordinal);
        Assert.Contains("2026年6月1日", page, StringComparison.Ordinal);
        foreach (var left in (string[])["撤下试验", "正文。", "ArticleTitle", "PubDate"]) Assert.DoesNotContain(left, page, StringComparison.Ordinal);
        Assert.Null(answer.Headers.ETag);
    }

    [Fact]
    public async Task What_is_not_public_yet_is_answered_like_what_never_was()
    {
        var draft = await platform.Publish("没有公开的撤下试验", file: "草稿.csv", state: ItemState.Prepared);
        var never = draft.Path.Replace(draft.Handle.ToString(), Records.Handle.Next().ToString(), StringComparison.Ordinal);
        var visitor = platform.Visitor();

        foreach (var channel in Channels) Assert.False(await Shows(channel, draft), channel);
        var (hidden, nothing) = (await visitor.GetAsync(draft.Path, Cancelled), await visitor.GetAsync(never, Cancelled));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (hidden.StatusCode, nothing.StatusCode));
        Assert.Equal(Number().Replace(await nothing.Content.ReadAsStringAsync(Cancelled), ""), Number().Replace(await hidden.Content.ReadAsStringAsync(Cancelled), ""));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(draft.File, Cancelled)).StatusCode);
        foreach (var (_, ending) in ArticleFiles.Offered) Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(ArticleFiles.At(draft.Path, ending), Cancelled)).StatusCode);
    }

    [Fact]
    public async Task A_page_that_was_kept_has_a_tag_and_is_dropped_when_something_is_published()
    {
        var visitor = platform.Visitor();
        var first = await visitor.GetAsync("/zfxxgk/fdzdgk/tzgg/?gjz=缓存试验", Cancelled);
        Assert.NotNull(first.Headers.ETag);

        var again = new HttpRequestMessage(HttpMethod.Get, "/zfxxgk/fdzdgk/tzgg/?gjz=缓存试验");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, (await visitor.SendAsync(again, Cancelled)).StatusCode);

        var item = await platform.Publish("缓存试验");
        var after = await visitor.GetAsync("/zfxxgk/fdzdgk/tzgg/?gjz=缓存试验", Cancelled);
        Assert.NotEqual(first.Headers.ETag, after.Headers.ETag);
        Assert.Contains(item.Path, await after.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_that_a_spreadsheet_would_calculate_goes_out_as_text()
    {
        await platform.Publish("=1+1");
        var csv = await platform.Visitor().GetStringAsync("/zfxxgk/fdzdgk/tzgg/ml.csv", Cancelled);

        Assert.Contains("\"'=1+1\"", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("\"=1+1\"", csv, StringComparison.Ordinal);
    }

    async Task<bool> Shows(string channel, Disclosed.Item item)
    {
        var answer = await platform.Visitor().GetAsync(channel, Cancelled);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadAsStringAsync(Cancelled)).Contains(item.Handle.ToString(), StringComparison.Ordinal);
    }

    [GeneratedRegex("<code>[^<]*</code>")]
    private static partial Regex Number();
}
