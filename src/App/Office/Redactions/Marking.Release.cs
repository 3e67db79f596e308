using Gongkai.App.Access;
using Gongkai.App.Office.Jobs;
using Gongkai.App.Ui;
using Gongkai.Documents.Intake;
using Gongkai.Documents.Redaction;
using Gongkai.Records;
using Gongkai.Records.Files;
using Gongkai.Records.Jobs;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Redaction;
using Gongkai.Records.Requests.Letters;
using Gongkai.Rules;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Redactions;

// What is made of the marks: ordered, attached to the letter, given up.
public sealed partial class Marking
{
    /// <summary>The last job that made, or makes, what goes out.</summary>
    public JobRow? Job { get; private set; }

    /// <summary>What the last search found, as sentences.</summary>
    public IReadOnlyList<string> Leaks { get; private set; } = [];

    /// <summary>The letter to which what goes out is attached, and those to which it could be.</summary>
    public CaseLetter? Enclosed { get; private set; }

    public IReadOnlyList<CaseLetter> Drafts { get; private set; } = [];
    public DateTimeOffset Now { get; private set; }

    /// <summary>Why nothing can be made now.</summary>
    public Impediment? Releasing => Fixed ?? (Places is [] ? new("还没有标出要遮盖的地方。") : Job is { IsOpen: true } ? new("正在生成公开版，请稍候。") : State.IsReady ? new("公开版和现在的遮盖一致，不用重新生成。") : null);

    public async Task<IActionResult> OnPostRelease(Handle handle)
    {
        if (!await Begin(handle)) return NotFound();
        if (Releasing is { } impediment && Fixed is null) ModelState.AddModelError("", impediment.Reason);
        if (ModelState.IsValid && Input.Revision != Redaction.Revision) await this.WasSecond(store, Redaction.Id);
        if (!ModelState.IsValid) return Page();
        await orders.Place(work, ReleaseWork.Parameters(Redaction), $"生成公开版（申请 {Case.Request.Number}）");
        return this.Done("已开始生成公开版，可以关闭页面，完成后会收到消息。", $"~{At(Number)}");
    }

    /// <summary>Puts what goes out, and the list of what is covered in it, to a letter of partial disclosure.</summary>
    public async Task<IActionResult> OnPostEnclose(Handle handle)
    {
        if (!await Begin(handle)) return NotFound();
        var letter = Drafts.FirstOrDefault(one => one.Handle.ToString() == Input.Letter);
        if (letter is null) ModelState.AddModelError("Input.Letter", "请选择由您拟稿、还没有送审的部分公开告知书");
        if (!State.IsReady || !await store.IsCertified(State)) ModelState.AddModelError("", State.Last is null ? "还没有公开版，请先生成公开版。" : "遮盖或者原件改过，公开版已经过期；请重新生成。");
        if (Input.Revision != Redaction.Revision && ModelState.IsValid) await this.WasSecond(store, Redaction.Id);
        if (!ModelState.IsValid) return Page();
        var act = me.Does(RedactionDeeds.Enclosed, letter!.Kind.Name);
        try
        {
            await store.Write(act, async () =>
            {
                await TakeOff(act);
                var (released, last) = (State.Released!, await store.CaseReleases.SingleAsync(one => one.Id == State.Last!.Id));
                var draft = await store.CaseLetters.SingleAsync(one => one.Id == letter.Id);
                var copy = StoredFile.Of(new(released.Hash, released.Size, null), released.Name, released.MediaType, (CaseLetter.AttachmentKind, draft.Id), released.AgencyId, released.Scan, act.At, me.Name);
                store.Add(copy);
                var list = await uploads.Keep(RedactionList.Docx(RedactionIndex.OfJson(last.Index)!, released.Name), released.Name.Replace("公开文件", "遮盖清单", StringComparison.Ordinal).Replace(".pdf", ".docx", StringComparison.Ordinal), Allowance.Attachment, (CaseLetter.AttachmentKind, draft.Id));
                // The files' rows stand before anything names them.
                await store.SaveChangesAsync();
                last.Enclose(draft.Id, copy.Id, list.Id);
                if (draft.Says.Withheld is []) draft.Says = draft.Says with { Withheld = ReleaseWords.Withheld(Places, released.Name) };
                store.Touch(draft);
            });
            return this.Done("已附到文书；不予公开的部分已经填入文书，请核对。", $"~/office/letters/{letter.Handle}");
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", "文书或者公开版刚刚由别人改过，请核对后再附。");
        }
        catch (Exception refused) when (refused is RefusedFileException or NoRoomException)
        {
            ModelState.AddModelError("", refused.Message);
        }
        await Open(handle);
        return Page();
    }

    /// <summary>Gives the work on this file up; the file stays with the case.</summary>
    public async Task<IActionResult> OnPostDrop(Handle handle)
    {
        if (!await Begin(handle)) return NotFound();
        if (Plain(Input.Reason) is not { Length: > 0 and <= 500 } reason) ModelState.AddModelError("Input.Reason", "请写明停止的原因，最多 500 个字");
        if (Enclosed is { State: not (LetterState.Draft or LetterState.Void) }) ModelState.AddModelError("", "公开版已经随文书送审，请先由审核人退回。");
        if (!ModelState.IsValid) return Page();
        var act = me.Does(RedactionDeeds.Dropped, Plain(Input.Reason));
        await TakeOff(act);
        Redaction.Drop(Plain(Input.Reason), act.At);
        if (await this.Saved(store, act, Redaction, Input.Revision)) return this.Done("已停止区分处理，标注保留在系统中。", $"~/office/requests/{Case.Request.Handle}");
        await Open(handle);
        return Page();
    }

    /// <summary>Takes another original; the marks stay, and what was made before is stale.</summary>
    public async Task<IActionResult> OnPostReplace(Handle handle)
    {
        if (!await Begin(handle)) return NotFound();
        if (Input.File is null) ModelState.AddModelError("Input.File", "请选择更换后的文件");
        if (!ModelState.IsValid || !await this.TakeOriginal(Redaction, Redaction.RequestId, null, Input.File, (uploads, files, desk), HttpContext.RequestAborted)) return Page();
        if (Places.Any(place => place.Page > Redaction.Pages))
        {
            ModelState.AddModelError("Input.File", $"新文件只有 {Redaction.Pages} 页，后面的页上还有遮盖；请先取消那些遮盖。");
            store.ChangeTracker.Clear();
            await Open(handle);
            return Page();
        }
        return await Saved(RedactionDeeds.Replaced, "已更换原件，遮盖的位置没有变，请逐页核对。");
    }

    // What was attached before goes off its draft; what has left the house stays where it is.
    async Task TakeOff(Act act)
    {
        foreach (var release in await store.CaseReleases.Where(one => one.RedactionId == Redaction.Id && one.LetterId != null).ToListAsync())
        {
            var letter = await store.CaseLetters.SingleAsync(one => one.Id == release.LetterId);
            if (letter.State is LetterState.Served) continue;
            foreach (var file in await store.Files.Where(one => one.Id == release.EnclosedId || one.Id == release.IndexFileId).ToListAsync()) file.Erase(act.At);
            release.TakeOff();
            store.Touch(letter);
        }
    }

    async Task OpenRelease()
    {
        Now = me.Does(RedactionDeeds.Marked).At;
        var parameters = ReleaseWork.Parameters(Redaction);
        Job = await store.Jobs.AsNoTracking().Where(job => job.Kind == ReleaseWork.Kind && job.AgencyId == Redaction.AgencyId && job.Parameters == parameters).OrderByDescending(job => job.OrderedAt).ThenByDescending(job => job.Id).FirstOrDefaultAsync() is { } job ? JobRow.Of(job) : null;
        if (State.Last is { FileId: null, OfRevision: var of } last && of == Redaction.Revision && LeakCertificate.OfJson(last.Certificate) is { } certificate) Leaks = [.. certificate.Findings.Select(finding => finding.Words)];
        Enclosed = State.Last?.LetterId is { } letter ? await store.CaseLetters.AsNoTracking().SingleAsync(one => one.Id == letter) : null;
        Drafts = await store.CaseLetters.AsNoTracking().Where(one => one.RequestId == Redaction.RequestId && one.Kind == RequestLetter.PartlyGranted && one.State == LetterState.Draft && one.AuthorId == me.Account).ToListAsync();
    }
}
