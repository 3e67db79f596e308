using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.AnnualReports;
using Gongkai.Rules.Access;
using Gongkai.Rules.AnnualReports;
using Gongkai.Rules.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Statistics;

/// <summary>台账与统计: tables 3 and 4 as the registers give them now, each figure leading to its cases, and the year's work from four sides (O13).</summary>
[Permits(Permission.SeeRequests)]
public sealed class Index(Store store, Me me, Desk desk, Jobs.JobOrders orders, Ledger.LedgerExport ledger) : PageModel, IFramed
{
    public const string Path = "/office/statistics";

    /// <summary>One of the four tables of work.</summary>
    public sealed record Side(string Caption, string Heading, IReadOnlyList<(string Name, WorkloadLine Line)> Lines);

    public Frame Frame => new("台账与统计", new Crumb("依申请公开"), new Crumb("台账与统计")) { Under = Path };

    [FromQuery(Name = "year")] public int? Asked { get; set; }

    public int Year { get; private set; }
    public IReadOnlyList<int> Years { get; private set; } = [];
    public YearlyTables Tables { get; private set; } = null!;
    public Workload Work { get; private set; } = null!;
    public IReadOnlyList<Side> Sides { get; private set; } = [];
    public int Overdue { get; private set; }
    public bool MayConvene => me.May(Permission.KeepReviews);
    public bool MayImport => me.May(Permission.RegisterRequests);

    /// <summary>Where a figure leads.</summary>
    public string Address(FormCell cell) => $"{Path}/{(cell.Table.Number == 3 ? "requests" : "reviews")}?year={Year}&cell={cell.Key}";

    public async Task<IActionResult> OnGet()
    {
        if (!await Open()) return NotFound();
        Tables = await YearlyTables.Of(store, me.Agency, Year);
        Work = await Workload.Of(store, Tables.Agencies, Year, desk.Calendar);
        Overdue = await store.RequestsOf(Tables.Agencies, Year).CountAsync(request => request.EndedOn == null && request.Due < desk.Today);
        var departments = (await store.Departments.AsNoTracking().Where(department => Tables.Agencies.Contains(department.AgencyId)).Select(department => new { department.Id, department.Name }).ToListAsync()).ToDictionary(department => $"{department.Id:N}", department => department.Name);
        Sides =
        [
            new("按承办科室", "科室", [.. Work.Departments.Select(line => (departments.GetValueOrDefault(line.Key, "未分办"), line)).OrderByDescending(pair => pair.line.Received)]),
            new("按月份（收到和办结各按所在月份）", "月份", [.. Work.Months.Select(line => ($"{int.Parse(line.Key, System.Globalization.CultureInfo.InvariantCulture)} 月", line))]),
            new("按提交渠道", "渠道", [.. Work.Channels.Select(line => (Enum.Parse<Channel>(line.Key).Name, line)).OrderByDescending(pair => pair.line.Received)]),
            new("按办理结果", "结果", [.. Work.Outcomes.Select(line => (Enum.Parse<Outcome>(line.Key).Name, line)).OrderByDescending(pair => pair.line.Ended)]),
        ];
        return Page();
    }

    /// <summary>Orders the ledger of a year (台账) as a job: a long one takes its time.</summary>
    public async Task<IActionResult> OnPostLedger([FromForm] int year)
    {
        Asked = year;
        if (!await Open()) return NotFound();
        await orders.Place(ledger, Ledger.LedgerExport.Parameters(me, Year), $"{Year} 年依申请公开台账");
        return this.Done("台账正在生成，完成后在任务中心下载。", "~" + Jobs.Index.Path);
    }

    Task<bool> Open()
    {
        if (me.Agency == Guid.Empty) return Task.FromResult(false);
        Years = [.. Enumerable.Range(ReportDrafts.FirstYear, Math.Max(1, desk.Today.Year - ReportDrafts.FirstYear + 1)).Reverse()];
        Year = Asked is { } year && Years.Contains(year) ? year : desk.Today.Year;
        return Task.FromResult(Asked is null || Asked == Year);
    }
}
