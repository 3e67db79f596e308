using System.Collections.Concurrent;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Gongkai.Rules.AnnualReports;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.AnnualReports;

/// <summary>Something that is to be done about an annual report, for the page and for the desk (待办).</summary>
/// <param name="Tag">In a word or two: 已超期, 待审签.</param>
/// <param name="Words">What is to be done, as a Chinese sentence without a full stop.</param>
/// <param name="Path">Where it is done.</param>
/// <param name="Due">By when, where there is a term.</param>
/// <param name="For">Who can do it.</param>
public sealed record ReportReminder(string Tag, string Words, string Path, DateOnly? Due, TermLight Light, Permission For);

/// <summary>What is to be done about an agency's annual reports today.</summary>
public static class ReportReminders
{
    const string List = "/office/reports";

    // A published report never changes, so a pair of them is compared once in the life of the process.
    static readonly ConcurrentDictionary<(Guid Later, Guid Earlier), int> Compared = [];

    public static async Task<IReadOnlyList<ReportReminder>> RemindersOf(this Store store, Agency agency, DateOnly today) => (await store.RemindersOf([agency], today))[agency.Id];

    /// <summary>Of several agencies: four questions, however many they are.</summary>
    public static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<ReportReminder>>> RemindersOf(this Store store, IReadOnlyCollection<Agency> agencies, DateOnly today)
    {
        var ids = agencies.Select(agency => agency.Id).ToList();
        var due = today.Year - 1;
        var drafts = (await store.ReportDrafts.AsNoTracking().UnderWay.Where(draft => ids.Contains(draft.AgencyId)).OrderBy(draft => draft.Year).ToListAsync()).ToLookup(draft => draft.AgencyId);
        var published = (await store.AnnualReports.Where(report => ids.Contains(report.AgencyId)).Newest.OrderBy(report => report.Year)
            .Select(report => new Edition(report.Id, report.AgencyId, report.Year, report.Version)).ToListAsync()).ToLookup(report => report.AgencyId);
        var terms = await store.ReportTerms.AsNoTracking().Where(term => ids.Contains(term.AgencyId) && term.Year == due).ToDictionaryAsync(term => term.AgencyId);
        await store.Compare([.. published.SelectMany(Pairs).Where(pair => !Compared.ContainsKey((pair.Later.Id, pair.Earlier.Id)))]);
        return agencies.ToDictionary(agency => agency.Id, agency => (IReadOnlyList<ReportReminder>)
        [
            .. Missing(due, agency, terms.GetValueOrDefault(agency.Id), today, [.. drafts[agency.Id]], published[agency.Id]),
            .. drafts[agency.Id].Select(StepOf).OfType<ReportReminder>(),
            .. Breaks(published[agency.Id]),
        ]);
    }

    /// <summary>A published report without its content.</summary>
    sealed record Edition(Guid Id, Guid AgencyId, int Year, int Version);

    static async Task Compare(this Store store, IReadOnlyList<(Edition Later, Edition Earlier)> pairs)
    {
        foreach (var some in pairs.Chunk(20))
        {
            var ids = some.SelectMany(pair => (Guid[])[pair.Later.Id, pair.Earlier.Id]).Distinct().ToList();
            var reports = await store.AnnualReports.AsNoTracking().Where(report => ids.Contains(report.Id)).ToDictionaryAsync(report => report.Id);
            foreach (var (later, earlier) in some)
                Compared[(later.Id, earlier.Id)] = Comparison.YearOnYear(reports[later.Id].ToReport(), reports[earlier.Id].ToReport()).CarriedIn.Count;
        }
    }

    static IEnumerable<ReportReminder> Missing(int year, Agency agency, ReportTerm? term, DateOnly today, List<ReportDraft> drafts, IEnumerable<Edition> published)
    {
        var by = ReportDue.Of(year, agency.Standing, term?.SubmitBy, term?.PublishBy);
        if (by.PublishBy is not null && !published.Any(report => report.Year == year))
            yield return Unpublished(year, by, today, drafts.SingleOrDefault(draft => draft.Year == year && draft.Version == 1));
    }

    static ReportReminder Unpublished(int year, ReportDue due, DateOnly today, ReportDraft? draft) => new(
        due.Light(today) switch { TermLight.Late => "已超期", TermLight.Soon => "快到期", TermLight.Calm => "未到期" },
        $"{year}年度报告应于{due.PublishBy:yyyy-MM-dd}前公布", draft is null ? $"{List}/prepare?year={year}" : $"{List}/{draft.Handle}", due.PublishBy, due.Light(today), Permission.PrepareReports);

    static ReportReminder? StepOf(ReportDraft draft) => draft.State switch
    {
        DraftState.Checked => new("待审签", $"{draft.Year}年度报告等待审签", $"{List}/{draft.Handle}/sign", null, TermLight.Soon, Permission.SignReports),
        DraftState.Returned => new("已退回", $"{draft.Year}年度报告被退回，请按意见修改", $"{List}/{draft.Handle}", null, TermLight.Late, Permission.PrepareReports),
        DraftState.SignedOff => new("待公布", $"{draft.Year}年度报告已审签，请公布", $"{List}/{draft.Handle}/publish", null, TermLight.Soon, Permission.PublishReports),
        DraftState.Preparing or DraftState.Published => null,
    };

    // A report that was corrected may no longer be what the next one took over.
    static IEnumerable<ReportReminder> Breaks(IEnumerable<Edition> published) =>
        from pair in Pairs(published)
        let broken = Compared[(pair.Later.Id, pair.Earlier.Id)]
        where broken > 0
        select new ReportReminder("衔接不上", $"{pair.Later.Year}年度报告的上年结转与{pair.Earlier.Year}年度报告（第{pair.Earlier.Version}版）的结转下年度有{broken}处不一致，请核对后更正",
            $"{List}/correct/{pair.Later.Year}", null, TermLight.Late, Permission.PrepareReports);

    static IEnumerable<(Edition Later, Edition Earlier)> Pairs(IEnumerable<Edition> published) =>
        from pair in published.Zip(published.Skip(1))
        where pair.Second.Year == pair.First.Year + 1
        select (pair.Second, pair.First);
}
