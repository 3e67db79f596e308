using Gongkai.App.Access;
using Gongkai.App.Access.Accounts;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.Disclosure;

/// <summary>What the pages of proactive disclosure are made of, and their addresses that are not pages.</summary>
static class DisclosureParts
{
    public static void AddDisclosure(this IServiceCollection services)
    {
        services.AddScoped<PortalAgency>();
        services.AddScoped<ColumnTree>();
        services.AddOpenData();
    }

    public static void MapDisclosure(this IEndpointRouteBuilder portal)
    {
        string[] read = [HttpMethods.Get, HttpMethods.Head];
        portal.MapMethods(ItemAddress.Root + "{slug}/ml.{ending}", read, ItemFiles.OfColumn).AllowAnonymous().Produces<IReadOnlyList<ItemFiles.Entry>>().InOpenData("一个栏目的信息目录；ending 为 json、csv 或者 xlsx，可以按年份、体裁、有效性、文号和标题筛选");
        portal.MapMethods(ItemAddress.Files + "{handle}", read, ItemFiles.Attachment).AllowAnonymous();
        portal.MapMethods(ArticleFiles.Route + ".docx", read, ArticleFiles.Docx).WithMetadata(new PublishedAttribute());
        portal.MapMethods(ArticleFiles.Route + ".pdf", read, ArticleFiles.Pdf).WithMetadata(new PublishedAttribute()).RequireRateLimiting("conversion");
        portal.MapMethods("/zfxxgk/ewm/{handle}.svg", read, Qr).WithMetadata(new PublishedAttribute());
        portal.MapMethods("/sitemap.xml", read, SiteMap.Get).WithMetadata(new PublishedAttribute());
        portal.MapMethods("/sj/ml.{ending}", read, ItemFiles.Catalogue).AllowAnonymous().Produces<IReadOnlyList<ItemFiles.Heading>>().InOpenData("主动公开目录：栏目、依据、更新周期、责任单位和信息条数；ending 为 json、csv 或者 xlsx");
        portal.MapMethods("/sj/xx.{ending}", read, ItemFiles.OfAgency).AllowAnonymous().Produces<IReadOnlyList<ItemFiles.Entry>>().InOpenData("全部主动公开信息的元数据，最近发布的在前；ending 为 json、csv 或者 xlsx");
        portal.MapOpenData();
    }

    // Beside the page and not in it: the page stays light, and the picture is drawn once.
    static async Task<IResult> Qr(string handle, Store store, Site site)
    {
        if (!Handle.TryParse(handle, null, out var known)) return Results.NotFound();
        var row = await store.Rows(store.Items.AsNoTracking().Public().Where(item => item.Handle == known)).SingleOrDefaultAsync();
        if (row is null) return Results.NotFound();
        var address = site.Absolute(row.Path);
        var size = QrPicture.SizeOf(address);
        return Results.Text($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges"><rect width="{size}" height="{size}" fill="#fff"/><path d="{QrPicture.PathOf(address)}"/></svg>""", "image/svg+xml");
    }
}
