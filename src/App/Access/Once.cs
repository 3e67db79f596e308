using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Drafts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Access;

/// <summary>The same form does something once, however often it is sent (防重复提交). A form asks for it with <c>&lt;form method="post" once&gt;</c>.</summary>
/// <remarks>The token is saved with the first save of the page, in its transaction. Whoever sends the form again is led where the first answer led.</remarks>
public sealed class Once(Store store, Me me, TimeProvider time, ITempDataDictionaryFactory messages) : IAsyncPageFilter, IAsyncResultFilter
{
    public const string Field = "_once";

    /// <summary>So long a form may be sent again and still be known.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(2);

    SentForm? sent;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || me.Account is not { } account || !Handle.TryParse(request.Form[Field], null, out var token))
        {
            await next();
            return;
        }
        if (await First(account, token) is { } known)
        {
            context.Result = Again(context.HttpContext, known);
            return;
        }

        sent = new() { AccountId = account, Token = token, SentAt = time.Now };
        store.Add(sent);
        var executed = await next();
        if (executed.Exception is DbUpdateException && await First(account, token) is { } faster)
        {
            sent = null;
            executed.ExceptionHandled = true;
            executed.Result = Again(context.HttpContext, faster);
            return;
        }

        // Refused, or nothing was done: the form may be sent again.
        if (store.Entry(sent).State == EntityState.Unchanged) return;
        store.Entry(sent).State = EntityState.Detached;
        sent = null;
    }

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        await next();
        if (sent is null) return;
        sent.Answer = context.HttpContext.Response.Headers.Location.FirstOrDefault();
        await store.SaveChangesAsync();
        var forgotten = time.Now - Remembered;
        await store.SentForms.Where(form => form.SentAt < forgotten).ExecuteDeleteAsync();
    }

    Task<SentForm?> First(Guid account, Handle token) =>
        store.SentForms.AsNoTracking().SingleOrDefaultAsync(form => form.AccountId == account && form.Token == token);

    LocalRedirectResult Again(HttpContext context, SentForm first)
    {
        messages.GetTempData(context)["Done"] = "这份表单已经提交过，没有重复办理。";
        return new(first.Answer is ['/', ..] answer ? answer : context.Request.PathBase + context.Request.Path);
    }
}

/// <summary>Gives a form its token.</summary>
[HtmlTargetElement("form", Attributes = "once")]
public sealed class OnceTag : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.RemoveAll("once");
        output.PostContent.AppendHtml($"""<input type="hidden" name="{Once.Field}" value="{Handle.Next()}">""");
    }
}
