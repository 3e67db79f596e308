using System.Globalization;
using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.AnnualReports;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.AnnualReports;

/// <summary>All annual reports: a list by year, and which unit has published what (P10).</summary>
[Published("nf", "dw", "page", "dwy")]
public sealed class Index(Store store, TimeProvider time) : PageModel, IFramed
{
    const int RowsOnPage = 20;
    const int UnitsInMatrix = 30;
    const int YearsInMatrix = 8;

    /// <summary>年份.</summary>
    [BindProperty(Name = "nf", SupportsGet = true)] public int? Year { get; set; }

    /// <summary>Part of a unit's name.</summary>
    [BindProperty(Name = "dw", SupportsGet = true)] public string? Unit { get; set; }

    [FromQuery(Name = "page")] public int Wanted { get; set; } = 1;

    /// <summary>单位页: the page of the table of units, which is turned apart from the list.</summary>
    [FromQuery(Name = "dwy")] public int WantedUnits { get; set; } = 1;

    public IReadOnlyList<int> Years { get; private set; } = [];
    public IReadOnlyList<ReportRow> Rows { get; private set; } = [];
    public IReadOnlyList<UnitRow> Units { get; private set; } = [];
    public Paging UnitPaging { get; private set; } = null!;
    public Paging Paging { get; private set; } = null!;
    public DateOnly Date { get; } = time.Today;

    /// <summary>The years to choose from; one that was asked for stands among them, whatever it is.</summary>
    public IEnumerable<int> Choices => Year is { } asked && !Years.Contains(asked) ? Years.Append(asked).OrderDescending() : Years;

    public IEnumerable<int> MatrixYears => Years.Take(YearsInMatrix);
    /// <summary>The filters, as they stand in every address of this list.</summary>
    public string Query => new QueryBuilder(Filters()).ToString();

    public Frame Frame => new(Columns.AnnualReports.Name, new Crumb("政府信息公开", "/zfxxgk/"), new Crumb(Columns.AnnualReports.Name))
    {
        Column = Columns.AnnualReports,
        Under = "nb",
    };

    public string Empty => Unit is { Length: > 0 }
        ? $"没有找到名称含“{Unit}”的单位公布的年度报告。可以减少几个字，或者清除筛选条件。"
        : Columns.Awaited(Year ?? Date.Year, Date);

    public sealed record UnitRow(Guid Id, string Code, string Name)
    {
        public Dictionary<int, Verdict> Published { get; } = [];
    }

    /// <summary>What stands in a cell of the table of units: when the report came, and what the check found in it.</summary>
    public sealed record Verdict(DateOnly On, int Errors, int Warnings)
    {
        public string Words => ReportRow.VerdictOf(Errors, Warnings);

        /// <summary>The gravest part of it, for a narrow cell.</summary>
        public string Gravest => ReportRow.VerdictOf(Errors, Errors > 0 ? 0 : Warnings);
        public string Tone => ReportRow.ToneOf(Errors, Warnings);
    }

    public async Task OnGet()
    {
        Unit = Unit?.Trim() is { Length: > 0 and <= 100 } unit ? unit : null;
        var today = Date;
        var reports = ReportRow.Of(store, today, Year, Unit);
        Paging = new(Wanted, RowsOnPage, await reports.CountAsync(), page => Address("page", page));
        Rows = await reports.Skip(Paging.Skip).Take(RowsOnPage).ToListAsync();
        var first = await store.AnnualReports.Published(today).MinAsync(report => (int?)report.Year) ?? today.Year;
        Years = [.. Enumerable.Range(first, Math.Max(1, today.Year - first)).Reverse()];
        await Compare(today);
    }

    string Address(string pages, int page) => $"{Url.Content("~" + Columns.Path)}{Query}{(Query is "" ? '?' : '&')}{pages}={page}";

    IEnumerable<KeyValuePair<string, string>> Filters()
    {
        if (Year is { } year) yield return new("nf", year.ToString(CultureInfo.InvariantCulture));
        if (Unit is { Length: > 0 } unit) yield return new("dw", unit);
    }

    async Task Compare(DateOnly today)
    {
        var units = store.Agencies.AsNoTracking().Where(agency => Unit == null || agency.Name.Contains(Unit));
        UnitPaging = new(WantedUnits, UnitsInMatrix, await units.CountAsync(), page => Address("dwy", page) + "#gongbu");
        Units = await units.OrderBy(agency => agency.ParentId != null).ThenBy(agency => agency.Code).Skip(UnitPaging.Skip).Take(UnitsInMatrix)
            .Select(agency => new UnitRow(agency.Id, agency.Code, agency.Name)).ToListAsync();

        var shown = Units.Select(unit => unit.Id).ToArray();
        var oldest = MatrixYears.LastOrDefault();
        var reports = await store.AnnualReports.Published(today).Newest
            .Where(report => report.Year >= oldest && shown.Contains(report.AgencyId))
            .Select(report => new { report.AgencyId, report.Year, report.PublishedOn, report.Errors, report.Warnings }).ToListAsync();
        foreach (var unit in Units)
            foreach (var report in reports)
                if (report.AgencyId == unit.Id) unit.Published[report.Year] = new(report.PublishedOn, report.Errors, report.Warnings);
    }
}
