using Gongkai.App.Access;
using Gongkai.App.Shared.Files;
using Gongkai.App.Ui;
using Gongkai.Documents.Intake;
using Gongkai.Records;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Letters;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.Requests;

/// <summary>补正 (P23): the applicant says more clearly what is wanted; the clock starts anew on the day on which it arrives.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, KeepsTyped]
public sealed class Correct(CaseDoor door, ServedLetters letters, Store store, Uploads uploads, IAntiforgery antiforgery, Me me, TimeProvider time) : PageModel, IFramed
{
    public const int Longest = 3500, MostFiles = 5;

    /// <summary>What is wanted, said anew.</summary>
    [BindProperty] public string? Words { get; set; }

    /// <summary>Why it comes late, where it does.</summary>
    [BindProperty] public string? Reason { get; set; }

    [BindProperty] public List<IFormFile> Files { get; set; } = [];

    public CaseFile Case { get; private set; } = null!;

    /// <summary>补正告知书, where it was written here.</summary>
    public CaseLetter? Asked { get; private set; }

    public bool Late => Case.Clock.AwaitsUntil < time.Today;
    public Frame Frame => Place.At("提交补正", wrong: !ModelState.IsValid, new("申请进度", Place.Progress));

    public async Task<IActionResult> OnGet() => await Find() ? Page() : Redirect(Url.Content("~" + Place.Progress));

    public async Task<IActionResult> OnPost()
    {
        var own = await antiforgery.IsRequestValidAsync(HttpContext);
        if (!await Find()) return own ? Redirect(Url.Content("~" + Place.Progress)) : BadRequest();
        if (!own)
        {
            ModelState.AddModelError("", Step.SessionOver);
            return this.Again(StatusCodes.Status400BadRequest);
        }
        var (words, reason) = (Words?.ReplaceLineEndings("\n").Trim(), Reason?.Trim());
        if (string.IsNullOrEmpty(words)) ModelState.AddModelError(nameof(Words), "请按补正告知书的要求，写明您需要的信息");
        else if (words.Length > Longest) ModelState.AddModelError(nameof(Words), $"最多 {Longest} 个字，您填写了 {words.Length} 个，请删减或者作为附件上传");
        if (Late && string.IsNullOrEmpty(reason)) ModelState.AddModelError(nameof(Reason), "补正期限已过，请说明逾期的理由");
        else if (reason?.Length > 400) ModelState.AddModelError(nameof(Reason), "理由最多 400 个字，请删减");
        if (Files.Count > MostFiles) ModelState.AddModelError(nameof(Files), $"最多上传 {MostFiles} 个文件");
        var laid = ModelState.IsValid ? await Lay() : [];
        if (!ModelState.IsValid) return this.Again(full ? StatusCodes.Status507InsufficientStorage : StatusCodes.Status422UnprocessableEntity);

        var (request, now) = (Case.Request, time.Now);
        var act = new Act(RequestDeeds.Corrected, me.Hand with { Name = "申请人" }, now, request.AgencyId);
        Case.Add(new CaseFact.Corrected(time.Today), act, string.IsNullOrEmpty(reason) ? words : $"{words}\n逾期理由：{reason}");
        foreach (var one in laid) store.Add(one.Row((RequestFiles.Correction, request.Id), request.AgencyId, now, by: null));
        try
        {
            await store.Save(act);
        }
        catch (DbUpdateException clash) when (Outage.Of(clash) is null)
        {
            // Sent twice at once: the first stands. Or an officer wrote into the file at this moment: what was typed is kept.
            store.ChangeTracker.Clear();
            if (!await Find()) return Redirect(Url.Content("~" + Place.Progress));
            ModelState.AddModelError("", "刚才有工作人员同时在办理这件申请，补正没有保存。请再提交一次；附件请重新选择。");
            return this.Again();
        }
        return this.Done("补正已经提交，答复期限自今天的次日起重新计算。", "~" + Place.Progress);
    }

    // There was no room for a file.
    bool full;

    async Task<bool> Find()
    {
        if (await door.Case(HttpContext) is not { } request) return false;
        Case = await store.FileOf(request);
        Asked = (await letters.Of(request.Id)).Select(one => one.Letter).LastOrDefault(letter => letter.Kind == RequestLetter.CorrectionNotice);
        return Case.Clock.Awaits == Awaiting.Correction && Case.To(new CaseFact.Corrected(time.Today)) is null;
    }

    async Task<List<LaidFile>> Lay()
    {
        List<LaidFile> laid = [];
        foreach (var one in Files)
            try
            {
                laid.Add(await uploads.Lay(await Uploads.Bytes(one), one.FileName, Allowance.Proof, seal: true));
            }
            catch (RefusedFileException refused)
            {
                ModelState.AddModelError(nameof(Files), refused.Message);
            }
            catch (NoRoomException none)
            {
                full = true;
                ModelState.AddModelError(nameof(Files), none.Message);
            }
        return laid;
    }
}
