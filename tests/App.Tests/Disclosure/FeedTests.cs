using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Disclosure;

/// <summary>What other sites fetch: the newest as feeds, and every change with its withdrawals.</summary>
public sealed class FeedTests(Platform platform)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    async Task<JsonElement> Json(string path) => JsonDocument.Parse(await platform.Visitor().GetStringAsync(path, Cancelled)).RootElement;

    [Fact]
    public async Task The_newest_are_a_JSON_feed_with_text_and_files()
    {
        var item = await platform.Publish("订阅试验之通知", file: "订阅.csv", with: content => content with { Html = "<p>见<a href=\"/zfxxgk/zn/\">指南</a>。</p>" });
        var answer = await platform.Visitor().GetAsync("/zfxxgk/feed.json?dw=zjj&lm=tzgg", Cancelled);
        var feed = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancelled)).RootElement;

        Assert.Equal("application/feed+json; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.NotNull(answer.Headers.ETag);
        Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
        var entry = feed.GetProperty("items").EnumerateArray().Single(one => one.GetProperty("id").GetString() == item.Handle.ToString());
        Assert.EndsWith(item.Path, entry.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Matches("""^<p>见<a href="https?://[^/]+/zfxxgk/zn/">指南</a>。</p>$""", entry.GetProperty("content_html").GetString());
        var file = Assert.Single(entry.GetProperty("attachments").EnumerateArray());
        Assert.Equal(("订阅.csv", true), (file.GetProperty("title").GetString(), file.GetProperty("url").GetString()!.EndsWith(item.File!, StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.NotFound, (await platform.Visitor().GetAsync("/zfxxgk/feed.json?dw=none", Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await platform.Visitor().GetAsync("/zfxxgk/rss.xml?dw=zjj&lm=none", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task The_newest_are_RSS_that_a_reader_takes()
    {
        var item = await platform.Publish("订阅试验之“公告”<一>&二");
        var rss = XDocument.Parse(await platform.Visitor().GetStringAsync("/zfxxgk/rss.xml", Cancelled));

        var entry = rss.Descendants("item").Single(one => one.Element("guid")!.Value == item.Handle.ToString());
        Assert.Equal("订阅试验之“公告”<一>&二", entry.Element("title")!.Value);
        Assert.Equal("Mon, 01 Jun 2026 12:00:00 GMT", entry.Element("pubDate")!.Value);
        Assert.True(rss.Descendants("item").Count() <= 50);
    }

    [Fact]
    public async Task Page_by_page_every_change_is_told_once()
    {
        List<string> told = [];
        List<DateTimeOffset> times = [];
        for (var path = "/api/items?dw=zjj&limit=70"; path is not null;)
        {
            var page = await Json(path);
            foreach (var one in page.GetProperty("items").EnumerateArray())
            {
                told.Add(one.GetProperty("id").GetString()!);
                times.Add(one.GetProperty("changedAt").GetDateTimeOffset());
            }
            path = page.TryGetProperty("next", out var next) ? new Uri(next.GetString()!).PathAndQuery : null;
        }
        var there = 0;
        await platform.In(async store =>
        {
            var (agency, until) = (await store.Agencies.WithCode("zjj").Select(one => one.Id).SingleAsync(Cancelled), Platform.Now.AddDays(-1));
            there = await store.Items.Public().OfAgency(agency).CountAsync(item => item.ChangedAt < until, Cancelled);
        });

        Assert.True(there > 119);
        Assert.True(told.Count >= there);
        Assert.Equal(told.Distinct(), told);
        Assert.Equal(times.Order(), times);
    }

    [Fact]
    public async Task What_was_withdrawn_is_told_as_such_and_nothing_of_what_it_said()
    {
        var item = await platform.Publish("撤下的订阅试验", file: "撤下.csv");
        await platform.In(async store =>
        {
            var row = await store.Items.SingleAsync(one => one.Id == item.Id, Cancelled);
            // A minute ago: what happens in this moment is told when it is over.
            var act = new Act(ItemDeeds.Withdrawn, Hand.Program, Platform.Now.AddMinutes(-1), row.AgencyId, "内容失实");
            await store.Write(act, () => store.Withdraw(row, "内容失实", act));
        });

        var text = await platform.Visitor().GetStringAsync($"/api/items?updatedAfter={Uri.EscapeDataString(Platform.Now.AddMinutes(-2).ToString("O"))}", Cancelled);
        var told = JsonDocument.Parse(text).RootElement.GetProperty("items").EnumerateArray().Single(one => one.GetProperty("id").GetString() == item.Handle.ToString());

        Assert.Equal(("withdrawn", "内容失实"), (told.GetProperty("state").GetString(), told.GetProperty("reason").GetString()));
        Assert.False(told.TryGetProperty("title", out _) || told.TryGetProperty("contentHtml", out _) || told.TryGetProperty("attachments", out _));
        Assert.DoesNotContain("撤下的订阅试验", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/items?updatedAfter=gestern", "updatedAfter", 400)]
    [InlineData("/api/items?after=1-2-3", "after", 400)]
    [InlineData("/api/items?after=99999999999999999999-00000000000000000000000000", "after", 400)]
    [InlineData("/api/items?limit=0", "limit", 400)]
    [InlineData("/api/items?limit=201", "limit", 400)]
    [InlineData("/api/items?dw=none", "dw", 404)]
    public async Task What_cannot_be_understood_is_said(string path, string parameter, int status)
    {
        var answer = await platform.Visitor().GetAsync(path, Cancelled);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(parameter, JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancelled)).RootElement.GetProperty("error").GetProperty("parameter").GetString());
    }
}
