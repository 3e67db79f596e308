using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.AnnualReports;
using Gongkai.Records.Registers;
using Gongkai.Records.Trail;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.AnnualReports;
using Gongkai.Rules.Registers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Registers;

/// <summary>One row of a register: what it says, where it counts, and what may be done with it.</summary>
[Permits(Permission.SeeItems)]
public sealed class One(Store store, Me me, Desk desk, RegisterDesk registers, Vault vault) : PageModel, IFramed
{
    /// <summary>Something that may be done now.</summary>
    public sealed record Step(string Handler, string Name, string Label, bool Must, string? Hint = null);

    public RegisterKind Kind { get; private set; }
    public RegisterRow Row { get; private set; } = null!;
    public DisclosureBatch? Batch { get; private set; }
    public string? DepartmentName { get; private set; }
    public IReadOnlyList<(int Year, FormCell Cell)> Counts { get; private set; } = [];

    /// <summary>The numbers that were opened, by the field's key.</summary>
    public Dictionary<string, string> Revealed { get; } = [];

    /// <summary>The act that was refused, so that its form stays open.</summary>
    public string? Asked { get; private set; }

    [BindProperty] public int Revision { get; set; }
    [BindProperty] public string? Why { get; set; }
    [BindProperty] public string? Purpose { get; set; }
    [BindProperty] public Overturning? How { get; set; }
    [BindProperty] public DateOnly? On { get; set; }

    public Frame Frame => RegisterPlaces.Frame(Row.Words, new Crumb(Kind.Name, RegisterPlaces.Of(Kind)));
    public bool MayKeep => registers.Keeps(Row);
    public bool MayOpen => Row is DecisionRow decision && (decision.PaperNumber is not null || decision.LegalPersonNumber is not null) && me.May(Permission.OpenPersonalData, Row.AgencyId, Row.DepartmentId);

    DateOnly? OpenDue => Row is DecisionRow { TakeDownBy: { } takeDown, State: RowState.Published } ? takeDown : Row is { VoidedAt: null, State: RowState.Kept or RowState.InReview } ? Row.PublishBy : null;
    public DueLight? Light => OpenDue is { } due ? desk.LightOf(due) : null;
    public string Due => Row.State == RowState.Published ? $"这个决定已经{((DecisionRow)Row).Overturned!.Value.Name}，请在 {OpenDue:yyyy-MM-dd} 前撤下并公开说明理由（行政处罚法第四十八条）。" : $"请在 {OpenDue:yyyy-MM-dd} 前公开。";

    public IEnumerable<Step> Steps
    {
        get
        {
            if (Row is DecisionRow { Overturned: null }) yield return new("Overturn", "登记被撤销、变更", "撤下的理由（公众可见）", false, Row.State == RowState.Published ? "填写后立即从公开页面撤下；不填的，请在三个工作日内撤下" : "没有公开的不必填写");
            if (Row.State.ToWithdrawing is null) yield return new("Withdraw", "撤下", "撤下的理由（公众可见）", true);
            if (Kind.PublicCode is not null && Row.State.ToWithholding is null) yield return new("Withhold", "定为不予公开", "依据和理由", true, "不公开的仍计入处理决定数量");
            if (Row.State.ToVoiding is null) yield return new("Void", "作废", "作废原因", true, "登记错误的作废，不再计入统计");
        }
    }

    public async Task<IActionResult> OnGet(string kind, Handle handle)
    {
        if (!await Find(kind, handle)) return NotFound();
        Revision = Row.Revision;
        return Page();
    }

    /// <summary>Shows the numbers of papers to someone who says what for; the look is recorded first.</summary>
    public async Task<IActionResult> OnPostReveal(string kind, Handle handle)
    {
        if (!await Find(kind, handle) || !MayOpen) return NotFound();
        if (string.IsNullOrWhiteSpace(Purpose)) ModelState.AddModelError(nameof(Purpose), "请写明查看的用途；查看会记入审计日志");
        if (!ModelState.IsValid) return this.Again();
        var secrets = RegisterFields.Of(Kind).Where(field => field.Kind == FieldKind.Secret && field.Read(Row) is Sealed).ToList();
        await store.Note(me.Does(RegisterDeeds.Opened, Purpose!.Trim()), null, store.Mention(Row, nameof(DecisionRow.PaperNumber)));
        foreach (var field in secrets) Revealed[field.Key] = vault.Read((Sealed)field.Read(Row)!);
        return Page();
    }

    public Task<IActionResult> OnPostVoid(string kind, Handle handle) => Do(kind, handle, "Void", RegisterDeeds.Voided, "已作废。", () => Row.State.ToVoiding, act => Row.Void(act.At, Why!.Trim()));

    public Task<IActionResult> OnPostWithhold(string kind, Handle handle) => Do(kind, handle, "Withhold", RegisterDeeds.Withheld, "已定为不予公开。", () => Kind.PublicCode is null ? new("这类记录不在这里公开。") : Row.State.ToWithholding, _ => Row.Withhold(Why!.Trim()));

    public Task<IActionResult> OnPostWithdraw(string kind, Handle handle) => Do(kind, handle, "Withdraw", RegisterDeeds.Withdrawn, "已撤下，公开页面、导出和检索中都不再出现。", () => Row.State.ToWithdrawing, act => Row.Withdraw(act.At, Why!.Trim()));

    /// <summary>Registers that a decision fell; with a reason it leaves the public at once.</summary>
    public async Task<IActionResult> OnPostOverturn(string kind, Handle handle)
    {
        if (!await Find(kind, handle) || !MayKeep) return NotFound();
        if (Row is not DecisionRow decision) return NotFound();
        Asked = "Overturn";
        if (decision.Overturned is not null) ModelState.AddModelError("", "已经登记过。");
        if (How is null) ModelState.AddModelError(nameof(How), "请选择情形");
        if (On is null) ModelState.AddModelError(nameof(On), "请填写日期");
        else if (On > desk.Today) ModelState.AddModelError(nameof(On), "日期还没有到，请核对。");
        else if (On < Row.On) ModelState.AddModelError(nameof(On), "日期早于决定日期，请核对。");
        Readable();
        if (!ModelState.IsValid) return this.Again();
        var act = me.Does(RegisterDeeds.Overturned, string.IsNullOrWhiteSpace(Why) ? null : Why.Trim());
        decision.Overturn(How!.Value, On!.Value, desk.Calendar);
        var taken = Row.State == RowState.Published && act.Why is not null;
        if (taken) Row.Withdraw(act.At, act.Why!);
        return await Save(act, taken ? "已登记，并已从公开页面撤下。" : decision.TakeDownBy is { } by ? $"已登记，请在 {by:yyyy-MM-dd} 前撤下。" : "已登记。");
    }

    async Task<IActionResult> Do(string kind, Handle handle, string asked, Deed deed, string done, Func<Impediment?> bar, Action<Act> work)
    {
        if (!await Find(kind, handle) || !MayKeep) return NotFound();
        Asked = asked;
        if ((Row.VoidedAt is not null ? new Impediment("这条记录已经作废。") : bar()) is { } impediment) ModelState.AddModelError("", impediment.Reason);
        if (string.IsNullOrWhiteSpace(Why)) ModelState.AddModelError(nameof(Why), "请写明理由");
        else Readable(seen: asked == "Withdraw");
        if (!ModelState.IsValid) return this.Again();
        var act = me.Does(deed, Why!.Trim());
        work(act);
        return await Save(act, done);
    }

    // The public reads why something was taken down.
    void Readable(bool seen = true)
    {
        if (Why?.Length > 500) ModelState.AddModelError(nameof(Why), "理由最多 500 个字");
        if (!seen) return;
        foreach (var what in RegisterLeaks.In(Why ?? "")) ModelState.AddModelError(nameof(Why), $"理由中有{what}，公众会看到，请删去");
        if (Row is DecisionRow { PartyKind: PartyKind.Person, PartyName: { Length: > 1 } name } && Why?.Contains(name, StringComparison.Ordinal) == true) ModelState.AddModelError(nameof(Why), "理由中有当事人姓名，公众会看到，请删去");
    }

    async Task<IActionResult> Save(Act act, string done)
    {
        var (kind, handle) = (Kind.Code, Row.Handle);
        if (await this.Saved(store, act, Row, Revision, nameof(Revision))) return this.Done(done, $"~{RegisterPlaces.Path}/{kind}/{handle}");
        await Find(kind, handle);
        return Page();
    }

    async Task<bool> Find(string kind, Handle handle)
    {
        if (RegisterKinds.Coded(kind) is not { } register || await registers.Find(register, handle) is not { } row) return false;
        (Kind, Row) = (register, row);
        Batch = row.BatchId is { } batch ? await store.DisclosureBatches.AsNoTracking().SingleAsync(one => one.Id == batch) : null;
        DepartmentName = row.DepartmentId is { } department ? (await store.Departments.AsNoTracking().SingleAsync(one => one.Id == department)).Name : null;
        Counts =
        [
            .. from year in Years(row).Reverse()
               let form = ReportForm.For(year)
               from cell in form.Cells.Where(cell => cell.Table.Number == 2)
               where row.Counts(cell, form, year) != 0
               select (year, cell),
        ];
        return true;
    }

    // What happened counts in its year; what stands on a list, in each since.
    IEnumerable<int> Years(RegisterRow row)
    {
        var first = Math.Max(ReportDrafts.FirstYear, row.On.Year);
        var last = row is DecisionRow or FeeReceipt or ProcurementProject or ProcurementContract ? row.On.Year : desk.Today.Year;
        return Enumerable.Range(first, Math.Max(0, last - first + 1));
    }
}
