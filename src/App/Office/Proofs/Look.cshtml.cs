using System.Globalization;
using Gongkai.App.Access;
using Gongkai.App.Shared.Files;
using Gongkai.App.Ui;
using Gongkai.Documents.Intake;
using Gongkai.Documents.Marking;
using Gongkai.Records;
using Gongkai.Records.Files;
using Gongkai.Records.Trail;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Proofs;

/// <summary>查看证件影像: a sealed file is shown to someone who says what for, in a copy that says so too; the look is recorded first.</summary>
[Permits(Permission.OpenPersonalData, InDepartment = true)]
public sealed class Look(Store store, FileStore files, Me me, IEnumerable<OwnedFiles> domains, TimeProvider time) : PageModel, IFramed
{
    /// <summary>What stands across every copy.</summary>
    public const string Words = "仅供办理政府信息公开申请使用";

    [BindProperty] public string? Purpose { get; set; }

    public StoredFile Stored { get; private set; } = null!;
    public bool Marks => Watermark.HasTypeface;
    public Frame Frame => new("查看证件影像", new("依申请公开", Requests.Index.Path), new("查看证件影像")) { Under = Requests.Index.Path };

    public async Task<IActionResult> OnGet(string handle) => await Open(handle) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string handle)
    {
        if (!await Open(handle)) return NotFound();
        if (string.IsNullOrWhiteSpace(Purpose)) ModelState.AddModelError(nameof(Purpose), "请写明查看的用途，例如“核对申请人身份”；查看会记入审计日志");
        else if (Purpose.Length > 200) ModelState.AddModelError(nameof(Purpose), "最多 200 个字，请缩短");
        if (!ModelState.IsValid) return Page();

        var bytes = files.Read(Stored);
        var picture = Stored.MediaType == FileType.Jpeg.MediaType || Stored.MediaType == FileType.Png.MediaType;
        string[] lines = [Words, $"{time.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {me.Name}"];
        var marked = picture ? Watermark.OnPicture(bytes, lines) : Stored.MediaType == FileType.Pdf.MediaType ? Watermark.OnPdf(bytes, lines) : null;
        await FileDownload.Inherited(Stored, store, me);
        // By the case too, so that whoever asks who looked at a case finds it.
        var about = await store.Requests.AsNoTracking().SingleOrDefaultAsync(request => request.Id == Stored.OwnerId);
        await store.Note(me.Does(Quarantine.Opened, Purpose!.Trim()), marked is null ? "副本未加水印" : null, about is null ? [store.Mention(Stored)] : [store.Mention(Stored), store.Mention(about)]);
        FileDownload.Shut(HttpContext);
        // A picture is looked at; what the browser would have to open with a program of its own is saved.
        return marked is not null && picture ? File(marked, FileType.Jpeg.MediaType) : File(marked ?? bytes, Stored.MediaType, Stored.Name);
    }

    async Task<bool> Open(string handle)
    {
        if (await FileDownload.Find(handle, store, me, domains) is not { Key: not null } file) return false;
        Stored = file;
        return true;
    }
}
