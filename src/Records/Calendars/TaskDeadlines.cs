using Gongkai.Records.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Calendars;

/// <summary>The due dates of open tasks. People set them, so they stay; but one that becomes a day off is to be met on the working day before.</summary>
public sealed class TaskDeadlines : IDeadlines
{
    public string Name => "任务";

    public async IAsyncEnumerable<OpenDeadline> Open(Store store, Guid agency, DateOnly today)
    {
        var open = store.Tasks.AsNoTracking().Open.OfAgency(agency).Where(task => task.DueOn >= today).OrderBy(task => task.DueOn).ThenBy(task => task.Id)
            .Select(task => new { task.Title, task.DueOn, task.GivenAt });
        await foreach (var task in open.AsAsyncEnumerable())
            yield return new(task.Title, null, DateOnly.FromDateTime(task.GivenAt.UtcDateTime), calendar => calendar.OnOrBefore(task.DueOn));
    }
}
