namespace Gongkai.Rules.AnnualReports;

/// <summary>What blank cells must be, where the form's sums leave one possibility: no cell is negative, so what is left of nothing is nothing.</summary>
sealed class Derivation
{
    readonly decimal?[] numbers;

    public Derivation(Report report)
    {
        numbers = [.. report.Form.Cells.Select(report.NumberIn)];
        while (report.Form.Sums.Any(Solves)) { }
    }

    /// <summary>The number in a cell, printed or derived.</summary>
    public decimal? this[FormCell cell] => numbers[cell.Index];

    bool Solves(FormSum sum)
    {
        var left = sum.Left.Where(cell => this[cell] is null).ToList();
        var right = sum.Right.Where(cell => this[cell] is null).ToList();
        var gap = sum.Left.Sum(cell => this[cell] ?? 0) - sum.Right.Sum(cell => this[cell] ?? 0);
        return (left, right) switch
        {
            ([var only], []) when gap <= 0 => Is(only, -gap),
            ([], [var only]) when gap >= 0 => Is(only, gap),
            ([], [_, _, ..]) when gap == 0 => right.TrueForAll(cell => Is(cell, 0)),
            ([_, _, ..], []) when gap == 0 => left.TrueForAll(cell => Is(cell, 0)),
            _ => false,
        };
    }

    bool Is(FormCell cell, decimal number)
    {
        numbers[cell.Index] = number;
        return true;
    }
}
