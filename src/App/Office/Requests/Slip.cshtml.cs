using Gongkai.App.Access;
using Gongkai.App.Access.Accounts;
using Gongkai.App.Shared.Letters;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Records.Requests;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Requests;

/// <summary>接收回执: what the applicant gets in hand, with the query code the one time that it is known.</summary>
[Permits(Permission.RegisterRequests)]
public sealed class Slip(Store store, Me me, Desk desk, RequestDesk requests, Marks marks, Vault vault, ApplicantMail mails, SteadyTime steady, TimeProvider time) : PageModel, IFramed
{
    public const string Code = "query-code";

    const int Tries = 5;

    /// <summary>What the applicant shows at the counter.</summary>
    public sealed class Form
    {
        public IdentityPaper? Paper { get; set; }
        public string? Number { get; set; }
        public string? Why { get; set; }
    }

    [BindProperty] public Form Input { get; set; } = new();

    public Frame Frame => new("接收回执", new("依申请公开", Index.Path), new(Case.Request.Number, $"{Index.Path}/{Case.Request.Handle}"), new("接收回执")) { Under = Index.Path };
    public CaseFile Case { get; private set; } = null!;
    public string Agency { get; private set; } = "";
    public string Applicant { get; private set; } = "";

    /// <summary>The query code; <c>null</c> once it was shown.</summary>
    public string? Shown { get; private set; }

    public DateOnly Today => desk.Today;
    public DateTimeOffset Now => time.Now;
    public RequestDesk.Neighbours Neighbours { get; private set; } = RequestDesk.Neighbours.None;

    public async Task<IActionResult> OnGet(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        Shown = TempData[Code] as string;
        await Look();
        return Page();
    }

    /// <summary>A new code for an applicant who lost the old one and has shown at the counter who it is; the old one is worth nothing from now on.</summary>
    public async Task<IActionResult> OnPost(Handle handle)
    {
        var marker = await marks.Open();
        if (!await Open(handle)) return NotFound();
        var act = me.Does(RequestDeeds.CodeReset, $"申请人到窗口出示{Input.Paper?.Name}，核对一致后重设{(Input.Why?.Trim() is { Length: > 0 } why ? $"：{why}" : "")}");
        if (Case.Request.CodeMark is null) ModelState.AddModelError("", "这件申请没有查询码，不用重设。");
        if (Input.Paper is null) ModelState.AddModelError("Input.Paper", "请选择申请人出示的证件");
        if (Input.Why is { Length: > 200 }) ModelState.AddModelError("Input.Why", "最多 200 个字，请缩短");
        var typed = Typed.Narrow(Input.Number).Replace(" ", "", StringComparison.Ordinal);
        if (typed.Length == 0) ModelState.AddModelError("Input.Number", "请照证件填写证件号码，由系统与申请时的号码核对");
        // What is tried is counted: a clerk does not find a number out by trying.
        else if (ModelState.IsValid && !await store.Attempt($"counter-reset:{Case.Request.Handle}", Tries, steady.Now, TimeSpan.FromMinutes(15))) ModelState.AddModelError("Input.Number", "核对次数过多，请 15 分钟后再试。");
        else if (ModelState.IsValid && Case.Request.IdentityMark is { } mark && marker.OfIdentity(typed) != mark)
        {
            await store.Note(me.Does(RequestDeeds.IdentityMismatched, "窗口重设查询码"), null, store.Mention(Case.Request));
            ModelState.AddModelError("Input.Number", "证件号码与申请时填写的不一致，不能重设。请对照证件重新填写");
        }
        else if (ModelState.IsValid && Case.Request.IdentityMark is null && string.IsNullOrWhiteSpace(Input.Why))
            ModelState.AddModelError("Input.Why", "申请时没有登记证件号码，系统不能核对，请写明怎样核对身份，例如“与留存的身份证复印件一致”");
        if (!ModelState.IsValid)
        {
            await Show(handle);
            return this.Again();
        }
        var code = QueryCode.Next();
        Case.Request.CodeMark = marker.OfCode(Case.Request.Number, code);
        await mails.TellCode(Case.Request, act, Today);
        await store.Save(act);
        TempData[Code] = code;
        return this.Done("已重设查询码，原查询码作废。请打印本页交给申请人，查询码只显示这一次。", $"~/office/requests/{handle}/receipt");
    }

    // The page again: the name on it is looked at once more.
    async Task Show(Handle handle)
    {
        store.ChangeTracker.Clear();
        await Open(handle);
        await Look();
    }

    async Task Look()
    {
        var applicant = await store.RequestApplicants.AsNoTracking().SingleAsync(one => one.RequestId == Case.Request.Id);
        // The slip bears the name; printing it is a look at it.
        Applicant = Case.Request.MaskedName is null ? "（已删除）" : await vault.Open(applicant.Name, me.Does(RequestDeeds.ReceiptPrinted), applicant, nameof(applicant.Name));
        Neighbours = await requests.NeighboursOf(Case.Request.IdentityMark, Case.Request.Wanted.Text, Case.Request.Id);
    }

    async Task<bool> Open(Handle handle)
    {
        if (await requests.Open(handle) is not { } file || file.Request.AgencyId != me.Agency) return false;
        Case = file;
        Agency = await store.Agencies.Where(agency => agency.Id == file.Request.AgencyId).Select(agency => agency.Name).SingleAsync();
        return true;
    }
}
