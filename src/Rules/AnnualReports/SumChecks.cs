namespace Gongkai.Rules.AnnualReports;

/// <summary>What the form makes equal (勾稽关系), checked in every column, row and block.</summary>
static class SumChecks
{
    [Law(Statute.ReportFormat2019, "表三"), Law(Statute.ReportFormat2021, "表三")]
    public static IEnumerable<Finding> Balance(Examined examined) => Of(examined, "balance", (sum, sums) =>
        $"表三“{sum.Left[0].Column.Label}”一列不平：{Listed(sum.Left, sums)}，合{sums.Left(sum):0.####}；"
        + $"{Listed(sum.Right, sums)}，合{sums.Right(sum):0.####}，两边相差{Math.Abs(sums.Gap(sum)):0.####}。");

    [Law(Statute.ReportFormat2019, "表三"), Law(Statute.ReportFormat2021, "表三")]
    public static IEnumerable<Finding> OutcomeSum(Examined examined) => Of(examined, "outcome-sum", (sum, sums) =>
        $"表三“{sum.Left[0].Column.Label}”一列：{sum.Left[0].Row.Printed}填的是{sums.Left(sum):0.####}，"
        + $"而以上各项办理结果相加是{sums.Right(sum):0.####}，相差{Math.Abs(sums.Gap(sum)):0.####}。");

    [Law(Statute.ReportFormat2019, "表三"), Law(Statute.ReportFormat2021, "表三")]
    public static IEnumerable<Finding> RowSum(Examined examined) => Of(examined, "row-sum", (sum, sums) =>
        $"表三“{sum.Left[0].Row.Printed}”一行：{sum.Left[0].Column.Label}填的是{sums.Left(sum):0.####}，"
        + $"而前六列相加是{sums.Right(sum):0.####}，相差{Math.Abs(sums.Gap(sum)):0.####}。");

    [Law(Statute.ReportFormat2019, "表四"), Law(Statute.ReportFormat2021, "表四")]
    public static IEnumerable<Finding> Table4Sum(Examined examined) => Of(examined, "table4-sum", (sum, sums) =>
        $"表四“{sum.Left[0].Row.Printed}”：{sum.Left[0].Column.Label}填的是{sums.Left(sum):0.####}，"
        + $"而各项结果相加是{sums.Right(sum):0.####}，相差{Math.Abs(sums.Gap(sum)):0.####}。");

    static IEnumerable<Finding> Of(Examined examined, string rule, Func<FormSum, SumArithmetic, string> says)
    {
        var sums = examined.Sums;
        foreach (var sum in sums.Broken.Where(sum => sum.Rule == rule))
        {
            var suspect = sums.SuspectOf(sum);
            var cells = SumArithmetic.Cells(sum);
            yield return new(rule, Severity.Error,
                suspect is null ? [.. cells] : [suspect.Cell, .. cells.Where(cell => cell != suspect.Cell)],
                // For a balance without a suspect these are its two sides; else what the first cell should be, and is.
                suspect?.Expected ?? (rule == "balance" ? sums.Left(sum) : sums.Right(sum)),
                suspect?.Actual ?? (rule == "balance" ? sums.Right(sum) : sums.Left(sum)),
                says(sum, sums) + Slips.Of(sum, suspect, sums));
        }
    }

    static string Listed(IEnumerable<FormCell> cells, SumArithmetic sums) =>
        string.Join("，", cells.Select(cell => $"“{cell.Row.Printed}”{sums.Value(cell):0.####}"));
}
