using System.CommandLine;
using System.CommandLine.Help;
using System.Text;
using Gongkai.App.Ui;

namespace Gongkai.App.Commands;

/// <summary>The command line <c>gongkai …</c>: what it offers, in which streams it answers, and what its exit status means.</summary>
/// <remarks>Scripts rely on the names, on the JSON and on the status; messages for people are Chinese.</remarks>
public static class Terminal
{
    /// <summary>Done, and nothing is wrong.</summary>
    public const int Fine = 0;

    /// <summary>Done, and something falls short: a finding of severity error, a sum that is incomplete …</summary>
    public const int FallsShort = 1;

    /// <summary>Not done: an unreadable file, bad arguments. One sentence on standard error says why.</summary>
    public const int NotDone = 2;

    /// <summary>Runs one command on the process's own streams, in UTF-8 whatever the machine's locale.</summary>
    /// <param name="args">As the shell gave them, without the program's name.</param>
    /// <returns>The exit status: 0, 1 or 2.</returns>
    public static Task<int> Run(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return Run(args, Console.Out, Console.Error);
    }

    /// <summary>Runs one command on the streams that are given.</summary>
    public static async Task<int> Run(string[] args, TextWriter output, TextWriter error)
    {
        using var plainOutput = new PlainWriter(output);
        using var plainError = new PlainWriter(error);
        try
        {
            // The platform starts without the parser, and a command without the web host.
            return ServeCommand.IsMeant(args) ? await ServeCommand.Run(args) : await Answer(args, plainOutput, plainError);
        }
        catch (Exception refusal) when (refusal is NotDoneException or InvalidSettingsException)
        {
            plainError.WriteLine(refusal.Message);
            return NotDone;
        }
        // Tools that only want the host built abort it so; it is theirs to see.
        catch (Exception bug) when (bug is not HostAbortedException)
        {
            plainError.WriteLine(Unexpected(bug));
            return NotDone;
        }
    }

    static Task<int> Answer(string[] args, TextWriter output, TextWriter error)
    {
        var line = Root().Parse(args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        return Misunderstanding.Of(line) is { } sentence
            ? throw new NotDoneException(sentence)
            : line.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    /// <summary>What is said of a fault of our own: one sentence, no stack trace.</summary>
    public static string Unexpected(Exception bug, string? file = null)
    {
        var cause = bug is AggregateException { InnerException: { } inner } ? inner : bug;
        return $"程序{(file is null ? "" : $"处理“{file}”时")}出了意外的错误（{cause.GetType().Name}：{cause.Message.ReplaceLineEndings(" ")}），没有做完；请把命令和文件交给维护人员。";
    }

    static RootCommand Root()
    {
        var root = new RootCommand("公开（gongkai）：政府信息公开工作年度报告的读取、检查、打印、汇总和比较，依申请公开的期限和收费。")
        {
            ReportCommands.Create(),
            DeadlineCommand.Create(),
            FeeCommand.Create(),
            LawCommand.Create(),
            ServeCommand.Create(),
            StoreCommands.Create(),
            AccountCommands.Create(),
            RedactCommand.Create(),
            LeaksCommand.Create(),
        };
        root.Directives.Clear();
        root.Options.Clear();
        root.Options.Add(new HelpOption("--help", "-h") { Description = "显示用法", Action = new Help() });
        root.Options.Add(new VersionOption("--version") { Description = "显示版本" });
        return root;
    }
}
