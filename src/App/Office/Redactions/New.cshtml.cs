using Gongkai.App.Access;
using Gongkai.App.Office.Requests;
using Gongkai.App.Shared.Files;
using Gongkai.App.Ui;
using Gongkai.Documents.Intake;
using Gongkai.Documents.Redaction;
using Gongkai.Records;
using Gongkai.Records.Files;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Redaction;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Office.Redactions;

/// <summary>开始区分处理: which file of a case is disclosed in part, one that lies there or one that is uploaded now.</summary>
[Permits(Permission.HandleRequests, InDepartment = true)]
public sealed class New(Store store, Me me, RequestDesk requests, RedactionDesk desk, Uploads uploads, FileStore files) : PageModel, IFramed
{
    /// <summary>What the form sends.</summary>
    public sealed class Form
    {
        public int Revision { get; set; }
        public string? Source { get; set; }
        public IFormFile? File { get; set; }
    }

    public Frame Frame => new("区分处理", new("依申请公开", Requests.Index.Path), new(Case.Request.Number, $"{Requests.Index.Path}/{Case.Request.Handle}"), new("区分处理")) { Under = Requests.Index.Path };
    [BindProperty] public Form Input { get; set; } = new();
    public CaseFile Case { get; private set; } = null!;
    public IReadOnlyList<StoredFile> Files { get; private set; } = [];
    public IReadOnlyList<RedactionState> Begun { get; private set; } = [];
    public Impediment? Beginning { get; private set; }

    public async Task<IActionResult> OnGet(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        Input.Revision = Case.Request.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPost(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        if (Beginning is { } impediment) ModelState.AddModelError("", impediment.Reason);
        var chosen = Files.FirstOrDefault(file => file.Handle.ToString() == Input.Source);
        if (chosen is null && Input.File is null) ModelState.AddModelError("Input.Source", "请选择一份案件材料，或者上传要公开的文件");
        if (chosen is not null && Input.File is null && Begun.FirstOrDefault(one => one.Source.Id == chosen.Id) is { } same) return Redirect($"~{RedactionDesk.Path}/{same.Redaction.Handle}");
        if (!ModelState.IsValid) return Page();
        var act = me.Does(RedactionDeeds.Begun);
        var redaction = new CaseRedaction { AgencyId = Case.Request.AgencyId, RequestId = Case.Request.Id, BegunByName = me.Name, BegunAt = act.At };
        if (!await this.TakeOriginal(redaction, Case.Request.Id, chosen, Input.File, (uploads, files, desk), HttpContext.RequestAborted)) return Page();
        store.Add(redaction);
        store.Touch(Case.Request);
        if (await this.Saved(store, act, Case.Request, Input.Revision)) return this.Done($"已打开，共 {redaction.Pages} 页。请逐页标出不能公开的地方。", $"~{RedactionDesk.Path}/{redaction.Handle}");
        await Open(handle);
        return Page();
    }

    async Task<bool> Open(Handle handle)
    {
        if (await requests.Open(handle) is not { } file || !desk.Handles(file)) return false;
        Case = file;
        Files = await desk.FilesOf(file.Request);
        Begun = await store.RedactionsOf(file.Request.Id);
        Beginning = RedactionDesk.ToBeginning(file);
        return true;
    }
}

/// <summary>Takes the original of a file that is disclosed in part.</summary>
static class Originals
{
    /// <summary>One of the case, or one that is uploaded; an office document is covered as the PDF that it prints as. What is wrong stands beside the field.</summary>
    /// <returns>Whether it was taken.</returns>
    public static async Task<bool> TakeOriginal(this PageModel page, CaseRedaction redaction, Guid request, StoredFile? chosen, IFormFile? sent, (Uploads Uploads, FileStore Files, RedactionDesk Desk) hands, CancellationToken cancelled)
    {
        var field = sent is null ? "Input.Source" : "Input.File";
        try
        {
            var owner = (RequestPapers.ToRelease, request);
            var bytes = sent is null ? hands.Files.Read(chosen!) : await Uploads.Bytes(sent);
            var name = sent?.FileName ?? chosen!.Name;
            // It passes the gate before anything opens it.
            if (sent is not null) FileGate.Examine(bytes, name, RedactionDesk.Sources);
            var (covered, pages) = await hands.Desk.Prepare(bytes, name, cancelled);
            var source = sent is null ? chosen! : await hands.Uploads.Keep(bytes, name, RedactionDesk.Sources, owner);
            if (!ReferenceEquals(covered, bytes)) source = await hands.Uploads.Keep(covered, System.IO.Path.ChangeExtension(source.Name, ".pdf"), RedactionDesk.Sources, owner);
            if (!source.Readable) throw new RefusedFileException(Refusal.Unsafe, "文件还没有通过安全检查，请过几分钟再试。");
            redaction.Take(source.Id, pages);
            return true;
        }
        catch (Exception refused) when (refused is RefusedFileException or RedactionRefusedException or RoomFullException)
        {
            page.ModelState.AddModelError(field, refused.Message);
        }
        catch (AlteredFileException)
        {
            page.ModelState.AddModelError(field, "文件已损坏或者丢失，请重新上传。");
        }
        catch (NoRoomException full)
        {
            page.ModelState.AddModelError(field, full.Message);
            page.Response.StatusCode = StatusCodes.Status507InsufficientStorage;
        }
        return false;
    }
}
