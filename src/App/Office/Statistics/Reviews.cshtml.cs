using Gongkai.App.Access;
using Gongkai.App.Office.Views;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.AnnualReports;
using Gongkai.Records.Reviews;
using Gongkai.Rules.Access;
using Gongkai.Rules.AnnualReports;
using Gongkai.Rules.Reviews;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Statistics;

/// <summary>The reconsiderations and suits behind one cell of table 4.</summary>
[Permits(Permission.SeeRequests)]
public sealed class Reviews(Store store, Me me, ListFiles files, ViewsOf views) : PageModel, IFramed
{
    public const string Path = Index.Path + "/reviews";

    [FromQuery(Name = "year")] public int? Year { get; set; }

    /// <summary>The cell's key: t4.review.upheld.</summary>
    [FromQuery(Name = "cell")] public string? Cell { get; set; }

    [BindProperty(SupportsGet = true)] public ListQuery Asked { get; set; } = new();

    public FormCell Of { get; private set; } = null!;
    public Listing List { get; private set; } = null!;
    public ViewBar Views { get; private set; } = null!;
    public Frame Frame => new($"{Year} 年 {Of.Place}", new("台账与统计", $"{Index.Path}?year={Year}"), new(Of.Place)) { Under = Index.Path };

    public async Task<IActionResult> OnGet()
    {
        // Without a figure there is nothing to list; the figures stand one page up.
        if (Year is null && Cell is null) return Redirect(Url.Content($"~{Index.Path}"));
        if (me.Agency == Guid.Empty || Figure.Of(4, Year, Cell) is not ({ } cell, var year)) return NotFound();
        Of = cell;
        var agencies = await store.CountedIn(me.Agency, year);
        var rows = store.ReviewsIn(cell, agencies, year, (await TableConventions.Of(store, me.Agency)).Columns).OrderBy(one => one.AcceptedOn).ThenBy(one => one.Id);
        ListFilter[] filters = [new("year", "年度", $"{Year}"), new("cell", "统计项", Cell, cell.Place)];
        if (await files.Of("统计项案件", Asked, filters, Columns, rows) is { } file) return file;
        List = await Listing.Show($"{Year} 年 {cell.Place}", Path, Asked, filters, Columns, rows, "没有案件计入这一格。");
        Views = await views.Of(List);
        return Page();
    }

    static readonly ListColumn<RemedyCase>[] Columns =
    [
        new("number", "案号", one => one.CaseNumber) { Path = one => $"/office/reviews/{one.Handle}" },
        new("kind", "类别", one => one.Kind.Name),
        new("body", "审理机关", one => one.Body),
        new("accepted", "受理日期", one => one.AcceptedOn) { Look = "date" },
        new("state", "状态", one => one.State.Words),
        new("result", "结果", one => one.Result is { } result ? result.NameIn(one.Kind) : ""),
        new("on", "结果生效日期", one => one.ResultOn) { Look = "date" },
    ];
}
