using CsCheck;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Rules.Tests;

public class PropertyTests
{
    const long Reports = 500;

    [Fact]
    public void A_consistent_report_is_not_accused() =>
        ConsistentReports.Any.Sample(report => Assert.Empty(Checks.Of(report).Select(f => f.Message)), iter: Reports);

    [Fact]
    public void Any_summed_cell_that_is_off_by_any_amount_is_found() =>
        (from report in ConsistentReports.Any
         let cells = report.Form.Sums.SelectMany(sum => sum.Left.Concat(sum.Right)).Distinct().ToList()
         from cell in Gen.Int[0, cells.Count - 1].Select(i => cells[i])
         from off in Gen.Int[1, 5000]
         from down in Gen.Bool
         let wrong = down ? report.Cells[cell].Number!.Value - off : report.Cells[cell].Number!.Value + off
         where wrong >= 0
         select (report, cell, wrong)).Sample(planted =>
        {
            var found = Checks.Of(planted.report.With((planted.cell.Key, planted.wrong)));
            var sums = planted.report.Form.Sums.Where(sum => sum.Left.Concat(sum.Right).Contains(planted.cell)).Select(sum => sum.Rule).Distinct();
            Assert.All(sums, rule => Assert.Contains(found, f => f.Rule == rule && f.Severity == Severity.Error && f.Cells.Contains(planted.cell)));
        }, iter: Reports);

    [Fact]
    public void Any_blank_is_found_and_only_the_blank() =>
        (from report in ConsistentReports.Any
         from cell in Gen.Int[0, report.Form.Cells.Count - 1].Select(i => report.Form.Cells[i])
         select (report, cell)).Sample(planted =>
        {
            var finding = Assert.Single(Checks.Of(planted.report.With((planted.cell.Key, CellValue.Blank))));
            Assert.Equal(("not-a-number", planted.cell), (finding.Rule, finding.Cells[0]));
        }, iter: Reports);

    [Fact]
    public void Sums_of_consistent_reports_are_consistent() =>
        ConsistentReports.Any.Array[1, 6].Sample(reports =>
        {
            var own = reports[0];
            var units = reports.Where(report => report.Form == own.Form).Select((report, i) => report with { Agency = $"第{i}局", Year = own.Year, Title = null, Introduction = [] }).ToList();
            var sum = Aggregation.Sum(units[0], units.Skip(1));
            Assert.True(sum.Complete);
            Assert.DoesNotContain(Checks.Of(sum.Report), f => f.Rule is "balance" or "outcome-sum" or "row-sum" or "table4-sum");
        }, iter: 100);

    [Fact]
    public void What_differs_between_two_reports_is_what_was_changed() =>
        (from report in ConsistentReports.Any
         from cell in Gen.Int[0, report.Form.Cells.Count - 1].Select(i => report.Form.Cells[i])
         select (report, cell)).Sample(changed =>
            Assert.Equal(changed.cell.Key, Assert.Single(Comparison.Of(changed.report, changed.report.With((changed.cell.Key, changed.report.Cells[changed.cell].Number!.Value + 1))).Differences).Key), iter: 300);
}
