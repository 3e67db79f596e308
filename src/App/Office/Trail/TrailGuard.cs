using Gongkai.App.Access;
using Gongkai.Records;
using Gongkai.Rules.Access;

namespace Gongkai.App.Office.Trail;

/// <summary>Refuses whoever would change or delete the trail, and records that it was tried (试图改动审计日志).</summary>
static class TrailGuard
{
    /// <summary>Someone who is signed in sent a request that could only mean to change the trail.</summary>
    public static Deed Tried { get; } = new("trail.tried", "试图改动审计日志");

    static readonly string[] Changing = [HttpMethods.Delete, HttpMethods.Put, HttpMethods.Patch];

    public static void MapTrailGuard(this IEndpointRouteBuilder office)
    {
        // Whoever has a desk: it is the administrator whom this is about, and not the auditor alone.
        var anyone = new PermitsAttribute(Permission.UseOffice);
        office.MapMethods("/trail", Changing, Refuse).RequireAuthorization(anyone);
        office.MapMethods("/trail/{chain}/{sequence:long}", [.. Changing, HttpMethods.Post], Refuse).RequireAuthorization(anyone);
    }

    static async Task<IResult> Refuse(HttpContext context, Store store, Me me)
    {
        await store.Note(me.Does(Tried), $"{context.Request.Method} {context.Request.Path}，已拒绝");
        context.Response.Headers.Allow = HttpMethods.Get;
        return Results.Text("审计日志不能修改，也不能删除。这次操作已经登记。", statusCode: StatusCodes.Status405MethodNotAllowed);
    }
}
