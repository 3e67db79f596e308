using System.CommandLine;
using Gongkai.Documents.Printing;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.App.Commands;

/// <summary><c>gongkai report sum FILE… --out FILE</c>: units added up into one report, and what is missing or wrong.</summary>
/// <remarks>
/// The own office's report is <c>--own</c>, or the first file; it decides agency, year and form. Status 1: a unit is missing, counted twice,
/// nameless or has errors of its own, or a cell lacks a unit's number; the sum is then written all the same, and says in its first
/// paragraphs that it is incomplete. A file that cannot be read, or that cannot be added to the others, is status 2, and nothing is written.
/// </remarks>
static class SumCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "各单位的年度报告，每单位一份；没有 --own 时第一份是本机关的", Arity = ArgumentArity.OneOrMore };
        var to = new Option<string>("--out") { HelpName = "FILE", Description = PrintCommand.OutDescription, Required = true };
        var own = new Option<string?>("--own") { HelpName = "FILE", Description = "本机关自己的年度报告" };
        var expect = new Option<string?>("--expect") { HelpName = "FILE", Description = "应当报告的单位名单，文本文件，一行一个全称" };
        var command = new Command("sum", "把各单位的年度报告汇总成一份，列出缺少的和有错的。") { files, to, own, expect };
        command.SetAction(line =>
        {
            var goal = line.GetRequiredValue(to);
            string[] sources = line.GetValue(own) is { } office ? [office, .. line.GetRequiredValue(files)] : line.GetRequiredValue(files);
            return Run(sources, line.GetValue(expect), goal, PrintCommand.FormatOf(goal), line.InvocationConfiguration.Output);
        });
        return command;
    }

    static int Run(string[] sources, string? expect, string goal, PrintFormat format, TextWriter output)
    {
        var expected = expect is null ? null : ReportFiles.Lines(expect);
        List<Contribution> contributions = [.. sources.AsParallel().AsOrdered().Select(source => new Contribution(ReportFiles.Read(source)))];
        if (Aggregation.ToSumming(contributions) is { } impediment) throw new NotDoneException(impediment.Reason);

        var sum = Aggregation.Sum(contributions, expected);
        var complete = sum.Complete && sum.Problems.All(problem => problem.Kind == Shortcoming.Twin);
        PrintCommand.Print(complete ? sum.Report : Marked(sum), format, goal, expect is null ? sources : [.. sources, expect]);
        Write(sum, complete, goal, output);
        return complete ? Terminal.Fine : Terminal.FallsShort;
    }

    // Whoever opens the file must see what it lacks, in whatever format.
    static Report Marked(Aggregate sum) => sum.Report with
    {
        Introduction = ["这份汇总还不完整，不能公布：", .. sum.Problems.Where(problem => problem.Kind != Shortcoming.Twin).Select(problem => problem.Message)],
    };

    static void Write(Aggregate sum, bool complete, string goal, TextWriter output)
    {
        output.WriteLine($"已汇总 {sum.Units} 份报告，写成“{goal}”{(complete ? "。" : "；汇总还不完整，不能公布。")}");
        foreach (var kind in sum.Problems.GroupBy(problem => problem.Kind))
        {
            output.WriteLine($"{Heading(kind.Key)}：");
            foreach (var problem in kind)
            {
                output.WriteLine($"  {problem.Message}");
                foreach (var finding in problem.Findings ?? []) output.WriteLine($"    [{finding.Rule}] {finding.Message}");
            }
        }
    }

    static string Heading(Shortcoming kind) => kind switch
    {
        Shortcoming.Missing => "缺少的单位",
        Shortcoming.Duplicate => "重复的报告",
        Shortcoming.Twin => "数字完全相同的单位",
        Shortcoming.Late => "逾期公布的单位",
        Shortcoming.Failing => "报告有错误的单位",
        Shortcoming.Incomplete => "不完整的单元格",
        Shortcoming.Nameless => "没有写明机关的报告",
    };
}
