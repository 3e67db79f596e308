using Gongkai.App.Access;
using Gongkai.Documents.Redaction;
using Gongkai.Records;
using Gongkai.Records.Files;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;
using Gongkai.Records.Requests.Redaction;

namespace Gongkai.App.Office.Redactions;

/// <summary>The pages of a file that is disclosed in part, as pictures: to whoever handles the case, and kept nowhere.</summary>
static class RedactionRoutes
{
    public static void MapRedactions(this IEndpointRouteBuilder redactions)
    {
        var mine = new PermitsAttribute(Permission.HandleRequests) { InDepartment = true };
        redactions.MapGet("/{handle}/pages/{page}", (string handle, string page, RedactionDesk desk, Store store, HttpContext context) => Picture(handle, page, false, desk, store, context)).RequireAuthorization(mine);
        redactions.MapGet("/{handle}/covered/{page}", (string handle, string page, RedactionDesk desk, Store store, HttpContext context) => Picture(handle, page, true, desk, store, context)).RequireAuthorization(mine);
    }

    static async Task<IResult> Picture(string handle, string page, bool covered, RedactionDesk desk, Store store, HttpContext context)
    {
        if (!Handle.TryParse(handle, null, out var known) || !int.TryParse(page, out var number) || await desk.Open(known) is not { Redaction: var redaction } || number < 1 || number > redaction.Pages) return Results.NotFound();
        var source = await store.Files.AsNoTracking().SingleAsync(file => file.Id == redaction.SourceId);
        if (!source.Readable) return Results.NotFound();
        try
        {
            var plan = covered ? RedactionDesk.Plan(redaction, await store.PlacesFor(redaction.Id, number)) : null;
            var png = await desk.Draw(source, number, plan, context.RequestAborted);
            context.Response.Headers.CacheControl = "private, no-store";
            return Results.Bytes(png, "image/png");
        }
        catch (RoomFullException)
        {
            context.Response.Headers.RetryAfter = "5";
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
        catch (Exception refused) when (refused is RedactionRefusedException or AlteredFileException)
        {
            return Results.NotFound();
        }
    }

    static async Task<IReadOnlyList<RedactedPlace>> PlacesFor(this Store store, Guid redaction, int page) =>
        await store.RedactedPlaces.AsNoTracking().Where(place => place.RedactionId == redaction && place.Page == page).ToListAsync();
}
