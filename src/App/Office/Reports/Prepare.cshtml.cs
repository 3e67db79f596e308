using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.AnnualReports;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Reports;

/// <summary>开始编制: begins a year's report.</summary>
[Permits(Permission.PrepareReports)]
public sealed class Prepare(Store store, Me me, Drafting drafting) : PageModel, IFramed
{
    /// <summary>The year that is reported on.</summary>
    [BindProperty(SupportsGet = true)] public int? Year { get; set; }

    public IReadOnlyList<int> Years => [.. Enumerable.Range(ReportDrafts.FirstYear, drafting.Today.Year - ReportDrafts.FirstYear + 1).Reverse()];
    public Frame Frame => Places.Frame("开始编制");

    public void OnGet() => Year ??= drafting.Today.Year - 1;

    public async Task<IActionResult> OnPost()
    {
        Impediment? bar = null;
        DraftFile? begun = null;
        await store.Write(me.Does(ReportDeeds.Prepared), async () =>
        {
            bar = await store.ToBeginning(me.Agency, Year ?? 0, drafting.Today.Year);
            if (bar is null) begun = await store.BeginDraft(await store.Agencies.SingleAsync(agency => agency.Id == me.Agency), Year!.Value, drafting.Pen);
        });
        if (begun is null)
        {
            ModelState.AddModelError(nameof(Year), bar!.Reason);
            return Page();
        }
        return this.Done($"已开始编制{Year}年度报告，能自动取得的数已经填好。", begun.Draft.Path);
    }
}
