using Gongkai.Records.Organizations;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Records.AnnualReports;

/// <summary>One published edition of an agency's annual report. It never changes; a correction is a new version beside it.</summary>
public sealed partial class AnnualReport : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public Guid AgencyId { get; private init; }

    /// <summary>The year that it reports on; what the text says of itself may differ, and then a finding says so.</summary>
    public int Year { get; private init; }

    /// <summary>1 for the first, and one more for each correction.</summary>
    public int Version { get; private init; }

    /// <summary>The form of table 2: 2019 or 2021.</summary>
    public int Edition { get; private init; }

    public string Title { get; private init; } = "";
    public DateOnly PublishedOn { get; private init; }

    /// <summary>What was corrected and why (更正说明); <c>null</c> for the first version.</summary>
    public string? Correction { get; private init; }

    /// <summary>How many errors the checks found on the day of publication.</summary>
    public int Errors { get; private init; }

    /// <summary>How many warnings the checks found on the day of publication.</summary>
    public int Warnings { get; private init; }

    /// <summary>The whole report, as <see cref="ReportContent"/> writes it.</summary>
    public string Content { get; private init; } = "";

    /// <summary>The first version of the agency's report on a year.</summary>
    public static AnnualReport Publish(Agency agency, int year, Report report, DateOnly on, IReadOnlyList<Finding> findings) =>
        Of(agency.Id, year, 1, report, report.Title ?? $"{agency.Name}{year}年政府信息公开工作年度报告", on, null, findings);

    /// <summary>The next version, which takes this one's place on the page; this one stays on record.</summary>
    /// <param name="report">The corrected report.</param>
    /// <param name="on">The day on which it is published.</param>
    /// <param name="correction">What was corrected and why; readers see it.</param>
    /// <param name="findings">What the checks find in the corrected report.</param>
    public AnnualReport Correct(Report report, DateOnly on, string correction, IReadOnlyList<Finding> findings) =>
        Of(AgencyId, Year, Version + 1, report, report.Title ?? Title, on, correction, findings);

    /// <summary>The report, exactly as it was published.</summary>
    public Report ToReport() => ReportContent.Read(Content);

    static AnnualReport Of(Guid agency, int year, int version, Report report, string title, DateOnly on, string? correction, IReadOnlyList<Finding> findings) => new()
    {
        AgencyId = agency,
        Year = year,
        Version = version,
        Edition = report.Form.Edition,
        // For lists. PostgreSQL keeps no NUL in a text; the content has the title exactly.
        Title = title.Replace("\0", "", StringComparison.Ordinal),
        PublishedOn = on,
        Correction = correction,
        Errors = findings.Count(finding => finding.Severity == Severity.Error),
        Warnings = findings.Count(finding => finding.Severity == Severity.Warning),
        Content = ReportContent.Write(report),
    };
}
