using Gongkai.Records;
using Gongkai.Records.Requests;
using Gongkai.Rules.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Requests;

// What several asked for and were given may be disclosed to everyone (转主动公开).
public sealed partial class One
{
    /// <summary>The suggestion about this request; <c>null</c> while there is none.</summary>
    public DisclosureSuggestion? Suggestion { get; private set; }

    /// <summary>Like requests of other applicants that were granted, at the same agency; empty where this one was not.</summary>
    public IReadOnlyList<RequestDesk.Twin> Likes { get; private set; } = [];

    public bool MaySuggest => (Registers || Handles) && Suggestion is null && Suggesting.To(Clock) is null;

    /// <summary>Lays before the reviewer that it be disclosed to everyone.</summary>
    public async Task<IActionResult> OnPostSuggest(Handle handle)
    {
        if (!await Open(handle) || !(Registers || Handles)) return NotFound();
        if (Suggestion is not null) ModelState.AddModelError("", "已经提请评估，请在“转主动公开”中查看。");
        if (Suggesting.To(Clock) is { } impediment) ModelState.AddModelError("", impediment.Reason);
        if (!ModelState.IsValid) return Page();
        store.Add(new DisclosureSuggestion
        {
            AgencyId = Application.AgencyId, RequestId = Application.Id, Ground = SuggestionGround.SeveralApplicants, ByApplicant = false, SuggestedOn = Today,
            Words = Likes is [] ? null : $"相似的申请：{string.Join('、', Likes.Take(10).Select(like => like.Number))}",
        });
        return await Done(RequestDeeds.Suggested, "已提请评估，审核人员在“转主动公开”中处理。", null);
    }

    async Task LookForLikes()
    {
        Suggestion = await store.Suggestions.AsNoTracking().SingleOrDefaultAsync(one => one.RequestId == Application.Id);
        if (MaySuggest) Likes = await requests.GivenToOthers(Application);
    }
}
