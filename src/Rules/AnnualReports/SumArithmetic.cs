namespace Gongkai.Rules.AnnualReports;

/// <summary>One cell that, put right, makes a sum come out.</summary>
/// <param name="Expected">What it must be.</param>
/// <param name="Actual">What is printed.</param>
/// <param name="Mended">How many of the sums that fail would hold then.</param>
sealed record Suspect(FormCell Cell, decimal Expected, decimal Actual, int Mended);

/// <summary>The sums of one report: which of them can be checked, which fail, and which cell most likely makes them fail.</summary>
/// <remarks>A sum with a cell that is blank, unread or no number is not checked: another rule speaks of that cell, or no one does.</remarks>
sealed class SumArithmetic
{
    readonly ReportForm form;
    readonly decimal?[] numbers;
    // Only a sum that fails asks which other sums its cells stand in.
    readonly Lazy<ILookup<FormCell, FormSum>> sumsOf;
    readonly Lazy<(FormCell, FormCell)?> exchanged;

    public SumArithmetic(Report report, Report? previous)
    {
        form = report.Form;
        Previous = previous;
        numbers = [.. report.Form.Cells.Select(cell => Usable(report.Cells[cell]))];
        Broken = [.. form.Sums.Where(sum => Checkable(sum) && Gap(sum) != 0)];
        sumsOf = new(() => form.Sums.Where(Checkable).SelectMany(sum => Cells(sum).Select(cell => (cell, sum))).ToLookup(pair => pair.cell, pair => pair.sum));
        exchanged = new(FindExchange);
    }

    public Report? Previous { get; }

    /// <summary>The cells of a row of table 3, its total left out.</summary>
    public IReadOnlyList<FormCell> RowOf(FormRow row) => [.. form.Cells.Where(cell => cell.Table == form.Table3 && cell.Row == row && cell.Column.Key != ReportForm.Total)];

    /// <summary>The sums that fail, in the form's order.</summary>
    public IReadOnlyList<FormSum> Broken { get; }

    public decimal Left(FormSum sum) => Sum(sum.Left);
    public decimal Right(FormSum sum) => Sum(sum.Right);
    public decimal Gap(FormSum sum) => Left(sum) - Right(sum);
    public decimal Value(FormCell cell) => numbers[cell.Index]!.Value;
    public decimal? Known(FormCell cell) => numbers[cell.Index];

    public static IEnumerable<FormCell> Cells(FormSum sum) => sum.Left.Concat(sum.Right);

    /// <summary>The one cell whose correction mends most, where there is exactly one; in a tie no cell is blamed.</summary>
    public Suspect? SuspectOf(FormSum sum)
    {
        var gap = Gap(sum);
        var best = sum.Left.Select(cell => (cell, expected: Value(cell) - gap))
            .Concat(sum.Right.Select(cell => (cell, expected: Value(cell) + gap)))
            .Where(candidate => candidate.expected >= 0)
            .Select(candidate => (candidate.cell, candidate.expected, gain: Gain(candidate.cell, candidate.expected)))
            .GroupBy(candidate => candidate.gain).MaxBy(group => group.Key)?.ToList();
        return best is [var (cell, expected, _)] ? new(cell, expected, Value(cell), With([(cell, expected)], () => Broken.Count(s => Gap(s) == 0))) : null;
    }

    /// <summary>Two cells of failing sums whose exchange makes every sum hold, where there is exactly one such pair.</summary>
    public (FormCell First, FormCell Second)? Exchanged => exchanged.Value;

    (FormCell, FormCell)? FindExchange()
    {
        // An exchange touches two rows or two columns: at least two and at most six sums.
        if (Broken.Count is < 2 or > 6) return null;
        var cells = Broken.SelectMany(Cells).Distinct().OrderBy(cell => cell.Index).ToList();
        List<(FormCell, FormCell)> found = [];
        for (var i = 0; i < cells.Count; i++)
            for (var j = i + 1; j < cells.Count; j++)
                if (Value(cells[i]) != Value(cells[j]) && MendsAll((cells[i], Value(cells[j])), (cells[j], Value(cells[i]))))
                    found.Add((cells[i], cells[j]));
        return found is [var only] ? only : null;
    }

    /// <summary>Whether these values would make every sum hold.</summary>
    public bool MendsAll(params (FormCell Cell, decimal Value)[] values) =>
        With(values, () => Broken.All(sum => Gap(sum) == 0) && values.SelectMany(v => sumsOf.Value[v.Cell]).All(sum => Gap(sum) == 0));

    /// <summary>Whether every cell of a sum holds a number.</summary>
    public bool Checkable(FormSum sum) => Known(sum.Left) && Known(sum.Right);

    bool Known(IReadOnlyList<FormCell> cells)
    {
        for (var i = 0; i < cells.Count; i++)
            if (numbers[cells[i].Index] is null) return false;
        return true;
    }

    decimal Sum(IReadOnlyList<FormCell> cells)
    {
        var sum = 0m;
        for (var i = 0; i < cells.Count; i++) sum += Value(cells[i]);
        return sum;
    }

    int Gain(FormCell cell, decimal value)
    {
        var before = sumsOf.Value[cell].Count(sum => Gap(sum) != 0);
        return before - With([(cell, value)], () => sumsOf.Value[cell].Count(sum => Gap(sum) != 0));
    }

    T With<T>((FormCell Cell, decimal Value)[] values, Func<T> question)
    {
        var kept = values.Select(v => numbers[v.Cell.Index]).ToArray();
        foreach (var (cell, value) in values) numbers[cell.Index] = value;
        var answer = question();
        for (var i = 0; i < values.Length; i++) numbers[values[i].Cell.Index] = kept[i];
        return answer;
    }

    static decimal? Usable(CellValue value) =>
        value is { Reading: CellReading.Number or CellReading.Text, Number: >= 0 and < Printed.Beyond and var number } ? number : null;
}
