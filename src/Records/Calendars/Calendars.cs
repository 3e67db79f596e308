using Gongkai.Rules;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Calendars;

/// <summary>The calendar by which an agency counts: the notices that came with the program, those that were imported, and its own days.</summary>
public static class Calendars
{
    extension(Store store)
    {
        /// <summary>As it counts now.</summary>
        public async Task<WorkingCalendar> CalendarOf(Guid agency) => await store.CalendarOf(agency, []);

        /// <summary>As it would count with some notices more: what a dry run shows.</summary>
        public async Task<WorkingCalendar> CalendarOf(Guid agency, IEnumerable<HolidayNotice> more)
        {
            var imported = await store.CalendarNotices.AsNoTracking().Newest.OrderBy(notice => notice.Year).ToListAsync();
            var local = await store.LocalDays.AsNoTracking().Where(day => day.AgencyId == agency).ToListAsync();
            return new([.. HolidayNotice.BuiltIn, .. imported.Select(notice => notice.ToNotice()), .. more], local.Select(day => day.ToDay()));
        }

        /// <summary>As several agencies count: two questions, however many they are.</summary>
        public async Task<Func<Guid, WorkingCalendar>> CalendarsOf(IReadOnlyCollection<Guid> agencies)
        {
            var imported = await store.CalendarNotices.AsNoTracking().Newest.OrderBy(notice => notice.Year).ToListAsync();
            HolidayNotice[] notices = [.. HolidayNotice.BuiltIn, .. imported.Select(notice => notice.ToNotice())];
            var usual = new WorkingCalendar(notices, []);
            var own = (await store.LocalDays.AsNoTracking().Where(day => agencies.Contains(day.AgencyId)).ToListAsync()).GroupBy(day => day.AgencyId)
                .ToDictionary(days => days.Key, days => new WorkingCalendar(notices, days.Select(day => day.ToDay())));
            return agency => own.GetValueOrDefault(agency, usual);
        }

        /// <summary>Imports a year's notice as its next version, and moves the open deadlines of every domain, in one act. What was already met stays as it was.</summary>
        /// <param name="notice">Already looked at: <see cref="HolidayNotice.ToImport"/>.</param>
        /// <param name="act">Whose hand it is.</param>
        /// <param name="deadlines">The domains that keep deadlines.</param>
        public Task ImportNotice(HolidayNotice notice, Act act, IEnumerable<IDeadlines> deadlines) => store.Write(act, async () =>
        {
            var version = await store.CalendarNotices.Where(one => one.Year == notice.Year).MaxAsync(one => (int?)one.Version) ?? 0;
            store.Add(new CalendarNotice { Year = notice.Year, Version = version + 1, Text = notice.Text, ImportedAt = act.At, ImportedBy = act.By.Name });
            await store.SaveChangesAsync();
            await store.MoveDeadlines(deadlines);
        });

        /// <summary>Lets every domain count its open deadlines anew; inside <see cref="Store.Write"/>.</summary>
        public async Task MoveDeadlines(IEnumerable<IDeadlines> deadlines)
        {
            foreach (var domain in deadlines) await domain.Move(store, agency => store.CalendarOf(agency));
        }
    }
}

/// <summary>The questions that are asked about imported notices.</summary>
public static class CalendarNoticeQueries
{
    extension(IQueryable<CalendarNotice> notices)
    {
        /// <summary>Of each year the last import.</summary>
        public IQueryable<CalendarNotice> Newest => notices.Where(notice => !notices.Any(later => later.Year == notice.Year && later.Version > notice.Version));
    }
}
