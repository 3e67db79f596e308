using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Requests;
using Gongkai.Rules.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.Requests;

/// <summary>撤回申请 (P24), until the answer is signed.</summary>
[AllowAnonymous]
public sealed class Withdraw(CaseDoor door, Store store, Me me, TimeProvider time) : PageModel, IFramed
{
    public CaseFile Case { get; private set; } = null!;
    public string? Obstacle { get; private set; }
    public Frame Frame => Place.At("撤回申请", wrong: false, new("申请进度", Place.Progress));

    public async Task<IActionResult> OnGet() => await Find() ? Page() : Redirect(Url.Content("~" + Place.Query));

    public async Task<IActionResult> OnPost()
    {
        if (!await Find()) return Redirect(Url.Content("~" + Place.Query));
        if (Obstacle is not null) return this.Again();
        var act = new Act(RequestDeeds.Withdrawn, me.Hand with { Name = "申请人" }, time.Now, Case.Request.AgencyId);
        Case.Add(new CaseFact.Withdrawn(time.Today), act);
        try
        {
            await store.Save(act);
        }
        catch (DbUpdateException clash) when (Outage.Of(clash) is null)
        {
            // Sent twice at once: the first stands. Or an officer wrote into the file at this moment, and it is asked again.
            store.ChangeTracker.Clear();
            if (!await Find() || Obstacle is not null) return Redirect(Url.Content("~" + Place.Progress));
            ModelState.AddModelError("", "刚才有工作人员同时在办理这件申请，还没有撤回。请再确认一次。");
            return this.Again();
        }
        return this.Done("申请已经撤回。", "~" + Place.Progress);
    }

    async Task<bool> Find()
    {
        if (await door.Case(HttpContext) is not { } request) return false;
        Case = await store.FileOf(request);
        Obstacle = Case.To(new CaseFact.Withdrawn(time.Today))?.Reason;
        return true;
    }
}
