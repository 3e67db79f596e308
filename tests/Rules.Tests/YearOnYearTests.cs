using Gongkai.Rules.AnnualReports;

namespace Gongkai.Rules.Tests;

public class YearOnYearTests
{
    static readonly Report Clean = Samples.Clean;
    static readonly Report Before = Samples.LastYear(Clean);

    [Fact]
    public void What_was_left_open_is_taken_over() => Assert.Empty(Checks.Of(Clean, Before));

    [Fact]
    public void Last_years_report_is_clean_too() => Assert.Empty(Checks.Of(Before));

    [Fact]
    public void A_request_that_changed_its_applicant_is_told_in_two_columns_and_both_are_out_of_balance()
    {
        var rules = Clean.With(("t3.carriedIn.person", 2), ("t3.carriedIn.business", 1)).Rules(Before).ToList();
        Assert.Equal((2, 2, 0), (rules.Count(r => r == "carried-in"), rules.Count(r => r == "balance"), rules.Count(r => r == "row-sum")));
    }

    [Fact]
    public void The_message_names_both_cells() =>
        Assert.Equal("表三“二、上年结转政府信息公开申请数量”“自然人”填的是3，而上一年报告表三“四、结转下年度继续办理”“自然人”是5，两者应当相等。如上一年的数已依法更正，请以更正后的报告核对。",
            Checks.Of(Clean, Before.With(("t3.carriedOver.person", 5))).Single(f => f.Rule == "carried-in").Message);

    [Fact]
    public void The_report_of_two_years_ago_is_not_compared() => Assert.Empty(Checks.Of(Clean, Samples.Of(2021, Before).With(("t3.carriedOver.person", 5))));

    [Fact]
    public void The_report_of_another_bureau_is_not_compared() =>
        Assert.Empty(Checks.Of(Clean, Before.With(("t3.carriedOver.person", 5)) with { Agency = "云溪区教育局" }));

    [Theory]
    [InlineData(13, false)]
    [InlineData(12, true)]
    [InlineData(14, true)]
    public void What_is_in_force_follows_from_last_year(int last, bool doubted) =>
        Assert.Equal(doubted ? ["in-force"] : [], Clean.Rules(Before.With(("t2.normative.inForce", last))));

    [Fact]
    public void A_figure_left_standing_from_last_year_is_recognised() =>
        Assert.Contains("可能沿用了上年数字", Checks.Of(Clean.With(("t3.granted.person", 33)), Before.With(("t3.granted.person", 33)))[0].Message, StringComparison.Ordinal);
}
