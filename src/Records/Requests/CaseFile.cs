using Gongkai.Records.Calendars;
using Gongkai.Rules;
using Gongkai.Rules.Requests;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Requests;

/// <summary>The file of a request (案卷): what happened, in order. Everything that is to happen is asked of it first.</summary>
public sealed class CaseFile
{
    readonly Store store;
    readonly List<CasePage> pages;
    readonly WorkingCalendar calendar;
    readonly IReadOnlyList<RequestTerms> terms;

    internal CaseFile(Store store, InformationRequest request, IEnumerable<CasePage> pages, WorkingCalendar calendar, IReadOnlyList<RequestTerms> terms)
    {
        (this.store, Request, this.pages, this.calendar, this.terms) = (store, request, [.. pages], calendar, terms);
        Clock = Clock.Read(Facts, calendar, Terms);
    }

    /// <summary>What holds for this request where the law leaves it open: by the day on which it was received.</summary>
    public RequestTerms Terms => RequestTerms.Of(Facts, terms);

    public InformationRequest Request { get; }
    public IReadOnlyList<CasePage> Pages => pages;
    public IEnumerable<CaseFact> Facts => pages.Select(page => page.Fact);
    public Clock Clock { get; private set; }
    public WorkingCalendar Calendar => calendar;

    /// <summary>Which number the next consultation has.</summary>
    public int NextMatter => Clock.Consultations.Count + 1;

    /// <summary>Why this may not happen now; <c>null</c>: it may.</summary>
    public Impediment? To(CaseFact next) => Clock.To(next);

    /// <summary>What the clock would say after it: a page shows the new due day before it is done.</summary>
    public Clock Previewing(CaseFact next) => Clock.After(next);

    /// <summary>Puts a fact into the file, and the request's columns follow. Save it with the act.</summary>
    /// <exception cref="InvalidOperationException">The law stands in the way; ask <see cref="To"/> first.</exception>
    public CasePage Add(CaseFact fact, Act act, string? note = null)
    {
        if (To(fact) is { } impediment) throw new InvalidOperationException(impediment.Reason);
        return Write(fact, act.At, act.By, note);
    }

    internal CasePage Write(CaseFact fact, DateTimeOffset at, Hand by, string? note)
    {
        var page = new CasePage { RequestId = Request.Id, Number = pages.Count + 1, Fact = fact, On = fact.On, At = at, By = by.Account, ByName = by.Name, Note = note };
        pages.Add(page);
        store.Add(page);
        // Two who write a page at once: the second is told, also where no column moves.
        store.Touch(Request);
        if (fact is CaseFact.Routed routed) Request.Lie(routed.Department, routed.Until);
        if (fact is CaseFact.Returned) Request.Lie(null, null);
        // The day of receipt decides which terms hold.
        Clock = fact is CaseFact.Received ? Clock.Read(Facts, calendar, Terms) : Clock.After(fact);
        Request.Follow(Clock);
        return page;
    }
}

/// <summary>Opens files.</summary>
public static class CaseFiles
{
    extension(Store store)
    {
        /// <summary>The file of a request of an agency, or <c>null</c>. Whether it may be read is asked elsewhere.</summary>
        public async Task<CaseFile?> CaseFile(Handle handle) =>
            await store.Requests.SingleOrDefaultAsync(request => request.Handle == handle) is { } request ? await store.FileOf(request) : null;

        public async Task<CaseFile> FileOf(InformationRequest request, WorkingCalendar? calendar = null) => new(store, request,
            await store.CasePages.Where(page => page.RequestId == request.Id).OrderBy(page => page.Number).ToListAsync(),
            calendar ?? await store.CalendarOf(request.AgencyId), await store.TermsOf(request.AgencyId));
    }
}
