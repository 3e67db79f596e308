namespace Gongkai.Rules.AnnualReports;

// What the form makes equal (勾稽关系), as data: reading uses it to split, checking to find, counting to prove.
public sealed partial class ReportForm
{
    /// <summary>The rows of table 3 that are an outcome: each closed request stands in exactly one.</summary>
    public IEnumerable<FormRow> Outcomes => RequestRows.Where(row => row.Key is not (Received or CarriedIn or Total or CarriedOver));

    public const string Received = "received";
    public const string CarriedIn = "carriedIn";
    public const string CarriedOver = "carriedOver";
    public const string Total = "total";

    IReadOnlyList<FormRow> RequestRows => Table3.Blocks[0].Rows;
    IReadOnlyList<FormColumn> Applicants => Table3.Blocks[0].Columns;

    FormCell Requests(string row, FormColumn column) => this[$"t3.{row}.{column.Key}"];

    // 本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和 — in every column, not only in 总计.
    [Law(Statute.ReportFormat2019, "表三"), Law(Statute.ReportFormat2021, "表三")]
    IEnumerable<FormSum> Balances => Applicants.Select(column => new FormSum("balance",
        [Requests(Received, column), Requests(CarriedIn, column)],
        [Requests(Total, column), Requests(CarriedOver, column)]));

    // （七）总计 is what stands above it; the groups （三）（四）（五）（六） have no subtotal row.
    [Law(Statute.ReportFormat2019, "表三"), Law(Statute.ReportFormat2021, "表三")]
    IEnumerable<FormSum> OutcomeSums => Applicants.Select(column => new FormSum("outcome-sum",
        [Requests(Total, column)],
        [.. Outcomes.Select(row => Requests(row.Key, column))]));

    // 总计 is 自然人 and the five kinds of organization.
    [Law(Statute.ReportFormat2019, "表三"), Law(Statute.ReportFormat2021, "表三")]
    IEnumerable<FormSum> RowSums => RequestRows.Select(row => SumOfRow("row-sum", "t3", row, Applicants));

    // 总计 = 结果维持 + 结果纠正 + 其他结果 + 尚未审结, in each of the three blocks.
    [Law(Statute.ReportFormat2019, "表四"), Law(Statute.ReportFormat2021, "表四")]
    IEnumerable<FormSum> Table4Sums => FormTables.Table4.Blocks[0].Rows.Select(row => SumOfRow("table4-sum", "t4", row, FormTables.Table4.Blocks[0].Columns));

    FormSum SumOfRow(string rule, string table, FormRow row, IEnumerable<FormColumn> columns)
    {
        var cells = columns.ToLookup(column => column.Key == Total, column => this[$"{table}.{row.Key}.{column.Key}"]);
        return new(rule, [.. cells[true]], [.. cells[false]]);
    }
}
