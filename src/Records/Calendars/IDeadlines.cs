using Gongkai.Rules;

namespace Gongkai.Records.Calendars;

/// <summary>The open deadlines of one domain. Each domain that counts working days has one, so that the calendar's page can tell what moves when it changes.</summary>
public interface IDeadlines
{
    /// <summary>What people call them, such as 依申请公开答复期限.</summary>
    string Name { get; }

    /// <summary>Those of an agency that nobody has met yet, the nearest first, read as they are asked for.</summary>
    IAsyncEnumerable<OpenDeadline> Open(Store store, Guid agency, DateOnly today);

    /// <summary>Writes the days that a changed calendar gives to those that stand in columns; inside the act that changed it. Nothing to do where days are only ever counted.</summary>
    Task Move(Store store, Func<Guid, Task<WorkingCalendar>> calendarOf) => Task.CompletedTask;
}

/// <summary>Something that must be done by a day which the calendar gives.</summary>
/// <param name="Name">What, in words.</param>
/// <param name="Path">Where it is done, from the root of the application.</param>
/// <param name="From">The day from which it is counted.</param>
/// <param name="Count">The day that a calendar gives.</param>
public sealed record OpenDeadline(string Name, string? Path, DateOnly From, Func<WorkingCalendar, DateOnly> Count);

/// <summary>An open deadline whose day differs between two calendars.</summary>
public sealed record MovedDeadline(string Kind, string Name, string? Path, DateOnly Before, DateOnly After);

/// <summary>What moves when the calendar changes.</summary>
public static class Deadlines
{
    /// <summary>One page of the open deadlines that move, and how many there are. No more is kept in memory than the page.</summary>
    public static async Task<(int Total, IReadOnlyList<MovedDeadline> Rows)> Moving(this IEnumerable<IDeadlines> domains, Store store, Guid agency, DateOnly today, WorkingCalendar before, WorkingCalendar after, int skip, int take)
    {
        var total = 0;
        List<MovedDeadline> rows = [];
        foreach (var domain in domains)
            await foreach (var open in domain.Open(store, agency, today))
            {
                var (was, becomes) = (open.Count(before), open.Count(after));
                if (was == becomes) continue;
                if (total >= skip && rows.Count < take) rows.Add(new(domain.Name, open.Name, open.Path, was, becomes));
                total++;
            }
        return (total, rows);
    }
}
