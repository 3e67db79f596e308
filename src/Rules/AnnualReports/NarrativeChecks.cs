namespace Gongkai.Rules.AnnualReports;

/// <summary>What the text says, against the tables and against itself.</summary>
static class NarrativeChecks
{
    const decimal NearlyAll = 0.8m;

    [Law(Statute.Regulation, "50")]
    public static IEnumerable<Finding> TextAgainstTable(Examined examined)
    {
        var report = examined.Report;
        foreach (var statement in examined.Statements)
        {
            // A meaning with a blank cell might be the one that is meant.
            if (Sum(report, statement.Meanings[0]) is not { } printed || statement.Meanings.Any(cells => Sum(report, cells) is null || Matches(report, statement, cells))) continue;
            yield return new("text-vs-table", statement.Surely ? Severity.Error : Severity.Warning, statement.Meanings[0], printed, statement.Said,
                $"正文说“{Shortened(statement.Quote)}”，其中的{statement.Said:0.######}与{Places(statement.Meanings[0])}{(statement.Meanings[0].Count > 1 ? "之和" : "的")}{printed:0.######}不一致。"
                + Column(report, statement) + Slips.Between(printed, statement.Said, LastYears(examined, statement.Meanings[0]))
                + (statement.Surely ? "请核对后改正其中之一。" : "如果正文所指范围更窄，请写明；否则请改正其中之一。"), statement.Quote);
        }
    }

    [Law(Statute.Regulation, "50")]
    public static IEnumerable<Finding> TextSum(Examined examined)
    {
        foreach (var sum in Narrative.Sums(examined.Report).Where(sum => !sum.Holds))
        {
            var more = sum.Sum > sum.Total;
            // A list that names fewer than all is no fault: only one that means to be complete, or nearly is, is asked about.
            if (!more && (sum.Partial || !sum.Residual && sum.Sum < sum.Total * NearlyAll)) continue;
            var kinds = sum.Parts.All(part => part.Label.EndsWith('类') || part.Label.EndsWith("信息", StringComparison.Ordinal));
            yield return new("text-sum", more && kinds ? Severity.Error : Severity.Warning, [], sum.Sum, sum.Total,
                $"正文说总数是{sum.Total:0.####}，而列举的各部分相加是{string.Join("+", sum.Parts.Select(part => part.Number.ToString("0.####")))}={sum.Sum:0.####}，"
                + (more ? $"多出{sum.Sum - sum.Total:0.####}。{(kinds ? "请改正其中之一。" : "如各部分有重叠，请写明；否则请改正。")}" : $"少{sum.Total - sum.Sum:0.####}。如果只列举了一部分，请写明“主要”；否则请补全或改正。"), sum.Quote);
        }
    }

    /// <summary>Whether the number is the sum of these cells, as exactly as the text gives it.</summary>
    public static bool Matches(Report report, Statement statement, IReadOnlyList<FormCell> cells) =>
        Sum(report, cells) is { } sum && (sum == statement.Said || cells[0].Unit == Unit.TenThousandYuan && decimal.Round(sum, statement.Precision, MidpointRounding.AwayFromZero) == statement.Said);

    static decimal? Sum(Report report, IReadOnlyList<FormCell> cells) =>
        cells.Aggregate((decimal?)0, (sum, cell) => sum + report.NumberIn(cell));

    static decimal? LastYears(Examined examined, IReadOnlyList<FormCell> cells) =>
        examined.YearBefore is { } before && cells.Select(cell => before.Form.Find(cell.Key)).ToList() is var then && then.TrueForAll(cell => cell is not null)
            ? Sum(before, [.. then.OfType<FormCell>()]) : null;

    // 258 where 275 stands: the text's number is one applicant's column alone.
    static string Column(Report report, Statement statement)
    {
        var cells = statement.Meanings[0];
        if (cells.Any(cell => cell.Table.Number != 3 || cell.Column.Key != ReportForm.Total) || statement.Said == 0) return "";
        var same = report.Form.Table3.Blocks[0].Columns.Where(column => column.Key != ReportForm.Total
            && Sum(report, [.. cells.Select(cell => report.Form[$"t3.{cell.Row.Key}.{column.Key}"])]) == statement.Said).ToList();
        return same is [var only] ? $"{statement.Said:0.####}恰为“{only.Label}”一列的数，可能只数了这一列。" : "";
    }

    static string Places(IReadOnlyList<FormCell> cells) =>
        cells.Count <= 3 ? string.Join("、", cells.Select(cell => cell.Place))
        : $"表{"〇一二三四"[cells[0].Table.Number]}{cells[0].Row.Group ?? cells[0].Row.Printed}各格（“{cells[0].Column.Label}”列）";

    static string Shortened(string quote) => quote.Length <= 60 ? quote : quote[..60] + "……";
}
