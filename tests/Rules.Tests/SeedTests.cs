using Gongkai.Rules.AnnualReports;

namespace Gongkai.Rules.Tests;

public class SeedTests
{
    static readonly IReadOnlyList<Finding> Findings = Checks.Of(Samples.Seed);

    [Fact]
    public void The_published_report_has_these_faults_and_no_other() =>
        Assert.Equal(["section-order", "unit", "unit", "change-sign", "change-sign"], Findings.Select(f => f.Rule));

    [Theory]
    [InlineData("t2.fees.previous", "表二“行政事业性收费”“上一年项目数量”填的是78504912.2，带有小数，很可能是金额，而这一格应填件数（项数）。")]
    [InlineData("t2.fees.change", "表二“行政事业性收费”“本年增/减”填的是1736889.9，带有小数，很可能是金额，而这一格应填件数（项数）。")]
    public void Fees_are_money_in_a_column_of_counts(string cell, string message) =>
        Assert.Equal((Severity.Error, message), Findings.Where(f => f.Cells.Any(c => c.Key == cell)).Select(f => (f.Severity, f.Message)).Single());

    [Theory]
    [InlineData("t2.licences.change", "172−38=134")]
    [InlineData("t2.penalties.change", "12+8=20")]
    public void The_same_unsigned_number_means_a_decrease_and_an_increase(string cell, string arithmetic)
    {
        var finding = Findings.Single(f => f.Cells.Any(c => c.Key == cell));
        Assert.Equal(("change-sign", Severity.Warning), (finding.Rule, finding.Severity));
        Assert.Contains(arithmetic, finding.Message, StringComparison.Ordinal);
        Assert.Contains("在“行政许可”一行（38）表示减少，在“行政处罚”一行（8）表示增加", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_two_stands_inside_the_first_part() =>
        Assert.Equal("（二）主动公开政府信息情况", Findings.Single(f => f.Rule == "section-order").Quote);

    [Theory]
    [InlineData("172", "38", "134", true)]
    [InlineData("172", "-38", "134", false)]
    [InlineData("172", "0", "172", false)]
    [InlineData("0", "33", "33", false)]
    [InlineData("38", "38", "0", false)]
    [InlineData("3", "1", "2", false)]
    [InlineData("10", "4", "6", true)]
    [InlineData("134", "38", "172", false)]
    public void A_change_is_doubted_only_where_it_is_an_unsigned_decrease(string previous, string change, string decisions, bool doubted)
    {
        static CellValue Cell(string text) => text.StartsWith('-') ? CellValue.Text(text, int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)) : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        var report = Samples.Seed.With(("t2.licences.previous", Cell(previous)), ("t2.licences.change", Cell(change)), ("t2.licences.decisions", Cell(decisions)));
        Assert.Equal(doubted, report.Rules().Contains("change-sign"));
    }
}
