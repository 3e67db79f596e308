using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Letters;
using Gongkai.Rules.Access;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Requests.Letters;

/// <summary>修改文书: what its writer changes in a draft, before it is handed in or after it came back.</summary>
[Permits(Permission.HandleRequests, InDepartment = true)]
public sealed class LetterEdit(Store store, Me me, Desk desk, RequestDesk requests, Responsible responsible) : PageModel, IFramed, ILetterForm
{
    public Frame Frame => new($"修改{Kind.Facts.Title}", new("依申请公开", Index.Path), new(Kind.Facts.Title, $"/office/letters/{Letter.Handle}"), new("修改")) { Under = Index.Path };
    [BindProperty] public LetterForm Input { get; set; } = new();
    public CaseLetter Letter { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Agencies { get; private set; } = [];
    public RequestLetter Kind => Letter.Kind;

    /// <summary>What was said when it came back.</summary>
    public LetterOpinion? Returned { get; private set; }

    public async Task<IActionResult> OnGet(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        if (!Mine) return Redirect($"~/office/letters/{handle}");
        Input = LetterForm.Of(Letter);
        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPost(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        if (!Mine) return Redirect($"~/office/letters/{handle}");
        Fill();
        if (await responsible.Take(Input) is { } lacking) ModelState.AddModelError("Input.ResponsibleCode", lacking);
        foreach (var (field, words) in Input.Faults(Kind, desk.Today)) ModelState.AddModelError($"Input.{field}", words);
        if (!ModelState.IsValid) return Page();
        Input.Into(Letter);
        if (await this.Saved(store, me.Does(LetterDeeds.Revised), Letter, Input.Revision)) return this.Done("已保存修改。", $"~/office/letters/{handle}");
        await Open(handle);
        return Page();
    }

    /// <summary>Only its writer changes it, and only while it is a draft; everyone else is led to the letter, which says why.</summary>
    bool Mine => Letter.State is LetterState.Draft && Letter.AuthorId == me.Account;

    void Fill()
    {
        while (Input.Withheld.Count < LetterForm.Rows) Input.Withheld.Add(new());
    }

    async Task<bool> Open(Handle handle)
    {
        if (await store.CaseLetters.SingleOrDefaultAsync(one => one.Handle == handle) is not { } letter || await requests.Open(letter.RequestId) is not { } file) return false;
        if (letter.AgencyId != me.Agency || !me.May(Permission.HandleRequests, file.Request.DepartmentId)) return false;
        Letter = letter;
        Agencies = await responsible.Choices(letter.Kind, Input.ResponsibleCode);
        Returned = await store.LetterOpinions.AsNoTracking().Where(one => one.LetterId == letter.Id && !one.Passed).OrderByDescending(one => one.At).FirstOrDefaultAsync();
        return true;
    }
}
