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

/// <summary>建议主动公开: whoever was given information suggests, once, that everyone be given it.</summary>
[AllowAnonymous]
public sealed class Suggest(CaseDoor door, Store store, Me me, TimeProvider time) : PageModel, IFramed
{
    [BindProperty] public SuggestionGround? Ground { get; set; }
    [BindProperty] public string? Words { get; set; }

    InformationRequest request = null!;

    public static IReadOnlyList<(string, string, string?)> Grounds { get; } = [.. Suggesting.OfApplicants.Select(ground => ($"{ground}", ground.Name, (string?)null))];

    public Frame Frame => Place.At("建议主动公开", wrong: !ModelState.IsValid, new("申请进度", Place.Progress));

    public async Task<IActionResult> OnGet() => await Find() ? Page() : Redirect(Url.Content("~" + Place.Progress));

    public async Task<IActionResult> OnPost()
    {
        if (!await Find()) return Redirect(Url.Content("~" + Place.Progress));
        if (Ground is not { } ground || !Suggesting.OfApplicants.Contains(ground)) ModelState.AddModelError(nameof(Ground), "请选择一项理由");
        var words = Words?.Trim() is { Length: > 0 } said ? said : null;
        if (words?.Length > DisclosureSuggestion.LongestWords) ModelState.AddModelError(nameof(Words), $"最多 {DisclosureSuggestion.LongestWords} 个字，请删减");
        if (!ModelState.IsValid) return this.Again();
        store.Add(new DisclosureSuggestion { AgencyId = request.AgencyId, RequestId = request.Id, Ground = Ground!.Value, Words = words, ByApplicant = true, SuggestedOn = time.Today });
        try
        {
            await store.Save(new(RequestDeeds.Suggested, me.Hand with { Name = "申请人" }, time.Now, request.AgencyId));
        }
        catch (DbUpdateException clash) when (Outage.Of(clash) is null)
        {
            // Pressed twice: the first stands.
            return Redirect(Url.Content("~" + Place.Progress));
        }
        return this.Done("已收到您的建议，审核结果会写在这里。", "~" + Place.Progress);
    }

    async Task<bool> Find()
    {
        if (await door.Case(HttpContext) is not { } found) return false;
        request = found;
        return Suggesting.To((await store.FileOf(found)).Clock) is null && !await store.Suggestions.AnyAsync(one => one.RequestId == found.Id);
    }
}
