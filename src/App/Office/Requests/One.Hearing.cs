using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Requests;
using Gongkai.Rules;
using Gongkai.Rules.Requests;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.App.Office.Requests;

// What comes back: a correction, an opinion, reasons, a payment, a withdrawal; and what was searched.
public sealed partial class One
{
    /// <summary>The consultations that nobody has answered yet.</summary>
    public IEnumerable<Clock.Consultation> Awaited => Clock.Consultations.Where(one => one.Answered is null);

    public bool AwaitsCorrection => Clock.Correction is not null && Clock.CorrectedOn is null && Clock.Decision is null && !Clock.Ended;
    public bool AwaitsPayment => Clock.Fee is not null && Clock.PaidOn is null && Clock.Decision is null && !Clock.Ended;
    public bool AwaitsReasons => Clock.Reasons is not null && !Case.Facts.Any(fact => fact is CaseFact.ReasonsGiven) && Clock.Decision is null && !Clock.Ended;
    public Impediment? Withdrawing => Case.To(new CaseFact.Withdrawn(Today));

    public async Task<IActionResult> OnPostCorrected(Handle handle)
    {
        if (!await Open(handle) || !(Registers || Handles)) return NotFound();
        Dated("请填写收到补正件的日期");
        if (Input.On is { } on && string.IsNullOrWhiteSpace(Input.Note) && Clock.Caution(new CaseFact.Corrected(on)) is { } caution) ModelState.AddModelError("Input.Note", caution);
        return await Enter(RequestDeeds.Corrected, on => new CaseFact.Corrected(on), "已登记补正件");
    }

    public async Task<IActionResult> OnPostHeard(Handle handle)
    {
        if (!await Open(handle) || !(Registers || Handles)) return NotFound();
        Dated("请填写收到意见的日期");
        if (Input.Matter is null) ModelState.AddModelError("Input.Matter", "请选择是哪一次征求意见");
        if (Input.Stance is null) ModelState.AddModelError("Input.Stance", "请选择对方的意见");
        if (string.IsNullOrWhiteSpace(Input.Note)) ModelState.AddModelError("Input.Note", "请摘录对方的意见和理由");
        return await Enter(RequestDeeds.Consulted, on => new CaseFact.ConsultationAnswered(on, Input.Matter!.Value, Input.Stance!.Value), "已登记对方的意见");
    }

    public async Task<IActionResult> OnPostReasons(Handle handle)
    {
        if (!await Open(handle) || !(Registers || Handles)) return NotFound();
        Dated("请填写收到说明的日期");
        if (string.IsNullOrWhiteSpace(Input.Note)) ModelState.AddModelError("Input.Note", "请摘录申请人说明的理由");
        return await Enter(RequestDeeds.ReasonsGiven, on => new CaseFact.ReasonsGiven(on), "已登记申请人说明的理由");
    }

    public async Task<IActionResult> OnPostPaid(Handle handle)
    {
        if (!await Open(handle) || !Registers) return NotFound();
        Dated("请填写缴费日期");
        return await Enter(RequestDeeds.Paid, on => new CaseFact.FeePaid(on), "已登记缴费");
    }

    public async Task<IActionResult> OnPostWithdrawn(Handle handle)
    {
        if (!await Open(handle) || !Registers) return NotFound();
        Dated("请填写申请人撤回的日期");
        if (string.IsNullOrWhiteSpace(Input.Note)) ModelState.AddModelError("Input.Note", "请写明申请人怎样提出撤回，例如“当面递交撤回书”");
        return await Enter(RequestDeeds.Withdrawn, on => new CaseFact.Withdrawn(on), "已登记撤回");
    }

    /// <summary>Where, with which words, in which systems, by whom, when: that the agency looked must be shown.</summary>
    public async Task<IActionResult> OnPostSearch(Handle handle)
    {
        if (!await Open(handle) || !Handles) return NotFound();
        if (Application.EndedOn is not null) ModelState.AddModelError("", "这件申请已经办结，不能再登记检索记录。");
        Dated("请填写检索的日期");
        if (Input.On > Today) ModelState.AddModelError("Input.On", "日期不能晚于今天，请核对");
        void Needed(string? value, string field, string words, int most)
        {
            if (string.IsNullOrWhiteSpace(value)) ModelState.AddModelError($"Input.{field}", words);
            else if (value.Length > most) ModelState.AddModelError($"Input.{field}", $"最多 {most} 个字，请缩短");
        }
        Needed(Input.Places, nameof(Input.Places), "请写明检索的范围，例如“局档案室 2020—2026 年房屋安全卷”", 1000);
        Needed(Input.Systems, nameof(Input.Systems), "请写明检索的系统，例如“公文系统、档案管理系统”；没有系统的写“纸质档案”", 1000);
        Needed(Input.Words, nameof(Input.Words), "请写明检索词", 500);
        Needed(Input.Searcher, nameof(Input.Searcher), "请写明检索人", 100);
        Needed(Input.Result, nameof(Input.Result), "请写明检索的结果", 2000);
        if (!ModelState.IsValid) return Page();
        store.Add(new CaseSearch
        {
            RequestId = Application.Id, On = Input.On!.Value, Places = Input.Places!.Trim(), Systems = Input.Systems!.Trim(), KeyWords = Input.Words!.Trim(), Searcher = Input.Searcher!.Trim(),
            Found = Input.Found, Result = Input.Result!.Trim(), By = me.Account, ByName = me.Name, At = me.Does(RequestDeeds.Searched).At,
        });
        return await Done(RequestDeeds.Searched, "已登记检索记录。", null);
    }

    void Dated(string words)
    {
        if (Input.On is null) ModelState.AddModelError("Input.On", words);
        if (Input.Note is { Length: > 4000 }) ModelState.AddModelError("Input.Note", "最多 4000 个字，请缩短");
    }

    async Task<IActionResult> Enter(Deed deed, Func<DateOnly, CaseFact> fact, string message)
    {
        if (!ModelState.IsValid) return Page();
        var entering = fact(Input.On!.Value);
        var due = Case.To(entering) is null ? Case.Previewing(entering).Due : null;
        return await Enter(deed, entering, due is { } day ? $"{message}，答复期限 {day:yyyy-MM-dd}。" : $"{message}。");
    }
}
