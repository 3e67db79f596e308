using Gongkai.App.Access;
using Gongkai.App.Portal.AnnualReports;
using Gongkai.App.Portal.Requests;

namespace Gongkai.App.Portal;

/// <summary>The portal's addresses that are not pages: the front door, files to download.</summary>
public static class PortalRoutes
{
    public static void MapPortal(this IEndpointRouteBuilder portal)
    {
        string[] read = [HttpMethods.Get, HttpMethods.Head];

        // Of the four columns only the annual reports have content yet; an empty one may not be shown (see decision 0005).
        foreach (var door in (string[])["/", "/zfxxgk"])
            portal.MapMethods(door, read, (HttpRequest request) => Results.LocalRedirect($"{request.PathBase}{Columns.Path}")).AllowAnonymous();

        portal.MapRequests();
        portal.MapMethods("/zfxxgk/nb/ml.csv", read, Catalogue.Get).WithMetadata(new PublishedAttribute("nf", "dw"));
        portal.MapMethods(Search.Policies.FilePath, read, Search.Policies.Get).WithMetadata(new PublishedAttribute(Search.SearchFilter.Keys));
        const string report = Columns.Path + "{year:int}/{code}/";
        portal.MapMethods(report + "nb{ending}", read, Downloads.Get).WithMetadata(new PublishedAttribute());
        portal.MapMethods(report + "nb.pdf", read, Downloads.GetPdf).WithMetadata(new PublishedAttribute()).RequireRateLimiting("conversion");
    }
}
