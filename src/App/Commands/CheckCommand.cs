using System.CommandLine;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.App.Commands;

/// <summary><c>gongkai report check FILE…</c>: what falls short in published reports, one result each, in the order given.</summary>
/// <remarks>
/// A file that cannot be read does not stop the others: its sentence goes to standard error, its JSON result carries it as
/// <c>error</c> beside an empty list of findings, and the status is 2 at the end. A single file that cannot be read prints nothing else.
/// <c>--previous</c> serves a single file whatever its agency calls itself; of several files it serves those of the same agency,
/// and the year after; where it serves none, a sentence says so, and a status that would be 0 is 2: what was asked for was not done.
/// </remarks>
static class CheckCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "要检查的年度报告，可以给多份", Arity = ArgumentArity.OneOrMore };
        var previous = new Option<string?>("--previous") { HelpName = "FILE", Description = "上一年的年度报告，用来核对上年结转和现行有效件数" };
        var json = ReportCommands.Json();
        var command = new Command("check", "检查年度报告：勾稽关系、格式、文字与表格是否一致。") { files, previous, json };
        command.SetAction(line => Run(line.GetRequiredValue(files), line.GetValue(previous), line.GetValue(json),
            line.InvocationConfiguration.Output, line.InvocationConfiguration.Error));
        return command;
    }

    static int Run(string[] files, string? previousFile, bool json, TextWriter output, TextWriter error)
    {
        var previous = previousFile is null ? null : ReportFiles.Read(previousFile);
        CheckOutput show = json ? new CheckJson(output) : new CheckText(output);
        var alone = files.Length == 1;
        List<CheckResult> uncompared = [];
        var status = Terminal.Fine;

        // Results are shown as they come, in order; no more reports than processors are in memory at once.
        foreach (var result in files.AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(file => Check(file, previous, alone)))
        {
            if (result.Error is { } sentence)
            {
                if (alone) throw new NotDoneException(sentence);
                error.WriteLine(sentence);
            }
            show.Add(result);
            if (result.Uncompared is not null) uncompared.Add(result);
            status = Math.Max(status, StatusOf(result));
        }
        show.End();
        if (previous is null || uncompared.Count < files.Length) return status;

        error.WriteLine(alone ? uncompared[0].Uncompared : $"“{previousFile}”不是要检查的任何一份报告的上一年报告，没有核对上年结转。");
        return status == Terminal.Fine ? Terminal.NotDone : status;
    }

    static CheckResult Check(string file, Report? previous, bool alone)
    {
        try
        {
            var report = ReportFiles.Read(file);
            var why = previous is null ? null : WhyNotCompared(report, previous, alone);
            return new(file, report, Checks.Of(report, why is null ? previous : null), why, Error: null);
        }
        catch (NotDoneException refusal)
        {
            return new(file, Report: null, [], Uncompared: refusal.Message, refusal.Message);
        }
        // A fault of ours in one file must not cost the others their results; it is told, and the status is 2.
        catch (Exception bug)
        {
            return new(file, Report: null, [], Uncompared: bug.Message, Terminal.Unexpected(bug, file));
        }
    }

    // One file is taken at its word; among several, last year's report finds its own by the agency's name.
    static string? WhyNotCompared(Report report, Report previous, bool alone) =>
        Comparison.WhyNotYearOnYear(report, previous) ?? (!alone && (report.Agency is null || previous.Agency is null) ? "没有写明机关，不知道是不是同一机关的报告。" : null);

    static int StatusOf(CheckResult result) =>
        result.Error is not null ? Terminal.NotDone
        : result.Findings.Any(finding => finding.Severity == Severity.Error) ? Terminal.FallsShort
        : Terminal.Fine;
}
