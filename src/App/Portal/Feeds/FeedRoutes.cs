using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Gongkai.App.Access;
using Gongkai.App.Portal.Disclosure;
using Gongkai.Records;
using Gongkai.Records.Disclosure.Channels;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.Feeds;

/// <summary>Where other sites fetch what is disclosed: feeds of the newest, and every change in its order. See docs/feeds.md.</summary>
static class FeedRoutes
{
    public const string Json = "/zfxxgk/feed.json", Rss = "/zfxxgk/rss.xml", Items = "/api/items";

    // Readable Chinese; what a page could take for markup is escaped.
    static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = null };

    public static void MapFeeds(this IEndpointRouteBuilder portal)
    {
        string[] read = [HttpMethods.Get, HttpMethods.Head];
        portal.MapMethods(Json, read, JsonFeed.Get).WithMetadata(new PublishedAttribute("dw", "lm")).InOpenData("最近公开的信息（JSON Feed）");
        portal.MapMethods(Rss, read, RssFeed.Get).WithMetadata(new PublishedAttribute("dw", "lm"));
        portal.MapMethods(Items, read, ItemsApi.Get).WithMetadata(new PublishedAttribute("dw", "updatedAfter", "after", "limit")).InOpenData("按时间先后取得公开、更正和撤下的每一次变动，供其他网站同步；说明见 docs/feeds.md");
    }

    public static IResult Says(object body, string mediaType = "application/json", int status = StatusCodes.Status200OK) => Results.Text(JsonSerializer.Serialize(body, Written), mediaType + "; charset=utf-8", System.Text.Encoding.UTF8, status);

    /// <summary>The agency and the column that an address asks for; <c>null</c> where there is no such thing.</summary>
    public static async Task<(Guid? Agency, Guid? Column, string Name)?> Scope(this Store store, string? dw, string? lm)
    {
        if (string.IsNullOrEmpty(dw)) return string.IsNullOrEmpty(lm) ? (null, null, "") : null;
        if (await store.Agencies.AsNoTracking().Where(agency => agency.Code == dw).Select(agency => new { agency.Id, agency.Name }).SingleOrDefaultAsync() is not { } agency) return null;
        if (string.IsNullOrEmpty(lm)) return (agency.Id, null, agency.Name);
        return await store.Columns.AsNoTracking().Where(column => column.AgencyId == agency.Id && column.Slug == lm).Select(column => new { column.Id, column.Name }).SingleOrDefaultAsync() is { } found
            ? (agency.Id, found.Id, $"{agency.Name}　{found.Name}") : null;
    }
}
