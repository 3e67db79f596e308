namespace Gongkai.Rules.AnnualReports;

/// <summary>What this year's report takes over from last year's.</summary>
static class YearOnYearChecks
{
    // 上年结转 is what last year's report left open, applicant by applicant: a request does not change its applicant over New Year.
    [Law(Statute.ReportFormat2019, "表三"), Law(Statute.ReportFormat2021, "表三")]
    public static IEnumerable<Finding> CarriedIn(Examined examined)
    {
        var pairs = Compared(examined).Where(pair => pair.Actual != pair.Expected && pair.Actual is not null && pair.Expected is not null).ToList();
        foreach (var (now, actual, expected, then) in pairs)
            yield return new("carried-in", Severity.Error, [now], expected, actual,
                $"{now.Place}填的是{actual:0.####}，而上一年报告{then.Place}是{expected:0.####}，两者应当相等。"
                + (pairs.Count == 2 && pairs.Sum(pair => pair.Expected - pair.Actual) == 0 ? "两列一多一少，总计不变，可能是换了申请人类别。" : "")
                + "如上一年的数已依法更正，请以更正后的报告核对。");
    }

    /// <summary>What was carried in beside what last year's report left open, column by column.</summary>
    public static IEnumerable<(FormCell Now, decimal? Actual, decimal? Expected, FormCell Then)> Compared(Examined examined) =>
        examined.YearBefore is not { } before ? [] :
        from column in examined.Form.Table3.Blocks[0].Columns
        let now = examined.Form[$"t3.{ReportForm.CarriedIn}.{column.Key}"]
        let then = before.Form[$"t3.{ReportForm.CarriedOver}.{column.Key}"]
        select (now, examined.Number(now), before.NumberIn(then), then);

    // 现行有效 = last year's + 制发 − 废止. Expiry and re-screening break it, so a person should look.
    [Law(Statute.ReportFormat2021, "表二")]
    public static IEnumerable<Finding> InForce(Examined examined)
    {
        if (examined.YearBefore is not { } before) yield break;
        foreach (var row in examined.Form.Table2.Blocks[0].Rows)
        {
            if (examined.Form.Find($"t2.{row.Key}.inForce") is not { } cell || examined.Number(cell) is not { } actual) continue;
            if (before.Form.Find(cell.Key) is not { } then || before.NumberIn(then) is not { } last) continue;
            if (examined.Number($"t2.{row.Key}.issued") is not { } issued || examined.Number($"t2.{row.Key}.repealed") is not { } repealed) continue;
            if (last + issued - repealed is var expected && expected != actual)
                yield return new("in-force", Severity.Warning, [cell, examined.Form[$"t2.{row.Key}.issued"], examined.Form[$"t2.{row.Key}.repealed"]], expected, actual,
                    $"{cell.Place}填的是{actual:0.####}，而上一年现行有效{last:0.####}加本年制发{issued:0.####}减本年废止{repealed:0.####}为{expected:0.####}。"
                    + "如有到期失效、机构改革划转或者重新认定，请核实后在正文说明；否则请更正。");
        }
    }
}
