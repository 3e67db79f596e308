using System.ComponentModel.DataAnnotations;
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

/// <summary>更正: begins the next version of a published report, with what is wrong and why; readers will see that.</summary>
[Permits(Permission.PrepareReports)]
public sealed class Correct(Store store, Me me, Drafting drafting) : PageModel, IFramed
{
    const string Underway = "这一年度已经有一份报告或者更正正在办理，请先办完那一份。";

    public AnnualReport Published { get; private set; } = null!;

    /// <summary>更正说明.</summary>
    [BindProperty, Required(ErrorMessage = "请写明更正说明：哪里有误、改成什么、为什么。"), StringLength(1000, ErrorMessage = "更正说明不超过 1000 字。")]
    public string? Reason { get; set; }

    public Impediment? Bar { get; private set; }
    public Frame Frame => Places.Frame((ModelState.IsValid ? "" : "错误：") + "更正年度报告");

    public async Task<IActionResult> OnGet(int year)
    {
        if (await Newest(year) is not { } published) return NotFound();
        Published = published;
        Bar = await UnderWay(year) ? new(Underway) : null;
        return Page();
    }

    public async Task<IActionResult> OnPost(int year)
    {
        if (!ModelState.IsValid) return await OnGet(year);
        ReportDraft? begun = null;
        await store.Write(me.Does(ReportDeeds.CorrectionBegun, Reason!.Trim()), async () =>
        {
            if (await Newest(year) is { } published && !await UnderWay(year)) begun = store.BeginCorrection(published, Reason.Trim(), drafting.Pen);
        });
        if (begun is null) return await OnGet(year);
        return this.Done("已按公布的内容建立更正稿，请修改后重新校验、审签、公布。", begun.Path);
    }

    Task<AnnualReport?> Newest(int year) => store.AnnualReports.AsNoTracking().OfAgency(me.Agency).OfYear(year).Newest.SingleOrDefaultAsync();

    Task<bool> UnderWay(int year) => store.ReportDrafts.OfAgency(me.Agency).OfYear(year).UnderWay.AnyAsync();
}
