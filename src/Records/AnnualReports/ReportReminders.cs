using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Gongkai.Rules.AnnualReports;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.AnnualReports;

/// <summary>Something that is to be done about an annual report, for the page and for the desk (待办).</summary>
/// <param name="Short">In a word or two: 已超期, 待审签.</param>
/// <param name="Words">What is to be done, as a Chinese sentence without a full stop.</param>
/// <param name="Path">Where it is done.</param>
/// <param name="Due">By when, where there is a term.</param>
/// <param name="For">Who can do it.</param>
public sealed record ReportReminder(string Short, string Words, string Path, DateOnly? Due, DueLight Light, Permission For);

/// <summary>What is to be done about an agency's annual reports today.</summary>
public static class ReportReminders
{
    const string List = "/office/reports";

    public static async Task<IReadOnlyList<ReportReminder>> RemindersOf(this Store store, Agency agency, DateOnly today)
    {
        var drafts = await store.ReportDrafts.AsNoTracking().OfAgency(agency.Id).UnderWay.OrderBy(draft => draft.Year).ToListAsync();
        var published = await store.AnnualReports.AsNoTracking().OfAgency(agency.Id).Newest.OrderBy(report => report.Year).ToListAsync();
        var due = today.Year - 1;
        var term = await store.ReportTerms.AsNoTracking().SingleOrDefaultAsync(term => term.AgencyId == agency.Id && term.Year == due);
        var by = ReportDue.Of(due, agency.Standing, term?.SubmitBy, term?.PublishBy);
        return
        [
            .. by.PublishBy is null || published.Exists(report => report.Year == due) ? (IEnumerable<ReportReminder>)[] : [Unpublished(due, by, today, drafts.SingleOrDefault(draft => draft.Year == due && draft.Version == 1))],
            .. drafts.Select(StepOf).OfType<ReportReminder>(),
            .. Breaks(published),
        ];
    }

    static ReportReminder Unpublished(int year, ReportDue due, DateOnly today, ReportDraft? draft) => new(
        due.Light(today) switch { DueLight.Late => "已超期", DueLight.Soon => "快到期", DueLight.Calm => "未到期" },
        $"{year}年度报告应于{due.PublishBy:yyyy-MM-dd}前公布", draft is null ? $"{List}/prepare?year={year}" : $"{List}/{draft.Handle}", due.PublishBy, due.Light(today), Permission.PrepareReports);

    static ReportReminder? StepOf(ReportDraft draft) => draft.State switch
    {
        DraftState.Checked => new("待审签", $"{draft.Year}年度报告等待审签", $"{List}/{draft.Handle}/sign", null, DueLight.Soon, Permission.SignReports),
        DraftState.Returned => new("已退回", $"{draft.Year}年度报告被退回，请按意见修改", $"{List}/{draft.Handle}", null, DueLight.Late, Permission.PrepareReports),
        DraftState.Signed => new("待公布", $"{draft.Year}年度报告已审签，请公布", $"{List}/{draft.Handle}/publish", null, DueLight.Soon, Permission.PublishReports),
        DraftState.Preparing or DraftState.Published => null,
    };

    // A report that was corrected may no longer be what the next one took over.
    static IEnumerable<ReportReminder> Breaks(List<AnnualReport> published) =>
        from pair in published.Zip(published.Skip(1))
        where pair.Second.Year == pair.First.Year + 1
        let broken = Checks.Of(pair.Second.ToReport(), pair.First.ToReport()).Count(finding => finding.Rule == "carried-in")
        where broken > 0
        select new ReportReminder("衔接不上", $"{pair.Second.Year}年度报告的上年结转与{pair.First.Year}年度报告（第{pair.First.Version}版）的结转下年度有{broken}处不一致，请核对后更正",
            $"{List}/correct/{pair.Second.Year}", null, DueLight.Late, Permission.PrepareReports);
}
