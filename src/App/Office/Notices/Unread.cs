using Gongkai.App.Access;
using Gongkai.Records;
using Gongkai.Records.Notices;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Notices;

/// <summary>How many notices someone has not read, for the bar at the top.</summary>
public sealed record Unread(int Count)
{
    /// <summary>Nobody needs to know more exactly.</summary>
    public const int Most = 99;

    public string Words => Count > Most ? $"{Most}+" : $"{Count}";

    /// <summary>Counts them after the page has done its work, so that one that was just read no longer counts.</summary>
    public sealed class Filter(Store store, Me me) : IAsyncResultFilter
    {
        public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
        {
            if (me.Account is { } account && context.Result is Microsoft.AspNetCore.Mvc.RazorPages.PageResult)
                context.HttpContext.Items[typeof(Unread)] = new Unread(await store.Notices.Of(account).Unread.OrderBy(notice => notice.At).Take(Most + 1).CountAsync());
            await next();
        }
    }
}
