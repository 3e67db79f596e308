using Gongkai.Records.AnnualReports;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.App.Office.Statistics;

/// <summary>The figure whose cases a list shows: a cell of a year's table, as the address names it.</summary>
static class Figure
{
    // The year after it is asked for too, and 9999 is the last that there is.
    const int LastYear = 9998;

    /// <summary>The cell and its year; <c>null</c> where the address names none of this table.</summary>
    /// <param name="table">3 or 4.</param>
    public static (FormCell Cell, int Year)? Of(int table, int? year, string? cell) =>
        year is >= ReportDrafts.FirstYear and <= LastYear && ReportForm.For(year.Value).Find(cell ?? "") is { } found && found.Table.Number == table ? (found, year.Value) : null;
}
