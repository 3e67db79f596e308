using System.ComponentModel.DataAnnotations;
using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Requests;
using Gongkai.Records.Reviews;
using Gongkai.Rules.Access;
using Gongkai.Rules.Reviews;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Reviews;

/// <summary>登记案件: a reconsideration or a suit, and when our answer in it is due.</summary>
[Permits(Permission.KeepReviews)]
public sealed class New(Store store, Me me, Desk desk) : PageModel, IFramed
{
    public sealed class Form
    {
        [Required(ErrorMessage = "请选择案件类别")] public RemedyKind? Kind { get; set; }
        [Required(ErrorMessage = "请填写案号"), MaxLength(60, ErrorMessage = "案号最多 60 个字")] public string? CaseNumber { get; set; }
        [Required(ErrorMessage = "请填写审理机关"), MaxLength(100, ErrorMessage = "审理机关最多 100 个字")] public string? Body { get; set; }
        [Required(ErrorMessage = "请填写受理日期")] public DateOnly? AcceptedOn { get; set; }
        public RespondentRole Role { get; set; } = RespondentRole.OriginalAgency;
        public ReviewProcedure Procedure { get; set; } = ReviewProcedure.Ordinary;
        public DateOnly? CopyReachedOn { get; set; }

        /// <summary>收件编号 of the request.</summary>
        [MaxLength(20, ErrorMessage = "收件编号最多 20 个字")] public string? Request { get; set; }

        /// <summary>案号 of the reconsideration that went before.</summary>
        [MaxLength(60, ErrorMessage = "案号最多 60 个字")] public string? Prior { get; set; }

        [MaxLength(500, ErrorMessage = "案由最多 500 个字")] public string? Matter { get; set; }
    }

    public Frame Frame => new("登记案件", new("复议诉讼", Index.Path), new("登记案件")) { Under = Index.Path };
    [BindProperty] public Form Input { get; set; } = new();

    public void OnGet([FromQuery(Name = "request")] string? request) => Input.Request = request;

    public async Task<IActionResult> OnPost()
    {
        if (me.Agency == Guid.Empty) return NotFound();
        if (Input.AcceptedOn > desk.Today) ModelState.AddModelError("Input.AcceptedOn", "受理日期还没有到，请核对。");
        if (Input.CopyReachedOn > desk.Today) ModelState.AddModelError("Input.CopyReachedOn", "收到副本的日期还没有到，请核对。");
        var number = Input.CaseNumber?.Trim() ?? "";
        if (await store.Reviews.OfAgency(me.Agency).AnyAsync(one => one.Kind == Input.Kind && one.CaseNumber == number)) ModelState.AddModelError("Input.CaseNumber", "这个案号已经登记过，请在列表中打开它。");
        Guid? request = null, prior = null;
        if (Input.Request?.Trim() is { Length: > 0 } wanted)
        {
            // What may not be seen cannot be named either.
            request = await store.Requests.OfAgency(me.Agency).Seen(me.May(Permission.SeeRestrictedRequests)).Where(one => one.Number == wanted).Select(one => (Guid?)one.Id).SingleOrDefaultAsync();
            if (request is null) ModelState.AddModelError("Input.Request", "没有这个收件编号的申请，请核对。");
        }
        if (Input.Prior?.Trim() is { Length: > 0 } before)
        {
            prior = await store.Reviews.OfAgency(me.Agency).Where(one => one.Kind == RemedyKind.Reconsideration && one.CaseNumber == before).Select(one => (Guid?)one.Id).SingleOrDefaultAsync();
            if (prior is null) ModelState.AddModelError("Input.Prior", "没有登记过这个案号的行政复议，请先登记复议案件，或者不填。");
            else if (Input.Kind is not RemedyKind.SuitAfterReconsideration) ModelState.AddModelError("Input.Prior", "只有复议后起诉的案件才有复议案号。");
        }
        if (!ModelState.IsValid) return this.Again();

        var one = new RemedyCase
        {
            AgencyId = me.Agency, RequestId = request, PriorId = prior, Kind = Input.Kind!.Value, Role = Input.Role, Procedure = Input.Procedure, AcceptedOn = Input.AcceptedOn!.Value, CaseNumber = number, Body = Input.Body!.Trim(), Matter = Input.Matter?.Trim(),
        };
        if (Input.CopyReachedOn is { } copy && one.State.To(RemedyStepKind.CopyReached, copy) is { } impediment)
        {
            ModelState.AddModelError("Input.CopyReachedOn", impediment.Reason);
            return this.Again();
        }
        var act = me.Does(ReviewDeeds.Registered);
        store.Add(one);
        if (Input.CopyReachedOn is { } reached) store.Add(one.Take(RemedyStepKind.CopyReached, reached, act, desk.Calendar));
        await store.Save(act);
        return this.Done(one.AnswerDue is { } due ? $"已登记，请在 {due:yyyy-MM-dd} 前提交答复和证据。" : "已登记。收到副本后请登记日期，答复期限从那天起算。", $"~{Index.Path}/{one.Handle}");
    }
}
