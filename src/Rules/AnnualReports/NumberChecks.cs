namespace Gongkai.Rules.AnnualReports;

/// <summary>Every cell holds a number that is not negative; a blank is not a zero.</summary>
/// <remarks>A cell that could not be read is no one's fault and is passed over. Blanks of a whole row or column are one finding.</remarks>
static class NumberChecks
{
    // Fewer blanks than this in one column are told one by one.
    const int ManyBlanks = 5;

    [Law(Statute.ReportFormat2019, "附件"), Law(Statute.ReportFormat2021, "附件")]
    public static IEnumerable<Finding> NotANumber(Examined examined)
    {
        if (examined.Form.Cells.Any(cell => IsBlank(examined.Report.Cells[cell])))
        {
            var derived = new Derivation(examined.Report);
            foreach (var table in examined.Form.Tables)
                foreach (var block in table.Blocks)
                    foreach (var finding in Blanks(examined, table, block, derived))
                        yield return finding;
        }
        foreach (var cell in examined.Form.Cells)
            if (Misprint(examined.Report.Cells[cell], cell) is { } message)
                yield return new("not-a-number", Severity.Error, [cell], null, examined.Report.Cells[cell].Number, message);
    }

    static IEnumerable<Finding> Blanks(Examined examined, FormTable table, FormBlock block, Derivation derived)
    {
        var cells = examined.Form.Cells.Where(cell => cell.Table == table && cell.Block == block).ToList();
        var left = cells.Where(cell => IsBlank(examined.Report.Cells[cell])).ToHashSet();
        if (left.Count == 0) yield break;

        if (left.Count == cells.Count && cells.Count > 1)
        {
            yield return Group($"表{"〇一二三四"[table.Number]}{block.Heading}整个没有填数", cells);
            yield break;
        }
        if (table.Number == 3)
            foreach (var column in cells.GroupBy(cell => cell.Column).Where(column => column.All(left.Contains)).ToList())
            {
                yield return Group($"表三“{column.Key.Label}”整列没有填数", [.. column]);
                left.ExceptWith(column);
            }
        // Cells of blank columns are told; a row is blank when nothing else stands in it.
        foreach (var row in cells.GroupBy(cell => cell.Row).ToList())
        {
            var blank = row.Where(left.Contains).ToList();
            if (blank.Count < 2 || !row.All(cell => IsBlank(examined.Report.Cells[cell]))) continue;
            yield return Group($"表{"〇一二三四"[table.Number]}“{row.Key.Printed}”整行没有填数", blank);
            left.ExceptWith(blank);
        }
        foreach (var column in left.GroupBy(cell => cell.Column).Where(column => column.Count() >= ManyBlanks).ToList())
        {
            yield return Group($"表三“{column.Key.Label}”一列有{column.Count()}格没有填数", [.. column], partial: true);
            left.ExceptWith(column);
        }
        foreach (var cell in left.OrderBy(cell => cell.Index))
            yield return Group($"{cell.Place}是{examined.Report.Cells[cell].Shown}，不是数", [cell], partial: true);

        Finding Group(string what, IReadOnlyList<FormCell> group, bool partial = false)
        {
            var known = group.All(cell => derived[cell] is not null);
            var values = group.Select(cell => derived[cell]).Distinct().ToList();
            var hint = !known ? "没有发生的请填0，发生了的请补填。"
                : values is [0] ? "由勾稽关系推算应为0，请填0。"
                : group.Count == 1 ? $"由勾稽关系推算应为{values[0]:0.####}，请补填。"
                : "由勾稽关系可以推算出应填的数，请补填。";
            return new("not-a-number", known && !partial ? Severity.Warning : Severity.Error, group,
                group.Count == 1 ? derived[group[0]] : null, null, $"{what}。{hint}");
        }
    }

    static bool IsBlank(CellValue value) => value.Reading == CellReading.Blank || value is { Reading: CellReading.Text, Number: null };

    static string? Misprint(CellValue value, FormCell cell) => value switch
    {
        { Reading: not (CellReading.Number or CellReading.Text) } or { Number: null } => null,
        _ when cell.Unit != Unit.Change && value.Signed => $"{cell.Place}填的是“{value}”，这一格不能带正负号，只有“增/减”格可以。",
        { Approximate: true } => $"{cell.Place}填的是“{value}”，请填确切的数。",
        _ => null,
    };
}
