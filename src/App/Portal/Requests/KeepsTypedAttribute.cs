using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Gongkai.App.Portal.Requests;

/// <summary>Marks a page that looks at the token of its form itself, so that a form whose session is over is shown again instead of lost. A verb that it has no answer for is refused here.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KeepsTypedAttribute : Attribute, IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is null) context.Result = new BadRequestResult();
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
