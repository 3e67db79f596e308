using System.Globalization;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.App.Commands;

/// <summary>How a report's names, numbers and sums are written for a person at a terminal.</summary>
static class ReportText
{
    /// <summary>One line: 某区住房和城乡建设局 2019年度报告（2019年格式）.</summary>
    public static string Name(Report report) =>
        $"{report.Agency ?? "（没有写明机关）"} {(report.Year is { } year ? $"{year}年度报告" : "（没有写明年度）")}（{FormOf(report)}）";

    /// <summary>What stands in a cell; a blank is shown as a blank, never as 0.</summary>
    public static string Value(CellValue cell) => cell.Reading switch
    {
        CellReading.Blank or CellReading.Absent => "（空）",
        CellReading.Unread => "？",
        CellReading.Number or CellReading.Text => cell.Raw ?? Number(cell.Number ?? 0),
    };

    /// <summary>1234.50 as 1234.5.</summary>
    public static string Number(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>A sum with its numbers filled in: 26 + 3 = 27 + 2.</summary>
    public static string Filled(Report report, FormSum sum) => $"{Side(report, sum.Left)} = {Side(report, sum.Right)}";

    /// <summary>Whether a sum holds; <c>null</c> where a cell has no number.</summary>
    public static bool? Holds(Report report, FormSum sum) =>
        Total(report, sum.Left) is { } left && Total(report, sum.Right) is { } right ? left == right : null;

    /// <summary>What one side of a sum comes to; <c>null</c> where a cell has no number.</summary>
    public static decimal? Total(Report report, IEnumerable<FormCell> cells)
    {
        var total = 0m;
        foreach (var cell in cells)
        {
            if (report.Cells[cell].Number is not { } number) return null;
            total += number;
        }
        return total;
    }

    static string Side(Report report, IEnumerable<FormCell> cells) =>
        string.Join(" + ", cells.Select(cell => report.Cells[cell].Number is { } number ? Number(number) : Value(report.Cells[cell])));

    static string FormOf(Report report) =>
        report.Form.Hybrid ? $"表二{report.Form.Table2.Edition}年格式，表三{report.Form.Table3.Edition}年格式" : $"{report.Form.Edition}年格式";
}
