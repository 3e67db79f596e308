using Gongkai.Records.Registers;
using Gongkai.Rules.AnnualReports;
using Gongkai.Rules.Registers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.AnnualReports;

/// <summary>Table 2 of an agency and a year as the registers of proactive disclosure give it now.</summary>
/// <param name="Agencies">Whose registers are counted.</param>
/// <param name="Numbers">By the cell's key. A cell of whose register no row is as old as the year is not in it: a nought would be a claim.</param>
public sealed record YearlyDisclosure(ReportForm Form, int Year, IReadOnlyList<Guid> Agencies, IReadOnlyDictionary<string, decimal> Numbers)
{
    /// <summary>What stands in a cell of table 2, where a register is kept for it.</summary>
    public decimal? this[FormCell cell] => Numbers.TryGetValue(cell.Key, out var number) ? number : null;

    /// <summary>Counts it: one question for each register.</summary>
    public static async Task<YearlyDisclosure> Of(Store store, Guid agency, int year)
    {
        var (form, agencies) = (ReportForm.For(year), await store.CountedIn(agency, year));
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        Dictionary<string, decimal> numbers = [];
        if (agencies is []) return new(form, year, agencies, numbers);

        foreach (var kind in RegisterPlaces.Registers(form).Distinct())
            if (await Count(kind) is { } counted)
                foreach (var (key, number) in counted)
                    if (form.Find(key) is not null) numbers[key] = numbers.GetValueOrDefault(key) + number;
        return new(form, year, agencies, numbers);

        Task<IReadOnlyList<(string, decimal)>?> Count(RegisterKind kind) => kind switch
        {
            RegisterKind.Power => Powers(),
            RegisterKind.Licence => Decisions(store.Licences, "licences"),
            RegisterKind.Penalty => Decisions(store.Penalties, "penalties"),
            RegisterKind.Coercion => Decisions(store.Coercions, "coercion"),
            RegisterKind.Service => Decisions(store.Services, "services"),
            RegisterKind.Fee => Fees(),
            RegisterKind.Receipt => Receipts(),
            RegisterKind.Procurement => Procurement(),
            RegisterKind.Normative => Documents(),
            // A contract is announced, and counted in no cell: its project is.
            RegisterKind.Contract => Task.FromResult<IReadOnlyList<(string, decimal)>?>(null),
        };

        async Task<IReadOnlyList<(string, decimal)>?> Powers()
        {
            var groups = await (from row in Own(store.Powers)
                                where row.On <= last
                                group row by row.PowerKind into same
                                select new
                                {
                                    same.Key,
                                    Previous = same.Count(row => row.On < first && (row.Until == null || row.Until >= first)),
                                    Began = same.Count(row => row.On >= first && (row.Until == null || row.Until > last)),
                                    Ended = same.Count(row => row.On < first && row.Until >= first && row.Until <= last),
                                }).ToListAsync();
            return groups is [] ? null :
            [
                .. from row in (string[])["licences", "services", "penalties", "coercion"]
                   let some = groups.Where(one => one.Key.Row == row).ToList()
                   from cell in ((string, decimal)[])[($"t2.{row}.previous", some.Sum(one => one.Previous)), ($"t2.{row}.change", some.Sum(one => one.Began - one.Ended))]
                   select cell,
            ];
        }

        async Task<IReadOnlyList<(string, decimal)>?> Decisions<T>(IQueryable<T> rows, string row) where T : RegisterRow
        {
            var count = await Own(rows).CountAsync(one => one.On >= first && one.On <= last);
            return count == 0 && !await Kept(rows) ? null : [($"t2.{row}.decisions", count)];
        }

        async Task<IReadOnlyList<(string, decimal)>?> Fees()
        {
            var counts = await (from row in Own(store.Fees)
                                where row.On <= last
                                group row by 1 into all
                                select new
                                {
                                    Previous = all.Count(row => row.On < first && (row.Until == null || row.Until >= first)),
                                    Began = all.Count(row => row.On >= first && (row.Until == null || row.Until > last)),
                                    Ended = all.Count(row => row.On < first && row.Until >= first && row.Until <= last),
                                }).SingleOrDefaultAsync();
            return counts is null ? null : [("t2.fees.previous", counts.Previous), ("t2.fees.change", counts.Began - counts.Ended)];
        }

        async Task<IReadOnlyList<(string, decimal)>?> Receipts()
        {
            var sum = await (from row in Own(store.Receipts) where row.On >= first && row.On <= last group row by 1 into all select new { Fen = all.Sum(row => row.Fen) }).SingleOrDefaultAsync();
            return sum is null && !await Kept(store.Receipts) ? null : [("t2.fees.amount", RegisterPlaces.TenThousands(sum?.Fen ?? 0))];
        }

        async Task<IReadOnlyList<(string, decimal)>?> Procurement()
        {
            var sum = await (from row in Own(store.Procurements) where row.On >= first && row.On <= last group row by 1 into all select new { Count = all.Count(), Fen = all.Sum(row => row.Fen) }).SingleOrDefaultAsync();
            return sum is null && !await Kept(store.Procurements) ? null : [("t2.procurement.projects", sum?.Count ?? 0), ("t2.procurement.amount", RegisterPlaces.Yuan(sum?.Fen ?? 0))];
        }

        async Task<IReadOnlyList<(string, decimal)>?> Documents()
        {
            var groups = await (from row in Own(store.Normatives)
                                where row.On <= last
                                group row by row.NormativeKind into same
                                select new
                                {
                                    same.Key,
                                    Issued = same.Count(row => row.On >= first),
                                    Disclosed = same.Count(row => row.DisclosedOn >= first && row.DisclosedOn <= last),
                                    Repealed = same.Count(row => row.RepealedOn >= first && row.RepealedOn <= last),
                                    InForce = same.Count(row => (row.RepealedOn == null || row.RepealedOn > last) && (row.LapsedOn == null || row.LapsedOn > last)),
                                    Public = same.Count(row => row.DisclosedOn <= last && (row.RepealedOn == null || row.RepealedOn > last) && (row.LapsedOn == null || row.LapsedOn > last)),
                                }).ToListAsync();
            return groups is [] ? null :
            [
                .. from kind in Enum.GetValues<NormativeKind>()
                   let found = groups.Find(one => one.Key == kind)
                   from cell in ((string Column, int Number)[])
                   [
                       ("made", found?.Issued ?? 0), ("disclosed", found?.Disclosed ?? 0), ("total", found?.Public ?? 0),
                       ("issued", found?.Issued ?? 0), ("repealed", found?.Repealed ?? 0), ("inForce", found?.InForce ?? 0),
                   ]
                   select ($"t2.{kind.Row}.{cell.Column}", (decimal)cell.Number),
            ];
        }

        // A register whose first row is younger than the year does not speak of it.
        Task<bool> Kept<T>(IQueryable<T> rows) where T : RegisterRow => Own(rows).AnyAsync(row => row.On < first);

        IQueryable<T> Own<T>(IQueryable<T> rows) where T : RegisterRow => RegisterPlaces.Own(rows, agencies);
    }

    /// <summary>The cells in which a report says something else, in print order.</summary>
    public IReadOnlyList<(FormCell Cell, CellValue Reported, decimal Counted)> Differing(Report report) =>
    [
        .. from cell in Form.Cells
           where cell.Table.Number == 2 && this[cell] is not null && report.Form.Find(cell.Key) is not null
           let reported = report.Cells[report.Form[cell.Key]]
           where reported.Number != this[cell]
           select (cell, reported, this[cell]!.Value),
    ];
}
