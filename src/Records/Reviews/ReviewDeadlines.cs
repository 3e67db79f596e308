using Gongkai.Records.Calendars;
using Gongkai.Rules;
using Gongkai.Rules.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Reviews;

/// <summary>The days by which the agency answers in a reconsideration or a suit: they follow the calendar until it has answered.</summary>
public sealed class ReviewDeadlines : IDeadlines
{
    public string Name => "复议答复、诉讼答辩期限";

    public async IAsyncEnumerable<OpenDeadline> Open(Store store, Guid agency, DateOnly today)
    {
        await foreach (var one in store.Reviews.AsNoTracking().OfAgency(agency).Unanswered.Where(one => one.AnswerDue >= today).OrderBy(one => one.AnswerDue).ThenBy(one => one.Id).AsAsyncEnumerable())
            yield return new($"{one.Kind.Name} {one.CaseNumber} 答复", $"/office/reviews/{one.Handle}", one.CopyReachedOn!.Value,
                calendar => RemedyTerms.AnswerDue(one.Kind, one.Procedure, one.CopyReachedOn!.Value, calendar));
    }

    public async Task Move(Store store, Func<Guid, Task<WorkingCalendar>> calendarOf)
    {
        foreach (var cases in (await store.Reviews.Unanswered.ToListAsync()).GroupBy(one => one.AgencyId))
        {
            var calendar = await calendarOf(cases.Key);
            foreach (var one in cases) one.Recount(calendar);
        }
        await store.SaveChangesAsync();
    }
}
