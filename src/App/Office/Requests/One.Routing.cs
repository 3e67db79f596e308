using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Requests;
using Gongkai.Rules;
using Gongkai.Rules.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Gongkai.Rules.Requests.Letters;

namespace Gongkai.App.Office.Requests;

// Who has it: confirmed, routed, returned, taken, handed over, filed.
public sealed partial class One
{
    /// <summary>What is said of a confirmation that comes late; <c>null</c> where nothing must be said.</summary>
    public string? LateConfirmation => Application.SubmittedOn is { } submitted
        ? Receipt.Of(Application.Channel, submitted, Today < submitted ? submitted : Today, Case.Calendar).Receipt?.Cautions.FirstOrDefault(one => one.Contains("请填写", StringComparison.Ordinal)) : null;

    public Impediment? Confirming => Case.To(new CaseFact.Received(Today));
    public Impediment? Routing => Case.To(new CaseFact.Routed(Today, Guid.Empty, Today));
    public Impediment? Returning => Application.DepartmentId is null ? new("还没有分办，不用退回。") : Case.To(new CaseFact.Returned(Today, Application.DepartmentId.Value));
    public Impediment? Taking => Application.DepartmentId is null ? new("还没有分办到科室。") : Application.HandlerId is not null ? new($"{Handler}已经签收，需要换人的请移交。") : Application.EndedOn is not null ? new("这件申请已经办结。") : null;
    public Impediment? Filing => Case.To(new CaseFact.Filed(Today));

    public async Task<IActionResult> OnPostConfirm(Handle handle)
    {
        if (!await Open(handle) || !Registers) return NotFound();
        if (Input.On is not { } on) ModelState.AddModelError("Input.On", "请填写与申请人确认的日期");
        else if (Application.SubmittedOn is { } submitted)
        {
            var (receipt, impediment) = Receipt.Of(Application.Channel, submitted, on, Case.Calendar);
            if (impediment is not null) ModelState.AddModelError("Input.On", impediment.Reason);
            if (string.IsNullOrWhiteSpace(Input.Note) && receipt?.Cautions.FirstOrDefault(one => one.Contains("请填写", StringComparison.Ordinal)) is { } caution) ModelState.AddModelError("Input.Note", caution);
        }
        return ModelState.IsValid ? await Enter(RequestDeeds.Confirmed, new CaseFact.Received(Input.On!.Value), $"已确认收到，收到申请之日 {Input.On:yyyy-MM-dd}。", also: act => mails.TellReceipt(Case, act, Today)) : Page();
    }

    public async Task<IActionResult> OnPostRoute(Handle handle)
    {
        if (!await Open(handle) || !Routes) return NotFound();
        var department = await desk.Department(Input.Department);
        if (department is null || department.AbolishedOn is not null) ModelState.AddModelError("Input.Department", "请选择承办科室");
        if (Input.Until is not { } until) ModelState.AddModelError("Input.Until", "请填写科室办理时限");
        else if (until < Today) ModelState.AddModelError("Input.Until", "科室时限不能早于今天");
        else if (Application.Due is { } due && until > due) ModelState.AddModelError("Input.Until", $"科室时限不能晚于答复期限 {due:yyyy-MM-dd}，请给审核和送达留出时间");
        return ModelState.IsValid ? await Enter(RequestDeeds.Routed, new CaseFact.Routed(Today, department!.Id, Input.Until!.Value), $"已分办到{department.Name}，科室时限 {Input.Until:yyyy-MM-dd}。") : Page();
    }

    public async Task<IActionResult> OnPostReturn(Handle handle)
    {
        if (!await Open(handle) || !Handles || Application.DepartmentId is not { } department) return NotFound();
        if (string.IsNullOrWhiteSpace(Input.Note)) ModelState.AddModelError("Input.Note", "请写明退回的理由，例如“不属于本科室职责，建议转……”");
        return ModelState.IsValid ? await Enter(RequestDeeds.Returned, new CaseFact.Returned(Today, department), "已退回，等待重新分办。") : Page();
    }

    public async Task<IActionResult> OnPostTake(Handle handle)
    {
        if (!await Open(handle) || !Handles) return NotFound();
        if (Taking is { } impediment) ModelState.AddModelError("", impediment.Reason);
        if (me.Person is null) ModelState.AddModelError("", "您的账号没有关联人员，不能签收；请联系系统管理员。");
        if (!ModelState.IsValid) return Page();
        Application.HandlerId = me.Person;
        return await Done(RequestDeeds.Accepted, $"已签收，答复期限 {Application.Due:yyyy-MM-dd}。", null);
    }

    public async Task<IActionResult> OnPostHandOver(Handle handle)
    {
        if (!await Open(handle) || !Handles) return NotFound();
        var to = await desk.Person(Input.Person);
        if (to is null || to.LeftOn is not null || to.Id == Application.HandlerId) ModelState.AddModelError("Input.Person", "请选择接手人");
        if (Application.EndedOn is not null) ModelState.AddModelError("", "这件申请已经办结。");
        if (string.IsNullOrWhiteSpace(Input.Note)) ModelState.AddModelError("Input.Note", "请写明移交的原因");
        if (ModelState.IsValid && to!.DepartmentId != Application.DepartmentId) ModelState.AddModelError("Input.Person", "接手人不在承办科室；要换科室的，请退回后重新分办");
        if (!ModelState.IsValid) return Page();
        Application.HandlerId = to!.Id;
        return await Done(RequestDeeds.HandedOver, $"已移交{to.Name}。", Input.Note);
    }

    public async Task<IActionResult> OnPostFile(Handle handle)
    {
        if (!await Open(handle) || !Registers) return NotFound();
        if (Letters.FirstOrDefault(letter => letter.State.IsOpen) is { } open) ModelState.AddModelError("", $"还有文书没有办完（{open.Kind.Name}，{open.State.Name}），请先送达或者作废。");
        if (string.IsNullOrWhiteSpace(Input.Note)) ModelState.AddModelError("Input.Note", "请填写归档号，例如“2026-依申请-012”");
        return ModelState.IsValid ? await Enter(RequestDeeds.Filed, new CaseFact.Filed(Today), "已归档。") : Page();
    }
}
