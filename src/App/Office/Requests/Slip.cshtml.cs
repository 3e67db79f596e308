using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
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
public sealed class Slip(Store store, Me me, Desk desk, RequestDesk requests, Marks marks, Vault vault, TimeProvider time) : PageModel, IFramed
{
    public const string Code = "query-code";

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
        var applicant = await store.RequestApplicants.AsNoTracking().SingleAsync(one => one.RequestId == Case.Request.Id);
        // The slip bears the name; printing it is a look at it.
        Applicant = Case.Request.MaskedName is null ? "（已删除）" : await vault.Open(applicant.Name, me.Does(RequestDeeds.ReceiptPrinted), applicant, nameof(applicant.Name));
        Neighbours = await requests.NeighboursOf(Case.Request.IdentityMark, Case.Request.Wanted.Text, Case.Request.Id);
        return Page();
    }

    /// <summary>A new code for an applicant who lost the old one and has shown who it is; the old one is worth nothing from now on.</summary>
    public async Task<IActionResult> OnPost(Handle handle)
    {
        var marker = await marks.Open();
        if (!await Open(handle)) return NotFound();
        var code = QueryCode.Next();
        Case.Request.CodeMark = marker.OfCode(Case.Request.Number, code);
        await store.Save(me.Does(RequestDeeds.CodeReset, "当面核对身份后重发"));
        TempData[Code] = code;
        return this.Done("已重发查询码，原查询码作废。", $"~/office/requests/{handle}/receipt");
    }

    async Task<bool> Open(Handle handle)
    {
        if (await requests.Open(handle) is not { } file || file.Request.AgencyId != me.Agency) return false;
        Case = file;
        Agency = await store.Agencies.Where(agency => agency.Id == file.Request.AgencyId).Select(agency => agency.Name).SingleAsync();
        return true;
    }
}
