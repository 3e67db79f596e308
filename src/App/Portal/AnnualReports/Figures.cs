using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.App.Portal.AnnualReports;

/// <summary>One number that a reader looks for, this year's and last year's. A blank is not 0, and is not compared.</summary>
public sealed record Figure(string Name, decimal? Now, decimal? Before)
{
    /// <summary>比上年, in words: 增加 12 件.</summary>
    public string Change => (Now, Before) switch
    {
        (null, _) or (_, null) => "无法比较",
        var (now, before) when now > before => $"增加 {Say(now - before)} 件",
        var (now, before) when now < before => $"减少 {Say(before - now)} 件",
        _ => "与上年相同",
    };

    public static string Say(decimal? number) => number?.ToString("#,0.##", CultureInfo.InvariantCulture) ?? "空白";
}

/// <summary>The numbers that the page draws and compares, taken from the totals of tables 3 and 4.</summary>
public static partial class Figures
{
    /// <summary>How many requests came, were carried in, answered and carried over.</summary>
    public static IReadOnlyList<Figure> Requests(Report now, Report? before) =>
    [
        .. ((string[])[ReportForm.Received, ReportForm.CarriedIn, ReportForm.Total, ReportForm.CarriedOver]).Select(row => new Figure(
            NameOf(row), At(now, $"t3.{row}.total"), At(before, $"t3.{row}.total"))),
    ];

    /// <summary>What became of the requests; the refusals and their like, each group as one.</summary>
    public static IReadOnlyList<Figure> Outcomes(Report now, Report? before)
    {
        var last = before is null ? [] : Grouped(before).ToDictionary(group => group.Name, group => group.Sum);
        return [.. Grouped(now).Select(group => new Figure(group.Name, group.Sum, last.GetValueOrDefault(group.Name)))];
    }

    /// <summary>Who asked.</summary>
    public static IReadOnlyList<Figure> Applicants(Report now, Report? before) =>
    [
        .. now.Form.Table3.Blocks[0].Columns.SkipLast(1).Select(column => new Figure(
            column.Label, At(now, $"t3.received.{column.Key}"), At(before, $"t3.received.{column.Key}"))),
    ];

    /// <summary>How reviews and suits ended.</summary>
    public static IReadOnlyList<Figure> Remedies(Report now, Report? before) =>
    [
        .. FormTables.Table4.Blocks[0].Rows.Select(row => new Figure(row.Label, At(now, $"t4.{row.Key}.total"), At(before, $"t4.{row.Key}.total"))),
    ];

    /// <summary>A number that stands plainly in the report; what had to be guessed at is not drawn.</summary>
    public static decimal? At(Report? report, string key) =>
        report?.Form.Find(key) is { } cell && report.Cells[cell] is { Reading: CellReading.Number, Number: { } number } ? number : null;

    /// <summary>Whether both sides are printed in full, and are the same.</summary>
    public static bool Holds(FormSum sum, Report report)
    {
        decimal? Side(IEnumerable<FormCell> cells) => cells.Aggregate((decimal?)0, (total, cell) => total + At(report, cell.Key));
        return Side(sum.Left) is { } left && left == Side(sum.Right);
    }

    static string NameOf(string row) => row switch
    {
        ReportForm.Received => "本年新收申请",
        ReportForm.CarriedIn => "上年结转申请",
        ReportForm.Total => "本年办结申请",
        _ => "结转下年度",
    };

    static IEnumerable<(string Name, decimal? Sum)> Grouped(Report report) =>
        from row in report.Form.Outcomes
        group At(report, $"t3.{row.Key}.total") by row.Group ?? row.Printed into outcome
        select (Bare(outcome.Key), outcome.Aggregate((decimal?)0, (sum, number) => sum + number));

    // （二）部分公开（区分处理的，…） → 部分公开
    static string Bare(string label) => Brackets.Replace(label, "");

    [GeneratedRegex("（[^）]*）")]
    private static partial Regex Brackets { get; }
}
