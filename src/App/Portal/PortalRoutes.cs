using Gongkai.App.Access;
using Gongkai.App.Portal.AnnualReports;
using Gongkai.App.Portal.Disclosure;
using Gongkai.App.Portal.Feeds;
using Gongkai.App.Portal.Registers;
using Gongkai.App.Portal.Requests;

namespace Gongkai.App.Portal;

/// <summary>The portal's addresses that are not pages: the front door, files to download.</summary>
public static class PortalRoutes
{
    public static void MapPortal(this IEndpointRouteBuilder portal)
    {
        string[] read = [HttpMethods.Get, HttpMethods.Head];

        portal.MapMethods("/", read, (HttpRequest request) => Results.LocalRedirect($"{request.PathBase}/zfxxgk/")).AllowAnonymous();

        portal.MapDisclosure();
        portal.MapRequests();
        portal.MapFeeds();
        portal.MapRegisters();
        portal.MapMethods("/zfxxgk/nb/ml.csv", read, Catalogue.Get).WithMetadata(new PublishedAttribute("nf", "dw"));
        const string report = Columns.Path + "{year:int}/{code}/";
        portal.MapMethods(report + "nb{ending}", read, Downloads.Get).WithMetadata(new PublishedAttribute());
        portal.MapMethods(report + "nb.pdf", read, Downloads.GetPdf).WithMetadata(new PublishedAttribute()).RequireRateLimiting("conversion");
    }
}
