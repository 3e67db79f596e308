namespace Gongkai.Rules.AnnualReports;

/// <summary>Fills in what the form adds up: nobody types a total (总计).</summary>
public static class Totalling
{
    extension(ReportForm form)
    {
        /// <summary>The sum that gives a cell, where the cell is a total.</summary>
        public FormSum? TotalOf(FormCell cell) =>
            cell.Row.Key != ReportForm.Total && cell.Column.Key != ReportForm.Total ? null
            : form.Sums.FirstOrDefault(sum => sum.Rule != "balance" && sum.Left is [var only] && only == cell);

        /// <summary>The cells with every total computed from what it is the total of; where none of that is filled in, the total is blank too.</summary>
        public CellValues Totalled(Func<FormCell, CellValue> typed)
        {
            return new(form, form.Cells.Select(Value));

            CellValue Value(FormCell cell) => form.TotalOf(cell) is { } sum ? Sum(sum.Right.Select(Value)) : typed(cell);
        }
    }

    static CellValue Sum(IEnumerable<CellValue> parts)
    {
        var numbers = parts.Select(part => part.Number).OfType<decimal>().ToList();
        return numbers is [] ? CellValue.Blank : numbers.Sum();
    }
}
