using Gongkai.Records.Calendars;
using Gongkai.Rules.AnnualReports;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.AnnualReports;

/// <summary>The days by which annual reports are published: 31 January, which is not extended, and so the last working day up to it.</summary>
public sealed class ReportDeadlines : IDeadlines
{
    public string Name => "年度报告公布";

    public async IAsyncEnumerable<OpenDeadline> Open(Store store, Guid agency, DateOnly today)
    {
        // Last year's, where it is not published yet, and this year's, which is due next January.
        var published = await store.AnnualReports.OfAgency(agency).Where(report => report.Year >= today.Year - 1).Select(report => report.Year).Distinct().ToListAsync();
        for (var year = today.Year - 1; year <= today.Year; year++)
            if (!published.Contains(year))
            {
                var on = year;
                yield return new($"公布 {year} 年政府信息公开工作年度报告", null, new(year + 1, 1, 1), calendar => ReportBy.Planned(on, calendar));
            }
    }
}
