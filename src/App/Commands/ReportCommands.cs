using System.CommandLine;

namespace Gongkai.App.Commands;

/// <summary><c>gongkai report …</c>: everything that is done with an annual report.</summary>
static class ReportCommands
{
    public static Command Create() => new("report", "读取、检查、打印、汇总、比较政府信息公开工作年度报告。")
    {
        ReadCommand.Create(),
        CheckCommand.Create(),
        PrintCommand.Create(),
        SumCommand.Create(),
        DiffCommand.Create(),
        ExplainCommand.Create(),
    };

    /// <summary>The option that every command with two kinds of readers has.</summary>
    public static Option<bool> Json() => new("--json") { Description = "输出 JSON，供程序使用" };
}
