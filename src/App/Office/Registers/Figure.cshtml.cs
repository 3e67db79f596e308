using Gongkai.App.Access;
using Gongkai.App.Office.Views;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.AnnualReports;
using Gongkai.Records.Registers;
using Gongkai.Rules.Access;
using Gongkai.Rules.AnnualReports;
using Gongkai.Rules.Registers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Office.Registers;

/// <summary>The rows behind one cell of table 2, each with how much it counts there.</summary>
[Permits(Permission.SeeItems)]
public sealed class Figure(Store store, Me me, ListFiles files, ViewsOf views) : PageModel, IFramed
{
    public const string Path = "/office/registers/figure";

    // The year after it is asked for too, and 9999 is the last that there is.
    const int LastYear = 9998;

    [FromQuery(Name = "year")] public int? Year { get; set; }

    /// <summary>The cell's key: t2.licences.decisions.</summary>
    [FromQuery(Name = "cell")] public string? Cell { get; set; }

    [BindProperty(SupportsGet = true)] public ListQuery Asked { get; set; } = new();

    public FormCell Of { get; private set; } = null!;
    public decimal Sum { get; private set; }
    public Listing List { get; private set; } = null!;
    public ViewBar Views { get; private set; } = null!;
    public Frame Frame => RegisterPlaces.Frame($"{Year} 年 {Of.Place}");

    /// <summary>Where a figure leads.</summary>
    public static string Address(int year, FormCell cell) => $"{Path}?year={year}&cell={cell.Key}";

    public async Task<IActionResult> OnGet()
    {
        // Without a figure there is nothing to list; the figures stand one page up.
        if (Year is null && Cell is null) return Redirect(Url.Content($"~{RegisterPlaces.Path}"));
        if (me.Agency == Guid.Empty || Year is not (>= ReportDrafts.FirstYear and <= LastYear and var year)) return NotFound();
        var form = ReportForm.For(year);
        if (form.Find(Cell ?? "") is not { } cell || cell.RegisterOf() is not { } kind) return NotFound();
        Of = cell;
        var table = await YearlyDisclosure.Of(store, me.Agency, year);
        Sum = table[cell] ?? 0;
        var rows = store.RowsIn(cell, table.Agencies, year).OrderBy(row => row.On).ThenBy(row => row.Id);
        ListFilter[] filters = [new("year", "年度", $"{year}"), new("cell", "统计项", Cell, cell.Place)];
        ListColumn<RegisterRow>[] columns = [.. RegisterPlaces.Columns(kind), new("counts", "计入", row => row.Counts(cell, form, year)) { Look = "number" }];
        if (await files.Of("统计项台账记录", Asked, filters, columns, rows) is { } file) return file;
        List = await Listing.Show($"{year} 年 {cell.Place}", Path, Asked, filters, columns, rows, "没有记录计入这一格。");
        Views = await views.Of(List);
        return Page();
    }
}
