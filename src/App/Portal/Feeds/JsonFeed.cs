using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure.Channels;
using Gongkai.Rules;
using Gongkai.Rules.Disclosure;

namespace Gongkai.App.Portal.Feeds;

/// <summary>The newest as a JSON Feed (jsonfeed.org, version 1.1), with the whole text.</summary>
static class JsonFeed
{
    public const int Most = 50;

    /// <param name="dw">An agency's code; all agencies where it is left out.</param>
    /// <param name="lm">A column of that agency.</param>
    public static async Task<IResult> Get(Store store, Site site, string? dw, string? lm)
    {
        if (await store.Scope(dw, lm) is not { } scope) return Results.NotFound();
        var entries = await FeedEntry.Of(store, site, await store.Newest(scope.Agency, scope.Column, Most));
        return FeedRoutes.Says(new
        {
            version = "https://jsonfeed.org/version/1.1", title = $"{(scope.Name.Length > 0 ? scope.Name : site.Name)}　政府信息公开", home_page_url = site.Absolute("/zfxxgk/"), feed_url = site.Absolute(FeedRoutes.Json), language = "zh-CN",
            items = entries.Where(entry => entry.IsShown).Select(entry => new
            {
                id = entry.Item.Handle.ToString(), url = site.Absolute(entry.Path), title = entry.Item.Title, summary = entry.Summary, content_html = entry.Html(site),
                date_published = entry.Item.PublishedAt!.Value.AtOffice, date_modified = entry.Item.ChangedAt.AtOffice, authors = (object[])[new { name = entry.Item.Issuer }],
                tags = (string[])[entry.Change.Column.Name, entry.Item.Genre.Name],
                attachments = entry.Files.Count == 0 ? null : entry.Files.Select(file => new { url = file.Url, mime_type = file.MediaType, title = file.Name, size_in_bytes = file.Size }),
            }),
        }, "application/feed+json");
    }
}
