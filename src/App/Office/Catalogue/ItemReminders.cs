using System.Globalization;
using Gongkai.App.Office.Chores;
using Gongkai.Records;
using Gongkai.Records.Calendars;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Notices;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Gongkai.Rules.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Catalogue;

/// <summary>Reminds of what must be disclosed soon: whoever writes it; of a period that ends, whoever writes in the department that keeps the entry; of a guide that is out of date, whoever keeps it (主动公开到期提醒).</summary>
public sealed class ItemReminders : IReminders
{
    const int AtOnce = 500;

    public async IAsyncEnumerable<Telling.Told> Due(Store store, DateOnly today)
    {
        // However the holidays lie, nothing later is near; and what is overdue for longer was said often enough.
        var (horizon, past) = (today.AddDays(40), today.AddDays(-60));
        var waiting = store.Waiting().AsNoTracking().Where(item => item.DueOn >= past && item.DueOn <= horizon);
        for (var last = Guid.Empty; ;)
        {
            var after = last;
            var batch = await waiting.Where(item => item.Id.CompareTo(after) > 0).OrderBy(item => item.Id).Take(AtOnce).Select(item => new { item.Id, item.Handle, item.AgencyId, item.Title, item.DueOn }).ToListAsync();
            if (batch.Count == 0) break;
            last = batch[^1].Id;
            var ids = batch.Select(item => item.Id).ToList();
            var authors = (await (from version in store.ItemVersions
                                  join account in store.Accounts on version.AuthorId equals account.Id
                                  where ids.Contains(version.ItemId) && account.DisabledAt == null && (version.State == VersionState.Draft || version.State == VersionState.InReview || version.State == VersionState.Approved)
                                  select new { version.ItemId, account.Id }).Distinct().ToListAsync()).ToLookup(one => one.ItemId, one => one.Id);
            var agencies = batch.Select(item => item.AgencyId).Distinct().ToList();
            var calendarOf = await store.CalendarsOf(agencies);
            // What nobody writes any more is for those who could.
            Dictionary<Guid, List<Guid>> spare = [];
            foreach (var agency in batch.Where(item => !authors[item.Id].Any()).Select(item => item.AgencyId).Distinct()) spare[agency] = await store.HoldersAt(agency, Permission.ReviewItems);
            foreach (var item in batch)
                if (Reminders.Usual.On(item.DueOn!.Value, today, calendarOf(item.AgencyId)) is { } words)
                    foreach (var account in authors[item.Id].Any() ? authors[item.Id] : spare[item.AgencyId])
                        yield return new(account, NoticeTopic.Reminders, $"《{item.Title}》应当公开，{words}。", $"/office/items/{item.Handle}", string.Create(CultureInfo.InvariantCulture, $"item:{item.Id:N}:{today:yyyyMMdd}"));
        }
        await foreach (var told in Periodic(store, today)) yield return told;
        await foreach (var told in Guides(store, today)) yield return told;
    }

    static async IAsyncEnumerable<Telling.Told> Periodic(Store store, DateOnly today)
    {
        foreach (var agency in await store.CatalogueEntries.Open.Where(entry => entry.Mode == DisclosureMode.Periodic).Select(entry => entry.AgencyId).Distinct().ToListAsync())
        {
            var calendar = await store.CalendarOf(agency);
            var entries = await store.CatalogueEntries.AsNoTracking().OfAgency(agency).Open.Where(entry => entry.Mode == DisclosureMode.Periodic).ToListAsync();
            List<(CatalogueEntry Entry, CheckedPeriod Period, string Words)> due = [];
            foreach (var (id, periods) in await store.PeriodsOf(entries, today, calendar))
                foreach (var period in periods.Where(period => period.State is PeriodState.Pending or PeriodState.Missing && period.Period.DueOn >= today.AddDays(-60)))
                    if (Reminders.Usual.On(period.Period.DueOn, today, calendar) is { } words) due.Add((entries.First(entry => entry.Id == id), period, words));
            if (due is []) continue;
            var writers = Permission.WriteItems.Holders().ToArray();
            var grants = await (from grant in store.Grants
                                join account in store.Accounts on grant.AccountId equals account.Id
                                where grant.AgencyId == agency && writers.Contains(grant.Role) && account.DisabledAt == null
                                select new { grant.DepartmentId, grant.Role, account.Id }).Distinct().ToListAsync();
            foreach (var (entry, period, words) in due)
            {
                var own = grants.Where(grant => grant.DepartmentId is not null && grant.DepartmentId == entry.DepartmentId).Select(grant => grant.Id).Distinct().ToList();
                foreach (var account in own is not [] ? own : [.. grants.Where(grant => grant.DepartmentId is null && grant.Role is Role.Editor).Select(grant => grant.Id).Distinct()])
                    yield return new(account, NoticeTopic.Reminders, $"定期公开“{entry.Name}”（{period.Period.Words}）{words}。", $"{Index.Path}/{entry.Handle}",
                        string.Create(CultureInfo.InvariantCulture, $"period:{entry.Id:N}:{period.Period.Last:yyyyMMdd}:{today:yyyyMMdd}"));
            }
        }
    }

    // Of agencies that have a guide of their own; one that never had any is told at its desk.
    static async IAsyncEnumerable<Telling.Told> Guides(Store store, DateOnly today)
    {
        var week = ISOWeek.GetWeekOfYear(today.ToDateTime(default));
        for (var last = Guid.Empty; ;)
        {
            var after = last;
            var agencies = await store.Agencies.AsNoTracking().Where(agency => agency.Id.CompareTo(after) > 0 && agency.AbolishedOn == null && store.GuideVersions.Any(version => version.AgencyId == agency.Id && version.SignedAt != null))
                .OrderBy(agency => agency.Id).Take(AtOnce).ToListAsync();
            if (agencies.Count == 0) yield break;
            last = agencies[^1].Id;
            foreach (var agency in agencies)
                if (await store.GuideFindings(agency, today) is [var first, ..])
                    foreach (var account in await store.HoldersAt(agency.Id, Permission.ManageColumns))
                        yield return new(account, NoticeTopic.Reminders, first.Message, Guide.Index.Path, string.Create(CultureInfo.InvariantCulture, $"guide:{agency.Id:N}:{today.Year}-{week}"));
        }
    }
}
