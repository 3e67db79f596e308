using Gongkai.Rules.AnnualReports;
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
    ];

    // 上年结转 is what last year's report, in its newest version, left open; a total is added up like every other.
    static async Task<IReadOnlyList<Supplied>> CarriedOver(Store store, Guid agency, int year)
    {
        if (await store.AnnualReports.AsNoTracking().OfAgency(agency).OfYear(year - 1).Newest.SingleOrDefaultAsync() is not { } published) return [];
        var (before, form) = (published.ToReport(), ReportForm.For(year));
        return
        [
            .. from cell in form.Cells
               where cell.Row.Key == ReportForm.CarriedIn && form.TotalOf(cell) is null
               let then = before.Form.Find($"t3.{ReportForm.CarriedOver}.{cell.Column.Key}")
               where then is not null
               let value = before.Cells[then]
               where value is { Reading: CellReading.Number, Number: >= 0 }
               select new Supplied(cell.Key, value.Number!.Value, $"{year - 1}年度报告（第{published.Version}版）结转下年度"),
        ];
    }
}
