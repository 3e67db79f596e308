namespace Gongkai.Rules.AnnualReports;

/// <summary>One place in which two reports differ.</summary>
/// <param name="Key">The cell's key; for rows that the later form splits, the key of the form of 2019.</param>
/// <param name="Place">Where it stands, for a person.</param>
/// <param name="Before">The number in the first report, <c>null</c> where there is none.</param>
/// <param name="After">The number in the second report, <c>null</c> where there is none.</param>
/// <param name="Sentence">The difference as a Chinese sentence.</param>
public sealed record Difference(string Key, string Place, decimal? Before, decimal? After, string Sentence)
{
    public decimal? Change => After - Before;
}

/// <summary>Two reports side by side.</summary>
/// <param name="Differences">Every cell that both forms have and that differs, in print order.</param>
/// <param name="OnlyBefore">Cells that only the first report's form has.</param>
/// <param name="OnlyAfter">Cells that only the second report's form has.</param>
public sealed record ComparedReports(IReadOnlyList<Difference> Differences, IReadOnlyList<FormCell> OnlyBefore, IReadOnlyList<FormCell> OnlyAfter);

/// <summary>Compares two reports cell by cell, also across the two forms.</summary>
public static class Comparison
{
    // From this number on a percentage tells something; three requests instead of one are not "200 % more".
    const decimal PercentFrom = 10;

    /// <summary>Compares two reports, the earlier first.</summary>
    public static ComparedReports Of(Report before, Report after)
    {
        List<Difference> differences = [];
        HashSet<string> pairedBefore = new(StringComparer.Ordinal), pairedAfter = new(StringComparer.Ordinal);
        foreach (var (key, place, left, right) in Pairs(before.Form, after.Form))
        {
            pairedBefore.UnionWith(left.Select(cell => cell.Key));
            pairedAfter.UnionWith(right.Select(cell => cell.Key));
            var (was, @is) = (Total(before, left), Total(after, right));
            if (was != @is) differences.Add(new(key, place, was, @is, Sentence(place, was, @is, before, after)));
        }
        return new(differences,
            [.. before.Form.Cells.Where(cell => !pairedBefore.Contains(cell.Key))],
            [.. after.Form.Cells.Where(cell => !pairedAfter.Contains(cell.Key))]);
    }

    /// <summary>Why <paramref name="previous"/> is not the report of the year before, as a Chinese sentence, or <c>null</c> when it is.</summary>
    public static string? WhyNotYearOnYear(Report report, Report previous)
    {
        var (year, before) = (YearEvidence.Of(report).Year, YearEvidence.Of(previous).Year);
        if (year is { } now && before is { } then && then != now - 1)
            return $"给出的上一年报告是{then}年度的，而这份报告是{now}年度的，应当用{now - 1}年度的报告核对上年结转。";
        if (AgencyName.ClearlyOther(report.Agency, previous.Agency))
            return $"给出的上一年报告是{previous.Agency}的，而这份报告是{report.Agency}的，不能核对上年结转。";
        return null;
    }

    /// <summary>A report against the one of the year before: what differs, and whether what was left open was taken over.</summary>
    public static (ComparedReports Compared, IReadOnlyList<Finding> CarriedIn, string? WhyNot) YearOnYear(Report report, Report previous) =>
        (Of(previous, report), [.. YearOnYearChecks.CarriedIn(new Examined(report, previous))], WhyNotYearOnYear(report, previous));

    // What the forms have in common. Row （六） of 2019 is three rows since 2021; 本年新制作 and 本年制发 count the same documents.
    static IEnumerable<(string Key, string Place, IReadOnlyList<FormCell> Before, IReadOnlyList<FormCell> After)> Pairs(ReportForm before, ReportForm after) =>
        from cell in before.Cells.Concat(after.Cells.Where(cell => before.Find(cell.Key) is null))
        let key = cell.Table.Number == 3 && SplitSince2021.Contains(cell.Row.Key) && before.Table3.Edition != after.Table3.Edition ? $"t3.otherHandling.{cell.Column.Key}"
            : cell.Column.Key == "issued" && before.Table2.Edition != after.Table2.Edition ? $"t2.{cell.Row.Key}.made" : cell.Key
        group cell by key into same
        let left = CellsFor(before, same.Key)
        let right = CellsFor(after, same.Key)
        where left.Count > 0 && right.Count > 0
        select (same.Key, (left.Count == 1 ? left : right)[0].Place, left, right);

    static readonly string[] SplitSince2021 = ["noCorrection", "noPayment", "other"];

    static IReadOnlyList<FormCell> CellsFor(ReportForm form, string key)
    {
        if (form.Find(key) is { } cell) return [cell];
        if (key.StartsWith("t3.otherHandling.", StringComparison.Ordinal))
            return [.. SplitSince2021.Select(row => form.Find($"t3.{row}.{key["t3.otherHandling.".Length..]}")).OfType<FormCell>()];
        if (key.EndsWith(".made", StringComparison.Ordinal) && form.Find(key.Replace(".made", ".issued", StringComparison.Ordinal)) is { } issued) return [issued];
        return [];
    }

    static decimal? Total(Report report, IReadOnlyList<FormCell> cells) =>
        cells.Aggregate((decimal?)0, (sum, cell) => sum + report.NumberIn(cell));

    static string Sentence(string place, decimal? was, decimal? @is, Report before, Report after)
    {
        var (first, second) = before.Year != after.Year && before.Year is not null && after.Year is not null ? ($"{before.Year}年", $"{after.Year}年") : ("前一份", "后一份");
        if (was is not { } a || @is is not { } b) return $"{place}：{first}{(was is { } x ? $"是{x:0.####}" : "没有数")}，{second}{(@is is { } y ? $"是{y:0.####}" : "没有数")}。";
        var percent = a >= PercentFrom ? $"（{(b - a) / a * 100:+0.#;-0.#}%）" : "";
        return $"{place}：{first}是{a:0.####}，{second}是{b:0.####}，{(b > a ? "增加" : "减少")}{Math.Abs(b - a):0.####}{percent}。";
    }
}
