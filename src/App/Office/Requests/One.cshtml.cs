using Gongkai.App.Access;
using Gongkai.App.Shared.Files;
using Gongkai.App.Shared.Letters;
using Gongkai.App.Ui;
using Gongkai.Documents.Intake;
using Gongkai.Records;
using Gongkai.Records.Files;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Redaction;
using Gongkai.Records.Requests.Letters;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;
using Gongkai.App.Office.Requests.Letters;

namespace Gongkai.App.Office.Requests;

/// <summary>申请件详情: the case, what may be done with it now, and why the rest may not.</summary>
[Permits(Permission.SeeRequests, InDepartment = true)]
public sealed partial class One(Store store, Me me, Desk desk, RequestDesk requests, Uploads uploads, Vault vault, ApplicantMail mails) : PageModel, IFramed
{
    /// <summary>What the small forms of this page send; each takes its part.</summary>
    public sealed class Form
    {
        public int Revision { get; set; }
        public DateOnly? On { get; set; }
        public DateOnly? Until { get; set; }
        public string? Department { get; set; }
        public string? Person { get; set; }
        public string? Note { get; set; }
        public int? Matter { get; set; }
        public Stance? Stance { get; set; }
        public string? Purpose { get; set; }
        public string? Places { get; set; }
        public string? Systems { get; set; }
        public string? Words { get; set; }
        public string? Searcher { get; set; }
        public bool Found { get; set; }
        public string? Result { get; set; }
        public IFormFile? File { get; set; }
    }

    /// <summary>A letter that may be begun, or why not.</summary>
    public sealed record Start(RequestLetter Kind, Impediment? Impediment);

    /// <summary>The applicant's data, opened for a purpose.</summary>
    public sealed record Opened(string Name, string Paper, string? Number, string? Phone, string? Mail, string? Address, string? Representative, string? Contact, string? Agent);

    public Frame Frame => new($"申请 {Application.Number}", new("依申请公开", Index.Path), new(Application.Number)) { Under = Index.Path };
    [BindProperty] public Form Input { get; set; } = new();
    public CaseFile Case { get; private set; } = null!;
    public InformationRequest Application => Case.Request;
    public Clock Clock => Case.Clock;
    public string? Department { get; private set; }
    public string? Handler { get; private set; }
    public InformationRequest? Parent { get; private set; }
    public IReadOnlyList<InformationRequest> Parts { get; private set; } = [];
    public IReadOnlyList<CaseLetter> Letters { get; private set; } = [];
    /// <summary>Mails to the applicant that did not go out.</summary>
    public IReadOnlyList<CaseNotice> NotSent { get; private set; } = [];

    public IReadOnlyList<CaseSearch> Searches { get; private set; } = [];
    public IReadOnlyList<StoredFile> Papers { get; private set; } = [];
    public IReadOnlyList<RedactionState> Redactions { get; private set; } = [];
    public IReadOnlyList<CaseEvent> Events { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];
    public RequestDesk.Neighbours Neighbours { get; private set; } = RequestDesk.Neighbours.None;
    public Opened? Applicant { get; private set; }
    public DateOnly Today => desk.Today;
    public DueLight Light => requests.LightOf(Application);
    public string LightWords => requests.LightWords(Application);

    bool Mine => Application.AgencyId == me.Agency;

    /// <summary>It is of a unit that was merged into this one: looked at here, and not worked on.</summary>
    public bool Inherited => !Mine;

    /// <summary>The numbers of an answer that was not written here.</summary>
    public LedgerNumbers? Told { get; private set; }

    public bool Registers => Mine && me.May(Permission.RegisterRequests, Application.DepartmentId);
    public bool Routes => Mine && me.May(Permission.RouteRequests, Application.DepartmentId);
    public bool Handles => Mine && me.May(Permission.HandleRequests, Application.DepartmentId);
    public bool Restricts => Mine && me.May(Permission.ReviewRequests, Application.DepartmentId);
    public bool MayOpen => me.May(Permission.OpenPersonalData, Application.AgencyId, Application.DepartmentId);

    /// <summary>The letters of the way to the answer, in the order of the law.</summary>
    public IEnumerable<Start> Starts => from one in (RequestLetter[])
        [RequestLetter.CorrectionNotice, RequestLetter.ReasonsNotice, RequestLetter.ThirdPartyConsultation, RequestLetter.JointMakerConsultation, RequestLetter.Assistance, RequestLetter.ConsultationNotice, RequestLetter.ExtensionNotice, RequestLetter.DeferralNotice, RequestLetter.FeeNotice]
        select new Start(one, LetterSteps.ToBeginning(Case, one, Today) ?? Letters.FirstOrDefault(letter => letter.Kind == one && letter.State.IsOpen) switch { { } open => new($"已有一份正在办理（{open.State.Name}），请先办完或者作废。"), null => null });

    /// <summary>Why no answer may be drafted now.</summary>
    public Impediment? Answering => LetterSteps.ToAnswering(Case, Today)
        ?? (Letters.Any(letter => letter.Outcome is not null && letter.State.IsOpen) ? new("已有一份答复正在办理，请在文书列表中打开。") : null);

    public async Task<IActionResult> OnGet(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        Input.Revision = Application.Revision;
        return Page();
    }

    /// <summary>Shows the applicant's data to someone who says what for; the look is recorded first.</summary>
    public async Task<IActionResult> OnPostReveal(Handle handle)
    {
        if (!await Open(handle) || !MayOpen) return NotFound();
        if (string.IsNullOrWhiteSpace(Input.Purpose)) ModelState.AddModelError("Input.Purpose", "请写明查看的用途，例如“电话联系补正”；查看会记入审计日志");
        if (!ModelState.IsValid || Application.MaskedName is null) return Page();
        var applicant = await store.RequestApplicants.AsNoTracking().SingleAsync(one => one.RequestId == Application.Id);
        await store.Note(me.Does(RequestDeeds.ApplicantSeen, Input.Purpose!.Trim()), null, store.Mention(applicant, nameof(applicant.Name)), store.Mention(Application));
        string? Read(Sealed? value) => value is { } known ? vault.Read(known) : null;
        Applicant = new(vault.Read(applicant.Name), applicant.Paper.Name, Read(applicant.IdentityNumber), Read(applicant.Phone), Read(applicant.Mail), Read(applicant.Address),
            Read(applicant.Representative), Read(applicant.Contact), Read(applicant.Agent));
        return Page();
    }

    public async Task<IActionResult> OnPostRestrict(Handle handle)
    {
        if (!await Open(handle) || !Restricts) return NotFound();
        if (string.IsNullOrWhiteSpace(Input.Note)) ModelState.AddModelError("Input.Note", "请写明原因");
        if (!ModelState.IsValid) return Page();
        Application.Restricted = !Application.Restricted;
        return await Done(RequestDeeds.Restricted, Application.Restricted ? "已设为限制查阅。" : "已取消限制查阅。", Input.Note);
    }

    public async Task<IActionResult> OnPostUpload(Handle handle)
    {
        if (!await Open(handle) || !(Registers || Handles)) return NotFound();
        if (Input.File is null) ModelState.AddModelError("Input.File", "请选择要上传的文件");
        await this.TakeUp(uploads, Input.File, "Input.File", (RequestPapers.Incoming, Application.Id));
        return ModelState.IsValid ? await Done(RequestDeeds.PaperAdded, "已上传。", Input.Note) : Page();
    }

    // Everything that enters the file: asked of the law first, then saved with the page's revision.
    async Task<IActionResult> Enter(Deed deed, CaseFact fact, string message, string field = "Input.On", Func<Act, Task>? also = null)
    {
        if (fact.On > Today) ModelState.AddModelError(field, "日期不能晚于今天，请核对");
        if (Case.To(fact) is { } impediment) ModelState.AddModelError("", impediment.Reason);
        if (ModelState.IsValid) await this.TakeUp(uploads, Input.File, "Input.File", (RequestPapers.Incoming, Application.Id));
        if (!ModelState.IsValid) return Page();
        var note = Input.Note?.Trim() is { Length: > 0 } typed ? typed : null;
        var act = me.Does(deed, note);
        Case.Add(fact, act, note);
        if (also is not null) await also(act);
        return await Done(act, message);
    }

    Task<IActionResult> Done(Deed deed, string message, string? why) => Done(me.Does(deed, string.IsNullOrWhiteSpace(why) ? null : why.Trim()), message);

    async Task<IActionResult> Done(Act act, string message)
    {
        var handle = Application.Handle;
        // Also where only something beside it changed: who looked at an older page is told.
        store.Touch(Application);
        if (await this.Saved(store, act, Application, Input.Revision)) return this.Done(message, $"~/office/requests/{handle}");
        await Open(handle);
        return Page();
    }

    async Task<bool> Open(Handle handle)
    {
        if (await requests.Open(handle) is not { } file) return false;
        Case = file;
        Letters = await store.CaseLetters.AsNoTracking().Where(letter => letter.RequestId == Application.Id).OrderByDescending(letter => letter.DraftedAt).ThenByDescending(letter => letter.Id).ToListAsync();
        var served = Letters.Where(letter => letter.State is LetterState.Served or LetterState.Void).Select(letter => letter.Id).ToHashSet();
        // What was served otherwise since then needs no alarm any more.
        NotSent = [.. (await store.CaseNotices.AsNoTracking().Where(one => one.RequestId == Application.Id && one.State == NoticeState.Failed).OrderBy(one => one.At).ToListAsync())
            .Where(one => !(one.Serves && one.LetterId is { } letter && served.Contains(letter)))];
        Searches = await store.CaseSearches.AsNoTracking().Where(search => search.RequestId == Application.Id).OrderBy(search => search.At).ToListAsync();
        Papers = await store.Files.AsNoTracking().Where(one => one.OwnerId == Application.Id && one.ErasedAt == null).OrderBy(one => one.StoredAt).ToListAsync();
        Department = Application.DepartmentId is { } department ? await store.Departments.Where(one => one.Id == department).Select(one => one.Name).SingleAsync() : null;
        Handler = Application.HandlerId is { } handler ? await store.People.Where(one => one.Id == handler).Select(one => one.Name).SingleAsync() : null;
        Parent = Application.ParentId is { } parent ? await requests.Seen.SingleOrDefaultAsync(one => one.Id == parent) : null;
        Parts = await requests.Seen.Where(one => one.ParentId == Application.Id).OrderBy(one => one.Number).Take(50).ToListAsync();
        Neighbours = await requests.NeighboursOf(Application.IdentityMark, Application.Wanted.Text, Application.Id);
        await LookForLikes();
        Redactions = await store.RedactionsOf(Application.Id);
        if (Letters.All(letter => letter.Outcome is null)) Told = (await store.AnswerNumbersOf([Application.Id])).GetValueOrDefault(Application.Id);
        Events = await store.EventsOf(Case, [.. Letters.Select(letter => letter.Id), .. await store.CaseRedactions.Where(one => one.RequestId == Application.Id).Select(one => one.Id).ToListAsync()]);
        if (Routes) Departments = await desk.Departments(Permission.RouteRequests);
        if (Handles && Application.HandlerId is not null) People = await desk.People();
        return true;
    }
}
