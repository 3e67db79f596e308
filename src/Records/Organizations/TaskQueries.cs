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

    extension(Store store)
    {
        /// <summary>Someone, and all for whom this person stands in today.</summary>
        public async Task<List<Guid>> HandsOf(Guid person, DateOnly today) =>
            [person, .. await store.StandIns.Where(standIn => standIn.SubstituteId == person && standIn.From <= today && standIn.Until >= today).Select(standIn => standIn.AwayId).Distinct().ToListAsync()];

        /// <summary>Every task of which someone must be reminded today, in the order of their due dates.</summary>
        public async Task<IReadOnlyList<Reminder>> RemindersOn(DateOnly today, WorkingCalendar calendar, Reminders rule)
        {
            // The earliest reminder is so many working days ahead; nothing later is read.
            var horizon = calendar.OnOrAfter(calendar.Add(today, rule.Before.DefaultIfEmpty(0).Max() + 1));
            var near = await store.Tasks.AsNoTracking().Open.Where(task => task.PersonId != null && task.DueOn <= horizon).OrderBy(task => task.DueOn).ThenBy(task => task.Id).ToListAsync();
            var substitutes = await store.StandIns.Where(standIn => standIn.From <= today && standIn.Until >= today).Select(standIn => new { standIn.AwayId, standIn.SubstituteId }).ToListAsync();
            return [.. from task in near
                       let words = rule.On(task.DueOn, today, calendar)
                       where words is not null
                       select new Reminder(task, [task.PersonId!.Value, .. substitutes.Where(one => one.AwayId == task.PersonId).Select(one => one.SubstituteId)], words)];
        }
    }
}
