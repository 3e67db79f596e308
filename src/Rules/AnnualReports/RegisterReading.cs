namespace Gongkai.Rules.AnnualReports;

/// <summary>Why a cell of table 2 of a published report differs from what the registers count: the wrong unit, a missing sign, a sum in the place of a count.</summary>
public static class RegisterReading
{
    // 78504912.2 in a column of numbers of items is money: so UnitChecks reads it.
    const decimal Money = 100_000;

    /// <summary>A Chinese sentence for the office.</summary>
    /// <param name="report">As it was published.</param>
    /// <param name="cell">A cell of its table 2.</param>
    /// <param name="counted">What the registers count there.</param>
    [Law(Statute.ReportFormat2019, "表二"), Law(Statute.ReportFormat2021, "表二")]
    public static string Explain(Report report, FormCell cell, decimal counted)
    {
        if (report.Form.Find(cell.Key) is not { } there || report.Cells[there].Number is not { } number) return $"报告没有填写，台账计为{counted:0.######}。";
        if (cell.Unit is Unit.Count or Unit.Change && (number != decimal.Truncate(number) || cell.Row.Key == "fees" && Math.Abs(number) >= Money))
            return $"报告填的是金额（{number:0.######}元），而这一格应填项目数量；台账中是{counted:0.######}项。";
        if (cell.Unit == Unit.Change && !report.Cells[there].Signed && number == -counted)
            return $"报告没有写负号：{number:0.######}实为减少，应填{counted:0.######}。";
        if (cell.Unit == Unit.TenThousandYuan && number == counted * 10_000) return $"报告的单位是元，而这一格的单位是万元，应填{counted:0.######}。";
        if (cell.Column.Key == "decisions" && Arithmetic(report, cell, number) is { } made) return $"报告的{number:0.######}像是由前两格{made}得来，应填全年实际作出的决定数；台账中是{counted:0.######}件。";
        return $"报告填{number:0.######}，台账计为{counted:0.######}，请核对台账是否登记齐全；报告确有错误的请更正。";
    }

    /// <summary>What is to be said of a figure that agrees, but looks made of its neighbours; <c>null</c> where there is nothing.</summary>
    public static string? Doubt(Report report, FormCell cell) =>
        cell.Column.Key == "decisions" && report.Form.Find(cell.Key) is { } there && report.Cells[there].Number is > 0 and var number && Arithmetic(report, cell, number) is { } made
            ? $"{number:0.######}与前两格{made}的结果相同，台账中的决定数恰好也是{number:0.######}件。" : null;

    static string? Arithmetic(Report report, FormCell cell, decimal decisions)
    {
        var (previous, change) = (In("previous"), In("change"));
        return previous is not > 0 || change is null or 0 ? null : previous - change == decisions ? "相减" : previous + change == decisions ? "相加" : null;

        decimal? In(string column) => report.Form.Find($"t2.{cell.Row.Key}.{column}") is { } found ? report.Cells[found].Number : null;
    }
}
