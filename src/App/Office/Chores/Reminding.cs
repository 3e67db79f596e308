using System.Globalization;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Calendars;
using Gongkai.Records.Notices;
using Gongkai.Records.Organizations;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Chores;

/// <summary>Reminds people of what falls due; each hour, and of each thing once.</summary>
public sealed class Reminding(IEnumerable<IReminders> domains, Func<Store> open, TimeProvider time) : IChore
{
    /// <summary>The program reminds in the morning, not at midnight.</summary>
    const int FirstHour = 8;

    /// <summary>How many reminders are told together.</summary>
    const int AtOnce = 500;

    public string Name => "reminders";
    public string Title => "到期提醒";
    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task Do(Store store, DateTimeOffset now, CancellationToken stopping)
    {
        if (now.AtOffice.Hour < FirstHour) return;
        List<Exception> faults = [];
        foreach (var domain in domains)
            try
            {
                await using var reading = open();
                List<Telling.Told> page = [];
                await foreach (var due in domain.Due(reading, time.Today).WithCancellation(stopping))
                {
                    page.Add(due);
                    if (page.Count < AtOnce) continue;
                    await store.Tell(page, now);
                    page.Clear();
                }
                await store.Tell(page, now);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException && !stopping.IsCancellationRequested)
            {
                // One domain's fault keeps no other's reminders back.
                store.ChangeTracker.Clear();
                faults.Add(fault);
            }
        if (faults is not []) throw new AggregateException(faults);
    }
}

/// <summary>Reminds of tasks: who has them, and who stands in (任务到期).</summary>
public sealed class TaskReminders : IReminders
{
    const int AtOnce = 500;

    public async IAsyncEnumerable<Telling.Told> Due(Store store, DateOnly today)
    {
        await foreach (var due in store.RemindersOn(today, Reminders.Usual, store.CalendarsOf).Chunk(AtOnce))
        {
            var people = due.SelectMany(one => one.People).Distinct().ToList();
            var accounts = (await store.Accounts.Where(account => account.PersonId != null && people.Contains(account.PersonId.Value) && account.DisabledAt == null)
                .Select(account => new { Person = account.PersonId!.Value, account.Id }).ToListAsync()).ToLookup(account => account.Person, account => account.Id);
            foreach (var one in due)
                foreach (var account in one.People.SelectMany(person => accounts[person]).Distinct())
                    yield return new(account, NoticeTopic.Tasks, $"任务“{one.Task.Title}”{one.Words}。", $"/office/tasks/{one.Task.Handle}", string.Create(CultureInfo.InvariantCulture, $"task:{one.Task.Id:N}:{today:yyyyMMdd}"));
        }
    }
}

/// <summary>Reminds those who keep the calendar that next year's holidays are not known yet (放假安排).</summary>
public sealed class HolidayReminders : IReminders
{
    public async IAsyncEnumerable<Telling.Told> Due(Store store, DateOnly today)
    {
        if ((await store.CalendarOf(Guid.Empty)).Missing(today) is not { } missing) yield break;
        var keepers = Permission.ManageSettings.Holders().ToArray();
        var accounts = await (
            from grant in store.Grants
            join account in store.Accounts on grant.AccountId equals account.Id
            where grant.DepartmentId == null && keepers.Contains(grant.Role) && account.DisabledAt == null
            select account.Id).Distinct().ToListAsync();
        // Said anew each Monday's week until it is done.
        var week = ISOWeek.GetWeekOfYear(today.ToDateTime(default));
        foreach (var account in accounts) yield return new(account, NoticeTopic.Reminders, missing, "/office/calendar", string.Create(CultureInfo.InvariantCulture, $"holidays:{today.Year + 1}:{week}"));
    }
}
