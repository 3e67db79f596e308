using System.CommandLine;
using System.Text.Json;
using Gongkai.Records.AnnualReports;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.App.Commands;

/// <summary><c>gongkai report explain … CELL</c>: what stands behind one cell of a published report.</summary>
/// <remarks>A report that was prepared here tells where each cell came from; of another one the command says that it was declared. Both show what the report itself has to say for or against the figure.</remarks>
static class ExplainCommand
{
    const string Declared = "这个数由机关填报，本系统中还没有支持它的逐件办理记录。", DeclaredBeside = "这个数由机关填报，下面是登记簿现在的记录。";

    public static Command Create()
    {
        var stored = StoredReport.Options();
        stored.Agency.Required = stored.Year.Required = true;
        var cell = new Argument<string>("CELL") { Description = "单元格的名称，例如 t3.received.person" };
        var json = ReportCommands.Json();
        var command = new Command("explain", "说明已入库的报告中一个单元格的来历。") { stored.Agency, stored.Year, stored.Store, cell, json };
        command.SetAction(line =>
        {
            var key = line.GetRequiredValue(cell);
            var (report, origins, records) = stored.ReadWithRecords(line, otherwise: "用 --agency 和 --year 指明已入库的报告。", Asked);
            var told = Explanation.Of(report, origins, records, Asked(report));
            if (line.GetValue(json)) WriteJson(told, line.InvocationConfiguration.Output);
            else Write(told, line.InvocationConfiguration.Output);
            return Terminal.Fine;

            FormCell Asked(Report report) => report.Form.Find(key) ?? throw new NotDoneException(
                $"{report.Form.Edition}年格式没有“{key}”这个单元格，名称要写成 t3.received.person 这样，全部名称见 gongkai report read FILE --json。");
        });
        return command;
    }

    /// <summary>Everything that the report says of one cell.</summary>
    sealed record Explanation(Report Report, FormCell Cell, CellOrigin? Origin, CellRecords? Behind, IReadOnlyList<FormSum> Sums, IReadOnlyList<string> Sentences, IReadOnlyList<Finding> Findings)
    {
        public static Explanation Of(Report report, CellOrigins origins, CellRecords? records, FormCell cell) => new(report, cell, origins.Of(cell), records,
            [.. report.Form.Sums.Where(sum => sum.Left.Contains(cell) || sum.Right.Contains(cell))],
            [.. SentencesOn(report, cell)],
            [.. Checks.Of(report).Where(finding => finding.Cells.Contains(cell))]);
    }

    // The sentences that print the row's own words and a number; which number means which cell, the findings say.
    static IEnumerable<string> SentencesOn(Report report, FormCell cell) =>
        from paragraph in report.Prose
        from sentence in paragraph.Paragraph.Split('。', '；')
        where sentence.Any(char.IsAsciiDigit) && cell.Row.Variants.Append(cell.Row.Label).Any(label => sentence.Contains(label, StringComparison.Ordinal))
        select sentence.Trim() + "。";

    static void Write(Explanation told, TextWriter output)
    {
        var report = told.Report;
        output.WriteLine(ReportText.Name(report));
        output.WriteLine($"{told.Cell.Place}（{told.Cell.Key}）：{ReportText.Value(report.Cells[told.Cell])}");
        output.WriteLine(told.Origin?.Words ?? (told.Behind is null ? Declared : DeclaredBeside));

        if (told.Behind is { } behind)
        {
            var differs = report.Cells[told.Cell].Number is { } number && number != behind.Sum;
            output.WriteLine($"\n{(behind.Frozen ? "审签时" : "登记簿现在")}计入这一格的共 {behind.Records.Count} 件{(behind.Sum != behind.Records.Count ? $"，合计 {behind.Sum:0.######}" : "")}{(differs ? "，与报告的数不同" : "")}{(behind.Records is [] ? "。" : "：")}");
            if (told.Cell.Table.Number == 2 && (differs ? RegisterReading.Explain(report, told.Cell, behind.Sum) : RegisterReading.Doubt(report, told.Cell)) is { } reading) output.WriteLine(reading);
            foreach (var record in behind.Records) output.WriteLine($"  {record.Name}{(record.Counts != 1 ? $"（{record.Counts:0.######}）" : "")}");
        }

        if (told.Sums.Count > 0) output.WriteLine("\n勾稽关系：");
        foreach (var sum in told.Sums)
            output.WriteLine($"  [{sum.Rule}] {Side(sum.Left)} = {Side(sum.Right)}\n    {ReportText.Filled(report, sum)}，{State(report, sum)}");

        if (told.Sentences.Count > 0) output.WriteLine("\n文字中的说法：");
        foreach (var sentence in told.Sentences) output.WriteLine($"  {sentence}");

        if (told.Findings.Count > 0) output.WriteLine("\n检查发现：");
        foreach (var finding in told.Findings) output.WriteLine($"  [{finding.Rule}] {finding.Message}");
    }

    static string Side(IReadOnlyList<FormCell> cells) => string.Join(" + ", cells.Select(cell => cell.Place));

    static string State(Report report, FormSum sum) => ReportText.Holds(report, sum) switch
    {
        true => "成立",
        false => $"不成立：左边是 {ReportText.Number(ReportText.Total(report, sum.Left)!.Value)}，右边是 {ReportText.Number(ReportText.Total(report, sum.Right)!.Value)}",
        null => "有的格没有数字，无法核对",
    };

    static void WriteJson(Explanation told, TextWriter output) => output.WriteLine(CommandJson.Of(json =>
    {
        var value = told.Report.Cells[told.Cell];
        json.WriteStartObject();
        json.WriteReportNames(told.Report);
        json.WriteString("cell", told.Cell.Key);
        json.WriteString("place", told.Cell.Place);
        json.WriteNumberOrNull("value", value.Number);
        json.WriteString("raw", value.Raw);
        json.WriteString("source", told.Origin?.Code ?? "declared");
        if (told.Origin is { } origin)
        {
            if (origin.At is { } at) json.WriteString("at", at);
            json.WriteString("role", origin.Role);
            json.WriteString("note", origin.Note);
        }
        json.WriteStartArray("records");
        foreach (var record in told.Behind?.Records ?? [])
        {
            json.WriteStartObject();
            json.WriteString("kind", record.Kind);
            json.WriteString("number", record.Name);
            json.WriteString("handle", record.Handle.ToString());
            if (record.Counts != 1) json.WriteNumber("counts", record.Counts);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (told.Behind is { Frozen: var frozen }) json.WriteBoolean("recordsFrozen", frozen);
        json.WriteStartArray("sums");
        foreach (var sum in told.Sums) WriteJson(json, told.Report, sum);
        json.WriteEndArray();
        json.WriteStartArray("sentences");
        foreach (var sentence in told.Sentences) json.WriteStringValue(sentence);
        json.WriteEndArray();
        json.WriteFindings("findings", told.Findings);
        json.WriteEndObject();
    }));

    static void WriteJson(Utf8JsonWriter json, Report report, FormSum sum)
    {
        json.WriteStartObject();
        json.WriteString("rule", sum.Rule);
        WriteSide("left", sum.Left);
        WriteSide("right", sum.Right);
        if (ReportText.Holds(report, sum) is { } holds) json.WriteBoolean("holds", holds);
        else json.WriteNull("holds");
        json.WriteEndObject();

        void WriteSide(string key, IEnumerable<FormCell> cells)
        {
            json.WriteStartObject(key);
            foreach (var cell in cells) json.WriteNumberOrNull(cell.Key, report.Cells[cell].Number);
            json.WriteEndObject();
        }
    }
}
