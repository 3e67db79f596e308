using CsCheck;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Rules.Tests;

public class AggregationTests
{
    static readonly Report Own = Unit("云溪区人民政府办公室");

    static Report Unit(string agency) => Samples.Clean with { Agency = agency, Title = $"{agency}2023年政府信息公开工作年度报告" };

    [Fact]
    public void The_own_office_and_each_unit_are_added_once()
    {
        var sum = Aggregation.Sum(Own, Unit("云溪区教育局").With(("t3.granted.person", 16), ("t3.granted.total", 21)));
        Assert.Equal((31m, 41m, 104m), (sum.Report["t3.granted.person"].Number, sum.Report["t3.granted.total"].Number, sum.Report["t3.received.total"].Number));
        Assert.Equal((2, true), (sum.Units, sum.Complete));
    }

    [Fact]
    public void Consistent_reports_add_up_to_a_consistent_report() =>
        Assert.DoesNotContain(Checks.Of(Aggregation.Sum(Own, Unit("云溪区教育局"), Unit("云溪区民政局")).Report), f => f.Cells.Count > 0);

    [Fact]
    public void The_same_agency_is_counted_once_and_told()
    {
        var sum = Aggregation.Sum(Own, Unit("云溪区教育局"), Unit("云溪区 教育局").With(("t2.licences.decisions", 173)));
        Assert.Equal(2, sum.Units);
        Assert.Equal("云溪区教育局的报告给了不止一份，数字还不相同，只计入第一份。请确认以哪一份为准。", sum.Problems.Single(p => p.Kind == Shortcoming.Duplicate).Message);
    }

    [Fact]
    public void Two_agencies_with_the_very_same_figures_are_told() =>
        Assert.Equal("云溪区教育局", Aggregation.Sum(Own, Unit("云溪区教育局")).Problems.Single(p => p.Kind == Shortcoming.Twin).Agency);

    [Fact]
    public void A_unit_that_did_not_report_makes_the_sum_incomplete()
    {
        var sum = Aggregation.Sum([new(Own), new(Unit("云溪区教育局"))], expected: ["云溪区人民政府办公室", "区教育局", "云溪区民政局"]);
        Assert.False(sum.Complete);
        Assert.Equal("缺少云溪区民政局的报告，合计不完整。请催报后重新汇总。", sum.Problems.Single(p => p.Kind == Shortcoming.Missing).Message);
    }

    [Fact]
    public void A_cell_that_one_unit_left_blank_is_incomplete_and_is_no_zero()
    {
        var sum = Aggregation.Sum(Own, Unit("云溪区教育局").With(("t2.licences.decisions", CellValue.Blank)));
        Assert.False(sum.Complete);
        Assert.Equal("t2.licences.decisions", sum.Problems.Single(p => p.Kind == Shortcoming.Incomplete).Cell!.Key);
        Assert.Null(Aggregation.Sum(Own.With(("t2.licences.decisions", CellValue.Blank))).Report["t2.licences.decisions"].Number);
        Assert.Contains(sum.Report.Notes, note => note.Contains("这一格的合计不完整", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("云溪区教育局", "2024-01-31", false)]
    [InlineData("云溪区教育局", "2024-02-01", true)]
    [InlineData("云溪区人民政府", "2024-03-31", false)]
    [InlineData("云溪区人民政府", "2024-04-01", true)]
    [InlineData("和平镇人民政府", "2024-02-01", true)]
    public void A_bureau_publishes_by_31_January_and_a_government_by_31_March(string agency, string day, bool late) =>
        Assert.Equal(late, Aggregation.Sum([new(Own), new(Unit(agency), DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))]).Problems.Any(p => p.Kind == Shortcoming.Late));

    [Fact]
    public void A_unit_with_errors_is_listed_with_them()
    {
        var failing = Aggregation.Sum(Own, Unit("云溪区教育局").With(("t3.granted.person", 16))).Problems.Single(p => p.Kind == Shortcoming.Failing);
        Assert.Equal("云溪区教育局有2处错误，请先更正再汇总。", failing.Message);
        Assert.Equal(["outcome-sum", "row-sum"], failing.Findings!.Select(f => f.Rule));
    }

    [Fact]
    public void Reports_of_different_years_are_not_added() =>
        Assert.Equal("云溪区教育局的报告是2022年度的，云溪区人民政府办公室的报告是2023年度的，不同年度的数不能相加。请换成同一年度的报告。",
            Aggregation.ToSumming([new(Own), new(Samples.Of(2022, Unit("云溪区教育局")))])!.Reason);

    [Fact]
    public void Reports_in_different_forms_are_not_added() =>
        Assert.Throws<ArgumentException>(() => Aggregation.Sum(Own, Samples.Seed with { Agency = "云溪区教育局" }));

    [Fact]
    public void Yuan_is_added_as_ten_thousandths() =>
        Assert.Equal(36.9438m, Aggregation.Sum(Own, Unit("云溪区教育局").With(("t2.fees.amount", CellValue.Text("184719元", 184719)))).Report["t2.fees.amount"].Number);

    [Fact]
    public void Totals_are_what_a_plain_loop_adds() => Gen.Int[0, 1000].Array[200].Array[1, 20].Sample(numbers =>
    {
        var totals = new Totals(ReportForm.Of2021).AddAll(numbers.Select(cells => Own with { Cells = new(ReportForm.Of2021, cells.Select(n => (CellValue)n)) }));
        Assert.All(ReportForm.Of2021.Cells, cell => Assert.Equal(numbers.Sum(cells => cells[cell.Index]), totals[cell]));
    }, iter: 50);
}
