using Gongkai.App.Ui;
using Gongkai.Rules.Requests;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Portal.Requests;

/// <summary>One step of the wizard (P13–P18). What is typed is kept at each step, so that back, a closed tab and a restart lose nothing.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, KeepsTyped]
public sealed class Step(Drafts drafts, FormDesk desk, IAntiforgery antiforgery, RequestSettings settings) : PageModel, IFramed
{
    /// <summary>The form is asked to be sent again: its session is over, or it is of another browser.</summary>
    public const string SessionOver = "页面停留时间过长，内容已为您保留。请点击“继续提交”";

    public const int Last = 6;

    [BindProperty] public ApplicationForm Form { get; set; } = new();
    [BindProperty] public List<IFormFile> Proofs { get; set; } = [];
    [BindProperty] public List<IFormFile> AgentProofs { get; set; } = [];

    /// <summary>Comes from the check page, and goes back there.</summary>
    [BindProperty(Name = "qr", SupportsGet = true)] public bool FromCheck { get; set; }

    /// <summary>机关名称 or a part of it.</summary>
    [BindProperty(Name = "jg")] public string? Sought { get; set; }

    /// <summary>What the applicant was told already and goes on from.</summary>
    [BindProperty] public string? Seen { get; set; }

    public FormPart Part { get; private set; }
    public IReadOnlyList<FormFault> Cautions { get; private set; } = [];
    public IReadOnlyList<DraftFile> Files { get; private set; } = [];
    public IReadOnlyList<(string Code, string Name)> Agencies { get; private set; } = [];
    public bool Over { get; private set; }
    public bool Discs => settings.Discs;
    public string CautionKeys => string.Join('|', Cautions.Select(caution => $"{caution.Field}:{caution.Message.Length}"));

    public Frame Frame => Place.At(Choices.NameOf(Part), wrong: !ModelState.IsValid);

    public async Task<IActionResult> OnGet(int step, [FromQuery(Name = "dw")] string? agency)
    {
        Part = (FormPart)step;
        if (await drafts.Open(HttpContext) is { } draft) (Form, Files) = (draft.Form, draft.Content.Files);
        if (agency is not null && await desk.Knows(agency)) Form.Agency = agency;
        return await Show();
    }

    public async Task<IActionResult> OnPost(int step, [FromForm(Name = "do")] string? what)
    {
        Part = (FormPart)step;
        if (!await antiforgery.IsRequestValidAsync(HttpContext)) return await Again();
        var draft = await drafts.Open(HttpContext) ?? Drafts.Begin();
        var content = draft.Content;
        draft.Form.Take(Part, Form);
        await Take(draft, what);
        await drafts.Keep(HttpContext, draft);
        (Form, Files) = (draft.Form, content.Files);

        if (what is "find" or "upload" || what?.StartsWith("drop:", StringComparison.Ordinal) == true) return await Show(ModelState.IsValid ? 200 : 422);
        if (Part == FormPart.Matter && Form.Agency is { } code && !await desk.Knows(code)) ModelState.AddModelError("Form.Agency", "没有找到这个机关，请重新选择");
        FormDesk.Say(draft, [Part], ModelState);
        if (!ModelState.IsValid) return await Show(422);
        Cautions = [.. Form.Cautions(Part)];
        if (Cautions is not [] && Seen != CautionKeys) return await Show();
        return Redirect(Url.Content("~" + (FromCheck || step == Last ? Place.Check : Place.Step(step + 1))));
    }

    async Task Take(Draft draft, string? what)
    {
        if (Part != FormPart.Proof) return;
        if (what is ['d', 'r', 'o', 'p', ':', .. var handle]) draft.Content.Files.RemoveAll(file => file.Handle == handle);
        await desk.TakeUp(draft, Proofs, ofAgent: false, nameof(Proofs), ModelState);
        await desk.TakeUp(draft, AgentProofs, ofAgent: true, nameof(AgentProofs), ModelState);
        if (what == "upload" && Proofs is [] && AgentProofs is []) ModelState.AddModelError(nameof(Proofs), "请先选择要上传的文件。");
    }

    // What was typed stands in the page again, with a new token; nothing is done with it yet.
    async Task<IActionResult> Again()
    {
        Over = true;
        return await Show(400);
    }

    async Task<IActionResult> Show(int status = 200)
    {
        if (Part == FormPart.Matter) Agencies = await desk.Agencies(Sought, Form.Agency);
        if (Part == FormPart.Matter && Form.Agency is null && Agencies is [var only] && Sought is null) Form.Agency = only.Code;
        if (Part == FormPart.Proof && Files is [] && await drafts.Open(HttpContext) is { } draft) Form.HasAgent ??= draft.Form.HasAgent;
        Response.StatusCode = status;
        return Page();
    }
}
