namespace Gongkai.Rules.AnnualReports;

// The six parts. 条例 art. 50 names five contents; the form puts 总体情况 before them.
public sealed partial class ReportForm
{
    [Law(Statute.Regulation, "50"), Law(Statute.ReportFormat2019, "附件")]
    static IReadOnlyList<FormSection> SectionsOf2019 { get; } = SectionsWith("五、政府信息公开工作存在的主要问题及改进情况");

    [Law(Statute.Regulation, "50"), Law(Statute.ReportFormat2021, "附件")]
    static IReadOnlyList<FormSection> SectionsOf2021 { get; } = SectionsWith("五、存在的主要问题及改进情况");

    static IReadOnlyList<FormSection> SectionsWith(string fifth) =>
    [
        new(1, "一、总体情况", ["总体情况", "基本情况", "概述"]),
        new(2, "二、主动公开政府信息情况", ["主动公开"]),
        new(3, "三、收到和处理政府信息公开申请情况", ["收到和处理", "依申请公开", "申请情况", "申请办理"]),
        new(4, "四、政府信息公开行政复议、行政诉讼情况", ["行政复议", "行政诉讼", "复议诉讼"]),
        new(5, fifth, ["主要问题", "存在的问题", "存在问题", "改进情况", "改进措施"]),
        new(6, "六、其他需要报告的事项", ["其他需要报告", "其他报告", "需要报告的", "其他事项"]),
    ];
}
