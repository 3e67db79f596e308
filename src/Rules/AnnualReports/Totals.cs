namespace Gongkai.Rules.AnnualReports;

/// <summary>Adds reports of one form up, cell by cell, as they come by; nothing of them is kept.</summary>
/// <remarks>An amount printed in another unit than the form's is converted; a cell without a number is counted as open.</remarks>
public sealed class Totals(ReportForm form)
{
    readonly decimal[] sums = new decimal[form.Cells.Count];
    readonly int[] open = new int[form.Cells.Count];

    public ReportForm Form => form;

    /// <summary>How many reports were added.</summary>
    public int Count { get; private set; }

    /// <summary>The sum of the numbers that stand in this cell.</summary>
    public decimal this[FormCell cell] => sums[cell.Index];

    /// <summary>How many reports have no number in this cell.</summary>
    public int OpenIn(FormCell cell) => open[cell.Index];

    /// <exception cref="ArgumentException">The report uses another form.</exception>
    public void Add(Report report)
    {
        if (report.Form != form) throw new ArgumentException($"The form is {report.Form.Edition}, not {form.Edition}.", nameof(report));
        var cells = report.Cells.All;
        for (var i = 0; i < cells.Length && i < sums.Length; i++)
        {
            ref readonly var cell = ref cells[i];
            if (cell is { Reading: CellReading.Number, Number: > -Printed.Beyond and < Printed.Beyond and var number }) sums[i] += number;
            else AddUnusual(cell, i);
        }
        Count++;
    }

    /// <summary>Adds every report of a sequence, which may be longer than memory.</summary>
    public Totals AddAll(IEnumerable<Report> reports)
    {
        foreach (var report in reports) Add(report);
        return this;
    }

    void AddUnusual(in CellValue cell, int index)
    {
        if (cell is { Reading: CellReading.Number or CellReading.Text, Number: > -Printed.Beyond and < Printed.Beyond and var number }) sums[index] += InFormsUnit(cell, number, form.Cells[index].Unit);
        else open[index]++;
    }

    static decimal InFormsUnit(CellValue cell, decimal number, Unit unit) => unit switch
    {
        Unit.TenThousandYuan when cell.InYuan => number / 10_000,
        Unit.TenThousandYuan when cell.InHundredMillions => number * 10_000,
        Unit.Yuan when cell.InTenThousands => number * 10_000,
        Unit.Yuan when cell.InHundredMillions => number * 100_000_000,
        Unit.Count or Unit.Change or Unit.Yuan or Unit.TenThousandYuan => number,
    };
}
