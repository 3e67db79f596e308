using Gongkai.Records.Calendars;
using Gongkai.Rules;
using Gongkai.Rules.Requests;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Requests;

/// <summary>The due days of open requests: they follow the calendar, and those already answered stay as they were.</summary>
public sealed class RequestDeadlines : IDeadlines
{
    const int AtOnce = 200;

    public string Name => "依申请公开答复期限";

    public async IAsyncEnumerable<OpenDeadline> Open(Store store, Guid agency, DateOnly today)
    {
        var terms = await store.TermsOf(agency);
        var open = store.Requests.AsNoTracking().OfAgency(agency).Open.Where(request => request.Due >= today);
        // Each batch begins where the one before ended: skipping would read all of them again each time.
        for (var (due, last) = (today, Guid.Empty); ;)
        {
            var (from, after) = (due, last);
            var batch = await open.Where(request => request.Due > from || request.Due == from && request.Id.CompareTo(after) > 0).OrderBy(request => request.Due).ThenBy(request => request.Id)
                .Take(AtOnce).Select(request => new { request.Id, request.Number, request.Handle, request.ReceivedOn, request.Due }).ToListAsync();
            if (batch.Count == 0) yield break;
            (due, last) = (batch[^1].Due!.Value, batch[^1].Id);
            var facts = await store.FactsOf([.. batch.Select(one => one.Id)]);
            foreach (var one in batch)
                yield return new($"申请 {one.Number}", $"/office/requests/{one.Handle}", one.ReceivedOn!.Value, calendar => Clock.Read(facts[one.Id], calendar, RequestTerms.Of(facts[one.Id], terms)).Due!.Value);
        }
    }

    public async Task Move(Store store, Func<Guid, Task<WorkingCalendar>> calendarOf)
    {
        foreach (var agency in await store.Requests.Open.Select(request => request.AgencyId).Distinct().ToListAsync())
        {
            var (calendar, terms) = (await calendarOf(agency), await store.TermsOf(agency));
            for (var last = Guid.Empty; ;)
            {
                var batch = await store.Requests.OfAgency(agency).Open.Where(request => request.Id.CompareTo(last) > 0).OrderBy(request => request.Id).Take(AtOnce).ToListAsync();
                if (batch.Count == 0) break;
                var facts = await store.FactsOf([.. batch.Select(one => one.Id)]);
                foreach (var request in batch) request.Follow(Clock.Read(facts[request.Id], calendar, RequestTerms.Of(facts[request.Id], terms)));
                await store.SaveChangesAsync();
                // What is saved is let go of, or each batch would look through all those before it.
                store.ChangeTracker.Clear();
                last = batch[^1].Id;
            }
        }
    }
}
