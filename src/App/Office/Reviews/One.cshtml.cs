using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.AnnualReports;
using Gongkai.Records.Requests;
using Gongkai.Records.Reviews;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Reviews;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RemedyStep = Gongkai.Records.Reviews.RemedyStep;

namespace Gongkai.App.Office.Reviews;

/// <summary>One reconsideration or suit: what happened, what may happen next, and where it counts.</summary>
[Permits(Permission.SeeRequests)]
public sealed class One(Store store, Me me, Desk desk, TimeProvider time) : PageModel, IFramed
{
    public sealed class Form
    {
        public int Revision { get; set; }
        public RemedyStepKind? Step { get; set; }
        public DateOnly? On { get; set; }
        public string? Note { get; set; }
        public RemedyResult? Result { get; set; }
        public DateOnly? PerformanceDue { get; set; }

        /// <summary>收件编号 under which it is handled anew.</summary>
        public string? Reopened { get; set; }
    }

    public Frame Frame => new(Case.CaseNumber, new("复议诉讼", Index.Path), new(Case.CaseNumber)) { Under = Index.Path };
    public RemedyCase Case { get; private set; } = null!;
    public IReadOnlyList<RemedyStep> Steps { get; private set; } = [];
    public (Handle Handle, string Number)? About { get; private set; }
    public (Handle Handle, string Number)? Reopened { get; private set; }
    public RemedyCase? Prior { get; private set; }

    /// <summary>In which year it stands in which column.</summary>
    public IReadOnlyList<(int Year, string Place, string Key)> Counts { get; private set; } = [];

    public bool MayKeep => me.May(Permission.KeepReviews) && Case.AgencyId == me.Agency;
    public DueLight? Light => Case is { AnswerDue: { } due, AnsweredOn: null, ResultOn: null } ? desk.LightOf(due) : null;
    [BindProperty] public Form Input { get; set; } = new();

    /// <summary>The steps that may be taken today.</summary>
    public IReadOnlyList<RemedyStepKind> Open => [.. Enum.GetValues<RemedyStepKind>().Where(step => step != RemedyStepKind.Concluded && Case.State.To(step, desk.Today) is null)];

    public bool MayConclude => Case.State.To(RemedyStepKind.Concluded, desk.Today) is null;
    public IReadOnlyList<RemedyResult> Results => [.. Enum.GetValues<RemedyResult>().Where(result => result.FitsIn(Case.Kind))];

    public async Task<IActionResult> OnGet(Handle handle)
    {
        if (!await Find(handle)) return NotFound();
        Input.Revision = Case.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPostStep(Handle handle)
    {
        if (!await Find(handle) || !MayKeep) return NotFound();
        if (Input.Step is not { } step || step == RemedyStepKind.Concluded) return Refuse("Input.Step", "请选择进展。");
        if (Day() is not { } on) return this.Again();
        if (Case.State.To(step, on) is { } impediment) return Refuse("Input.On", impediment.Reason);
        var act = me.Does(ReviewDeeds.Step);
        store.Add(Case.Take(step, on, act, desk.Calendar, Note));
        return await Done(act, $"已登记：{step.Name}。");
    }

    public async Task<IActionResult> OnPostConclude(Handle handle)
    {
        if (!await Find(handle) || !MayKeep) return NotFound();
        if (Input.Result is not { } result) return Refuse("Input.Result", "请选择结果。");
        if (Day() is not { } on) return this.Again();
        if (Case.State.ToConcluding(result, on, Input.PerformanceDue) is { } impediment) return Refuse("Input.Result", impediment.Reason);
        var act = me.Does(ReviewDeeds.Concluded);
        store.Add(Case.Conclude(result, on, Input.PerformanceDue, act, Note));
        return await Done(act, "已登记结果，年度报告第四张表随之更新。");
    }

    /// <summary>Names the request under which the matter is handled anew by order.</summary>
    public async Task<IActionResult> OnPostReopened(Handle handle)
    {
        if (!await Find(handle) || !MayKeep) return NotFound();
        if (Case.Result is not { Orders: true }) return Refuse("Input.Reopened", "结果没有要求重新办理。");
        var wanted = Input.Reopened?.Trim() ?? "";
        if (await store.Requests.OfAgency(Case.AgencyId).Seen(me.May(Permission.SeeRestrictedRequests)).SingleOrDefaultAsync(one => one.Number == wanted) is not { } request) return Refuse("Input.Reopened", "没有这个收件编号的申请，请核对。");
        if (request.ReopensId is null) return Refuse("Input.Reopened", "这件申请不是重新办理的申请。请从原申请登记重新办理，它不重复计入年度报告。");
        Case.ReopenedId = request.Id;
        return await Done(me.Does(ReviewDeeds.Changed), "已登记重新办理的申请。");
    }

    string? Note => Input.Note?.Trim() is { Length: > 0 } note ? note[..Math.Min(note.Length, 500)] : null;

    DateOnly? Day()
    {
        if (Input.On is not { } on) ModelState.AddModelError("Input.On", "请填写日期。");
        else if (on > desk.Today) ModelState.AddModelError("Input.On", "日期还没有到，请核对。");
        else return on;
        return null;
    }

    PageResult Refuse(string field, string reason)
    {
        ModelState.AddModelError(field, reason);
        return this.Again();
    }

    async Task<IActionResult> Done(Act act, string words)
    {
        var handle = Case.Handle;
        if (await this.Saved(store, act, Case, Input.Revision)) return this.Done(words, $"~{Index.Path}/{handle}");
        await Find(handle);
        return Page();
    }

    async Task<bool> Find(Handle handle)
    {
        if (await store.Reviews.SingleOrDefaultAsync(one => one.Handle == handle) is not { } found || !await store.MayRead(me, Permission.SeeRequests, found.AgencyId)) return false;
        Case = found;
        Steps = await store.ReviewSteps.AsNoTracking().Where(step => step.CaseId == found.Id).OrderByDescending(step => step.On).ThenByDescending(step => step.At).ThenByDescending(step => step.Id).ToListAsync();
        (About, Reopened) = (await Named(found.RequestId), await Named(found.ReopenedId));
        Prior = found.PriorId is { } prior ? await store.Reviews.FindAsync(prior) : null;
        var conventions = (await TableConventions.Of(store, me.Agency)).Columns;
        var last = (found.ResultOn ?? time.Today).Year;
        Counts =
        [
            .. from year in Enumerable.Range(Math.Max(found.AcceptedOn.Year, ReportDrafts.FirstYear), Math.Max(0, last - Math.Max(found.AcceptedOn.Year, ReportDrafts.FirstYear) + 1))
               let cell = found.CountsIn(year, conventions)
               where cell is not null
               select (year, cell.Place, cell.Key),
        ];
        return true;
    }

    async Task<(Handle, string)?> Named(Guid? id) =>
        await store.Requests.Where(request => request.Id == id).Seen(me.May(Permission.SeeRestrictedRequests)).Select(request => new { request.Handle, request.Number }).SingleOrDefaultAsync() is { } one ? (one.Handle, one.Number) : null;
}
