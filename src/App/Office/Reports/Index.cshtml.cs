using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.AnnualReports;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Gongkai.Rules.AnnualReports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Reports;

/// <summary>年度报告: each year, how far its report has come, and what is due when (O20).</summary>
[Permits(Permission.SeeReports)]
public sealed class Index(Store store, Me me, TimeProvider time) : PageModel, IFramed
{
    public Agency Agency { get; private set; } = null!;
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<ReportReminder> Reminders { get; private set; } = [];
    public Frame Frame => new("年度报告", new Crumb("年度报告")) { Under = Places.List };

    /// <summary>One year.</summary>
    public sealed record Row(int Year, ReportDraft? Draft, AnnualReport? Published, ReportDue Due)
    {
        /// <summary>A correction that is on its way.</summary>
        public ReportDraft? UnderWay => Draft is { State: not DraftState.Published } ? Draft : null;
    }

    public async Task<IActionResult> OnGet()
    {
        if (await store.Agencies.AsNoTracking().SingleOrDefaultAsync(agency => agency.Id == me.Agency) is not { } agency) return NotFound();
        Agency = agency;
        var drafts = await store.ReportDrafts.AsNoTracking().OfAgency(agency.Id).ToListAsync();
        var published = await store.AnnualReports.AsNoTracking().OfAgency(agency.Id).Newest.ToListAsync();
        var terms = await store.ReportTerms.AsNoTracking().Where(term => term.AgencyId == agency.Id).ToListAsync();
        // The year that is due, and the running one, also where nothing has been begun.
        int[] years = [.. drafts.Select(draft => draft.Year).Concat(published.Select(report => report.Year)).Append(time.Today.Year - 1).Append(time.Today.Year).Distinct().OrderDescending()];
        Rows =
        [
            .. from year in years
               let term = terms.SingleOrDefault(term => term.Year == year)
               select new Row(year, drafts.Where(draft => draft.Year == year).MaxBy(draft => draft.Version), published.SingleOrDefault(report => report.Year == year),
                   ReportDue.Of(year, agency.Standing, term?.SubmitBy, term?.PublishBy)),
        ];
        Reminders = await store.RemindersOf(agency, time.Today);
        return Page();
    }
}
