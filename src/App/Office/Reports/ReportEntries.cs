using Gongkai.App.Access;
using Gongkai.Records;
using Gongkai.Records.AnnualReports;
using Gongkai.Rules.AnnualReports;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Reports;

/// <summary>The annual reports on a desk: what this person can do about them today.</summary>
public sealed class ReportEntries(Store store) : IDeskEntries
{
    public async Task<IReadOnlyList<DeskEntry>> Of(Me me, DateOnly today)
    {
        if (!me.May(Permission.SeeReports) || await store.Agencies.AsNoTracking().SingleOrDefaultAsync(agency => agency.Id == me.Agency) is not { } agency) return [];
        return
        [
            .. from reminder in await store.RemindersOf(agency, today)
               where me.May(reminder.For)
               select new DeskEntry(reminder.Light == TermLight.Late && reminder.Due is not null ? DeskPlace.Overdue : DeskPlace.Mine, "年度报告", reminder.Words, reminder.Path, reminder.Due, reminder.Tag),
        ];
    }
}
