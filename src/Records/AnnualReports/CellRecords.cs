using Gongkai.Records.Reviews;
using Gongkai.Records.Registers;
using Gongkai.Rules.AnnualReports;
using Gongkai.Rules.Registers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.AnnualReports;

/// <summary>A record that a cell counts, without anything personal.</summary>
/// <param name="Kind">request, review, or the register's own code: licences.</param>
/// <param name="Name">收件编号, 案号, or what the register calls the row by.</param>
/// <param name="Counts">With how much it counts in the cell: an item that left a list with −1, a receipt with its money.</param>
public sealed record CellRecord(string Kind, string Name, Handle Handle, decimal Counts = 1);

/// <summary>What stands behind a cell of tables 2, 3 and 4.</summary>
/// <param name="Frozen">As it was counted when the report was signed; otherwise as the registers stand now.</param>
public sealed record CellRecords(bool Frozen, IReadOnlyList<CellRecord> Records)
{
    /// <summary>The records behind a cell of a published report; <c>null</c> where there is no register to count.</summary>
    public static async Task<CellRecords?> Of(Store store, AnnualReport report, FormCell cell)
    {
        if (cell.Table.Number is 2 && cell.RegisterOf() is null) return null;
        var form = ReportForm.For(report.Year);
        // A report of another form than its year's was not counted here.
        if (form.Find(cell.Key) is not { } counted) return null;
        if (await store.ReportDrafts.AsNoTracking().SingleOrDefaultAsync(draft => draft.ReportId == report.Id) is { } draft && await store.FrozenWithAmountsOf(draft.Id) is var (frozen, amounts))
        {
            if (cell.Table.Number == 2) return frozen.Values.Any(one => one.IsRegister) ? new(true, await store.Named(counted, frozen, amounts)) : null;
            return new(true, await store.Named(cell.Table.Number == 4, [.. frozen.Where(one => one.Value.Cells(form).Contains(counted)).Select(one => one.Key)]));
        }
        if (cell.Table.Number == 2) return await OfRegister(store, report, counted, form);
        var conventions = await TableConventions.Of(store, report.AgencyId);
        var tables = await YearlyTables.Of(store, report.AgencyId, report.Year, conventions);
        if (!tables.Kept) return null;
        return new(false, cell.Table.Number == 3
            ? [.. (await store.RequestsIn(counted, form, tables.Agencies, report.Year, conventions).OrderBy(request => request.Number).Select(request => new { request.Number, request.Handle }).ToListAsync()).Select(one => new CellRecord("request", one.Number, one.Handle))]
            : [.. (await store.ReviewsIn(counted, tables.Agencies, report.Year, conventions.Columns).OrderBy(one => one.CaseNumber).Select(one => new { one.CaseNumber, one.Handle }).ToListAsync()).Select(one => new CellRecord("review", one.CaseNumber, one.Handle))]);
    }

    static async Task<CellRecords?> OfRegister(Store store, AnnualReport report, FormCell cell, ReportForm form)
    {
        var table = await YearlyDisclosure.Of(store, report.AgencyId, report.Year);
        if (table[cell] is null) return null;
        var rows = await store.RowsIn(cell, table.Agencies, report.Year).OrderBy(row => row.On).ThenBy(row => row.Id).ToListAsync();
        return new(false, [.. rows.Select(row => new CellRecord(row.Kind.Code, row.Words, row.Handle, row.Counts(cell, form, report.Year)))]);
    }

    /// <summary>What they come to together.</summary>
    public decimal Sum => Records.Sum(record => record.Counts);
}

/// <summary>The names of records.</summary>
static class RecordNames
{
    const int AtOnce = 500;

    /// <summary>The rows that stood in a cell of table 2 when it was frozen, with what they counted then.</summary>
    public static async Task<IReadOnlyList<CellRecord>> Named(this Store store, FormCell cell, IReadOnlyDictionary<Guid, FrozenPlace> frozen, IReadOnlyDictionary<Guid, long> amounts)
    {
        var kind = cell.RegisterOf()!.Value;
        List<CellRecord> named = [];
        foreach (var ids in frozen.Where(one => one.Value.IsRegister && one.Value.Row == cell.Row.Key && one.Value.Marks.Touches(cell)).Select(one => one.Key).Chunk(AtOnce))
            named.AddRange((await store.Register(kind).AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync())
                .Select(row => new CellRecord(kind.Code, row.Words, row.Handle, frozen[row.Id].Marks.Counts(cell, amounts.GetValueOrDefault(row.Id)))));
        return [.. named.OrderBy(one => one.Name, StringComparer.Ordinal)];
    }

    public static async Task<IReadOnlyList<CellRecord>> Named(this Store store, bool reviews, IReadOnlyList<Guid> all)
    {
        List<CellRecord> named = [];
        foreach (var ids in all.Chunk(AtOnce))
            named.AddRange(reviews
                ? (await store.Reviews.Where(one => ids.Contains(one.Id)).Select(one => new { one.CaseNumber, one.Handle }).ToListAsync()).Select(one => new CellRecord("review", one.CaseNumber, one.Handle))
                : (await store.Requests.Where(one => ids.Contains(one.Id)).Select(one => new { one.Number, one.Handle }).ToListAsync()).Select(one => new CellRecord("request", one.Number, one.Handle)));
        return [.. named.OrderBy(one => one.Name, StringComparer.Ordinal)];
    }
}
