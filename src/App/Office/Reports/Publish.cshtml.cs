using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.AnnualReports;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.AnnualReports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Office.Reports;

/// <summary>公布: what was signed goes out, today, at its permanent address.</summary>
[Permits(Permission.PublishReports)]
public sealed class Publish(Store store, Drafting drafting) : PageModel, IFramed
{
    public DraftFile Paper { get; private set; } = null!;
    public Impediment? Bar => Paper.Preparation.ToPublishing();
    public DateOnly Today => drafting.Today;
    public Frame Frame => Places.Frame(Paper.Draft, "公布");

    public async Task<IActionResult> OnGet(Handle handle)
    {
        if (await drafting.Open(handle) is not { } file) return NotFound();
        Paper = file;
        return Page();
    }

    public async Task<IActionResult> OnPost(Handle handle)
    {
        // Which deed it is, the draft says; it never changes its version.
        if (await drafting.Open(handle) is not { } before) return NotFound();
        var correction = before.Draft.Version > 1;
        var done = await drafting.Do(correction ? ReportDeeds.Corrected : ReportDeeds.Published, handle, file => file.Preparation.ToPublishing(),
            file => store.PublishDraft(file, drafting.Today), before.Draft.Correction);
        if (done.File is null) return NotFound();
        if (done.Bar is { } bar)
        {
            Paper = done.File;
            ModelState.AddModelError("", bar.Reason);
            return Page();
        }
        return this.Done(correction ? "更正已公布，原来的版本照样可以查到。" : "已公布。", done.File.Draft.Path);
    }
}
