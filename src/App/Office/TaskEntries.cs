using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Gongkai.Rules.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office;

/// <summary>The tasks on a desk: one's own and those of whom one stands in for, those given to others, those overdue where one directs.</summary>
public sealed class TaskEntries(Store store, Desk desk) : IDeskEntries
{
    const int Most = 50;
    const int MostDone = 5;

    public async Task<IReadOnlyList<DeskEntry>> Of(Me me, DateOnly today)
    {
        var tasks = store.Tasks.AsNoTracking().OfAgency(me.Agency);
        List<DeskEntry> entries = [];
        if (me.Person is { } person)
        {
            var hands = await store.HandsOf(person, today);
            var mine = await tasks.Open.Where(task => task.PersonId != null && hands.Contains(task.PersonId.Value)).OrderBy(task => task.DueOn).ThenBy(task => task.Id).Take(Most).ToListAsync();
            var names = await desk.Named(mine.Select(task => task.PersonId));
            entries.AddRange(mine.Select(task => Of(DeskPlace.Mine, task, task.State.Name) with
            {
                Why = string.Join("；", new[] { task.PersonId == person ? null : $"代管{names[task.PersonId!.Value].Name}的任务", Reminders.Usual.On(task.DueOn, today, desk.Calendar) }.OfType<string>()),
            }));
            var done = await tasks.Where(task => task.State == TaskState.Done && task.PersonId == person).OrderByDescending(task => task.EndedAt).Take(MostDone).ToListAsync();
            entries.AddRange(done.Select(task => Of(DeskPlace.Done, task, $"{task.EndedAt!.Value.InBeijing()} 办结")));
        }
        entries.AddRange(await With(DeskPlace.Given, tasks.Open.Where(task => task.GivenById == me.Account && me.Account != null)));
        if (me.MaySomewhere(Permission.AssignTasks)) entries.AddRange(await With(DeskPlace.Overdue, tasks.Within(me.DepartmentsFor(Permission.AssignTasks)).Open.Where(task => task.DueOn < today)));
        return entries;
    }

    async Task<IEnumerable<DeskEntry>> With(DeskPlace place, IQueryable<WorkTask> tasks)
    {
        var found = await (from task in tasks
                           join department in store.Departments on task.DepartmentId equals department.Id
                           join person in store.People on task.PersonId equals person.Id into people
                           from person in people.DefaultIfEmpty()
                           orderby task.DueOn, task.Id
                           select new { task, Department = department.Name, Person = person == null ? null : person.Name, Left = person != null && person.LeftOn != null }).Take(Most).ToListAsync();
        return found.Select(row => Of(place, row.task, $"{row.Department}{row.Person ?? "（没有承办人）"}{(row.Left ? "（已离岗）" : "")}，{row.task.State.Name}"));
    }

    static DeskEntry Of(DeskPlace place, WorkTask task, string note) =>
        new(place, "任务", task.Importance == Importance.Normal ? task.Title : $"【{task.Importance.Name}】{task.Title}", $"/office/tasks/{task.Handle}", task.DueOn, note);
}
