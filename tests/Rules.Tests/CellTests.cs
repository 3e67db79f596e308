using Gongkai.Rules.AnnualReports;

namespace Gongkai.Rules.Tests;

public class CellTests
{
    static readonly Report Clean = Samples.Clean;

    static Finding Only(Report report, string rule, Report? previous = null)
    {
        var finding = Assert.Single(Checks.Of(report, previous));
        Assert.Equal(rule, finding.Rule);
        return finding;
    }

    public static TheoryData<string> Cells => [.. ReportForm.Of2021.Cells.Select(cell => cell.Key)];

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_blank_in_any_cell_is_told_once_and_no_sum_is_guessed(string key)
    {
        var finding = Only(Clean.With((key, CellValue.Blank)), "not-a-number");
        Assert.Equal((key, Severity.Error), (finding.Cells[0].Key, finding.Severity));
        if (key.StartsWith("t3", StringComparison.Ordinal)) Assert.Equal(Clean[key].Number, finding.Expected);
    }

    [Theory]
    [InlineData("-")]
    [InlineData("/")]
    [InlineData("无")]
    public void A_dash_or_a_word_is_no_number(string printed) =>
        Assert.Equal($"表三“2.重复申请”“其他”是“{printed}”，不是数。由勾稽关系推算应为0，请填0。",
            Only(Clean.With(("t3.duplicate.otherBody", CellValue.Text(printed, null))), "not-a-number").Message);

    [Theory]
    [InlineData("-4", -4)]
    [InlineData("+4", 4)]
    [InlineData("－4", -4)]
    public void A_sign_stands_only_in_a_change(string printed, int number)
    {
        Assert.Contains("not-a-number", Clean.With(("t3.carriedIn.total", CellValue.Text(printed, number))).Rules());
        Assert.DoesNotContain("not-a-number", Samples.Seed.With(("t2.services.change", CellValue.Text(printed, number))).Rules());
    }

    [Fact]
    public void A_change_may_say_in_words_that_it_rose() =>
        Assert.DoesNotContain("not-a-number", Samples.Seed.With(("t2.services.change", CellValue.Text("增98", 98))).Rules());

    [Fact]
    public void A_column_left_blank_that_the_sums_fill_is_one_warning()
    {
        var column = Clean.Form.Table3.Blocks[0].Rows.Select(row => ($"t3.{row.Key}.research", CellValue.Blank)).ToArray();
        var finding = Only(Clean.With(column), "not-a-number");
        Assert.Equal((Severity.Warning, 25), (finding.Severity, finding.Cells.Count));
        Assert.Equal("表三“科研机构”整列没有填数。由勾稽关系推算应为0，请填0。", finding.Message);
    }

    [Fact]
    public void A_row_left_blank_that_the_sums_fill_is_one_warning()
    {
        var row = Clean.Form.Table3.Blocks[0].Columns.Select(column => ($"t3.granted.{column.Key}", CellValue.Blank)).ToArray();
        var finding = Only(Clean.With(row), "not-a-number");
        Assert.Equal((Severity.Warning, 7), (finding.Severity, finding.Cells.Count));
    }

    [Fact]
    public void Two_rows_left_blank_cannot_be_derived_and_are_errors()
    {
        var rows = Clean.Form.Table3.Blocks[0].Columns.SelectMany(column => new[] { ($"t3.granted.{column.Key}", CellValue.Blank), ($"t3.partlyGranted.{column.Key}", CellValue.Blank) }).ToArray();
        Assert.All(Checks.Of(Clean.With(rows)), finding => Assert.Equal(("not-a-number", Severity.Error), (finding.Rule, finding.Severity)));
    }

    [Fact]
    public void A_cell_that_could_not_be_read_accuses_no_one() => Assert.Empty(Checks.Of(Clean.With(("t2.licences.decisions", CellValue.Unread))));

    [Fact]
    public void Money_in_a_column_of_counts_is_told_by_its_fraction() =>
        Assert.Equal("表二“行政许可”“本年处理决定数量”填的是184719.5，带有小数，很可能是金额，而这一格应填件数（项数）。",
            Only(Clean.With(("t2.licences.decisions", 184719.5m)), "unit").Message);

    [Theory]
    [InlineData(9_999, null)]
    [InlineData(10_000, Severity.Warning)]
    [InlineData(99_999, Severity.Warning)]
    [InlineData(100_000, Severity.Error)]
    public void So_many_kinds_of_fee_are_doubted_from_ten_thousand_and_money_from_a_hundred_thousand(int number, Severity? severity) =>
        Assert.Equal(severity, Checks.Of(Samples.Seed.With(("t2.fees.previous", number), ("t2.fees.change", 0))).SingleOrDefault(f => f.Rule == "unit")?.Severity);

    [Theory]
    [InlineData("t2.licences.decisions", 999_999, false)]
    [InlineData("t2.licences.decisions", 1_000_000, true)]
    [InlineData("t2.normative.inForce", 9_999, false)]
    [InlineData("t2.normative.inForce", 10_000, true)]
    public void So_many_documents_or_decisions_of_a_district_bureau_are_doubted(string cell, int number, bool doubted) =>
        Assert.Equal(doubted ? ["unit"] : [], Clean.With((cell, number)).Rules());

    [Theory]
    [InlineData(4469000, 5, Severity.Error)]
    [InlineData(100_000, 90_000_000, Severity.Warning)]
    [InlineData(99_999, 90_000_000, null)]
    public void Purchases_and_their_amount_that_changed_places_are_told(int projects, int amount, Severity? severity) =>
        Assert.Equal(severity, Checks.Of(Samples.Seed.With(("t2.fees.previous", 0), ("t2.fees.change", 0), ("t2.procurement.projects", projects), ("t2.procurement.amount", amount))).SingleOrDefault(f => f.Rule == "unit")?.Severity);

    [Fact]
    public void Yuan_in_a_cell_of_ten_thousand_yuan_is_an_error()
    {
        var finding = Only(Clean.With(("t2.fees.amount", CellValue.Text("184719元", 184719))), "unit");
        Assert.Equal((Severity.Error, 18.4719m, 184719m), (finding.Severity, finding.Expected, finding.Actual));
    }

    [Theory]
    [InlineData("18.4719万元")]
    [InlineData("18.4719万")]
    public void The_forms_own_unit_may_be_printed(string printed) => Assert.Empty(Checks.Of(Clean.With(("t2.fees.amount", CellValue.Text(printed, 18.4719m)))));

    [Theory]
    [InlineData(184_719, Severity.Warning)]
    [InlineData(9_999, null)]
    [InlineData(10_000, Severity.Warning)]
    [InlineData(200_000_000, Severity.Error)]
    public void An_amount_too_large_for_the_agency_is_only_doubted(int amount, Severity? severity) =>
        Assert.Equal(severity, Checks.Of(Clean.With(("t2.fees.amount", amount))).SingleOrDefault()?.Severity);

    [Theory]
    [InlineData(18.4719, Severity.Error)]
    [InlineData(9.3, Severity.Error)]
    [InlineData(3.1, Severity.Warning)]
    [InlineData(150000, null)]
    public void Ten_thousand_times_last_years_amount_is_yuan(double last, Severity? severity)
    {
        var before = Samples.LastYear(Clean).With(("t2.fees.amount", (decimal)last));
        Assert.Equal(severity, Checks.Of(Clean.With(("t2.fees.amount", 184_719)), before).SingleOrDefault(f => f.Rule == "unit")?.Severity);
    }
}
