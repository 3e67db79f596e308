using Gongkai.Rules.AnnualReports;

namespace Gongkai.Bench;

/// <summary>Adding up many reports, against a plain loop over arrays of the same numbers.</summary>
static class AddingBench
{
    const double Goal = 3;
    const int Distinct = 500;

    public static Chapter Run(int many)
    {
        var reports = Enumerable.Range(0, Distinct).Select(seed => SampleReport.Of(seed)).ToArray();
        var form = reports[0].Form;
        var arrays = reports.Select(report => report.Cells.All.ToArray().Select(cell => cell.Number!.Value).ToArray()).ToArray();
        MustBeRight(reports, arrays, form);
        var race = Race.Run(() => Loop(arrays, many), () => Add(reports, many, form), TimeSpan.FromSeconds(10));
        return new("Reports added up",
            $"""
            {many:N0} reports of {form.Cells.Count} cells ({Distinct} different ones, taken in turn, so that they fit into memory), summed cell by cell: `Totals`, which knows
            blanks, units and forms, against two nested loops over `decimal[]`. Before the race both must come to the same sums.
            """,
            [new($"{many:N0} reports added up", $"≤ {Goal}× the plain loop", Chapter.Ratio(race), race.Ratio <= Goal,
                $"{Chapter.Milliseconds(race.Ours)} against {Chapter.Milliseconds(race.Reference)}; {race.Rounds} rounds")]);
    }

    static Totals Add(Report[] reports, int many, ReportForm form) => new Totals(form).AddAll(InTurn(reports, many));

    static IEnumerable<Report> InTurn(Report[] reports, int many)
    {
        for (var i = 0; i < many; i++) yield return reports[i % reports.Length];
    }

    static decimal[] Loop(decimal[][] arrays, int many)
    {
        var sums = new decimal[arrays[0].Length];
        for (var i = 0; i < many; i++)
        {
            var cells = arrays[i % arrays.Length];
            for (var cell = 0; cell < sums.Length; cell++) sums[cell] += cells[cell];
        }
        return sums;
    }

    static void MustBeRight(Report[] reports, decimal[][] arrays, ReportForm form)
    {
        var (ours, plain) = (Add(reports, Distinct, form), Loop(arrays, Distinct));
        if (form.Cells.Any(cell => ours[cell] != plain[cell.Index])) throw new InvalidOperationException("The two sums differ.");
    }
}
