using Gongkai.Rules.AnnualReports;

namespace Gongkai.Rules.Tests;

/// <summary>What is said of a figure of table 2 that the registers do not bear out: the report of 2019 and its misfilled cells.</summary>
public sealed class RegisterReadingTests
{
    static readonly Report Of2019 = Filled(ReportForm.Of2019, new()
    {
        ["t2.licences.previous"] = 172, ["t2.licences.change"] = 38, ["t2.licences.decisions"] = 134, ["t2.penalties.previous"] = 12, ["t2.penalties.change"] = 8, ["t2.penalties.decisions"] = 20,
        ["t2.fees.previous"] = 78504912.2m, ["t2.fees.change"] = 1736889.9m,
    });

    [Theory]
    [InlineData("t2.licences.change", -38, "报告没有写负号：38实为减少，应填-38。")]
    [InlineData("t2.fees.previous", 1, "报告填的是金额（78504912.2元），而这一格应填项目数量；台账中是1项。")]
    [InlineData("t2.fees.change", 0, "报告填的是金额（1736889.9元），而这一格应填项目数量；台账中是0项。")]
    [InlineData("t2.licences.decisions", 860, "报告的134像是由前两格相减得来，应填全年实际作出的决定数；台账中是860件。")]
    [InlineData("t2.penalties.decisions", 31, "报告的20像是由前两格相加得来，应填全年实际作出的决定数；台账中是31件。")]
    [InlineData("t2.penalties.previous", 11, "报告填12，台账计为11，请核对台账是否登记齐全；报告确有错误的请更正。")]
    public void Each_misfilled_cell_is_explained(string cell, int counted, string sentence) => Assert.Equal(sentence, RegisterReading.Explain(Of2019, ReportForm.Of2019[cell], counted));

    [Fact]
    public void Yuan_for_ten_thousands_is_explained_and_a_figure_that_agrees_by_arithmetic_is_doubted()
    {
        var report = Filled(ReportForm.Of2021, new() { ["t2.fees.amount"] = 2_924_000 });
        Assert.Equal("报告的单位是元，而这一格的单位是万元，应填292.4。", RegisterReading.Explain(report, ReportForm.Of2021["t2.fees.amount"], 292.4m));
        Assert.Equal("134与前两格相减的结果相同，台账中的决定数恰好也是134件。", RegisterReading.Doubt(Of2019, ReportForm.Of2019["t2.licences.decisions"]));
        Assert.Null(RegisterReading.Doubt(Of2019, ReportForm.Of2019["t2.licences.previous"]));
    }

    static Report Filled(ReportForm form, Dictionary<string, CellValue> cells) => new() { Form = form, Agency = "某区住房和城乡建设局", Year = form.Edition, Cells = CellValues.Of(form, cells, 0), Sections = [] };
}
