using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Requests;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Gongkai.App.Office.Requests.Letters;

namespace Gongkai.App.Office.Requests;

/// <summary>答复指引: question by question to the outcome and its letter; who knows the outcome chooses it at once.</summary>
[Permits(Permission.HandleRequests, InDepartment = true)]
public sealed class Answer(Me me, Desk desk, RequestDesk requests) : PageModel, IFramed
{
    /// <summary>An outcome that may be chosen now, or why not.</summary>
    public sealed record Offer(Outcome Outcome, Impediment? Impediment);

    public Frame Frame => new("拟答复", new("依申请公开", Index.Path), new(Case.Request.Number, $"{Index.Path}/{Case.Request.Handle}"), new("拟答复")) { Under = Index.Path };
    public CaseFile Case { get; private set; } = null!;
    public AnswerQuestion Question { get; private set; } = AnswerQuestion.All[0];
    public Impediment? Impediment { get; private set; }

    /// <summary>The questions already answered, in their order.</summary>
    public IReadOnlyList<AnswerQuestion> Before { get; private set; } = [];

    public IEnumerable<Offer> Offers => from outcome in Enum.GetValues<Outcome>() where outcome is not Outcome.Withdrawn select new Offer(outcome, Case.To(new CaseFact.Decided(desk.Today, outcome)));

    public async Task<IActionResult> OnGet(Handle handle, [FromQuery(Name = "at")] string? at)
    {
        if (AnswerQuestion.At(at) is not { } question || await requests.Open(handle) is not { } file) return NotFound();
        if (file.Request.AgencyId != me.Agency || !me.May(Permission.HandleRequests, file.Request.DepartmentId)) return NotFound();
        (Case, Question) = (file, question);
        Before = [.. AnswerQuestion.All.TakeWhile(one => one.Key != question.Key)];
        Impediment = LetterSteps.ToAnswering(file, desk.Today);
        return Page();
    }

    /// <summary>Why an outcome may not be decided now.</summary>
    public Impediment? To(Outcome outcome) => Case.To(new CaseFact.Decided(desk.Today, outcome));

    public string Letter(Outcome outcome) => $"/office/requests/{Case.Request.Handle}/letters/new?kind={outcome.Facts.Letter}";
}
