using Gongkai.Records;
using Gongkai.Records.AnnualReports;

namespace Gongkai.App.Portal.AnnualReports;

/// <summary>One line of the list of reports: on the page, and in the exported catalogue.</summary>
public sealed record ReportRow(int Year, string Code, string Agency, string Title, DateOnly PublishedOn, int Version, int Errors, int Warnings)
{
    public string Path => Columns.PathOf(Year, Code);

    /// <summary>What the automatic check found on the day of publication, in words.</summary>
    public string Verdict => VerdictOf(Errors, Warnings);

    /// <summary>The colour of that verdict; the words say the same.</summary>
    public string Tone => ToneOf(Errors, Warnings);

    public static string ToneOf(int errors, int warnings) => errors > 0 ? "late" : warnings > 0 ? "soon" : "fine";

    public static string VerdictOf(int found, int doubted) => (found, doubted) switch
    {
        (0, 0) => "未发现错误",
        (0, var warnings) => $"{warnings} 处提醒",
        (var errors, 0) => $"{errors} 处错误",
        var (errors, warnings) => $"{errors} 处错误，{warnings} 处提醒",
    };

    /// <summary>What readers see today, the latest year first; each unit's corrected report in place of the first.</summary>
    public static IQueryable<ReportRow> Of(Store store, DateOnly today, int? year, string? unit) =>
        from report in store.AnnualReports.Published(today).Newest
        join agency in store.Agencies on report.AgencyId equals agency.Id
        where (year == null || report.Year == year) && (unit == null || agency.Name.Contains(unit))
        orderby report.Year descending, agency.ParentId != null, agency.Code
        select new ReportRow(report.Year, agency.Code, agency.Name, report.Title, report.PublishedOn, report.Version, report.Errors, report.Warnings);
}
