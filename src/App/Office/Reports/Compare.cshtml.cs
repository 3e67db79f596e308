using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.AnnualReports;
using Gongkai.Rules.Access;
using Gongkai.Rules.AnnualReports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Reports;

/// <summary>比较: the draft beside last year's report, and a correction beside the version that it corrects.</summary>
[Permits(Permission.SeeReports)]
public sealed class Compare(Store store, Drafting drafting) : PageModel, IFramed
{
    public DraftFile Paper { get; private set; } = null!;
    public ComparedReports? WithLastYear { get; private set; }
    public ComparedReports? WithCorrected { get; private set; }
    public Frame Frame => Places.Frame(Paper.Draft, "比较");

    public async Task<IActionResult> OnGet(Handle handle)
    {
        if (await drafting.Read(handle) is not { } file) return NotFound();
        Paper = file;
        var report = file.ToReport();
        if (file.Before is { } before) WithLastYear = Comparison.Of(before, report);
        var draft = file.Draft;
        if (draft.Version > 1 && await store.AnnualReports.AsNoTracking().OfAgency(draft.AgencyId).OfYear(draft.Year).SingleOrDefaultAsync(one => one.Version == draft.Version - 1) is { } corrected)
            WithCorrected = Comparison.Of(corrected.ToReport(), report);
        return Page();
    }
}
