using Gongkai.App.Access;
using Gongkai.App.Shared.Files;
using Gongkai.Records;
using Gongkai.Records.Files;
using Gongkai.Records.Organizations;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Redaction;
using Gongkai.Records.Requests.Letters;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Requests;

/// <summary>What the pages of requests ask again and again: which may be seen here, how near they are, who else asked for the same.</summary>
public sealed class RequestDesk(Store store, Me me, Desk desk)
{
    /// <summary>More of one applicant nobody compares.</summary>
    const int MostCompared = 300;

    /// <summary>Another request of the same applicant that is much the same.</summary>
    /// <param name="Answer">The decision that was served on it; <c>null</c> where there is none yet.</param>
    public sealed record Twin(string Number, Handle Handle, string Subject, DateOnly? ReceivedOn, Stage Stage, double Likeness, EarlierLetter? Answer);

    /// <summary>What is known of the same applicant: requests that look alike, how many others came in the calendar month, and within thirty days.</summary>
    public sealed record Neighbours(IReadOnlyList<Twin> Twins, int InMonth, int Lately)
    {
        public static Neighbours None { get; } = new([], 0, 0);
        public bool Many => InMonth >= Likeness.UsualInMonth || Lately >= Likeness.UsualInMonth;
        public bool Any => Twins is not [] || Many;
    }

    /// <summary>The requests that may be seen at this desk.</summary>
    public IQueryable<InformationRequest> Seen => SeenOf(me.Agency)(store.Requests.AsNoTracking().OfAgency(me.Agency));

    /// <summary>Leaves those of an agency's requests that may be seen at this desk; what a merged agency left is for those who see the whole agency.</summary>
    public Func<IQueryable<InformationRequest>, IQueryable<InformationRequest>> SeenOf(Guid agency)
    {
        var restrictedToo = me.MaySomewhere(Permission.SeeRestrictedRequests);
        var departments = me.DepartmentsFor(Permission.SeeRequests);
        return found => agency == me.Agency ? found.Within(departments).Seen(restrictedToo) : departments is null ? found.Seen(restrictedToo) : found.Where(_ => false);
    }

    /// <summary>Whether some of this desk's requests may not be seen here.</summary>
    public bool SeesAll => me.DepartmentsFor(Permission.SeeRequests) is null && me.MaySomewhere(Permission.SeeRestrictedRequests);

    /// <summary>The file of a request, if it may be seen.</summary>
    public async Task<CaseFile?> Open(Handle handle) => await store.CaseFile(handle) is { } file && await store.MaySee(me, file.Request) ? file : null;

    public async Task<CaseFile?> Open(Guid id) => await store.Requests.FindAsync(id) is { } request && await store.MaySee(me, request) ? await store.FileOf(request) : null;

    /// <summary>The same light in the list, on the case's page and wherever else.</summary>
    public DueLight LightOf(InformationRequest request) =>
        request.EndedOn is not null ? DueLight.Ended
        : request.Awaits is Awaiting.Correction or Awaiting.Payment or Awaiting.Consultation ? new(Nearness.Paused, 0)
        : desk.LightOf(request.Due ?? request.ActBy ?? desk.Today);

    /// <summary>Light and, where it stands still, for what it waits.</summary>
    public string LightWords(InformationRequest request) => LightOf(request) is var light && light.Nearness is Nearness.Paused ? $"{light.Words}（{request.Awaits.Name}）" : light.Words;

    /// <summary>What else the same applicant asked for.</summary>
    /// <param name="mark">The keyed hash of the identity number.</param>
    /// <param name="text">What is wanted now.</param>
    /// <param name="but">Not this one.</param>
    public async Task<Neighbours> NeighboursOf(string? mark, string text, Guid? but = null)
    {
        if (mark is null) return Neighbours.None;
        var (today, year) = (desk.Today, desk.Today.AddMonths(-12));
        var month = new DateOnly(today.Year, today.Month, 1);
        var others = await store.Requests.AsNoTracking().OfAgency(me.Agency).Of(mark).Where(request => (request.ReceivedOn == null || request.ReceivedOn >= year) && request.Id != but)
            .OrderByDescending(request => request.ReceivedOn).ThenByDescending(request => request.Id).Take(MostCompared).ToListAsync();
        var seen = me.MaySomewhere(Permission.SeeRestrictedRequests);
        var alike = AlikeTo(text, others.Where(other => seen || !other.Restricted));
        var answers = await AnswersTo([.. alike.Select(one => one.Request.Id)]);
        return new(
            [.. alike.Select(one => TwinOf(one, answers.GetValueOrDefault(one.Request.Id)))],
            others.Count(other => (other.ReceivedOn ?? other.SubmittedOn) >= month), others.Count(other => (other.ReceivedOn ?? other.SubmittedOn) > today.AddDays(-Likeness.DaysBack)));
    }

    /// <summary>Like requests of other applicants that were granted in the last two years: who asked for the same (art. 44).</summary>
    public async Task<IReadOnlyList<Twin>> GivenToOthers(InformationRequest request)
    {
        var since = desk.Today.AddYears(-2);
        var others = await Seen.Where(other => other.EndedOn >= since && (other.Outcome == Outcome.Granted || other.Outcome == Outcome.PartlyGranted) && other.Id != request.Id
                && (other.IdentityMark == null || other.IdentityMark != request.IdentityMark))
            .OrderByDescending(other => other.EndedOn).ThenByDescending(other => other.Id).Take(MostCompared).ToListAsync();
        return [.. AlikeTo(request.Wanted.Text, others).Select(one => TwinOf(one, null))];
    }

    // The most alike first.
    static List<(InformationRequest Request, double Likeness)> AlikeTo(string text, IEnumerable<InformationRequest> others) =>
        [.. from other in others
            let likeness = Likeness.Of(other.Wanted.Text, text)
            where likeness >= Likeness.Alike
            orderby likeness descending
            select (other, likeness)];

    static Twin TwinOf((InformationRequest Request, double Likeness) one, EarlierLetter? answer) =>
        new(one.Request.Number, one.Request.Handle, Short(one.Request.Wanted.Text), one.Request.ReceivedOn, one.Request.Stage, one.Likeness, answer);

    /// <summary>The decisions that were served on some requests, by request.</summary>
    public async Task<Dictionary<Guid, EarlierLetter>> AnswersTo(IReadOnlyCollection<Guid> all) => all.Count == 0 ? [] :
        (await store.CaseLetters.AsNoTracking().Where(letter => all.Contains(letter.RequestId) && letter.State == LetterState.Served && letter.Outcome != null && letter.SignedOn != null).OrderBy(letter => letter.SignedOn).ToListAsync())
            .GroupBy(letter => letter.RequestId).ToDictionary(some => some.Key, some => new EarlierLetter(some.Last().Number ?? some.Last().Kind.Facts.Title, some.Last().SignedOn!.Value));

    /// <summary>What a list shows of what is wanted; no letter is cut in two.</summary>
    public static string Short(string text, int longest = 40) => text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)] + "…";
}

/// <summary>Who may see a request, its letters and its files.</summary>
public static class RequestSight
{
    /// <summary>One's own agency's, of one's own department where the role is limited to it, and restricted ones only where that may be seen.</summary>
    public static async Task<bool> MaySee(this Store store, Me me, InformationRequest request) =>
        await store.MayRead(me, Permission.SeeRequests, request.AgencyId, request.DepartmentId)
        && (!request.Restricted || await store.MayRead(me, Permission.SeeRestrictedRequests, request.AgencyId, request.DepartmentId));

    /// <summary>Whoever may see a request may see its files; the sealed ones, whoever may open its applicant's data.</summary>
    public static IReadOnlyList<OwnedFiles> Owned { get; } =
    [
        new(RequestPapers.Original, OfRequest), new(RequestPapers.Incoming, OfRequest), new(RequestFiles.Proof, OfRequest), new(RequestFiles.Correction, OfRequest), new(RequestPapers.ToRelease, OfRequest), new(CaseRelease.FileKind, OfRedaction),
        new(CaseLetter.FileKind, OfLetter), new(CaseLetter.AttachmentKind, OfLetter),
    ];

    static async Task<bool> OfRequest(Store store, Me me, StoredFile file) =>
        await store.Requests.AsNoTracking().SingleOrDefaultAsync(request => request.Id == file.OwnerId) is { } found && await store.MaySee(me, found)
        && (file.Key is null || await store.MayRead(me, Permission.OpenPersonalData, found.AgencyId, found.DepartmentId));

    static async Task<bool> OfRedaction(Store store, Me me, StoredFile file) =>
        await (from redaction in store.CaseRedactions
               join request in store.Requests on redaction.RequestId equals request.Id
               where redaction.Id == file.OwnerId
               select request).AsNoTracking().SingleOrDefaultAsync() is { } found && await store.MaySee(me, found);

    static async Task<bool> OfLetter(Store store, Me me, StoredFile file) =>
        await (from letter in store.CaseLetters
               join request in store.Requests on letter.RequestId equals request.Id
               where letter.Id == file.OwnerId
               select request).AsNoTracking().SingleOrDefaultAsync() is { } found && await store.MaySee(me, found);
}
