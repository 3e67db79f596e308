using System.Diagnostics;
using Gongkai.Documents.Reading;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.App.Portal.Checker;

/// <summary>One file that a visitor gave: how it was read, what the checks found, what they confirmed. It lives as long as the answer to the request.</summary>
public sealed record Examination(string File)
{
    public Report? Report { get; init; }

    /// <summary>Why it could not be read, in one sentence.</summary>
    public string? Refusal { get; init; }

    /// <summary>The fault of ours that kept it from being read or checked: its kind and place, and never its words, which may quote the file.</summary>
    public string? Fault { get; init; }

    /// <summary>Last year's report, where one of the files given is it.</summary>
    public Report? Before { get; init; }

    /// <summary>Why last year's report was not used, where one was given.</summary>
    public string? BeforeUnused { get; init; }

    /// <summary>Errors first; in each the order of the rules.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public int Errors => Findings.Count(finding => finding.Severity == Severity.Error);
    public int Warnings => Findings.Count - Errors;

    public int CellsWith(params CellReading[] readings) => Report!.Cells.All.ToArray().Count(cell => readings.Contains(cell.Reading));

    /// <summary>How many findings each rule has, errors first.</summary>
    public IEnumerable<(CheckRule Rule, int Errors, int Warnings)> ByRule =>
        from rule in Checks.Rules
        let found = Findings.Where(finding => finding.Rule == rule.Code).ToList()
        where found.Count > 0
        select (rule, found.Count(finding => finding.Severity == Severity.Error), found.Count(finding => finding.Severity == Severity.Warning));

    /// <summary>For each rule of sums: how often it was proved, and how often it could not be tried because a number is missing.</summary>
    public IEnumerable<(CheckRule Rule, int Proved, int Failed, int Untried)> Sums =>
        from sums in Report!.Form.Sums.GroupBy(sum => sum.Rule)
        let results = sums.Select(sum => Holds(sum, Report.Cells)).ToList()
        select (Checks.Rules.Single(rule => rule.Code == sums.Key), results.Count(held => held == true), results.Count(held => held == false), results.Count(held => held is null));

    /// <summary>The lists in the text whose parts make their total: 2+4+88+25=119.</summary>
    public IReadOnlyList<NarrativeSum> TextSums => [.. Narrative.Sums(Report!).Where(sum => sum.Holds)];

    static bool? Holds(FormSum sum, CellValues cells)
    {
        decimal? Side(IEnumerable<FormCell> side) => side.Aggregate((decimal?)0, (total, cell) => total + (cells[cell].Reading == CellReading.Number ? cells[cell].Number : null));
        return Side(sum.Left) is { } left && Side(sum.Right) is { } right ? left == right : null;
    }

    /// <summary>Reads the files, and checks each; one that another one follows by a year is that one's last year.</summary>
    public static IReadOnlyList<Examination> Of(IReadOnlyList<Submission> files, Submission? previous)
    {
        var read = files.Select(Read).ToList();
        var before = previous is null ? null : Read(previous);
        if (before?.Refusal is { } refusal) read = [.. read.Select(one => one with { BeforeUnused = $"上年报告没有用上：{refusal}" })];
        Report[] reports = [.. read.Append(before).Select(one => one?.Report).OfType<Report>()];
        return [.. read.Select(one => one.Report is null ? one : Guarded(one.File, () => one.Checked(reports, before?.Report)))];
    }

    Examination Checked(IReadOnlyList<Report> others, Report? given)
    {
        var last = others.FirstOrDefault(other => other != Report && other.Year is { } year && Report!.Year == year + 1 && (other.Agency == Report.Agency || other == given));
        // A report that does not say its year can only be taken at the visitor's word.
        if (last is null && given is { Year: null }) last = given;
        var found = Checks.Of(Report!, last);
        return this with
        {
            Before = last,
            BeforeUnused = BeforeUnused ?? (given is not null && last is null ? $"上年报告没有用上：它是 {given.Year} 年的报告，本报告是 {Report!.Year?.ToString("D4", null) ?? "未写明年份"} 年的，两者不相邻。" : null),
            Findings = [.. found.Where(finding => finding.Severity == Severity.Error), .. found.Where(finding => finding.Severity == Severity.Warning)],
        };
    }

    static Examination Read(Submission file)
    {
        if (file.Length == 0) return new(file.Name) { Refusal = "文件是空的，请重新导出或另存后再试。" };
        return Guarded(file.Name, () =>
        {
            using var bytes = file.Open();
            return new(file.Name) { Report = ReportReader.Read(bytes, file.Name) };
        });
    }

    // One strange file must not take the others' results with it.
    static Examination Guarded(string file, Func<Examination> work)
    {
        try
        {
            return work();
        }
        catch (UnreadableReportException unreadable)
        {
            return new(file) { Refusal = unreadable.Message };
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            var place = new StackTrace(fault).GetFrame(0)?.GetMethod();
            return new(file)
            {
                Refusal = "程序处理这个文件时出了意外，没有检查成。请换一种格式（例如另存为 docx）再试。",
                Fault = $"{fault.GetType().Name} in {place?.DeclaringType?.Name}.{place?.Name}",
            };
        }
    }
}

/// <summary>A file that was sent with the form.</summary>
public sealed record Submission(string Name, long Length, Func<Stream> Open)
{
    public static Submission Of(IFormFile file) => new(Path.GetFileName(file.FileName.Replace('\\', '/')) is { Length: > 0 } name ? name : "未命名文件", file.Length, file.OpenReadStream);
}
