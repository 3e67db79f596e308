using Gongkai.App.Ui;
using Gongkai.Rules.Requests;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Portal.Requests;

/// <summary>The whole form on one page, for whoever knows it (一页式申请表). It fills the same draft as the wizard, and leads to the same check.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, KeepsTyped]
public sealed class Whole(Drafts drafts, FormDesk desk, IAntiforgery antiforgery, RequestSettings settings) : PageModel, IFramed
{
    static readonly FormPart[] Parts = Enum.GetValues<FormPart>();

    [BindProperty] public ApplicationForm Form { get; set; } = new();
    [BindProperty] public List<IFormFile> Proofs { get; set; } = [];
    [BindProperty] public List<IFormFile> AgentProofs { get; set; } = [];
    [BindProperty(Name = "jg")] public string? Sought { get; set; }

    public IReadOnlyList<DraftFile> Files { get; private set; } = [];
    public IReadOnlyList<(string Code, string Name)> Agencies { get; private set; } = [];
    public bool Over { get; private set; }
    public bool Discs => settings.Discs;
    public Frame Frame => Place.At("一页式申请表", wrong: !ModelState.IsValid);

    public async Task<IActionResult> OnGet()
    {
        if (await drafts.Open(HttpContext) is { } draft) (Form, Files) = (draft.Form, draft.Content.Files);
        return await Show(200);
    }

    public async Task<IActionResult> OnPost([FromForm(Name = "do")] string? what)
    {
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
        {
            Over = true;
            return await Show(400);
        }
        var draft = await drafts.Open(HttpContext) ?? Drafts.Begin();
        foreach (var part in Parts) draft.Form.Take(part, Form);
        if (what is ['d', 'r', 'o', 'p', ':', .. var handle]) draft.Content.Files.RemoveAll(file => file.Handle == handle);
        await desk.TakeUp(draft, Proofs, ofAgent: false, nameof(Proofs), ModelState);
        await desk.TakeUp(draft, AgentProofs, ofAgent: true, nameof(AgentProofs), ModelState);
        await drafts.Keep(HttpContext, draft);
        (Form, Files) = (draft.Form, draft.Content.Files);
        if (what != "next") return await Show(ModelState.IsValid ? 200 : 422);
        FormDesk.Say(draft, Parts, ModelState);
        return ModelState.IsValid ? Redirect(Url.Content("~" + Place.Check)) : await Show(422);
    }

    async Task<IActionResult> Show(int status)
    {
        Agencies = await desk.Agencies(Sought, Form.Agency);
        if (Form.Agency is null && Agencies is [var only] && Sought is null) Form.Agency = only.Code;
        Form.Matter ??= "information";
        Response.StatusCode = status;
        return Page();
    }
}
