using System.CommandLine;
using System.CommandLine.Parsing;

namespace Gongkai.App.Commands;

/// <summary>What is wrong with a command line, as one Chinese sentence that says what to type instead.</summary>
static class Misunderstanding
{
    /// <summary>The sentence, or <c>null</c> where the command line is understood or help is asked for.</summary>
    public static string? Of(ParseResult line)
    {
        var command = line.CommandResult.Command;
        if (line.Action is Help || line.GetResult("--version") is not null || !command.TreatUnmatchedTokensAsErrors) return null;

        return UnknownOption(line, command) ?? UnknownWord(line, command) ?? WrongOption(line, command) ?? MissingPart(line, command);
    }

    // A word that looks like an option is one that was mistyped, even where a file's name could stand; "--" lets such a file through.
    static string? UnknownOption(ParseResult line, Command command)
    {
        var word = line.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
            .FirstOrDefault(token => token.Type == TokenType.Argument && token.Value is ['-', not (>= '0' and <= '9'), ..]);
        if (word is null) return null;

        var offered = command.Options.Select(option => option.Name).ToList();
        return $"“{PathOf(line)}”没有“{word.Value}”这个选项，" +
            (offered.Count > 0 ? $"可以用的选项是{string.Join("、", offered)}。" : "它不带选项。");
    }

    static string? UnknownWord(ParseResult line, Command command) => line.UnmatchedTokens is not [var word, ..] ? null
        : command.Subcommands.Count > 0 ? $"“{PathOf(line)}”没有“{word}”这个命令，可以用的命令是{Names(command)}。"
        : $"“{word}”是多出来的，用法是：{Help.Usage(command)}。";

    static string? WrongOption(ParseResult line, Command command)
    {
        foreach (var option in command.Options)
        {
            if (line.GetResult(option) is not { Implicit: false } given) continue;

            if (given.Tokens.Count < option.Arity.MinimumNumberOfValues) return $"选项“{option.Name}”后面要给出 {option.HelpName}（{option.Description}）。";
            if (given.IdentifierTokenCount > 1 && option.Arity.MaximumNumberOfValues <= 1) return $"选项“{option.Name}”只能给一次。";
            if (given.Errors.FirstOrDefault() is { } error) return error.Message;
        }
        return null;
    }

    static string? MissingPart(ParseResult line, Command command)
    {
        if (command.Subcommands.Count > 0 && command.Action is null)
            return $"请说明要做什么：“{PathOf(line)}”的命令有{Names(command)}。";

        foreach (var argument in command.Arguments)
            if ((line.GetResult(argument)?.Tokens.Count ?? 0) < argument.Arity.MinimumNumberOfValues)
                return $"还没有给出 {argument.Name}（{argument.Description}），用法是：{Help.Usage(command)}。";

        foreach (var option in command.Options)
            if (option.Required && line.GetResult(option) is null or { Implicit: true })
                return $"还没有给出选项“{option.Name} {option.HelpName}”（{option.Description}），用法是：{Help.Usage(command)}。";

        // Whatever the parser minds beyond this, it says in English: show how the command is used instead.
        return line.Errors.Count > 0 ? $"这样写看不懂，用法是：{Help.Usage(command)}。" : null;
    }

    static string PathOf(ParseResult line) => Help.PathOf(line.CommandResult.Command);

    static string Names(Command command) => string.Join("、", command.Subcommands.Where(sub => !sub.Hidden).Select(sub => sub.Name));
}
