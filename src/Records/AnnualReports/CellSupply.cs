using Gongkai.Rules.AnnualReports;
using Gongkai.Rules.Registers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.AnnualReports;

/// <summary>A number that the system has for a cell, and out of what.</summary>
public sealed record Supplied(string Key, decimal Number, string From);

/// <summary>Who supplies which group of cells. What no one supplies is written by hand, and marked so.</summary>
/// <param name="Group">What it supplies, for a person.</param>
/// <param name="Source">What its cells are marked with.</param>
/// <param name="Numbers">The numbers for an agency and a year; none where there is nothing to count.</param>
public sealed record CellSupply(string Group, CellSource Source, Func<Store, Guid, int, Task<IReadOnlyList<Supplied>>> Numbers)
{
    /// <summary>Every supply that there is. A register that can count joins this list.</summary>
    public static IReadOnlyList<CellSupply> All { get; } =
    [
        new("上年结转", CellSource.CarriedOver, CarriedOver),
        new("申请和复议诉讼登记簿", CellSource.Computed, Computed),
        new("主动公开台账", CellSource.Computed, Disclosed),
    ];

    // 上年结转: what was published binds until it is corrected. Where the register says the same, the cell is the register's and opens its cases;
    // where it differs, or nothing was registered yet, it is last year's report that is taken over, and the difference is named.
    static async Task<IReadOnlyList<Supplied>> CarriedOver(Store store, Guid agency, int year)
    {
        var tables = await YearlyTables.Of(store, agency, year);
        return
        [
            .. from cell in (await Published(store, agency, year)).Values
               let counted = tables.Kept ? (int?)tables[ReportForm.For(year)[cell.Key]] : null
               where cell.Number != counted
               select counted is { } other ? cell with { From = $"{cell.From}，登记簿中上年结转是{other}件，请核对" } : cell,
        ];
    }

    static async Task<IReadOnlyList<Supplied>> Computed(Store store, Guid agency, int year)
    {
        var (tables, published) = (await YearlyTables.Of(store, agency, year), await Published(store, agency, year));
        return !tables.Kept ? [] :
        [
            .. from cell in tables.Form.Cells
               where cell.Table.Number is 3 or 4 && tables.Form.TotalOf(cell) is null
               where !(published.TryGetValue(cell.Key, out var then) && then.Number != tables[cell])
               select new Supplied(cell.Key, tables[cell], cell.Table.Number == 3 ? "依申请公开办理记录" : "行政复议、行政诉讼登记"),
        ];
    }

    // 表二: what its registers count. A cell without one stays as it was written.
    static async Task<IReadOnlyList<Supplied>> Disclosed(Store store, Guid agency, int year)
    {
        var table = await YearlyDisclosure.Of(store, agency, year);
        return [.. from cell in table.Form.Cells where table[cell] is not null select new Supplied(cell.Key, table[cell]!.Value, $"{cell.RegisterOf()!.Value.Name}台账")];
    }

    // What last year's report, in its newest version, left open; a total is added up like every other.
    static async Task<Dictionary<string, Supplied>> Published(Store store, Guid agency, int year)
    {
        if (await store.AnnualReports.AsNoTracking().OfAgency(agency).OfYear(year - 1).Newest.SingleOrDefaultAsync() is not { } published) return [];
        var (before, form) = (published.ToReport(), ReportForm.For(year));
        return (from cell in form.Cells
                where cell.Row.Key == ReportForm.CarriedIn && form.TotalOf(cell) is null
                let then = before.Form.Find($"t3.{ReportForm.CarriedOver}.{cell.Column.Key}")
                where then is not null
                let value = before.Cells[then]
                where value is { Reading: CellReading.Number, Number: >= 0 }
                select new Supplied(cell.Key, value.Number!.Value, $"{year - 1}年度报告（第{published.Version}版）结转下年度")).ToDictionary(cell => cell.Key);
    }
}
