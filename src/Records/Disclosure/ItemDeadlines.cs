using Gongkai.Records.Calendars;
using Gongkai.Rules;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Disclosure;

/// <summary>The last days for disclosing: of what is not public yet, and of the period that runs of each periodic entry. They follow the calendar.</summary>
public sealed class ItemDeadlines : IDeadlines
{
    const int AtOnce = 500;

    public string Name => "主动公开期限";

    public async IAsyncEnumerable<OpenDeadline> Open(Store store, Guid agency, DateOnly today)
    {
        var times = await TimesOf(store, agency);
        var waiting = store.Waiting().AsNoTracking().Where(item => item.AgencyId == agency && item.DueOn >= today);
        for (var (due, last) = (today, Guid.Empty); ;)
        {
            var (from, after) = (due, last);
            var batch = await waiting.Where(item => item.DueOn > from || item.DueOn == from && item.Id.CompareTo(after) > 0).OrderBy(item => item.DueOn).ThenBy(item => item.Id)
                .Take(AtOnce).Select(item => new { item.Id, item.Handle, item.Title, item.FormedOn, item.DueOn, item.EntryId }).ToListAsync();
            if (batch.Count == 0) break;
            (due, last) = (batch[^1].DueOn!.Value, batch[^1].Id);
            foreach (var one in batch)
                yield return new($"公开《{one.Title}》", $"/office/items/{one.Handle}", one.FormedOn, calendar => TimeRule.Shortest(one.FormedOn, Times(times, one.EntryId), calendar).Due);
        }
        var entries = await store.CatalogueEntries.AsNoTracking().OfAgency(agency).Open.Where(entry => entry.Mode == DisclosureMode.Periodic).OrderBy(entry => entry.Number).ToListAsync();
        foreach (var (id, periods) in await store.PeriodsOf(entries, today, await store.CalendarOf(agency)))
            foreach (var period in periods.Where(period => period.State is PeriodState.Pending))
            {
                var entry = entries.First(one => one.Id == id);
                var rule = Periods.RuleOf(entry.Says.Times)!;
                yield return new($"{entry.Name}（{period.Period.Words}）", $"/office/catalogue/{entry.Handle}", period.Period.Last, calendar => Periods.DueOf(rule, period.Period.Last, calendar));
            }
    }

    public async Task Move(Store store, Func<Guid, Task<WorkingCalendar>> calendarOf)
    {
        foreach (var agency in await store.Items.Where(item => item.State == ItemState.Prepared && item.DueOn != null).Select(item => item.AgencyId).Distinct().ToListAsync())
        {
            var (calendar, times) = (await calendarOf(agency), await TimesOf(store, agency));
            for (var last = Guid.Empty; ;)
            {
                var batch = await store.Items.Where(item => item.AgencyId == agency && item.State == ItemState.Prepared && item.DueOn != null && item.Id.CompareTo(last) > 0).OrderBy(item => item.Id).Take(AtOnce).ToListAsync();
                if (batch.Count == 0) break;
                foreach (var item in batch) item.Recount(TimeRule.Shortest(item.FormedOn, Times(times, item.EntryId), calendar).Due);
                await store.SaveChangesAsync();
                // What is saved is let go of, or each batch would look through all those before it.
                store.ChangeTracker.Clear();
                last = batch[^1].Id;
            }
        }
    }

    static async Task<Dictionary<Guid, IReadOnlyList<TimeRule>>> TimesOf(Store store, Guid agency) =>
        (await store.CatalogueEntries.AsNoTracking().OfAgency(agency).ToListAsync()).ToDictionary(entry => entry.Id, entry => entry.Says.Times);

    static IReadOnlyList<TimeRule> Times(Dictionary<Guid, IReadOnlyList<TimeRule>> times, Guid? entry) => entry is { } id && times.TryGetValue(id, out var found) ? found : [];
}
