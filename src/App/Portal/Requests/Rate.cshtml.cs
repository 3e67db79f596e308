using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.Requests;

/// <summary>评价 (P24): five levels, once, to be changed for seven days. What one applicant says is shown to nobody outside; sums are.</summary>
[AllowAnonymous]
public sealed class Rate(CaseDoor door, Store store, Me me, TimeProvider time) : PageModel, IFramed
{
    [BindProperty] public int Level { get; set; }
    [BindProperty] public string? Words { get; set; }

    public InformationRequest Case { get; private set; } = null!;
    RequestRating? rating;

    public static IReadOnlyList<(string, string, string?)> Levels { get; } = [.. Enumerable.Range(1, 5).Reverse().Select(level => ($"{level}", RequestRating.NameOf(level), (string?)null))];

    public Frame Frame => Place.At("评价", wrong: !ModelState.IsValid, new("申请进度", Place.Progress));

    public async Task<IActionResult> OnGet()
    {
        if (!await Find()) return Redirect(Url.Content("~" + Place.Progress));
        (Level, Words) = (rating?.Level ?? 0, rating?.Words);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await Find()) return Redirect(Url.Content("~" + Place.Progress));
        if (Level is < 1 or > 5) ModelState.AddModelError(nameof(Level), "请选择一个评价等级");
        var words = Words?.Trim() is { Length: > 0 } said ? said : null;
        if (words?.Length > RequestRating.LongestWords) ModelState.AddModelError(nameof(Words), $"最多 {RequestRating.LongestWords} 个字，请删减");
        if (!ModelState.IsValid) return this.Again();
        if (rating is null) store.Add(new RequestRating { RequestId = Case.Id, Level = Level, Words = words, GivenOn = time.Today });
        else (rating.Level, rating.Words) = (Level, words);
        try
        {
            await store.Save(new(RequestDeeds.Rated, me.Hand with { Name = "申请人" }, time.Now, Case.AgencyId));
        }
        catch (DbUpdateException clash) when (Outage.Of(clash) is null)
        {
            return Redirect(Url.Content("~" + Place.Progress));
        }
        return this.Done("谢谢您的评价。", "~" + Place.Progress);
    }

    async Task<bool> Find()
    {
        if (await door.Case(HttpContext) is not { EndedOn: not null } request) return false;
        Case = request;
        rating = await store.RequestRatings.SingleOrDefaultAsync(one => one.RequestId == request.Id);
        return rating is null || time.Today <= rating.ChangeableThrough;
    }
}
