namespace Gongkai.Records.AnnualReports;

/// <summary>What is done to an annual report, as the trail names it.</summary>
public static class ReportDeeds
{
    public static Deed Prepared { get; } = new("report.prepared", "开始编制年报");
    public static Deed CellsWritten { get; } = new("report.cells-written", "填写年报表格");
    public static Deed TextWritten { get; } = new("report.text-written", "填写年报文字");
    public static Deed Explained { get; } = new("report.warning-explained", "说明年报校验提醒");
    public static Deed HandedOver { get; } = new("report.handed-over", "年报送审签");
    public static Deed Returned { get; } = new("report.returned", "退回年报");
    public static Deed SignedOff { get; } = new("report.signed", "审签年报");
    public static Deed Published { get; } = new("report.published", "公布年报");
    public static Deed CorrectionBegun { get; } = new("report.correction-begun", "开始更正年报");
    public static Deed Corrected { get; } = new("report.corrected", "公布年报更正");
    public static Deed Submitted { get; } = new("report.submitted", "报送年报");
    public static Deed Receipted { get; } = new("report.receipted", "登记年报报送回执");
    public static Deed Imported { get; } = new("report.imported", "导入历史年报");
    public static Deed TermSet { get; } = new("report.term-set", "设置年报期限");

    public static Deed ConventionSet { get; } = new("report.convention-set", "设置统计口径");

    /// <summary>All of them, for lists.</summary>
    public static IReadOnlyList<Deed> All { get; } =
    [
        Prepared, CellsWritten, TextWritten, Explained, HandedOver, Returned, SignedOff, Published, CorrectionBegun, Corrected, Submitted, Receipted, Imported, TermSet, ConventionSet,
    ];
}
