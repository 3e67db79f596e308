using System.Text.RegularExpressions;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Disclosure.Channels;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.Feeds;

/// <summary>A file that goes with an entry.</summary>
sealed record FeedFile(string Name, string Url, string MediaType, long Size);

/// <summary>What others are told of one item. Of what was withdrawn: which it was, when and why.</summary>
sealed partial record FeedEntry(ItemChange Change, string Path, string AgencyCode, string AgencyName, IReadOnlyList<FeedFile> Files)
{
    public InformationItem Item => Change.Item;
    public bool IsShown => Item.State == ItemState.Published && Change.Text is not null;

    /// <summary>The text with whole addresses, so that it reads the same on another site.</summary>
    public string? Html(Site site) => Change.Text is { } text ? Inner().Replace(text.Html, match => $"{match.Groups[1].Value}=\"{site.Absolute("/")}") : null;

    public string Summary => Item.Summary ?? (Change.Text is { } text ? Documents.Publication.PlainText.Summary(text.Html) : "");

    /// <summary>With their addresses, agencies and files; in the order of the changes.</summary>
    public static async Task<List<FeedEntry>> Of(Store store, Site site, List<ItemChange> changes)
    {
        var (ids, agencies) = (changes.ConvertAll(change => change.Item.Id), changes.Select(change => change.Item.AgencyId).Distinct().ToList());
        var names = await store.Agencies.AsNoTracking().Where(agency => agencies.Contains(agency.Id)).ToDictionaryAsync(agency => agency.Id, agency => (agency.Code, agency.Name));
        var files = (await (from one in store.PublicAttachments()
                            join file in store.Files on one.FileId equals file.Id
                            where ids.Contains(one.ItemId)
                            orderby one.Order
                            select new { one.ItemId, one.Name, file.Handle, file.MediaType, file.Size }).ToListAsync())
            .ToLookup(one => one.ItemId, one => new FeedFile(one.Name, site.Absolute(ItemAddress.OfFile(one.Handle)), one.MediaType, one.Size));
        return changes.ConvertAll(change => new FeedEntry(change, ItemAddress.Of(change.Column.Slug, change.Item.PublishedAt!.Value, change.Item.Handle), names[change.Item.AgencyId].Code, names[change.Item.AgencyId].Name, [.. files[change.Item.Id]]));
    }

    // Cleaned text has its addresses within double quotes, and those within the site begin with one slash.
    [GeneratedRegex("""\b(href|src)="/""")]
    private static partial Regex Inner();
}
