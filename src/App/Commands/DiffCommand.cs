using System.CommandLine;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.App.Commands;

/// <summary><c>gongkai report diff A B</c>: the cells in which two reports differ, with the change from A to B.</summary>
/// <remarks>
/// Differences are no faults, so the status is 0. Where B is the report of the year after A, its 上年结转 must be A's 结转下年度;
/// where it is not, a sentence on standard error says so and the status is 1.
/// </remarks>
static class DiffCommand
{
    public static Command Create()
    {
        var before = new Argument<string>("A") { Description = "前一份年度报告" };
        var after = new Argument<string>("B") { Description = "后一份年度报告" };
        var json = ReportCommands.Json();
        var command = new Command("diff", "逐格比较两份年度报告。") { before, after, json };
        command.SetAction(line =>
        {
            var (a, b) = (ReportFiles.Read(line.GetRequiredValue(before)), ReportFiles.Read(line.GetRequiredValue(after)));
            var output = line.InvocationConfiguration.Output;
            var differences = Differences(a, b).ToList();
            if (line.GetValue(json)) WriteJson(differences, output);
            else Write(a, b, differences, output);
            return WriteCarriedIn(a, b, line.InvocationConfiguration.Error);
        });
        return command;
    }

    // Cells of one form only stand at the end, as something that was or that came.
    static IEnumerable<Difference> Differences(Report a, Report b)
    {
        var compared = Comparison.Of(a, b);
        return compared.Differences
            .Concat(compared.OnlyBefore.Where(cell => a.Cells[cell].Number is not null).Select(cell => new Difference(cell.Key, cell.Place, a.Cells[cell].Number, null, "")))
            .Concat(compared.OnlyAfter.Where(cell => b.Cells[cell].Number is not null).Select(cell => new Difference(cell.Key, cell.Place, null, b.Cells[cell].Number, "")));
    }

    static void WriteJson(IEnumerable<Difference> differences, TextWriter output) => output.WriteLine(CommandJson.Of(json =>
    {
        json.WriteStartArray();
        foreach (var difference in differences)
        {
            json.WriteStartObject();
            json.WriteString("cell", difference.Key);
            json.WriteNumberOrNull("before", difference.Before);
            json.WriteNumberOrNull("after", difference.After);
            json.WriteNumberOrNull("change", difference.Change);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }));

    static void Write(Report a, Report b, List<Difference> differences, TextWriter output)
    {
        output.WriteLine($"前：{ReportText.Name(a)}");
        output.WriteLine($"后：{ReportText.Name(b)}");
        output.WriteLine(differences.Count == 0 ? "每一格都相同。" : $"{differences.Count} 格不同：");
        var rows = differences.Select(difference => (IReadOnlyList<string>)
            [difference.Place, NumberOrNone(difference.Before), NumberOrNone(difference.After), Signed(difference.Change)]);
        if (differences.Count > 0)
            foreach (var row in TextTable.Aligned(rows.Prepend(["单元格", "前", "后", "变化"]), numbersFrom: 1)) output.WriteLine("  " + row);
    }

    static string NumberOrNone(decimal? number) => number is { } value ? ReportText.Number(value) : "（空）";
    static string Signed(decimal? change) => change is { } number ? (number > 0 ? "+" : "") + ReportText.Number(number) : "";

    static int WriteCarriedIn(Report a, Report b, TextWriter error)
    {
        if (a.Year is null || b.Year != a.Year + 1) return Terminal.Fine;

        var carriedIn = Comparison.YearOnYear(b, a).CarriedIn;
        foreach (var finding in carriedIn) error.WriteLine(finding.Message);
        return carriedIn.Count > 0 ? Terminal.FallsShort : Terminal.Fine;
    }
}
