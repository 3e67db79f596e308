using Gongkai.App.Access;
using Gongkai.App.Office.Jobs;
using Gongkai.App.Shared.Files;
using Microsoft.AspNetCore.Authentication;

namespace Gongkai.App.Office;

/// <summary>The office's addresses that are not pages: files, exports, the way out.</summary>
public static class OfficeRoutes
{
    public static void MapOffice(this IEndpointRouteBuilder office)
    {
        office.MapGroup("/jobs").MapJobs();
        office.MapMethods(FileDownload.Path, [HttpMethods.Get, HttpMethods.Head], FileDownload.Get);
    }
}
