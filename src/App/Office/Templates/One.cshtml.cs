using Gongkai.App.Access;
using Gongkai.App.Shared.Files;
using Gongkai.App.Shared.Letters;
using Gongkai.App.Ui;
using Gongkai.Documents.Intake;
using Gongkai.Documents.Templates;
using Gongkai.Records;
using Gongkai.Records.Files;
using Gongkai.Records.Templates;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Templates;

/// <summary>One kind of letter: its fields, its versions, how it looks, and the place to upload another.</summary>
[Permits(Permission.ManageSettings)]
public sealed class One(Store store, LetterDesk desk, Me me, TimeProvider time) : PageModel, IFramed
{
    const int LongestNote = 200;

    public LetterKind Kind { get; private set; } = null!;
    public IReadOnlyList<LetterTemplate> Versions { get; private set; } = [];
    public LetterTemplate? Current { get; private set; }

    /// <summary>What the current template says with sample values.</summary>
    public IReadOnlyList<string> Preview { get; private set; } = [];

    [TempData]
    public string? Done { get; set; }

    /// <summary>What is different in the uploaded one.</summary>
    [BindProperty]
    public string? Note { get; set; }

    public Frame Frame => new(Kind.Name, new Crumb("文书模板", Index.Path), new Crumb(Kind.Name)) { Under = Index.Path };

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (LetterKinds.WithCode(RouteData.Values["kind"]?.ToString() ?? "") is { } kind && me.Agency != Guid.Empty)
        {
            Kind = kind;
            await next();
        }
        else context.Result = NotFound();
    }

    public async Task<PageResult> OnGetAsync()
    {
        Versions = await store.LetterTemplates.AsNoTracking().OfAgency(me.Agency).OfKind(Kind.Code).OrderByDescending(template => template.Version).ToListAsync();
        Current = Versions.FirstOrDefault(template => template.WithdrawnAt is null);
        Preview = Letter.Text(Letter.Write(Current is null ? DefaultTemplate.Of(Kind) : await desk.Bytes(Current), Kind.Samples));
        return Page();
    }

    public async Task<IActionResult> OnPostUploadAsync(IFormFile? file)
    {
        if (string.IsNullOrWhiteSpace(Note)) ModelState.AddModelError(nameof(Note), "请填写修改说明，让同事知道这一版改了什么。");
        else if (Note.Length > LongestNote) ModelState.AddModelError(nameof(Note), $"修改说明不超过 {LongestNote} 个字，您填写了 {Note.Length} 个字。");
        if (file is null || file.Length == 0) ModelState.AddModelError("file", "请选择修改好的模板文件（DOCX 格式）。");
        else
            try
            {
                var bytes = await Uploads.Bytes(file);
                foreach (var problem in TemplateCheck.Of(bytes, file.FileName, Kind)) ModelState.AddModelError("file", problem);
                if (ModelState.IsValid)
                {
                    var added = await desk.Add(Kind, bytes, file.FileName, Note!.Trim());
                    Done = $"第 {added.Version} 版已启用，之后出具的{Kind.Name}都用它。";
                    return Redirect($"{Index.Path}/{Kind.Code}");
                }
            }
            catch (RefusedFileException refused)
            {
                ModelState.AddModelError("file", refused.Message);
            }
            catch (NoRoomException full)
            {
                ModelState.AddModelError("file", full.Message);
                Response.StatusCode = StatusCodes.Status507InsufficientStorage;
            }
        return await OnGetAsync();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string? version)
    {
        if (!Handle.TryParse(version, null, out var handle)
            || await store.LetterTemplates.OfAgency(me.Agency).OfKind(Kind.Code).SingleOrDefaultAsync(template => template.Handle == handle) is not { } found) return NotFound();
        found.Withdraw(time.GetUtcNow());
        await store.Save(me.Does(LetterTemplateQueries.Withdrawn));
        Done = $"第 {found.Version} 版已停用。已经出具的文书不受影响。";
        return Redirect($"{Index.Path}/{Kind.Code}");
    }
}
