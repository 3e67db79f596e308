using Gongkai.App.Ui;
using Gongkai.Rules.Requests;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Portal.Requests;

/// <summary>核对与提交 (P19): every answer with the way to change it; only here a request is made.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, KeepsTyped]
public sealed class Check(Drafts drafts, FormDesk desk, Filing filing, Puzzle puzzle, RequestSettings settings, IAntiforgery antiforgery) : PageModel, IFramed
{
    public const string NoPromise = "请阅读并勾选承诺内容后提交";

    [BindProperty] public bool Promise { get; set; }

    /// <summary>What was given to be solved or waited for.</summary>
    [BindProperty(Name = "puzzle")] public string? Given { get; set; }

    [BindProperty(Name = "answer")] public string? Answer { get; set; }

    public ApplicationForm Form { get; private set; } = new();
    public string? AgencyName { get; private set; }
    public IReadOnlyList<DraftFile> Files { get; private set; } = [];
    public IReadOnlyList<(FormPart Part, FormFault Fault)> Missing { get; private set; } = [];
    public IReadOnlyList<FormFault> Cautions { get; private set; } = [];

    /// <summary>What stands in the form for a browser to solve.</summary>
    public string? Puzzle { get; private set; }

    public int Bits => puzzle.Bits;
    public int WaitSeconds => puzzle.WaitSeconds;
    public bool Waits { get; private set; }
    public bool Discs => settings.Discs;
    public Frame Frame => Place.At("核对申请", wrong: !ModelState.IsValid);

    public async Task<IActionResult> OnGet() => await drafts.Open(HttpContext) is { } draft ? await Show(draft, 200) : Elsewhere(await Slip());

    public async Task<IActionResult> OnPost()
    {
        var own = await antiforgery.IsRequestValidAsync(HttpContext);
        // A second click finds no draft, and is shown what the first one did.
        if (await drafts.Open(HttpContext) is not { } draft) return own ? Elsewhere(await Slip()) : BadRequest();
        if (!own)
        {
            ModelState.AddModelError("", Step.SessionOver);
            return await Show(draft, 400);
        }
        if (!Promise) ModelState.AddModelError(nameof(Promise), NoPromise);
        if (!ModelState.IsValid || draft.Incomplete is not null) return await Show(draft, 422);
        if (await puzzle.IsAsked(HttpContext) && !puzzle.Holds(draft, Given, Answer))
        {
            Waits = true;
            return await Show(draft, 200);
        }
        return await filing.File(draft, () => puzzle.Count(HttpContext)) ? Elsewhere(true) : await Show(draft, 422);
    }

    async Task<bool> Slip() => drafts.KeyOf(HttpContext) is { } key && await filing.SlipOf(key) is not null;

    RedirectResult Elsewhere(bool filed) => Redirect(Url.Content("~" + (filed ? Place.Receipt : Place.Step(1))));

    async Task<IActionResult> Show(Draft draft, int status)
    {
        (Form, Files, AgencyName) = (draft.Form, draft.Content.Files, await desk.NameOf(draft.Form.Agency));
        if (AgencyName is null) Form.Agency = null;
        Missing = [.. Enum.GetValues<FormPart>().SelectMany(part => draft.Faults(part).Select(fault => (part, fault)))];
        Cautions = [.. Form.Cautions(FormPart.Wanted)];
        if (await puzzle.IsAsked(HttpContext)) Puzzle = Waits && Given is not null && puzzle.IsOf(draft, Given) ? Given : puzzle.Give(draft);
        Response.StatusCode = status;
        return Page();
    }
}
