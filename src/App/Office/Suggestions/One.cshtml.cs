using Gongkai.App.Access;
using Gongkai.App.Office.Requests;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Requests;
using Gongkai.Rules.Access;
using Gongkai.Rules.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Suggestions;

/// <summary>One suggestion to disclose to everyone, and its answer.</summary>
[Permits(Permission.SeeRequests)]
public sealed class One(Store store, Me me, Desk desk) : PageModel, IFramed
{
    /// <summary>The answer.</summary>
    public sealed class Form
    {
        public int Revision { get; set; }
        public SuggestionAnswer? Answer { get; set; }
        public string? Reasons { get; set; }
    }

    public Frame Frame => new(Application.Number, new("转主动公开", Index.Path), new(Application.Number)) { Under = Index.Path };
    [BindProperty] public Form Input { get; set; } = new();
    public DisclosureSuggestion Suggestion { get; private set; } = null!;
    public InformationRequest Application { get; private set; } = null!;
    public bool Decides => Suggestion is { Answer: SuggestionAnswer.Open } && Suggestion.AgencyId == me.Agency && me.May(Permission.ReviewRequests);

    public async Task<IActionResult> OnGet(Handle handle)
    {
        if (!await Find(handle)) return NotFound();
        Input.Revision = Suggestion.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPost(Handle handle)
    {
        if (!await Find(handle) || !me.May(Permission.ReviewRequests)) return NotFound();
        var reasons = Input.Reasons?.Trim() ?? "";
        if (Suggestion.Answer is not SuggestionAnswer.Open) ModelState.AddModelError("", $"这条建议已经审核过：{Suggestion.Answer.Name}。");
        if (Input.Answer is not (SuggestionAnswer.Adopted or SuggestionAnswer.Declined)) ModelState.AddModelError("Input.Answer", "请选择审核结果");
        if (reasons is "") ModelState.AddModelError("Input.Reasons", "请写明理由，或者在哪里、什么时候公开");
        if (reasons.Length > DisclosureSuggestion.LongestWords) ModelState.AddModelError("Input.Reasons", $"最多 {DisclosureSuggestion.LongestWords} 个字，请删减");
        if (!ModelState.IsValid) return this.Again();
        Suggestion.Decide(Input.Answer!.Value, reasons, desk.Today);
        if (await this.Saved(store, me.Does(RequestDeeds.SuggestionAnswered), Suggestion, Input.Revision)) return this.Done("已提交审核结果，申请人可以看到。", $"~{Index.Path}/{handle}");
        await Find(handle);
        return Page();
    }

    async Task<bool> Find(Handle handle)
    {
        if (await store.Suggestions.SingleOrDefaultAsync(one => one.Handle == handle && one.AgencyId == me.Agency) is not { } found) return false;
        Suggestion = found;
        Application = await store.Requests.AsNoTracking().SingleAsync(request => request.Id == found.RequestId);
        return await store.MaySee(me, Application);
    }
}
