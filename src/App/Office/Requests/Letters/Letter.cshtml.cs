using Gongkai.App.Access;
using Gongkai.App.Office.Outbox;
using Gongkai.App.Office.Redactions;
using Gongkai.App.Shared.Files;
using Gongkai.App.Shared.Letters;
using Gongkai.App.Ui;
using Gongkai.Documents.Intake;
using Gongkai.Documents.Templates;
using Gongkai.Records;
using Gongkai.Records.Files;
using Gongkai.Records.Numbers;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Redaction;
using Gongkai.Records.Requests.Letters;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Requests.Letters;

/// <summary>One letter of a case: what it says, who has said what of it, and its next step.</summary>
[Permits(Permission.SeeRequests, InDepartment = true)]
public sealed partial class LetterPage(Store store, Me me, Desk desk, RequestDesk requests, LetterPaper papers, LetterDesk letterDesk, Uploads uploads, ApplicantMail mails, IEnumerable<IChannel> channels) : PageModel, IFramed
{
    /// <summary>What the small forms of this page send.</summary>
    public sealed class Form
    {
        public int Revision { get; set; }
        public string? Opinion { get; set; }
        public string? Series { get; set; }
        public string? SealName { get; set; }
        public int? Copies { get; set; }
        public DateOnly? On { get; set; }
        public Service? By { get; set; }
        public string? PostNumber { get; set; }
        public string? Why { get; set; }

        /// <summary>It was sent from the office's own mailbox; only the day is noted.</summary>
        public bool Already { get; set; }

        public IFormFile? File { get; set; }
        public string? Attachment { get; set; }
    }

    public Frame Frame => new(Letter.Kind.Name, new("依申请公开", Index.Path), new(Case.Request.Number, $"{Index.Path}/{Case.Request.Handle}"), new(Letter.Kind.Facts.Title)) { Under = Index.Path };
    [BindProperty] public Form Input { get; set; } = new();
    public CaseLetter Letter { get; private set; } = null!;
    public CaseFile Case { get; private set; } = null!;
    public LetterCourse Course { get; private set; } = null!;
    public IReadOnlyList<LetterOpinion> Opinions { get; private set; } = [];
    public IReadOnlyList<StoredFile> Attachments { get; private set; } = [];
    /// <summary>The files of the case that are disclosed in part.</summary>
    public IReadOnlyList<RedactionState> Redactions { get; private set; } = [];

    public StoredFile? Issued { get; private set; }
    public IReadOnlyList<string> Lines { get; private set; } = [];
    public IReadOnlyList<NumberSeries> Series { get; private set; } = [];

    /// <summary>Why it could not go out as it stands.</summary>
    public Impediment? Fault { get; private set; }

    /// <summary>What its service will do to the due day.</summary>
    public string? Effect { get; private set; }

    public string? Caution { get; private set; }
    public LetterHand Hand { get; private set; } = new(null, false, false, false, false, false);
    public DateOnly Today => desk.Today;

    const string Original = "这是正在区分处理的原件，不能随文书送出；请在区分处理里生成公开版，再附到文书。";

    LetterPaper.Paper paper = null!;

    public async Task<IActionResult> OnGet(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        Input.Revision = Letter.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPostHandIn(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        Ask(Course.ToRevising(Hand) ?? Fault ?? LetterSteps.ToBeginning(Case, Letter.Kind, Today), "");
        if (ModelState.IsValid && Caution is { } caution && string.IsNullOrWhiteSpace(Input.Why)) ModelState.AddModelError("Input.Why", caution);
        if (!ModelState.IsValid) return Page();
        var act = me.Does(LetterDeeds.HandedIn, Plain(Input.Why));
        Keep(act);
        Say(LetterState.Draft, true, Input.Why);
        Forward(Course.Next);
        return await Done(act, Letter.State is LetterState.Signed ? "已办妥，请编号。" : $"已送审（第 {Versions.Count + 1} 稿）。");
    }

    public async Task<IActionResult> OnPostPass(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        // What has changed since it was drafted may stand in the way now.
        Ask(Course.ToJudging(Hand) ?? Fault ?? (Letter.State is LetterState.WithLeader ? Deciding() : LetterSteps.ToBeginning(Case, Letter.Kind, Today)), "");
        if (!ModelState.IsValid) return Page();
        Say(Letter.State, true, Input.Opinion);
        var signs = Course.Next is LetterState.Signed;
        var act = me.Does(signs ? LetterDeeds.Signed : LetterDeeds.Passed, Plain(Input.Opinion));
        if (signs && Letter.AtSignature(Today) is { } decided) Case.Add(decided, act, Plain(Input.Opinion));
        Forward(Course.Next);
        return await Done(act, signs ? "已签发，请登记人员编号、用印、送达。" : $"已通过，{Letter.State.Name}。");
    }

    public async Task<IActionResult> OnPostReturn(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        Ask(Course.ToReturning(Hand, Input.Opinion), "Input.Opinion");
        if (!ModelState.IsValid) return Page();
        Say(Letter.State, false, Input.Opinion);
        Letter.Move(LetterState.Draft);
        return await Done(LetterDeeds.Returned, "已退回拟稿人修改。", Input.Opinion);
    }

    public async Task<IActionResult> OnPostVoid(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        Ask(Course.ToVoiding(Hand, Input.Why), "Input.Why");
        if (!ModelState.IsValid) return Page();
        var act = me.Does(LetterDeeds.Voided, Plain(Input.Why));
        // Its number stays taken, and says that it is void.
        if (Letter.Number is { } number && await store.TakenNumbers.SingleOrDefaultAsync(one => one.AgencyId == Letter.AgencyId && one.Text == number) is { VoidedAt: null } taken) taken.Void(Input.Why!.Trim(), act.At);
        Letter.Void(Input.Why!.Trim());
        return await Done(act, "文书已作废，记录保留。");
    }

    public async Task<IActionResult> OnPostAttach(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        Ask(Course.ToRevising(Hand), "");
        if (Input.File is null) ModelState.AddModelError("Input.File", "请选择附件");
        if (await this.TakeUp(uploads, Input.File, "Input.File", (CaseLetter.AttachmentKind, Letter.Id)) is { } file && (await store.OriginalsOf(Letter.RequestId)).Contains(file.Hash))
        {
            ModelState.AddModelError("Input.File", Original);
            store.Entry(file).State = EntityState.Detached;
        }
        return ModelState.IsValid ? await Done(LetterDeeds.Attached, "附件已上传。", null) : Page();
    }

    /// <summary>Takes an attachment off a draft; of what was made for partial disclosure, the list goes with the file.</summary>
    public async Task<IActionResult> OnPostDetach(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        Ask(Course.ToRevising(Hand), "");
        if (Attachments.FirstOrDefault(one => one.Handle.ToString() == Input.Attachment) is not { } gone) ModelState.AddModelError("", "这个附件已经不在文书上。");
        else if (ModelState.IsValid)
        {
            var act = me.Does(LetterDeeds.Detached);
            var release = await store.CaseReleases.SingleOrDefaultAsync(one => one.EnclosedId == gone.Id || one.IndexFileId == gone.Id);
            foreach (var file in await store.Files.Where(one => one.Id == gone.Id || release != null && (one.Id == release.EnclosedId || one.Id == release.IndexFileId)).ToListAsync()) file.Erase(act.At);
            release?.TakeOff();
            return await Done(act, "已取下附件。");
        }
        return Page();
    }

    // 审签 of a decision that the law no longer allows is refused with the law's words.
    Impediment? Deciding() => Letter.AtSignature(Today) is { } decided ? Case.To(decided) : null;

    void Forward(LetterState next)
    {
        if (next is LetterState.Signed) Letter.Sign(Today, me.Name);
        else Letter.Move(next);
    }

    void Say(LetterState step, bool passed, string? opinion) =>
        store.Add(new LetterOpinion { LetterId = Letter.Id, Step = step, Passed = passed, Opinion = Plain(opinion), By = me.Account, ByName = me.Name, At = me.Does(LetterDeeds.Passed).At });

    void Ask(Impediment? impediment, string field)
    {
        if (impediment is not null) ModelState.AddModelError(field, impediment.Reason);
        if (Input.Opinion is { Length: > 4000 }) ModelState.AddModelError("Input.Opinion", "意见最多 4000 个字，请缩短");
    }

    static string? Plain(string? typed) => typed?.Trim() is { Length: > 0 } text ? text : null;

    Task<IActionResult> Done(Deed deed, string message, string? why) => Done(me.Does(deed, Plain(why)), message);

    async Task<IActionResult> Done(Act act, string message)
    {
        var handle = Letter.Handle;
        store.Touch(Letter);
        if (await this.Saved(store, act, Letter, Input.Revision)) return this.Done(message, $"~/office/letters/{handle}");
        await Open(handle);
        return Page();
    }

    async Task<bool> Open(Handle handle)
    {
        if (await store.CaseLetters.SingleOrDefaultAsync(one => one.Handle == handle) is not { } letter || await requests.Open(letter.RequestId) is not { } file) return false;
        (Letter, Case) = (letter, file);
        bool May(Permission permission) => letter.AgencyId == me.Agency && me.May(permission, file.Request.DepartmentId);
        Hand = new(me.Account, May(Permission.HandleRequests), May(Permission.ReviewRequests), May(Permission.ReviewRequestsByLaw), May(Permission.SignRequests), May(Permission.RegisterRequests));
        Opinions = await store.LetterOpinions.AsNoTracking().Where(one => one.LetterId == letter.Id).OrderBy(one => one.At).ThenBy(one => one.Id).ToListAsync();
        Course = new(letter.Kind, letter.State, letter.AuthorId, [.. Opinions.Where(one => one.Passed && one.Step is not LetterState.Draft).Select(one => (one.Step, one.By))]);
        Attachments = await store.AttachmentsOf(letter).ToListAsync();
        Issued = letter.FileId is { } issued ? await store.Files.AsNoTracking().SingleAsync(one => one.Id == issued) : null;
        paper = await papers.Of(letter, file, letter.SignedOn ?? Today);
        Lines = await papers.Lines(paper);
        await Review();
        await LookAtService();
        if (letter.State.IsOpen)
        {
            Fault = paper.ToIssue ?? await store.ToEnclosing(letter);
            Redactions = await store.RedactionsOf(letter.RequestId);
            if (letter.State < LetterState.Signed) Caution = LetterSteps.Caution(file, letter, Today);
            Effect = LetterSteps.Effect(file, letter, Today);
        }
        if (letter.State is LetterState.Signed && Hand.Registers) Series = await letterDesk.Series();
        return true;
    }
}
