using Gongkai.Records.Reviews;
using Gongkai.Rules.AnnualReports;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.AnnualReports;

/// <summary>Tables 3 and 4 of an agency and a year as the registers give them now.</summary>
/// <param name="Agencies">Whose registers are counted.</param>
/// <param name="Kept">There is a register at all; where nothing was ever registered, noughts would be a claim.</param>
public sealed record YearlyTables(ReportForm Form, int Year, IReadOnlyList<Guid> Agencies, bool Kept, IReadOnlyDictionary<string, int> Numbers)
{
    /// <summary>What stands in a cell of table 3 or 4.</summary>
    public int this[FormCell cell] => Numbers.GetValueOrDefault(cell.Key);

    /// <summary>Counts both.</summary>
    public static async Task<YearlyTables> Of(Store store, Guid agency, int year) => await Of(store, agency, year, await TableConventions.Of(store, agency));

    /// <summary>Counts both as some conventions would have it.</summary>
    public static async Task<YearlyTables> Of(Store store, Guid agency, int year, TableConventions conventions)
    {
        var (form, agencies) = (ReportForm.For(year), await store.CountedIn(agency, year));
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        Dictionary<string, int> numbers = [];
        if (agencies is []) return new(form, year, agencies, false, numbers);

        var turning = conventions.Rows.Where(one => one.From > first && one.From <= last).Select(one => one.Outcome).ToHashSet();
        var groups = await store.RequestGroupsOf(agencies, year, turning).ToListAsync();
        foreach (var group in groups)
            foreach (var cell in CountedRequest.Of(group.Kind, group.New, group.Ended, group.On ?? first, conventions.Rows).Cells(form)) Add(cell.Key, group.Count);
        var reviews = await store.CountReviews(agencies, year, conventions.Columns);
        foreach (var (key, count) in reviews)
        {
            Add(key, count);
            Add($"{key[..key.LastIndexOf('.')]}.{ReportForm.Total}", count);
        }
        var kept = groups is not [] || reviews.Count > 0 || await store.Requests.AnyAsync(request => agencies.Contains(request.AgencyId) && request.SubmittedOn <= last);
        return new(form, year, agencies, kept, numbers);

        void Add(string key, int count) => numbers[key] = numbers.GetValueOrDefault(key) + count;
    }

    /// <summary>The cells in which another count has another number, in print order.</summary>
    public IReadOnlyList<(FormCell Cell, int Was, int Is)> Differing(YearlyTables other) =>
        [.. from cell in Form.Cells where cell.Table.Number is 3 or 4 && this[cell] != other[cell] select (cell, this[cell], other[cell])];
}
