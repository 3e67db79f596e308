using Gongkai.App.Shared.Letters;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Records.Requests;
using Gongkai.Rules.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.Requests;

/// <summary>申请进度 (P22): where the case stands in one sentence, what that means, what to do, and what happened. The case is that of the code that was typed; no address names it.</summary>
[AllowAnonymous]
public sealed class ProgressModel(CaseDoor door, ServedLetters letters, Store store, AgencySettings settings, TimeProvider time, Site site) : PageModel, IFramed
{
    public CaseFile Case { get; private set; } = null!;
    public Agency Agency { get; private set; } = null!;
    public Progress State { get; private set; } = null!;
    public IReadOnlyList<(DateOnly On, string Words, string? Note)> Timeline { get; private set; } = [];
    public IReadOnlyList<ServedLetters.Served> Letters { get; private set; } = [];
    public RequestRating? Rating { get; private set; }
    public DisclosureSuggestion? Suggestion { get; private set; }
    public DateOnly Today { get; } = time.Today;

    public Clock Clock => Case.Clock;
    public string Telephone { get; private set; } = "";
    public bool MayCorrect => Clock.Awaits == Awaiting.Correction;
    public bool MayWithdraw => Case.To(new CaseFact.Withdrawn(Today)) is null && !Clock.Ended;
    public bool MayRate => Clock.Ended && (Rating is null || Today <= Rating.ChangeableThrough);

    public bool MaySuggest => Suggestion is null && Suggesting.To(Clock) is null;

    public Frame Frame => Place.At("申请进度", between: new("进度查询", Place.Query));

    public async Task<IActionResult> OnGet()
    {
        if (await door.Case(HttpContext) is not { } request) return Redirect(Url.Content("~" + Place.Query));
        Case = await store.FileOf(request);
        Agency = await store.Agencies.AsNoTracking().SingleAsync(agency => agency.Id == request.AgencyId);
        Telephone = (await settings.Of(Agency, Today)).TelephoneOr(site);
        State = Progress.Of(Clock, Today);
        Letters = await letters.Of(request.Id);
        Rating = await store.RequestRatings.AsNoTracking().SingleOrDefaultAsync(rating => rating.RequestId == request.Id);
        Suggestion = await store.Suggestions.AsNoTracking().SingleOrDefaultAsync(suggestion => suggestion.RequestId == request.Id);
        // Of what was said with a fact, the applicant reads only their own words.
        Timeline = [.. from page in Case.Pages
                       let words = Progress.Tell(page.Fact)
                       where words is not null
                       select (page.On, words, page.Fact is CaseFact.Corrected ? page.Note : null)];
        return Page();
    }

    /// <summary>Puts the case away on this computer.</summary>
    public IActionResult OnPostLeave()
    {
        door.Leave(HttpContext);
        return Redirect(Url.Content("~" + Place.Query));
    }
}
