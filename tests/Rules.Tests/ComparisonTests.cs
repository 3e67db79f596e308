using Gongkai.Rules.AnnualReports;

namespace Gongkai.Rules.Tests;

public class ComparisonTests
{
    static readonly Report After = Samples.Clean;
    static readonly Report Before = Samples.LastYear(After);

    [Fact]
    public void A_report_does_not_differ_from_itself() => Assert.Empty(Comparison.Of(After, After).Differences);

    [Fact]
    public void A_difference_is_told_with_years_and_percent() =>
        Assert.Equal("表三“（一）予以公开”“总计”：2022年是20，2023年是25，增加5（+25%）。",
            Comparison.Of(Before, After.With(("t3.granted.total", 25))).Differences.Single(d => d.Key == "t3.granted.total").Sentence);

    [Theory]
    [InlineData(9, 12, "增加3。")]
    [InlineData(10, 12, "增加2（+20%）。")]
    [InlineData(12, 9, "减少3（-25%）。")]
    public void Small_numbers_have_no_percentage(int before, int after, string ending) =>
        Assert.EndsWith(ending, Comparison.Of(Before.With(("t2.licences.decisions", before)), After.With(("t2.licences.decisions", after))).Differences.Single(d => d.Key == "t2.licences.decisions").Sentence, StringComparison.Ordinal);

    [Fact]
    public void A_blank_is_no_number_and_no_zero() =>
        Assert.Equal((null, 172m, null), Comparison.Of(Before.With(("t2.licences.decisions", CellValue.Blank)), After).Differences
            .Where(d => d.Key == "t2.licences.decisions").Select(d => (d.Before, d.After, d.Change)).Single());

    [Fact]
    public void The_row_that_was_split_in_2021_is_compared_as_one()
    {
        var old = Samples.Seed.With(("t3.otherHandling.total", 5), ("t2.normative.made", 7));
        var compared = Comparison.Of(old, After);
        Assert.Equal((5m, 2m), compared.Differences.Where(d => d.Key == "t3.otherHandling.total").Select(d => (d.Before!.Value, d.After!.Value)).Single());
        Assert.Equal((7m, 2m), compared.Differences.Where(d => d.Key == "t2.normative.made").Select(d => (d.Before!.Value, d.After!.Value)).Single());
        Assert.DoesNotContain(compared.Differences, d => d.Key.Contains("noCorrection", StringComparison.Ordinal) || d.Key.EndsWith("issued", StringComparison.Ordinal));
        Assert.Contains(compared.OnlyBefore, cell => cell.Key == "t2.procurement.amount");
        Assert.Contains(compared.OnlyAfter, cell => cell.Key == "t2.fees.amount");
        var back = Comparison.Of(After, old);
        Assert.Equal(compared.Differences.Count, back.Differences.Count);
    }

    [Fact]
    public void Year_on_year_tells_what_was_not_taken_over()
    {
        var (_, carriedIn, whyNot) = Comparison.YearOnYear(After, Before.With(("t3.carriedOver.person", 5)));
        Assert.Equal(("t3.carriedIn.person", null), (Assert.Single(carriedIn).Cells[0].Key, whyNot));
    }

    [Fact]
    public void The_wrong_year_is_said() =>
        Assert.Equal("给出的上一年报告是2021年度的，而这份报告是2023年度的，应当用2022年度的报告核对上年结转。", Comparison.WhyNotYearOnYear(After, Samples.Of(2021, Before)));
}
