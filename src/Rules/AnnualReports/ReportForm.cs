using System.Collections.Frozen;

namespace Gongkai.Rules.AnnualReports;

/// <summary>The statutory form of the annual report, as data: what it prints, what it counts, what must add up.</summary>
/// <remarks>Reading, checking, printing and adding up are functions over this; no other file knows a label or a row.</remarks>
public sealed partial class ReportForm
{
    readonly FrozenDictionary<string, FormCell> byKey;

    ReportForm(int edition, FormTable table2, FormTable table3)
    {
        Edition = edition;
        Table2 = table2;
        Table3 = table3;
        Cells = [.. CellsOf(table2).Concat(CellsOf(table3)).Concat(CellsOf(FormTables.Table4)).Select((cell, index) => cell with { Index = index })];
        byKey = Cells.ToFrozenDictionary(cell => cell.Key);
        Sums = [.. Balances, .. OutcomeSums, .. RowSums, .. Table4Sums];
    }

    /// <summary>国办公开办函〔2019〕60号, for the report years 2019 and 2020: 198 cells.</summary>
    [Law(Statute.ReportFormat2019, "附件")]
    public static ReportForm Of2019 { get; } = new(2019, FormTables.Table2Of2019, FormTables.Table3Of2019);

    /// <summary>国办公开办函〔2021〕30号, from the report year 2021: 200 cells.</summary>
    [Law(Statute.ReportFormat2021, "附件")]
    public static ReportForm Of2021 { get; } = new(2021, FormTables.Table2Of2021, FormTables.Table3Of2021);

    static readonly ReportForm Of2019With2021Requests = new(2019, FormTables.Table2Of2019, FormTables.Table3Of2021);
    static readonly ReportForm Of2021With2019Requests = new(2021, FormTables.Table2Of2021, FormTables.Table3Of2019);

    /// <summary>2019 or 2021. In a hybrid, that of table 2.</summary>
    public int Edition { get; }

    public FormTable Table2 { get; }
    public FormTable Table3 { get; }
    public IReadOnlyList<FormTable> Tables => [Table2, Table3, FormTables.Table4];
    public IReadOnlyList<FormSection> Sections => Edition == 2019 ? SectionsOf2019 : SectionsOf2021;

    /// <summary>Every cell, in print order.</summary>
    public IReadOnlyList<FormCell> Cells { get; }

    /// <summary>Everything that must add up.</summary>
    public IReadOnlyList<FormSum> Sums { get; }

    /// <summary>Tables 2 and 3 come from different forms: a fault, but one that can be read.</summary>
    public bool Hybrid => Table2.Edition != Table3.Edition;

    public FormCell this[string key] => byKey[key];

    public FormCell? Find(string key) => byKey.GetValueOrDefault(key);

    /// <summary>The form that a report of this year must use; 2021's is the form of 2021 and every year since.</summary>
    [Law(Statute.ReportFormat2019, "施行"), Law(Statute.ReportFormat2021, "施行")]
    public static ReportForm For(int year) => year >= 2021 ? Of2021 : Of2019;

    /// <summary>The form that tables of these editions make; they should be the same, and sometimes are not.</summary>
    public static ReportForm Of(int table2Edition, int table3Edition) => (table2Edition, table3Edition) switch
    {
        (2019, 2019) => Of2019,
        (2019, _) => Of2019With2021Requests,
        (_, 2019) => Of2021With2019Requests,
        _ => Of2021,
    };

    static IEnumerable<FormCell> CellsOf(FormTable table) =>
        from block in table.Blocks
        from row in block.Rows
        from column in block.Columns
        select new FormCell(0, $"t{table.Number}.{row.Key}.{column.Key}", table, block, row, column);
}
