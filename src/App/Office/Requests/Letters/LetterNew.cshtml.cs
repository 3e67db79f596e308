using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Letters;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Requests.Letters;

/// <summary>拟制文书: begins a letter of a case.</summary>
[Permits(Permission.HandleRequests, InDepartment = true)]
public sealed class LetterNew(Store store, Me me, Desk desk, RequestDesk requests, Responsible responsible, TimeProvider time) : PageModel, IFramed, ILetterForm
{
    public Frame Frame => new(Kind.Facts.Title, new("依申请公开", Index.Path), new(Case.Request.Number, $"{Index.Path}/{Case.Request.Handle}"), new($"拟{Kind.Facts.Title}")) { Under = Index.Path };
    [BindProperty] public LetterForm Input { get; set; } = new();
    [FromQuery(Name = "kind")] public RequestLetter Kind { get; set; }
    public CaseFile Case { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Agencies { get; private set; } = [];

    /// <summary>Why it may not be begun.</summary>
    public Impediment? Beginning { get; private set; }

    public string? Preview { get; private set; }
    public string? Caution { get; private set; }
    public DateOnly Today => desk.Today;

    public async Task<IActionResult> OnGet(Handle handle, [FromQuery(Name = "earlier")] string? earlier)
    {
        if (!await Open(handle)) return NotFound();
        // Nobody said which letter: the case's page offers those that may be begun.
        if (!LetterForm.Drafts(Kind)) return Redirect($"~/office/requests/{handle}");
        Input.Until = Kind switch
        {
            RequestLetter.CorrectionNotice => Case.Terms.CorrectionUntil(Today, Case.Calendar),
            RequestLetter.ReasonsNotice or RequestLetter.Assistance => Case.Calendar.Add(Today, Case.Terms.CorrectionDays),
            _ => null,
        };
        // The page of the case names the request that it repeats.
        if (Kind is RequestLetter.Duplicate && Handle.TryParse(earlier, null, out var repeated) && await requests.Open(repeated) is { } before && before.Request.AgencyId == me.Agency
            && (await requests.AnswersTo([before.Request.Id])).GetValueOrDefault(before.Request.Id) is { } answer)
            (Input.EarlierNumber, Input.EarlierOn, Input.Found) = (answer.Number, answer.On, $"本机关已于{answer.On:yyyy年M月d日}以{answer.Number}对您就相同政府信息提出的申请（申请编号：{before.Request.Number}）作出答复。");
        if (Kind is RequestLetter.ExtensionNotice) Input.Days = Clock.LongestExtension;
        var letter = Draft();
        (Preview, Caution) = (LetterSteps.Effect(Case, letter, Today), LetterSteps.Caution(Case, letter, Today));
        return Page();
    }

    public async Task<IActionResult> OnPost(Handle handle)
    {
        if (!await Open(handle) || !LetterForm.Drafts(Kind)) return NotFound();
        if (Beginning is { } impediment) ModelState.AddModelError("", impediment.Reason);
        if (await responsible.Take(Input) is { } lacking) ModelState.AddModelError("Input.ResponsibleCode", lacking);
        foreach (var (field, words) in Input.Faults(Kind, Today)) ModelState.AddModelError($"Input.{field}", words);
        if (!ModelState.IsValid) return Page();
        var letter = Draft();
        store.Add(letter);
        await store.Save(me.Does(LetterDeeds.Drafted, Kind.Name));
        return this.Done($"已保存{Kind.Facts.Title}草稿，核对后请送审。", $"~/office/letters/{letter.Handle}");
    }

    CaseLetter Draft()
    {
        var letter = new CaseLetter
        {
            AgencyId = Case.Request.AgencyId, RequestId = Case.Request.Id, Kind = Kind, Outcome = Kind.Facts.Outcome, AuthorId = me.Account, AuthorName = me.Name, DraftedAt = time.Now, Says = new(),
        };
        Input.Into(letter);
        return letter;
    }

    async Task<bool> Open(Handle handle)
    {
        if (await requests.Open(handle) is not { } file) return false;
        if (file.Request.AgencyId != me.Agency || !me.May(Permission.HandleRequests, file.Request.DepartmentId)) return false;
        Case = file;
        Beginning = LetterSteps.ToBeginning(file, Kind, Today);
        if (Beginning is null && await store.CaseLetters.AnyAsync(one => one.RequestId == file.Request.Id && one.Kind == Kind && one.State != LetterState.Served && one.State != LetterState.Void))
            Beginning = new("已有一份同样的文书正在办理，请先办完或者作废。");
        if (Beginning is null && Kind.Facts.Outcome is not null && await store.CaseLetters.AnyAsync(one => one.RequestId == file.Request.Id && one.Outcome != null && one.State != LetterState.Void))
            Beginning = new("已有一份答复，不能再拟；确需改变答复类型的，请先作废原稿。");
        Agencies = await responsible.Choices(Kind, Input.ResponsibleCode);
        while (Input.Withheld.Count < LetterForm.Rows) Input.Withheld.Add(new());
        return true;
    }
}

/// <summary>A page with the form of a letter.</summary>
public interface ILetterForm
{
    LetterForm Input { get; }
    RequestLetter Kind { get; }

    /// <summary>The agencies of this platform that may be named as responsible.</summary>
    IReadOnlyList<SelectListItem> Agencies { get; }
}
