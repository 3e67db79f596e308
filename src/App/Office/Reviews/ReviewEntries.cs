using Gongkai.App.Access;
using Gongkai.Records;
using Gongkai.Records.Reviews;
using Gongkai.Rules.Access;
using Gongkai.Rules.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Reviews;

/// <summary>The answers due in reconsiderations and suits, and what has to be performed, on the desk of those who keep the register.</summary>
public sealed class ReviewEntries(Store store) : IDeskEntries
{
    const int Most = 50;

    public async Task<IReadOnlyList<DeskEntry>> Of(Me me, DateOnly today)
    {
        if (!me.May(Permission.KeepReviews)) return [];
        var own = store.Reviews.AsNoTracking().OfAgency(me.Agency);
        var answers = await own.Unanswered.OrderBy(one => one.AnswerDue).ThenBy(one => one.Id).Take(Most).ToListAsync();
        var orders = await own.Where(one => one.PerformanceDue != null && one.PerformedOn == null).OrderBy(one => one.PerformanceDue).ThenBy(one => one.Id).Take(Most).ToListAsync();
        return
        [
            .. answers.Select(one => Entry(one, one.AnswerDue!.Value, one.Kind.IsSuit ? "提交答辩状和证据" : "提交书面答复和证据")),
            .. orders.Select(one => Entry(one, one.PerformanceDue!.Value, "履行决定、裁判")),
        ];

        DeskEntry Entry(RemedyCase one, DateOnly due, string what) =>
            new(due < today ? DeskPlace.Overdue : DeskPlace.Mine, one.Kind.Name, $"{one.CaseNumber} {what}", $"{Index.Path}/{one.Handle}", due, one.Body);
    }
}
