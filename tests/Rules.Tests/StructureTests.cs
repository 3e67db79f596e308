using Gongkai.Rules.AnnualReports;

namespace Gongkai.Rules.Tests;

public class StructureTests
{
    static readonly Report Clean = Samples.Clean;

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_missing_table_is_one_finding(int number) =>
        Assert.Equal(["table-missing"], Clean.With([.. Clean.Form.Cells.Where(c => c.Table.Number == number).Select(c => (c.Key, default(CellValue)))]).Rules());

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void A_missing_part_is_one_finding_that_names_it(int number)
    {
        var finding = Assert.Single(Checks.Of(Clean with { Sections = [.. Clean.Sections.Where(s => s.Number != number)] }));
        Assert.Equal(("section-missing", Severity.Error), (finding.Rule, finding.Severity));
        Assert.Contains(Clean.Form.Sections[number - 1].Heading, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_without_any_heading_is_told_once() => Assert.Equal(["section-missing"], (Clean with { Sections = [] }).Rules());

    [Fact]
    public void Two_parts_exchanged_are_out_of_order() =>
        Assert.Contains("section-order", (Clean with { Sections = [.. Clean.Sections.Take(3), Clean.Sections[4], Clean.Sections[3], Clean.Sections[5]] }).Rules());

    [Fact]
    public void A_part_of_its_own_between_the_six_shifts_the_numerals() =>
        Assert.Equal("section-order", Assert.Single(Checks.Of(Clean with { Sections = [.. Clean.Sections.Select(s => s.Number == 6 ? s with { Heading = "七、其他需要报告的事项" } : s)] })).Rule);

    [Theory]
    [InlineData("1、其他需要报告的事项")]
    [InlineData("其他需要报告的事项")]
    [InlineData("六.其他需要报告的事项")]
    public void A_numeral_that_a_web_page_supplies_or_drops_is_no_fault(string heading) =>
        Assert.Empty(Checks.Of(Clean with { Sections = [.. Clean.Sections.Select(s => s.Number == 6 ? s with { Heading = heading } : s)] }));

    [Fact]
    public void A_second_two_inside_the_first_part_is_told() =>
        Assert.Contains("section-order", Clean.Saying(1, "（二）主动公开政府信息情况").Rules());

    [Theory]
    [InlineData("（一）主动公开政府信息情况")]
    [InlineData("（二）依申请公开情况")]
    [InlineData("（三）收到和处理政府信息公开申请情况。2023年没有特别的情况。")]
    public void A_subheading_with_other_words_or_another_numeral_is_innocent(string subheading) =>
        Assert.Empty(Checks.Of(Clean.Saying(1, subheading)));

    [Theory]
    [InlineData(2018, 2019)]
    [InlineData(2020, 2019)]
    [InlineData(2021, 2021)]
    [InlineData(2025, 2021)]
    public void Each_year_has_its_form(int year, int edition) => Assert.Equal(edition, ReportForm.For(year).Edition);

    [Theory]
    [InlineData(2020, true)]
    [InlineData(2021, false)]
    [InlineData(2025, false)]
    public void The_form_of_2021_is_wrong_before_2021(int year, bool wrong) =>
        Assert.Equal(wrong, Samples.Of(year, Clean).Rules().Contains("form-year"));

    [Theory]
    [InlineData(2019, 2021)]
    [InlineData(2021, 2019)]
    public void A_table_of_the_other_form_is_a_hybrid(int table2, int table3)
    {
        var form = ReportForm.Of(table2, table3);
        var finding = Assert.Single(Checks.Of(Clean with { Form = form, Cells = CellValues.Of(form, new Dictionary<string, CellValue>(), rest: 0) }));
        Assert.Equal("form-year", finding.Rule);
        Assert.Contains($"{(table2 == 2019 ? "表二" : "表三")}用的是2019年的式样", finding.Message, StringComparison.Ordinal);
    }
}
