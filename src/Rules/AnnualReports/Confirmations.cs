namespace Gongkai.Rules.AnnualReports;

/// <summary>Something that was checked and holds, as a Chinese sentence.</summary>
/// <param name="Rule">The code of the rule.</param>
public sealed record Confirmation(string Rule, string Sentence);

/// <summary>What holds in a report: a check that finds nothing has still done something, and says what.</summary>
public static class Confirmations
{
    /// <summary>Every rule that could be checked and holds throughout; a rule with a finding, or with nothing to check, is not in it.</summary>
    public static IReadOnlyList<Confirmation> Of(Report report, Report? previous = null)
    {
        var examined = new Examined(report, previous);
        return
        [
            .. Sums(examined, "balance", count => $"表三{count}列都平：第一项加第二项等于第三项加第四项。"),
            .. Sums(examined, "outcome-sum", count => $"表三{count}列的办理结果总计都等于各项之和。"),
            .. Sums(examined, "row-sum", count => $"表三{count}行的总计都等于各列之和。"),
            .. Sums(examined, "table4-sum", count => $"表四{count}组的总计都等于各项结果之和。"),
            .. CarriedIn(examined),
            .. Text(examined),
            .. from sum in Narrative.Sums(report) where sum.Holds select new Confirmation("text-sum", $"正文列举的各部分加得起来：{sum}。"),
            .. Form(examined),
            .. Period(examined),
        ];
    }

    static IEnumerable<Confirmation> Sums(Examined examined, string rule, Func<int, string> says)
    {
        var sums = examined.Form.Sums.Where(sum => sum.Rule == rule).ToList();
        var checkable = sums.Where(examined.Sums.Checkable).ToList();
        if (checkable.Count > 0 && checkable.TrueForAll(sum => examined.Sums.Gap(sum) == 0))
            yield return new(rule, says(checkable.Count) + (checkable.Count < sums.Count ? $"另有{sums.Count - checkable.Count}处因有空白或无法辨认的数，不能核对。" : ""));
    }

    static IEnumerable<Confirmation> CarriedIn(Examined examined)
    {
        if (examined.YearBefore is null || YearOnYearChecks.CarriedIn(examined).Any()) yield break;
        var compared = YearOnYearChecks.Compared(examined).Count(pair => pair.Actual is not null && pair.Expected is not null);
        if (compared > 0) yield return new("carried-in", $"{compared}列的上年结转都与上一年报告的结转下年度一致。");
    }

    static IEnumerable<Confirmation> Text(Examined examined)
    {
        if (examined.Statements.Count > 0 && examined.Statements.All(statement => statement.Meanings.Any(cells => NarrativeChecks.Matches(examined.Report, statement, cells))))
            yield return new("text-vs-table", $"正文有{examined.Statements.Count}处说到表中的数，都与表一致。");
    }

    static IEnumerable<Confirmation> Form(Examined examined)
    {
        if (examined.Year is { } year && examined.Report.Has(examined.Form.Table2) && examined.Report.Has(examined.Form.Table3) && !StructureChecks.FormYear(examined).Any())
            yield return new("form-year", $"表格用的是{examined.Form.Edition}年的式样，与{year}年度相符。");
    }

    static IEnumerable<Confirmation> Period(Examined examined)
    {
        if (examined.Years.Periods.Count > 0 && !IdentityChecks.Period(examined).Any())
            yield return new("period", $"统计期限是{examined.Year}年1月1日至12月31日。");
    }
}
