using System.Globalization;
using System.Xml;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Rules;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.Disclosure;

/// <summary>sitemap.xml for search engines: the pages of the portal, its columns, and the newest of what is disclosed.</summary>
public static class SiteMap
{
    /// <summary>A file of this kind holds 50,000 addresses; older items are found by their lists.</summary>
    public const int MostItems = 40_000;

    static readonly string[] Pages =
        ["/zfxxgk/", "/zfxxgk/zn/", "/zfxxgk/zd/", "/zfxxgk/fdzdgk/", "/zfxxgk/nb/", "/zfxxgk/ysqgk/", "/zfxxgk/ysqgk/xz", "/zfxxgk/ysqgk/faq", "/jd/", "/jg/", "/sj/", "/gy/dt"];

    public static async Task Get(HttpContext context, Store store, PortalAgency agencies, Site site)
    {
        context.Response.ContentType = "application/xml; charset=utf-8";
        await using var xml = XmlWriter.Create(context.Response.Body, new() { Async = true, Encoding = new System.Text.UTF8Encoding(false) });
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "urlset", "http://www.sitemaps.org/schemas/sitemap/0.9");
        foreach (var page in Pages) await Url(xml, site.Absolute(page), null);
        if (await agencies.Find(null) is { } shown)
        {
            var own = shown.Agency.Id;
            await foreach (var slug in store.Columns.Where(column => column.AgencyId == own && column.ClosedAt == null && column.Kind == ColumnKind.Statutory).OrderBy(column => column.Order).Select(column => column.Slug).AsAsyncEnumerable())
                await Url(xml, site.Absolute(ItemAddress.OfColumn(slug)), null);
        }
        await foreach (var row in store.Rows(store.Items.AsNoTracking().Public().NewestFirst().Take(MostItems)).AsAsyncEnumerable())
            await Url(xml, site.Absolute(row.Path), row.ChangedAt.AtOffice.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
        await xml.WriteEndElementAsync();
        await xml.WriteEndDocumentAsync();
    }

    static async Task Url(XmlWriter xml, string address, string? changed)
    {
        await xml.WriteStartElementAsync(null, "url", null);
        await xml.WriteElementStringAsync(null, "loc", null, address);
        if (changed is not null) await xml.WriteElementStringAsync(null, "lastmod", null, changed);
        await xml.WriteEndElementAsync();
    }
}
