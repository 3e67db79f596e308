using Gongkai.App.Access;
using Gongkai.App.Office.Requests;
using Gongkai.Documents.Intake;
using Gongkai.Documents.Redaction;
using Gongkai.Records;
using Gongkai.Records.Files;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Redaction;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Redactions;

/// <summary>What the pages of partial disclosure (区分处理) ask again and again: whose it is, what may be done with it, how a page looks.</summary>
public sealed class RedactionDesk(Store store, Me me, RequestDesk requests, FileStore files, DrawingRoom room)
{
    public const string Path = "/office/redactions";

    /// <summary>What can be covered.</summary>
    public static Allowance Sources { get; } = new(20 * 1024 * 1024, FileType.Pdf, FileType.Docx, FileType.Xlsx, FileType.Pptx, FileType.Jpeg, FileType.Png);

    static readonly string[] Coverable = [.. Sources.Types.Select(type => type.MediaType)];

    /// <summary>A file that is disclosed in part, and the case that it is of.</summary>
    public sealed record Opened(CaseRedaction Redaction, CaseFile Case);

    /// <summary>One that this person works on; <c>null</c> where there is none, or it is not this person's.</summary>
    public async Task<Opened?> Open(Handle handle) =>
        await store.CaseRedactions.SingleOrDefaultAsync(one => one.Handle == handle) is { } redaction && await requests.Open(redaction.RequestId) is { } file && Handles(file) ? new(redaction, file) : null;

    /// <summary>One that this person may look at.</summary>
    public async Task<Opened?> See(Handle handle) =>
        await store.CaseRedactions.AsNoTracking().SingleOrDefaultAsync(one => one.Handle == handle) is { } redaction && await requests.Open(redaction.RequestId) is { } file ? new(redaction, file) : null;

    /// <summary>Whether the case is this person's to handle.</summary>
    public bool Handles(CaseFile file) => file.Request.AgencyId == me.Agency && me.May(Permission.HandleRequests, file.Request.DepartmentId);

    /// <summary>The files of a case that can be covered: no picture of an identity document is among them.</summary>
    public async Task<IReadOnlyList<StoredFile>> FilesOf(InformationRequest request) =>
        [.. (await store.Files.AsNoTracking().Where(file => file.OwnerId == request.Id && file.ErasedAt == null && file.Key == null && file.OwnerKind != RequestFiles.Proof && Coverable.Contains(file.MediaType))
            .OrderByDescending(file => file.StoredAt).ToListAsync()).Where(file => file.Readable)];

    /// <summary>Why no file of a case may be worked on any more.</summary>
    public static Impediment? ToBeginning(CaseFile file) => file.Request.EndedOn is null ? null : new("这件申请已经办结，不能再作区分处理。");

    /// <summary>Why the marks may not be changed any more.</summary>
    public async Task<Impediment?> ToMarking(Opened opened)
    {
        if (opened.Redaction.DroppedAt is not null) return new("这份文件的区分处理已经停止，需要的请重新开始。");
        if (ToBeginning(opened.Case) is { } ended) return ended;
        var signed = await (from release in store.CaseReleases
                            join letter in store.CaseLetters on release.LetterId equals letter.Id
                            where release.RedactionId == opened.Redaction.Id && letter.State >= LetterState.Signed && letter.State != LetterState.Void
                            select letter.Id).AnyAsync();
        return signed ? new("公开版已经随签发的文书定稿，不能再改；确需修改的，请先作废文书。") : null;
    }

    /// <summary>What is to be covered, as the engine takes it.</summary>
    public static RedactionPlan Plan(CaseRedaction redaction, IEnumerable<RedactedPlace> places) =>
        new([.. places.Select(place => new RedactionMark(place.Page, BoxOf(place), place.Ground, place.Note))], redaction.Kept);

    public static RedactionBox BoxOf(RedactedPlace place) => new(place.Left, place.Top, place.Width, place.Height);

    /// <summary>The words of one page, and its size.</summary>
    public Task<PageLook> Look(StoredFile source, int page, CancellationToken cancelled) => room.Work(() => Redactor.Look(files.Read(source), source.Name, page), cancelled);

    /// <summary>A page as a picture; with marks, as it will go out.</summary>
    public Task<byte[]> Draw(StoredFile source, int page, RedactionPlan? plan, CancellationToken cancelled) => room.Work(() => Redactor.Draw(files.Read(source), source.Name, page, plan), cancelled);

    /// <summary>Where a text is printed: on one page or on all, which are read one after the other.</summary>
    public Task<List<(int Page, RedactionBox Box)>> Find(StoredFile source, string text, int? page, CancellationToken cancelled) => room.Work(() =>
    {
        var bytes = files.Read(source);
        List<(int, RedactionBox)> found = [];
        foreach (var look in page is { } only ? [Redactor.Look(bytes, source.Name, only)] : Redactor.Leaf(bytes, source.Name))
        {
            cancelled.ThrowIfCancellationRequested();
            found.AddRange(look.Find(text).Select(box => (look.Number, box)));
        }
        return found;
    }, cancelled);

    /// <summary>A file as it is covered, and how many pages it has.</summary>
    public Task<(byte[] Bytes, int Pages)> Prepare(byte[] bytes, string name, CancellationToken cancelled) => room.Work(() => Redactor.Open(bytes, name), cancelled);
}
