namespace Gongkai.Rules.AnnualReports;

/// <summary>Checks a report against every rule.</summary>
public static class Checks
{
    const string Error = "错误";
    const string Warning = "提醒";

    /// <summary>Every rule, one a line: its code, when it holds, how it is reported, and what finds where it does not.</summary>
    public static IReadOnlyList<CheckRule> Rules { get; } =
    [
        new("balance", "表三每一列：第一项加第二项等于第三项总计加第四项", Error, SumChecks.Balance),
        new("outcome-sum", "表三每一列：（七）总计等于以上各项办理结果之和", Error, SumChecks.OutcomeSum),
        new("row-sum", "表三每一行：总计等于自然人与五类组织之和", Error, SumChecks.RowSum),
        new("carried-in", "表三每一列：上年结转等于上一年报告的结转下年度（需提供上一年报告）", Error, YearOnYearChecks.CarriedIn),
        new("table4-sum", "表四每一组：总计等于维持、纠正、其他结果与尚未审结之和", Error, SumChecks.Table4Sum),
        new("not-a-number", "每一格都是不小于零的数，只有“增/减”格可以带正负号；空白、“-”、“/”都不是数", $"{Error}；整行或整列空白且能由勾稽关系推算的为{Warning}", NumberChecks.NotANumber),
        new("table-missing", "三张表都在", Error, StructureChecks.TableMissing),
        new("section-missing", "六个部分都在", $"{Error}；第一、第五部分只有标题没有内容的为{Warning}", StructureChecks.SectionMissing),
        new("section-order", "六个部分按顺序排列，序号与内容相符，不重复", Error, StructureChecks.SectionOrder),
        new("form-year", "表格式样与报告年度相符：2019、2020年度用2019年式样，2021年度起用2021年式样，不混用", Error, StructureChecks.FormYear),
        new("title-year", "标题与正文所称的报告年度一致", Error, IdentityChecks.TitleYear),
        new("period", "统计期限为报告年度的1月1日至12月31日", Error, IdentityChecks.Period),
        new("agency-name", "标题、说明与落款所称的机关是同一个机关", Error, IdentityChecks.AgencyName),
        new("text-vs-table", "正文中指明某一格或某一类的数，与表中的数一致", $"{Error}；文字所指可能更窄的为{Warning}", NarrativeChecks.TextAgainstTable),
        new("text-sum", "正文列举的各部分之和，等于所给的总数", $"{Error}；列举可能不完全的为{Warning}", NarrativeChecks.TextSum),
        new("unit", "件数是整数，金额用表格规定的单位", $"{Error}；只凭数额大小判断的为{Warning}", UnitChecks.Units),
        new("change-sign", "“本年增/减”带正负号，处理决定数量是实际作出的决定数，不是前两格加减得来", Warning, DisclosureChecks.ChangeSign),
        new("rule-power", "只有依法可以制定规章的机关才填报规章", Warning, DisclosureChecks.RulePower),
        new("in-force", "现行有效件数等于上一年现行有效加本年制发减本年废止（需提供上一年报告）", Warning, YearOnYearChecks.InForce),
    ];

    /// <summary>What falls short in <paramref name="report"/>; last year's report lets carried-in and in-force be checked too.</summary>
    public static IReadOnlyList<Finding> Of(Report report, Report? previous = null)
    {
        var examined = new Examined(report, previous);
        return [.. Rules.SelectMany(rule => rule.Find(examined))];
    }
}
