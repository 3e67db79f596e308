using Gongkai.App.Access;

namespace Gongkai.App.Office;

/// <summary>The office's addresses that are not pages: files, exports, the way out.</summary>
public static class OfficeRoutes
{
    public static void MapOffice(this IEndpointRouteBuilder office)
    {
        office.MapDrafts();
    }
}
