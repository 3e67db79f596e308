using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Gongkai.App.Access;
using Gongkai.Documents.Intake;
using Gongkai.Documents.Publication;
using Gongkai.Records.Disclosure;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Antiforgery;

namespace Gongkai.App.Office.Items;

/// <summary>What the editor asks for while someone writes: the clean form of what was pasted, as a tree from which the script builds nodes.</summary>
static class ItemRoutes
{
    public static void MapItems(this IEndpointRouteBuilder items) =>
        items.MapPost("/clean", Clean).RequireAuthorization(new PermitsAttribute(Permission.WriteItems)).WithMetadata(new LongTextAttribute());

    /// <summary>A node of the clean text: a text, or an element with its attributes and what is in it.</summary>
    public sealed record Node(string? Text, string? Name, IReadOnlyDictionary<string, string>? Attributes, IReadOnlyList<Node>? Children);

    static async Task<IResult> Clean(HttpContext context, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(context)) return Results.BadRequest();
        var form = await context.Request.ReadFormAsync();
        try
        {
            // Pictures of the item itself are known when it is saved; here any of our addresses passes.
            var html = CleanHtml.Of(form["html"].ToString(), address => address.StartsWith(ItemAddress.Files, StringComparison.Ordinal));
            var body = new HtmlParser().ParseDocument($"<!doctype html><body>{html}").Body!;
            return Results.Json(body.ChildNodes.Select(Of).OfType<Node>());
        }
        catch (RefusedFileException refused)
        {
            return Results.Problem(refused.Message, statusCode: StatusCodes.Status422UnprocessableEntity);
        }
    }

    static Node? Of(INode node) => node switch
    {
        IText text => new(text.Data, null, null, null),
        IElement element => new(null, element.LocalName, element.Attributes.Length == 0 ? null : element.Attributes.ToDictionary(one => one.Name, one => one.Value), [.. element.ChildNodes.Select(Of).OfType<Node>()]),
        _ => null,
    };
}
