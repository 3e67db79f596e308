using System.CommandLine;
using Gongkai.Documents.Redaction;

namespace Gongkai.App.Commands;

/// <summary><c>gongkai leaks FILE --strings STRINGS.txt</c>: whether a file holds strings anywhere, visible or not.</summary>
/// <remarks>Status 1: something was found. The strings themselves are never printed: a finding names their line.</remarks>
static class LeaksCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "要检查的文件：pdf，或者 docx、xlsx、ofd、zip 等" };
        var strings = new Option<string>("--strings") { HelpName = "STRINGS.txt", Description = "要查找的文字，一行一个", Required = true };
        var json = ReportCommands.Json();
        var command = new Command("leaks", "查找文件里（各个版本、内容流、属性、批注、夹带的文件）有没有不该有的文字。") { file, strings, json };
        command.SetAction(line => Run(line.GetRequiredValue(file), line.GetRequiredValue(strings), line.GetValue(json), line.InvocationConfiguration.Output));
        return command;
    }

    static int Run(string file, string strings, bool json, TextWriter output)
    {
        try
        {
            var lines = ReportFiles.Lines(strings);
            if (lines.Count == 0) throw new NotDoneException($"“{strings}”里没有要查找的文字，请一行写一个。");
            var certificate = LeakCheck.Search(ReportFiles.Bytes(file), lines, TimeProvider.System.GetUtcNow());
            if (json) output.WriteLine(certificate.ToJson());
            else
            {
                output.WriteLine($"查找了 {certificate.Strings} 个字符串，{certificate.Revisions} 个版本、{certificate.Streams} 个内容流。");
                foreach (var finding in certificate.Findings) output.WriteLine($"  · 第 {finding.Mark + 1} 行的文字：{finding.Where}");
                if (certificate.Short > 0) output.WriteLine($"有 {certificate.Short} 个过短（不足两个汉字或四个字母、数字），没有查找。");
                if (certificate.IsClean) output.WriteLine("没有找到。");
            }
            return certificate.IsClean ? Terminal.Fine : Terminal.FallsShort;
        }
        catch (RedactionRefusedException refusal)
        {
            throw new NotDoneException($"“{file}”没有检查：{refusal.Message}");
        }
    }
}
