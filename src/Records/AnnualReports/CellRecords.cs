using Gongkai.Records.Reviews;
using Gongkai.Rules.AnnualReports;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.AnnualReports;

/// <summary>A record that a cell counts, without anything personal.</summary>
/// <param name="Kind">request or review.</param>
/// <param name="Name">收件编号, or 案号.</param>
public sealed record CellRecord(string Kind, string Name, Handle Handle);

/// <summary>What stands behind a cell of tables 3 and 4.</summary>
/// <param name="Frozen">As it was counted when the report was signed; otherwise as the registers stand now.</param>
public sealed record CellRecords(bool Frozen, IReadOnlyList<CellRecord> Records)
{
    /// <summary>The records behind a cell of a published report; <c>null</c> where there is no register to count.</summary>
    public static async Task<CellRecords?> Of(Store store, AnnualReport report, FormCell cell)
    {
        if (cell.Table.Number is not (3 or 4)) return null;
        var form = ReportForm.For(report.Year);
        // A report of another form than its year's was not counted here.
        if (form.Find(cell.Key) is not { } counted) return null;
        if (await store.ReportDrafts.AsNoTracking().SingleOrDefaultAsync(draft => draft.ReportId == report.Id) is { } draft && await store.FrozenOf(draft.Id) is { } frozen)
            return new(true, await store.Named(cell.Table.Number == 4, [.. frozen.Where(one => one.Value.Cells(form).Contains(counted)).Select(one => one.Key)]));
        var conventions = await TableConventions.Of(store, report.AgencyId);
        var tables = await YearlyTables.Of(store, report.AgencyId, report.Year, conventions);
        if (!tables.Kept) return null;
        return new(false, cell.Table.Number == 3
            ? [.. (await store.RequestsIn(counted, form, tables.Agencies, report.Year, conventions).OrderBy(request => request.Number).Select(request => new { request.Number, request.Handle }).ToListAsync()).Select(one => new CellRecord("request", one.Number, one.Handle))]
            : [.. (await store.ReviewsIn(counted, tables.Agencies, report.Year, conventions.Columns).OrderBy(one => one.CaseNumber).Select(one => new { one.CaseNumber, one.Handle }).ToListAsync()).Select(one => new CellRecord("review", one.CaseNumber, one.Handle))]);
    }
}

/// <summary>The names of records.</summary>
static class RecordNames
{
    const int AtOnce = 500;

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
