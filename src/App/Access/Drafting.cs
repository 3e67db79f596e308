using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gongkai.App.Access;

/// <summary>A draft was put back into the form of this page; the layout says so.</summary>
public sealed record RestoredDraft(DateTimeOffset At, string Page);

/// <summary>Puts a draft back into the form of its page, and drops it when the form has been sent. A form is kept with <c>&lt;form draft&gt;</c>.</summary>
/// <remarks>The fields must be written with <c>asp-for</c>: a draft stands in the model state, from which these take what they show.</remarks>
public sealed class Drafting(KeptForms kept, Me me) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (me.Account is not { } account) return;
        var page = PageOf(context.HttpContext);
        if (HttpMethods.IsPost(context.HttpContext.Request.Method))
        {
            if (executed.Exception is null && executed.Result is IKeepTempDataResult) await kept.Drop(account, page);
            return;
        }
        if (executed.Result is not (null or PageResult) || await kept.Of(account, page) is not { } draft) return;
        foreach (var (field, values) in draft.Fields) context.ModelState.SetModelValue(field, new ValueProviderResult(values));
        context.HttpContext.Items[typeof(RestoredDraft)] = new RestoredDraft(draft.At, page);
    }

    /// <summary>The page that a draft belongs to: its address without the question.</summary>
    public static string PageOf(HttpContext context) => context.Request.Path.Value!.TrimEnd('/');
}

/// <summary>Tells the script where a form is to be kept while it is filled in.</summary>
[HtmlTargetElement("form", Attributes = "draft")]
public sealed class DraftTag : TagHelper
{
    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.RemoveAll("draft");
        var request = ViewContext.HttpContext.Request;
        output.Attributes.SetAttribute("data-draft", $"{request.PathBase}/office/draft?page={Uri.EscapeDataString(Drafting.PageOf(ViewContext.HttpContext))}");
    }
}

/// <summary>The addresses at which drafts are kept and thrown away.</summary>
public static class DraftRoutes
{
    public static void MapDrafts(this IEndpointRouteBuilder office)
    {
        // PUT: the script sends it every few seconds, and what is kept twice is kept once.
        office.MapPut("/draft", async (HttpContext context, KeptForms kept, Me me, IAntiforgery antiforgery, string page) =>
        {
            if (context.Request.ContentLength is null or > KeptForms.MostBytes || !context.Request.HasFormContentType) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            if (!await antiforgery.IsRequestValidAsync(context)) return Results.BadRequest();
            if (!page.StartsWith("/office/", StringComparison.Ordinal)) return Results.BadRequest();
            return await kept.Keep(me.Account!.Value, page, form) ? Results.NoContent() : Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }).RequirePermission(Rules.Access.Permission.UseOffice);

        office.MapPost("/draft/discard", async (HttpContext context, KeptForms kept, Me me, IAntiforgery antiforgery) =>
        {
            if (!await antiforgery.IsRequestValidAsync(context)) return Results.BadRequest();
            var page = (string?)context.Request.Form["page"] ?? "";
            await kept.Drop(me.Account!.Value, page);
            return Results.LocalRedirect(page.StartsWith("/office/", StringComparison.Ordinal) ? "~" + page : "~/office/");
        }).RequirePermission(Rules.Access.Permission.UseOffice);
    }

    static void RequirePermission(this RouteHandlerBuilder route, Rules.Access.Permission permission) => route.RequireAuthorization(new PermitsAttribute(permission));
}
