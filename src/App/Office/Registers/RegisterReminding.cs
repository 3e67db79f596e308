using System.Globalization;
using Gongkai.App.Office.Chores;
using Gongkai.Records;
using Gongkai.Records.Calendars;
using Gongkai.Records.Notices;
using Gongkai.Records.Registers;
using Gongkai.Rules.Access;
using Gongkai.Rules.Organizations;
using Gongkai.Rules.Registers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Registers;

/// <summary>Reminds those who keep the registers of what must be public or taken down: one message for each register and day, not one for each row.</summary>
public sealed class RegisterReminding : IReminders
{
    public async IAsyncEnumerable<Telling.Told> Due(Store store, DateOnly today)
    {
        var horizon = today.AddDays(40);
        List<(Guid Agency, RegisterKind Kind, DateOnly Due, int Count, bool Down)> open = [];
        foreach (var kind in RegisterDeadlines.Kinds)
        {
            var days = await (from row in store.Register(kind).AsNoTracking().Unpublished
                              where row.PublishBy <= horizon
                              group row by new { row.AgencyId, row.PublishBy } into same
                              select new { same.Key.AgencyId, Due = same.Key.PublishBy!.Value, Count = same.Count() }).ToListAsync();
            open.AddRange(days.Select(day => (day.AgencyId, kind, day.Due, day.Count, false)));
            if (kind.IsDecision) open.AddRange((await store.TakeDowns(kind)).GroupBy(row => (row.AgencyId, row.TakeDownBy!.Value)).Select(same => (same.Key.AgencyId, kind, same.Key.Value, same.Count(), true)));
        }
        if (open is []) yield break;
        var agencies = open.Select(one => one.Agency).Distinct().ToList();
        var calendarOf = await store.CalendarsOf(agencies);
        var accounts = await store.HoldersAt(agencies, Permission.KeepRegisters);
        // What is overdue is one message, counted from the oldest: a hundred messages are read by nobody.
        var told = open.GroupBy(one => (one.Agency, one.Kind, one.Down, Due: one.Due < today ? (DateOnly?)null : one.Due))
            .Select(same => (same.Key.Agency, same.Key.Kind, Due: same.Min(one => one.Due), Count: same.Sum(one => one.Count), same.Key.Down));
        foreach (var one in told.OrderBy(one => one.Due))
            if (Reminders.Usual.On(one.Due, today, calendarOf(one.Agency)) is { } words)
                foreach (var account in accounts[one.Agency])
                    yield return new(account, NoticeTopic.Reminders, one.Down ? $"{one.Count} 个{one.Kind.Name}已被撤销或者变更，撤下{words}。" : $"{one.Count} 条{one.Kind.Name}的公开{(one.Due < today && one.Count > 1 ? "最早的" : "")}{words}。", $"{RegisterPlaces.Of(one.Kind)}{(one.Down ? "" : "/submit")}",
                        string.Create(CultureInfo.InvariantCulture, $"register:{one.Agency:N}:{one.Kind}:{one.Due:yyyyMMdd}:{one.Down}:{today:yyyyMMdd}"));
    }
}
