using Gongkai.App.Access;
using Gongkai.App.Office.Requests;
using Gongkai.App.Office.Requests.Letters;
using Gongkai.Records;
using Gongkai.Records.Requests;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office;

/// <summary>What waits, beside the entries of the menu: new requests, requests nearly due or overdue, letters for whoever has to approve them.</summary>
/// <param name="Counts">By the address of the entry that they stand beside; those of nought are left out.</param>
public sealed record MenuCounts(ILookup<string, MenuCounts.Count> Counts)
{
    /// <summary>Nobody needs to know more exactly, and so no more is counted.</summary>
    public const int Most = 99;

    /// <param name="Name">What is counted.</param>
    /// <param name="Path">Where they are listed.</param>
    /// <param name="Urgent">Must be looked at now.</param>
    public sealed record Count(string Name, string Path, int Number, bool Urgent = false)
    {
        public string Words => Number > Most ? $"{Most}+" : $"{Number}";
    }

    /// <summary>Counts after the page has done its work, so that what was just done no longer counts. Each count is answered by an index, up to where nobody counts further.</summary>
    public sealed class Filter(Store store, Me me, Desk desk, RequestDesk requests, Items.ItemDesk items) : IAsyncResultFilter
    {
        public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
        {
            if (me.Account is not null && me.Agency != Guid.Empty && (me.MaySomewhere(Permission.SeeRequests) || me.May(Permission.SeeItems)) && context.Result is Microsoft.AspNetCore.Mvc.RazorPages.PageResult)
                context.HttpContext.Items[typeof(MenuCounts)] = await Of();
            await next();
        }

        async Task<MenuCounts> Of()
        {
            List<(string Entry, Count Count)> all = [];
            if (me.May(Permission.SeeItems) && items.Mine is not [])
                all.Add((Items.Index.Path, new("待我审核", $"{Items.Index.Path}?tab=mine", await items.Waiting().OrderBy(version => version.Id).Take(Most + 1).CountAsync())));
            if (me.MaySomewhere(Permission.SeeRequests)) await CountRequests(all);
            return new(all.Where(one => one.Count.Number > 0).ToLookup(one => one.Entry, one => one.Count));
        }

        async Task CountRequests(List<(string Entry, Count Count)> all)
        {
            var open = requests.Seen.Open;
            if (me.May(Permission.RegisterRequests)) Add(Requests.Index.Path, "待确认", "confirm", await Capped(open.Where(request => request.ReceivedOn == null)));
            if (me.May(Permission.RouteRequests)) Add(Requests.Index.Path, "待分办", "route", await Capped(open.Where(request => request.ReceivedOn != null && request.DepartmentId == null)));
            var (today, soon) = (desk.Today, desk.Calendar.Add(desk.Today, desk.Lights.Soon));
            Add(Requests.Index.Path, "临期", "soon", await Capped(open.Where(request => request.ActBy >= today && request.ActBy <= soon)));
            Add(Requests.Index.Path, "超期", "overdue", await Capped(open.Where(request => request.ActBy < today && request.Due < today)), urgent: true);
            if (WaitingLetters.StatesFor(me) is { Count: > 0 } states)
                all.Add(("/office/", new("待我审签", "/office/", await WaitingLetters.Of(store, me, states, requests.Seen).OrderBy(letter => letter.Id).Take(Most + 1).CountAsync())));

            void Add(string entry, string name, string tab, int number, bool urgent = false) => all.Add((entry, new(name, $"{Requests.Index.Path}?tab={tab}", number, urgent)));
        }

        static Task<int> Capped(IQueryable<InformationRequest> some) => some.In(RequestOrder.ActBy).Take(Most + 1).CountAsync();
    }
}
