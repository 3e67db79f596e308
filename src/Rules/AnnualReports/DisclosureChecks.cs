namespace Gongkai.Rules.AnnualReports;

/// <summary>Table 2: changes that carry their sign, decisions that are counted, and 规章 only from those who may make them.</summary>
static class DisclosureChecks
{
    // Below this, three small numbers make each other's difference too often by chance.
    const decimal ChanceEnds = 10;

    // 172 / 38 / 134: 172 − 38 = 134, a decrease without its sign. An unsigned increase (12 / 8 / 20) reads rightly and is common among honest
    // reports whose items are decisions; it is told only beside an unsigned decrease, when the same kind of number means both.
    [Law(Statute.ReportFormat2019, "表二")]
    public static IEnumerable<Finding> ChangeSign(Examined examined)
    {
        var rows = examined.Form.Table2.Blocks.SelectMany(block => block.Rows).Select(row => Filled(examined, row)).OfType<Row>().ToList();
        var decreases = rows.Where(row => row.Previous - row.Change == row.Decisions && row.Previous >= ChanceEnds).ToList();
        if (decreases.Count == 0) yield break;
        var increases = rows.Where(row => row.Previous + row.Change == row.Decisions).ToList();
        foreach (var row in decreases)
            yield return Of(row, -row.Change, $"{row.Of.Label}：上一年{row.Previous:0}、增/减{row.Change:0}、处理决定{row.Decisions:0}，而{row.Previous:0}−{row.Change:0}={row.Decisions:0}："
                + $"增/减没有写正负号，实为减少；处理决定数量像是由前两格相减得来，应填全年实际作出的决定数。{(increases is [var other, ..] ? Both(row, other) : "")}");
        foreach (var row in increases)
            yield return Of(row, null, $"{row.Of.Label}：上一年{row.Previous:0}、增/减{row.Change:0}、处理决定{row.Decisions:0}，而{row.Previous:0}+{row.Change:0}={row.Decisions:0}："
                + $"处理决定数量像是由前两格相加得来，应填全年实际作出的决定数。{Both(decreases[0], row)}");
    }

    static string Both(Row decrease, Row increase) => $"同样不带符号的数，在“{decrease.Of.Label}”一行（{decrease.Change:0}）表示减少，在“{increase.Of.Label}”一行（{increase.Change:0}）表示增加，请写明“+”或“-”。";

    sealed record Row(FormRow Of, IReadOnlyList<FormCell> Cells, decimal Previous, decimal Change, decimal Decisions);

    static Row? Filled(Examined examined, FormRow row)
    {
        if (examined.Form.Find($"t2.{row.Key}.change") is not { } change || examined.Form.Find($"t2.{row.Key}.previous") is not { } previous
            || examined.Form.Find($"t2.{row.Key}.decisions") is not { } decisions) return null;
        // A zero makes every sum and difference come out, and a sign says what it means.
        return examined.Number(change) is > 0 and var changed && !examined.Report.Cells[change].Signed
            && examined.Number(previous) is > 0 and var before && examined.Number(decisions) is > 0 and var decided
            ? new(row, [change, decisions, previous], before, changed, decided) : null;
    }

    static Finding Of(Row row, decimal? expected, string message) => new("change-sign", Severity.Warning, row.Cells, expected, row.Change, message);

    [Law(Statute.LegislationLaw, "规章制定权"), Law(Statute.ReportFormat2021, "表二"), Law(Statute.ReportFormat2019, "表二")]
    public static IEnumerable<Finding> RulePower(Examined examined)
    {
        if (!AnnualReports.AgencyName.CannotMakeRules(examined.Report.Agency)) yield break;
        var cells = examined.Form.Cells.Where(cell => cell.Key.StartsWith("t2.rules.", StringComparison.Ordinal) && examined.Number(cell) > 0).ToList();
        if (cells.Count > 0)
            yield return new("rule-power", Severity.Warning, cells, 0, examined.Number(cells[0]),
                $"{cells[0].Place}填的是{examined.Number(cells[0]):0.####}。规章只能由国务院部门，省、自治区、直辖市和设区的市、自治州的人民政府制定，"
                + $"{examined.Report.Agency}没有规章制定权，应填0；本机关的文件请填在“{examined.Form["t2.normative." + cells[0].Column.Key].Row.Label}”一行。");
    }
}
