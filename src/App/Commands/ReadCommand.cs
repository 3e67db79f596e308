using System.CommandLine;
using Gongkai.Documents.Printing;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.App.Commands;

/// <summary><c>gongkai report read FILE</c>: what stands in a published report, part by part and cell by cell.</summary>
static class ReadCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "已发布的年度报告：txt、md、html、docx、xlsx、csv，或带文字层的 pdf" };
        var json = ReportCommands.Json();
        var command = new Command("read", "读出年度报告的各部分和每一个单元格。") { file, json };
        command.SetAction(line =>
        {
            var report = ReportFiles.Read(line.GetRequiredValue(file));
            var output = line.InvocationConfiguration.Output;
            if (line.GetValue(json)) WriteJson(report, output);
            else Write(report, output);
            return Terminal.Fine;
        });
        return command;
    }

    static void WriteJson(Report report, TextWriter output)
    {
        using var bytes = new MemoryStream();
        ReportJson.Write(report, bytes);
        output.WriteLine(System.Text.Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
    }

    static void Write(Report report, TextWriter output)
    {
        output.WriteLine(ReportText.Name(report));
        foreach (var section in report.Sections) output.WriteLine($"  {section.Heading}（{section.Characters}字）");
        foreach (var table in report.Form.Tables)
        {
            output.WriteLine();
            output.WriteLine($"表{"〇一二三四"[table.Number]} {table.Caption}{(report.Has(table) ? "" : "：报告中没有这张表")}");
            if (report.Has(table))
                foreach (var block in table.Blocks) Write(report, block, output);
        }
        if (report.Cells.All.Contains(CellValue.Unread)) output.WriteLine("\n“？”：这一格有没有内容、是什么，分不清楚，没有当作数字。");
        if (report.Notes.Count > 0) output.WriteLine("\n说明：");
        foreach (var note in report.Notes) output.WriteLine($"  · {note}");
    }

    static void Write(Report report, FormBlock block, TextWriter output)
    {
        List<IReadOnlyList<string>> rows = [[block.Heading ?? "", .. block.Columns.Select(column => column.Label)]];
        string? group = null;
        foreach (var row in block.Rows)
        {
            // A heading that spans rows on paper stands in a line of its own here.
            if (row.Group is not null && row.Group != group) rows.Add([row.Group]);
            group = row.Group;
            rows.Add([(group is null ? "" : "  ") + row.Printed,
                .. report.Form.Cells.Where(cell => cell.Block == block && cell.Row == row).Select(cell => ReportText.Value(report.Cells[cell]))]);
        }
        foreach (var line in TextTable.Aligned(rows, numbersFrom: 1)) output.WriteLine("  " + line);
    }
}
