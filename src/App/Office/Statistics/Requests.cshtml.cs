using Gongkai.App.Access;
using Gongkai.App.Office.Requests;
using Gongkai.App.Office.Views;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.AnnualReports;
using Gongkai.Records.Requests;
using Gongkai.Rules.Access;
using Gongkai.Rules.AnnualReports;
using Gongkai.Rules.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Statistics;

/// <summary>The requests behind one cell of table 3. What few may see is counted, and shown without its content.</summary>
[Permits(Permission.SeeRequests)]
public sealed class Requests(Store store, Me me, Desk desk, ListFiles files, ViewsOf views) : PageModel, IFramed
{
    public const string Path = Index.Path + "/requests";

    public sealed record Row(InformationRequest Request, string? Department);

    [FromQuery(Name = "year")] public int? Year { get; set; }

    /// <summary>The cell's key: t3.granted.person.</summary>
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
        if (me.Agency == Guid.Empty || Figure.Of(3, Year, Cell) is not ({ } cell, var year)) return NotFound();
        Of = cell;
        var agencies = await store.CountedIn(me.Agency, year);
        var conventions = await TableConventions.Of(store, me.Agency);
        var rows = from request in store.RequestsIn(cell, ReportForm.For(year), agencies, year, conventions)
                   join department in store.Departments on request.DepartmentId equals department.Id into departments
                   from department in departments.DefaultIfEmpty()
                   orderby request.ReceivedOn, request.Number, request.Id
                   select new Row(request, department == null ? null : department.Name);
        ListFilter[] filters = [new("year", "年度", $"{Year}"), new("cell", "统计项", Cell, cell.Place)];
        if (await files.Of("统计项案件", Asked, filters, Columns, rows) is { } file) return file;
        List = await Listing.Show($"{Year} 年 {cell.Place}", Path, Asked, filters, Columns, rows, "没有案件计入这一格。");
        Views = await views.Of(List);
        return Page();
    }

    ListColumn<Row>[] Columns =>
    [
        new("number", "收件编号", row => row.Request.Number) { Path = row => $"/office/requests/{row.Request.Handle}", Look = "date" },
        new("received", "收到日期", row => row.Request.ReceivedOn) { Look = "date" },
        new("applicant", "申请人", row => Hidden(row) ? "（限制查阅）" : row.Request.MaskedName ?? "（已删除）"),
        new("kind", "类别", row => row.Request.Kind.Name),
        new("channel", "渠道", row => row.Request.Channel.Name),
        new("subject", "申请内容", row => Hidden(row) ? "（限制查阅）" : RequestDesk.Short(row.Request.Wanted.Text, 60)),
        new("department", "承办科室", row => row.Department ?? "未分办"),
        new("outcome", "办理结果", row => row.Request.Outcome?.Name ?? row.Request.Stage.Name),
        new("ended", "办结日期", row => row.Request.EndedOn) { Look = "date" },
        new("days", "用时（工作日）", row => row.Request is { ReceivedOn: { } from, EndedOn: { } to } ? (Ui.Cell)desk.Calendar.Count(from, to) : new Ui.Cell("")) { Look = "number" },
        new("late", "逾期", row => row.Request.Late ? "逾期" : "") { Tone = row => row.Request.Late ? "late" : null },
    ];

    bool Hidden(Row row) => row.Request.Restricted && !me.May(Permission.SeeRestrictedRequests);
}
