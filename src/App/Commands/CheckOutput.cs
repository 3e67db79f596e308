using Gongkai.Rules.AnnualReports;

namespace Gongkai.App.Commands;

/// <summary>What came of checking one file: a report and its findings, or the sentence that says why there is none.</summary>
/// <param name="Uncompared">Why last year's report, where one was given, was not held against it.</param>
sealed record CheckResult(string File, Report? Report, IReadOnlyList<Finding> Findings, string? Uncompared, string? Error);

/// <summary>Shows results one by one, as they come.</summary>
abstract class CheckOutput
{
    public abstract void Add(CheckResult result);

    public abstract void End();
}

/// <summary>The contract's array, one result a file.</summary>
sealed class CheckJson(TextWriter output) : CheckOutput
{
    bool begun;

    public override void Add(CheckResult result)
    {
        output.Write(begun ? ",\n" : "[");
        begun = true;
        output.Write(CommandJson.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("file", result.File);
            json.WriteReportNames(result.Report);
            json.WriteFindings("findings", result.Findings);
            if (result.Error is not null) json.WriteString("error", result.Error);
            json.WriteEndObject();
        }));
    }

    public override void End() => output.WriteLine(begun ? "]" : "[]");
}

/// <summary>A list for a person: errors, warnings, and what was added up and holds.</summary>
sealed class CheckText(TextWriter output) : CheckOutput
{
    int files, unread, withErrors;

    public override void Add(CheckResult result)
    {
        if (files++ > 0) output.WriteLine();
        output.WriteLine(result.File);
        if (result.Report is not { } report)
        {
            unread++;
            output.WriteLine($"  {result.Error}");
            return;
        }

        output.WriteLine($"  {ReportText.Name(report)}");
        var findings = result.Findings.ToLookup(finding => finding.Severity);
        if (findings[Severity.Error].Any()) withErrors++;
        Write("错误", [.. findings[Severity.Error]]);
        Write("提醒", [.. findings[Severity.Warning]]);
        if (result.Findings.Count == 0) output.WriteLine("  没有发现问题。");
        WriteSums(report);
    }

    public override void End()
    {
        if (files > 1) output.WriteLine($"\n共 {files} 份：{withErrors} 份有错误，{files - withErrors - unread} 份没有错误{(unread > 0 ? $"，{unread} 份读不成" : "")}。");
    }

    void Write(string heading, IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0) return;

        output.WriteLine($"  {heading} {findings.Count} 项");
        foreach (var (number, finding) in findings.Index())
        {
            output.WriteLine($"    {number + 1}. [{finding.Rule}] {finding.Message}");
            if (finding.Cells.Count > 0) output.WriteLine($"       位置：{string.Join("、", finding.Cells.Take(3).Select(cell => cell.Place))}{(finding.Cells.Count > 3 ? $" 等 {finding.Cells.Count} 格" : "")}");
            if (finding.Quote is not null) output.WriteLine($"       原文：{finding.Quote}");
        }
    }

    void WriteSums(Report report)
    {
        foreach (var rule in report.Form.Sums.GroupBy(sum => sum.Rule))
        {
            var states = rule.CountBy(sum => ReportText.Holds(report, sum) switch { true => "成立", false => "不成立", null => "有空格，无法核对" });
            output.WriteLine($"  核对 {Meaning(rule.Key)}：{string.Join("，", states.Select(state => $"{state.Value} 组{state.Key}"))}");
        }
        foreach (var sum in Narrative.Sums(report).Where(sum => sum.Holds)) output.WriteLine($"  核对 文字：{sum}，成立");
    }

    static string Meaning(string rule) => rule switch
    {
        "balance" => "表三 一＋二＝三（七）＋四",
        "outcome-sum" => "表三（七）总计＝各项办理结果之和",
        "row-sum" => "表三 总计＝各类申请人之和",
        "table4-sum" => "表四 总计＝维持＋纠正＋其他＋尚未审结",
        _ => rule,
    };
}
