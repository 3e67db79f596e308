using Gongkai.Rules;
using Gongkai.Rules.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Organizations;

/// <summary>The questions that are asked about tasks.</summary>
public static class TaskQueries
{
    extension(IQueryable<WorkTask> tasks)
    {
        /// <summary>Those that are still to do.</summary>
        public IQueryable<WorkTask> Open => tasks.Where(task => task.State != TaskState.Done && task.State != TaskState.Withdrawn);

        /// <summary>Only those of these departments; <c>null</c> means all.</summary>
        public IQueryable<WorkTask> Within(IReadOnlyList<Guid>? few) => few is null ? tasks : tasks.Where(task => few.Contains(task.DepartmentId));

        public IQueryable<WorkTask> OfAgency(Guid agency) => tasks.Where(task => task.AgencyId == agency);

        /// <summary>Those of any of some people.</summary>
        public IQueryable<WorkTask> Of(IReadOnlyCollection<Guid> people) => tasks.Where(task => task.PersonId != null && people.Contains(task.PersonId.Value));

        /// <summary>Those that nobody has, or someone who has left.</summary>
        public IQueryable<WorkTask> WithoutAnyone(IQueryable<Person> people) =>
            tasks.Where(task => task.PersonId == null || people.Any(person => person.Id == task.PersonId && person.LeftOn != null));
    }
}

/// <summary>Whose tasks stand on whose desk, and who is reminded of them.</summary>
public static class Desks
{
    /// <summary>A task of which someone is to be reminded today (提醒).</summary>
    /// <param name="People">Who: the one who has it, and whoever stands in.</param>
    /// <param name="Words">Why today, such as 还剩 2 个工作日.</param>
    public sealed record Reminder(WorkTask Task, IReadOnlyList<Guid> People, string Words);

    /// <summary>How many tasks are looked at together.</summary>
    const int AtOnce = 500;

    extension(Store store)
    {
        /// <summary>Someone, and all for whom this person stands in today.</summary>
        public async Task<List<Guid>> HandsOf(Guid person, DateOnly today) =>
            [person, .. await store.StandIns.Where(standIn => standIn.SubstituteId == person && standIn.From <= today && standIn.Until >= today).Select(standIn => standIn.AwayId).Distinct().ToListAsync()];

        /// <summary>Every task of which someone must be reminded today, each by its agency's calendar; read page by page.</summary>
        /// <param name="calendars">Reads the calendars of some agencies.</param>
        public async IAsyncEnumerable<Reminder> RemindersOn(DateOnly today, Reminders rule, Func<IReadOnlyCollection<Guid>, Task<Func<Guid, WorkingCalendar>>> calendars)
        {
            // The earliest reminder comes a few working days ahead; however the holidays lie, nothing later is near.
            var horizon = today.AddDays(rule.Before.DefaultIfEmpty(0).Max() * 2 + 30);
            // State by state, as the index goes.
            foreach (var state in Enum.GetValues<TaskState>().Where(state => state is not (TaskState.Done or TaskState.Withdrawn)))
            {
                (DateOnly DueOn, Guid Id) last = default;
                while (await store.Tasks.AsNoTracking().Where(task => task.State == state && task.PersonId != null && task.DueOn <= horizon
                        && task.DueOn >= last.DueOn && (task.DueOn > last.DueOn || task.Id > last.Id)).OrderBy(task => task.DueOn).ThenBy(task => task.Id).Take(AtOnce).ToListAsync() is [.., var end] page)
                {
                    var calendarOf = await calendars([.. page.Select(task => task.AgencyId).Distinct()]);
                    foreach (var reminder in await store.Of(page, today, rule, calendarOf)) yield return reminder;
                    last = (end.DueOn, end.Id);
                }
            }
        }

        async Task<IEnumerable<Reminder>> Of(List<WorkTask> tasks, DateOnly today, Reminders rule, Func<Guid, WorkingCalendar> calendarOf)
        {
            var people = tasks.Select(task => task.PersonId!.Value).Distinct().ToList();
            var substitutes = (await store.StandIns.Where(standIn => people.Contains(standIn.AwayId) && standIn.From <= today && standIn.Until >= today)
                .Select(standIn => new { standIn.AwayId, standIn.SubstituteId }).ToListAsync()).ToLookup(one => one.AwayId, one => one.SubstituteId);
            return from task in tasks
                   let words = rule.On(task.DueOn, today, calendarOf(task.AgencyId))
                   where words is not null
                   select new Reminder(task, [task.PersonId!.Value, .. substitutes[task.PersonId.Value]], words);
        }
    }
}
