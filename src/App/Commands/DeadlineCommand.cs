using System.CommandLine;
using System.Globalization;
using Gongkai.Rules;
using Gongkai.Rules.Requests;

namespace Gongkai.App.Commands;

/// <summary><c>gongkai deadline</c>: when the answer to a request is due, and why, step by step.</summary>
/// <remarks>Status 1: a fact that the law does not allow, or an answer that came late. The holidays are those that came with the program.</remarks>
static class DeadlineCommand
{
    public static Command Create()
    {
        var received = new Option<string>("--received") { HelpName = "DATE", Description = "收到申请之日，例如 2026-03-02", Required = true };
        var facts = new Option<string[]>("--fact") { HelpName = "NAME=DATE[,DATE]", Description = $"之后发生的事，可以给多次：{FactWords.All}", Arity = ArgumentArity.OneOrMore };
        var json = ReportCommands.Json();
        var command = new Command("deadline", "算出答复期限，逐步说明为什么是这一天。") { received, facts, json };
        command.SetAction(line =>
        {
            var start = FactWords.Day(line.GetRequiredValue(received), "--received");
            var read = ShortFile.Read(start, [.. (line.GetValue(facts) ?? []).Select(FactWords.Read)], WorkingCalendar.BuiltIn);
            var (output, error) = (line.InvocationConfiguration.Output, line.InvocationConfiguration.Error);
            if (line.GetValue(json)) WriteJson(read, start, output);
            else Write(read, start, output);
            if (Shortfall(read) is not { } reason) return Terminal.Fine;
            error.WriteLine(reason);
            return Terminal.FallsShort;
        });
        return command;
    }

    static string? Shortfall(ShortFile read) => read.Refused is { } refused ? refused.Impediment.Reason
        : read.Clock is { Late: true, Due: { } due } late ? $"答复期限是 {due:yyyy-MM-dd}，{late.EndedOn:yyyy-MM-dd} 才答复，已经逾期。"
        : null;

    static void Write(ShortFile read, DateOnly start, TextWriter output)
    {
        output.WriteLine($"收到申请之日：{start:yyyy-MM-dd}");
        output.WriteLine($"补正告知最晚：{read.Clock.CorrectionNoticeDue:yyyy-MM-dd}");
        output.WriteLine($"答复期限：{DueInWords(read.Clock)}");
        output.WriteLine("\n为什么是这一天：");
        foreach (var row in TextTable.Aligned(read.Steps.Select(step => (IReadOnlyList<string>)
            [Iso(step.On)!, $"期限 {Iso(step.Due) ?? "暂不计算"}", step.Cited, step.Does]))) output.WriteLine("  " + row);
        foreach (var caution in read.Cautions) output.WriteLine($"\n注意：{caution}");
    }

    static string DueInWords(Clock clock) => clock switch
    {
        { Due: { } due } => Iso(due)!,
        { Awaits: Awaiting.Payment } => $"等申请人缴费（到 {clock.AwaitsUntil:yyyy-MM-dd}），缴费后重新计算",
        { Awaits: Awaiting.Correction } => $"等申请人补正（到 {clock.AwaitsUntil:yyyy-MM-dd}），收到补正件后重新计算",
        _ => "不再计算",
    };

    static void WriteJson(ShortFile read, DateOnly start, TextWriter output) => output.WriteLine(CommandJson.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("received", Iso(start));
        json.WriteString("due", Iso(read.Clock.Due));
        json.WriteString("correctionNoticeDue", Iso(read.Clock.CorrectionNoticeDue));
        json.WriteBoolean("provisional", read.Clock.Estimated is not null);
        json.WriteStartArray("steps");
        foreach (var step in read.Steps)
        {
            json.WriteStartObject();
            json.WriteString("on", Iso(step.On));
            json.WriteString("does", step.Does);
            json.WriteString("article", step.Statute == Statute.Regulation ? step.Place : step.Statute?.Title);
            json.WriteString("due", Iso(step.Due));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (Shortfall(read) is { } reason) json.WriteString("reason", reason);
        json.WriteEndObject();
    }));

    static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
