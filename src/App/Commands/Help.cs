using System.CommandLine;
using System.CommandLine.Invocation;

namespace Gongkai.App.Commands;

/// <summary>The Chinese help of a command: what it does, how it is used, what it takes.</summary>
sealed class Help : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        var command = parseResult.CommandResult.Command;
        output.WriteLine(command.Description);
        output.WriteLine();
        output.WriteLine($"用法：{Usage(command)}");

        Part(output, "命令", command.Subcommands.Where(sub => !sub.Hidden).Select(sub => (sub.Name, sub.Description)));
        Part(output, "参数", command.Arguments.Select(argument => (argument.Name, argument.Description)));
        Part(output, "选项", Options(command).Select(option => (Written(option), option.Description)));
        if (command is RootCommand) output.WriteLine("\n退出状态：0 做完了，没有问题；1 做完了，有不合格之处；2 没有做成。");
        return Terminal.Fine;
    }

    /// <summary>One line: <c>gongkai report read FILE [--json]</c>.</summary>
    public static string Usage(Command command) => string.Join(' ', Words(command));

    /// <summary>The words that lead to a command: <c>gongkai report</c>.</summary>
    public static string PathOf(Command command) =>
        command is RootCommand ? "gongkai" : string.Join(' ', command.Parents.OfType<Command>().Select(PathOf).Append(command.Name));

    static IEnumerable<string> Words(Command command)
    {
        yield return PathOf(command);
        if (command.Subcommands.Count > 0) yield return command.Action is null ? "命令" : "[命令]";
        foreach (var argument in command.Arguments)
        {
            var name = argument.Arity.MaximumNumberOfValues > 1 ? argument.Name + "…" : argument.Name;
            yield return argument.Arity.MinimumNumberOfValues > 0 ? name : $"[{name}]";
        }
        foreach (var option in Options(command))
            yield return option.Required ? Written(option) : $"[{Written(option)}]";
    }

    static IEnumerable<Option> Options(Command command) => command.Options.Where(option => !option.Hidden && (command is not RootCommand || option.Name != "--help"));

    static string Written(Option option) => option.HelpName is { } value ? $"{option.Name} {value}" : option.Name;

    static void Part(TextWriter output, string heading, IEnumerable<(string Name, string? Description)> rows)
    {
        var lines = rows.ToList();
        if (lines.Count == 0) return;

        output.WriteLine($"\n{heading}：");
        foreach (var line in TextTable.Aligned(lines.Select(row => (IReadOnlyList<string>)[row.Name, row.Description ?? ""])))
            output.WriteLine("  " + line);
    }
}
