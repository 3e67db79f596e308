using System.Globalization;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Disclosure.Channels;
using Gongkai.Rules;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.Feeds;

/// <summary>Every change that the public saw, in its order, for another portal to fetch: what came, what was corrected, what was withdrawn.</summary>
static class ItemsApi
{
    const int Usual = 100, Most = 200;

    /// <summary>What is saved in this moment may still come to stand before what is saved already; it is told when the moment is over.</summary>
    static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);

    /// <param name="dw">An agency's code; all agencies where it is left out.</param>
    /// <param name="updatedAfter">Changes from this moment on, ISO 8601.</param>
    /// <param name="after">The cursor of the page before.</param>
    public static async Task<IResult> Get(Store store, Site site, TimeProvider time, string? dw, string? updatedAfter, string? after, int? limit)
    {
        if (await store.Scope(dw, null) is not { } scope) return Refuse("dw", "没有这个单位代码。", StatusCodes.Status404NotFound);
        DateTimeOffset? since = null;
        if (!string.IsNullOrEmpty(updatedAfter))
        {
            if (!DateTimeOffset.TryParse(updatedAfter, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)) return Refuse("updatedAfter", "应为 ISO 8601 时间，例如 2026-06-01T08:00:00+08:00。");
            since = moment.ToUniversalTime();
        }
        ChangePlace? place = null;
        if (!string.IsNullOrEmpty(after))
        {
            if (await PlaceOf(store, after) is not { } found) return Refuse("after", "请原样使用上一页返回的 cursor。");
            place = found;
        }
        if (limit is < 1 or > Most) return Refuse("limit", $"应在 1 到 {Most} 之间。");

        var wanted = limit ?? Usual;
        var changes = await store.Changes(scope.Agency, place, since, time.Now - Settling, wanted + 1);
        var more = changes.Count > wanted;
        var entries = await FeedEntry.Of(store, site, [.. changes.Take(wanted)]);
        var cursor = entries is [.., var last] ? Cursor(last.Item) : after;
        return FeedRoutes.Says(new
        {
            items = entries.Select(entry => entry.IsShown ? Shown(entry, site, time.Today) : Gone(entry, site)),
            more, cursor, next = more ? site.Absolute($"{FeedRoutes.Items}?after={cursor}&limit={wanted}{(string.IsNullOrEmpty(dw) ? "" : $"&dw={Uri.EscapeDataString(dw)}")}") : null,
        });
    }

    static object Shown(FeedEntry entry, Site site, DateOnly today) => new
    {
        id = entry.Item.Handle.ToString(), state = "published", url = site.Absolute(entry.Path), title = entry.Item.Title, indexNumber = entry.Item.IndexNumber, documentNumber = entry.Item.DocumentNumber, issuer = entry.Item.Issuer,
        agency = new { code = entry.AgencyCode, name = entry.AgencyName }, column = new { slug = entry.Change.Column.Slug, name = entry.Change.Column.Name }, category = entry.Change.Column.Category.Name, genre = entry.Item.Genre.Name,
        formedOn = entry.Item.FormedOn, effectiveOn = entry.Item.EffectiveOn, endsOn = entry.Item.EndsOn, validity = entry.Item.Validity.On(today, entry.Item.EffectiveOn, entry.Item.EndsOn).Name, endedOn = entry.Item.EndedOn,
        publishedAt = entry.Item.PublishedAt!.Value.AtOffice, changedAt = entry.Item.ChangedAt.AtOffice, version = entry.Item.Version, topic = entry.Item.Topic, keywords = entry.Item.Keywords, summary = entry.Item.Summary, contentHtml = entry.Html(site),
        attachments = entry.Files.Select(file => new { name = file.Name, url = file.Url, mediaType = file.MediaType, size = file.Size }),
    };

    static object Gone(FeedEntry entry, Site site) => new
    {
        id = entry.Item.Handle.ToString(), state = "withdrawn", url = site.Absolute(entry.Path), changedAt = entry.Item.ChangedAt.AtOffice, withdrawnAt = entry.Item.WithdrawnAt?.AtOffice, reason = entry.Item.WithdrawnWhy,
    };

    // The moment in microseconds, which is what the stores keep, and the item.
    static string Cursor(InformationItem item) => string.Create(CultureInfo.InvariantCulture, $"{(item.ChangedAt - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond}-{item.Handle}");

    static async Task<ChangePlace?> PlaceOf(Store store, string cursor) =>
        cursor.Split('-') is [var moment, var name] && long.TryParse(moment, NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds) && microseconds < 253_402_300_800_000_000 && Handle.TryParse(name, null, out var handle)
            && await store.Items.AsNoTracking().Where(item => item.Handle == handle && item.State != ItemState.Prepared).Select(item => (Guid?)item.Id).SingleOrDefaultAsync() is { } id
            ? new(DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond), id) : null;

    static IResult Refuse(string parameter, string message, int status = StatusCodes.Status400BadRequest) => FeedRoutes.Says(new { error = new { parameter, message } }, status: status);
}
