using Gongkai.App.Access;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office;

/// <summary>The name of the agency whose desk this is, for the bar at the top.</summary>
public sealed record DeskName(string Name)
{
    /// <summary>Looks it up before a page of the office is shown, and the calendar by which this desk counts.</summary>
    public sealed class Filter(Store store, Me me, Desk desk) : IAsyncPageFilter
    {
        public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

        public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
        {
            if (me.Agency != Guid.Empty && await store.Agencies.Where(agency => agency.Id == me.Agency).Select(agency => agency.Name).FirstOrDefaultAsync() is { } name)
                context.HttpContext.Items[typeof(DeskName)] = new DeskName(name);
            if (me.Account is not null) await desk.Open();
            await next();
        }
    }
}
