namespace Gongkai.Rules.AnnualReports;

/// <summary>What a draft is checked against: the published rules, and what only its own office can judge.</summary>
public static class DraftChecks
{
    /// <summary>The rules that are asked of drafts besides <see cref="Checks.Rules"/>.</summary>
    public static IReadOnlyList<CheckRule> Rules { get; } =
    [
        new("fee-told", "因逾期不缴费不再处理申请的，第六部分说明信息处理费收取情况", "提醒", FeeTold),
        new("length", $"总体情况原则上不超过{NarrativeHints.Longest}字", "提醒", Length),
        new("similarity", "存在的主要问题及改进情况不照抄上一年", "提醒", Similarity),
    ];

    /// <summary>Every rule that a draft must pass, one a line.</summary>
    public static IEnumerable<CheckRule> All => Checks.Rules.Concat(Rules);

    /// <summary>What falls short in a draft; errors first.</summary>
    public static IReadOnlyList<Finding> Of(Report report, Report? previous)
    {
        var examined = new Examined(report, previous);
        return [.. Checks.Of(report, previous).Concat(Rules.SelectMany(rule => rule.Find(examined))).OrderBy(finding => finding.Severity)];
    }

    /// <summary>What identifies a finding, so that what someone said about it stays with it, and goes when the facts change.</summary>
    public static string KeyOf(Finding finding) => $"{finding.Rule}|{string.Join(',', finding.Cells.Select(cell => cell.Key))}|{finding.Message}";

    // Practice, not law: reports say in their sixth part what was charged.
    static IEnumerable<Finding> FeeTold(Examined examined)
    {
        if (examined.Form.Find("t3.noPayment.total") is not { } cell || examined.Report.NumberIn(cell) is not > 0) yield break;
        if (!TextOf(examined.Report, 6).Contains("信息处理费", StringComparison.Ordinal))
            yield return new("fee-told", Severity.Warning, [cell], null, examined.Report.NumberIn(cell), "有申请因逾期不缴纳费用而不再处理，第六部分却没有说明信息处理费的收取情况，请补写。");
    }

    static IEnumerable<Finding> Length(Examined examined)
    {
        var length = examined.Report.Sections.Where(section => section.Number == 1).Sum(section => section.Characters);
        if (length > NarrativeHints.Longest)
            yield return new("length", Severity.Warning, [], NarrativeHints.Longest, length, $"总体情况有{length}字，原则上不超过{NarrativeHints.Longest}字，请精简。");
    }

    static IEnumerable<Finding> Similarity(Examined examined)
    {
        if (examined.YearBefore is not { } before) yield break;
        var likeness = Likeness.Of(TextOf(examined.Report, 5), TextOf(before, 5));
        if (likeness >= Likeness.Copied)
            yield return new("similarity", Severity.Warning, [], null, null, $"第五部分与上一年的文字相似度为{likeness * 100:0}%，内容雷同会被追究责任。请写本年的实际问题和改进措施。");
    }

    static string TextOf(Report report, int section) => string.Concat(report.Sections.Where(one => one.Number == section).SelectMany(one => one.Paragraphs));
}
