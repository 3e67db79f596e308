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

/// <summary>报送和公布期限: what the supervising office has set for a year, never later than the law.</summary>
[Permits(Permission.PrepareReports)]
public sealed class Terms(Store store, Me me, Drafting drafting) : PageModel, IFramed
{
    [BindProperty(SupportsGet = true)] public int? Year { get; set; }
    [BindProperty] public DateOnly? SubmitBy { get; set; }
    [BindProperty] public DateOnly? PublishBy { get; set; }

    /// <summary>先备案后公布.</summary>
    [BindProperty] public bool FiledFirst { get; set; }

    public Agency Agency { get; private set; } = null!;
    public int Newest => drafting.Today.Year;
    public IReadOnlyList<ReportTerm> Known { get; private set; } = [];
    public Frame Frame => Places.Frame((ModelState.IsValid ? "" : "错误：") + "报送和公布期限");

    public async Task OnGet()
    {
        await Load();
        if (Known.SingleOrDefault(term => term.Year == Year) is { } term) (SubmitBy, PublishBy, FiledFirst) = (term.SubmitBy, term.PublishBy, term.FiledFirst);
    }

    public async Task<IActionResult> OnPost()
    {
        await Load();
        if (Year is not { } year || year < ReportDrafts.FirstYear || year > Newest) ModelState.AddModelError(nameof(Year), $"请填写{ReportDrafts.FirstYear}到{Newest}之间的年度。");
        else
        {
            foreach (var (field, day) in new[] { (nameof(SubmitBy), SubmitBy), (nameof(PublishBy), PublishBy) })
                if (day is { } on && ReportDue.ToSetting(on, year, Agency.Standing) is { } bar) ModelState.AddModelError(field, bar.Reason);
        }
        if (!ModelState.IsValid) return Page();
        store.ChangeTracker.Clear();
        await store.Write(me.Does(ReportDeeds.TermSet), async () =>
        {
            var term = await store.ReportTerms.SingleOrDefaultAsync(term => term.AgencyId == me.Agency && term.Year == Year);
            if (term is null) store.Add(term = new() { AgencyId = me.Agency, Year = Year!.Value });
            (term.SubmitBy, term.PublishBy, term.FiledFirst) = (SubmitBy, PublishBy, FiledFirst);
        });
        return this.Done($"{Year}年度报告的期限已保存。", $"{Places.List}/terms?year={Year}");
    }

    async Task Load()
    {
        Year ??= Newest - 1;
        Agency = await store.Agencies.AsNoTracking().SingleAsync(agency => agency.Id == me.Agency);
        Known = await store.ReportTerms.AsNoTracking().Where(term => term.AgencyId == me.Agency).OrderByDescending(term => term.Year).ToListAsync();
    }
}
