using Gongkai.Records.Organizations;
using Gongkai.Rules;
using Gongkai.Rules.AnnualReports;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.AnnualReports;

/// <summary>What is done with drafts: begun, opened, published.</summary>
public static class ReportDrafts
{
    /// <summary>The first year for which there is a form.</summary>
    public const int FirstYear = 2019;

    extension(IQueryable<ReportDraft> drafts)
    {
        public IQueryable<ReportDraft> OfAgency(Guid agency) => drafts.Where(draft => draft.AgencyId == agency);
        public IQueryable<ReportDraft> OfYear(int year) => drafts.Where(draft => draft.Year == year);

        /// <summary>Those that still have a way to go.</summary>
        public IQueryable<ReportDraft> UnderWay => drafts.Where(draft => draft.State != DraftState.Published);
    }

    /// <summary>A draft of an agency with everything that stands in it, or <c>null</c> where that agency has none by this handle.</summary>
    public static async Task<DraftFile?> OpenDraft(this Store store, Guid agencyId, Handle handle) =>
        await store.ReportDrafts.OfAgency(agencyId).SingleOrDefaultAsync(draft => draft.Handle == handle) is { } draft ? await store.FileOf(draft) : null;

    public static async Task<DraftFile> FileOf(this Store store, ReportDraft draft)
    {
        var before = await store.AnnualReports.AsNoTracking().OfAgency(draft.AgencyId).OfYear(draft.Year - 1).Newest.SingleOrDefaultAsync();
        return new(
            await store.Agencies.SingleAsync(agency => agency.Id == draft.AgencyId), draft,
            await store.ReportCells.Where(cell => cell.DraftId == draft.Id).ToListAsync(),
            await store.ReportTexts.Where(text => text.DraftId == draft.Id).ToListAsync(),
            await store.FindingNotes.Where(note => note.DraftId == draft.Id).ToListAsync())
        {
            Before = before?.ToReport(),
            Term = await store.ReportTerms.SingleOrDefaultAsync(term => term.AgencyId == draft.AgencyId && term.Year == draft.Year),
            CorrectionUnderWay = await store.ReportDrafts.OfAgency(draft.AgencyId).OfYear(draft.Year).UnderWay.AnyAsync(other => other.Id != draft.Id),
        };
    }

    /// <summary>Why a year's report may not be begun.</summary>
    /// <param name="store">Where the agency's reports stand.</param>
    /// <param name="agencyId">Whose report.</param>
    /// <param name="year">The year that it reports on.</param>
    /// <param name="thisYear">The running year, on which a report may be begun before it ends.</param>
    public static async Task<Impediment?> ToBeginning(this Store store, Guid agencyId, int year, int thisYear) =>
        year < FirstYear || year > thisYear ? new($"请选择{FirstYear}年到{thisYear}年之间的年度。")
        : await store.ReportDrafts.OfAgency(agencyId).OfYear(year).AnyAsync() ? new($"{year}年度报告已经开始编制，请在列表中打开。")
        : await store.AnnualReports.OfAgency(agencyId).OfYear(year).AnyAsync() ? new($"{year}年度报告已经公布，内容有误请用“更正”。")
        : null;

    /// <summary>Begins a year's report: the usual introduction, and whatever the system can supply.</summary>
    public static async Task<DraftFile> BeginDraft(this Store store, Agency agency, int year, Pen pen)
    {
        var draft = ReportDraft.Begin(agency, year, pen);
        store.Add(draft);
        var file = new DraftFile(agency, draft, [], [], []);
        store.Add(file.Write(0, NarrativeHints.Introduction(agency.Name, year), pen)!);
        await store.SupplyDraft(file, pen);
        return file;
    }

    /// <summary>Asks every supply again.</summary>
    public static async Task SupplyDraft(this Store store, DraftFile file, Pen pen)
    {
        foreach (var supply in CellSupply.All)
            store.AddRange(file.Supply(supply.Source, await supply.Numbers(store, file.Draft.AgencyId, file.Draft.Year), pen));
    }

    /// <summary>Begins the correction of a published report: everything as it was published.</summary>
    public static ReportDraft BeginCorrection(this Store store, AnnualReport published, string correction, Pen pen)
    {
        var (draft, report) = (ReportDraft.Correcting(published, correction, pen), published.ToReport());
        store.Add(draft);
        foreach (var cell in draft.Form.Cells.Where(cell => draft.Form.TotalOf(cell) is null && report.Form.Find(cell.Key) is not null))
        {
            var kept = new ReportCell { DraftId = draft.Id, Key = cell.Key };
            kept.Keep(report.Cells[report.Form[cell.Key]], pen);
            store.Add(kept);
        }
        foreach (var section in Enumerable.Range(0, 7))
        {
            var text = new ReportText { DraftId = draft.Id, Section = section };
            text.Write(string.Join('\n', report.Prose.Where(part => part.Section == section).Select(part => part.Paragraph)), pen);
            store.Add(text);
        }
        return draft;
    }

    /// <summary>Publishes what was signed, today; the caller has asked the rules.</summary>
    public static async Task<AnnualReport> PublishDraft(this Store store, DraftFile file, DateOnly today)
    {
        var (report, findings) = (file.ToReport(), Checks.Of(file.ToReport(), file.Before));
        var published = file.Draft.Version == 1
            ? AnnualReport.Publish(file.Agency, file.Draft.Year, report, today, findings)
            : (await store.AnnualReports.OfAgency(file.Agency.Id).OfYear(file.Draft.Year).Newest.SingleAsync()).Correct(report, today, file.Draft.Correction!, findings);
        store.Add(published);
        file.Draft.Publish(published);
        return published;
    }
}
