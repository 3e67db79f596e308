using Gongkai.Rules.AnnualReports;

namespace Gongkai.Records.Demo;

/// <summary>One report of an invented agency, and when it came out.</summary>
public sealed record DemoReport(int Year, Report Report, DateOnly PublishedOn);

/// <summary>An invented agency's reports, year after year: the same ones, whenever and wherever they are asked for.</summary>
public static class DemoHistory
{
    /// <summary>The year for which one agency's report has faults planted in it.</summary>
    public const int FaultyYear = 2023;

    /// <summary>The reports from the agency's first year on, one after the other without end.</summary>
    public static IEnumerable<DemoReport> Of(DemoAgency agency)
    {
        var state = DemoState.Before(agency);
        for (var year = agency.FirstYear; ; year++)
        {
            // 条例 art. 49: an agency publishes by 31 January.
            var published = new DateOnly(year + 1, 1, Numbers.For(agency.Code, year, "published").Between(8, 28));
            if (agency == DemoAgency.Bureau && year == 2019)
            {
                yield return new(year, BureauReportOf2019.Report, published);
                state = BureauReportOf2019.After;
                continue;
            }

            (var cells, state) = DemoTables.Of(agency, year, state);
            var report = DemoProse.Around(cells, agency, year);
            yield return new(year, agency == DemoAgency.Faulty && year == FaultyYear ? WithFaults(report) : report, published);
        }
    }

    // One total is a request too many, and the charges are in yuan where the form asks for ten thousands.
    static Report WithFaults(Report report)
    {
        var cells = report.Cells.All.ToArray();
        ref var notHeld = ref cells[report.Form["t3.notHeld.total"].Index];
        ref var fees = ref cells[report.Form["t2.fees.amount"].Index];
        notHeld = notHeld.Number!.Value + 1;
        fees = decimal.Round(fees.Number!.Value * 10000);
        return report with { Cells = new(report.Form, cells) };
    }
}
