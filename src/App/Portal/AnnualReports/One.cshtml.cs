using System.Security.Cryptography;
using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Documents.Printing;
using Gongkai.Records;
using Gongkai.Records.AnnualReports;
using Gongkai.Records.Organizations;
using Gongkai.Rules.AnnualReports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.AnnualReports;

/// <summary>One annual report: its six parts and three tables, what they mean beside last year, and what the automatic check finds in them (P11).</summary>
[Published]
public sealed class One(Store store, TimeProvider time) : PageModel, IFramed
{
    const int YearsInChart = 6;

    public Agency Agency { get; private set; } = null!;
    public AnnualReport Published { get; private set; } = null!;
    public Report Report { get; private set; } = null!;
    public Report? Before { get; private set; }
    public IReadOnlyList<Finding> Findings { get; private set; } = [];
    public IReadOnlyList<int> Years { get; private set; } = [];
    public IReadOnlyList<(int Year, decimal? Received, decimal? Answered)> History { get; private set; } = [];

    /// <summary>SHA-256 of the report's JSON file: whoever downloads it can see that nothing was changed.</summary>
    public string Fingerprint { get; private set; } = "";

    public int Year => Published.Year;
    public int? Earlier => Years.Where(year => year < Year).Select(year => (int?)year).Max();
    public int? Later => Years.Where(year => year > Year).Select(year => (int?)year).Min();
    public int Errors => Findings.Count(finding => finding.Severity == Severity.Error);
    public int Warnings => Findings.Count - Errors;
    public string Notice => Published.Edition == 2019 ? "国办公开办函〔2019〕60号" : "国办公开办函〔2021〕30号";

    public string Address(int year) => Url.Content("~" + Columns.PathOf(year, Agency.Code));

    public Frame Frame => new(Published.Title, new("政府信息公开", "/zfxxgk/"), new(Columns.AnnualReports.Name, Columns.Path), new($"{Year} 年"))
    {
        Column = Columns.AnnualReports,
        Under = "nb",
        Banner = $"{Agency.Name}政府信息公开",
        Article = new(Published.Title, Published.PublishedOn, Agency.Name, "政府信息公开,年度报告," + Year,
            $"{Agency.Name}{Year}年政府信息公开工作年度报告全文、统计表、图解和下载", Columns.PathOf(Year, Agency.Code)),
    };

    public async Task<IActionResult> OnGet(int year, string code)
    {
        var today = time.Today;
        if (await store.Agencies.AsNoTracking().WithCode(code).SingleOrDefaultAsync() is not { } agency) return NotFound();
        var own = store.AnnualReports.AsNoTracking().Published(today).OfAgency(agency.Id).Newest;
        if (await own.OfYear(year).SingleOrDefaultAsync() is not { } published) return NotFound();

        Agency = agency;
        Published = published;
        Report = published.ToReport();
        Years = await own.OrderBy(report => report.Year).Select(report => report.Year).ToListAsync();
        var past = await own.Where(report => report.Year < year && report.Year > year - YearsInChart).OrderBy(report => report.Year).ToListAsync();
        var reports = past.Append(published).Select(report => (report.Year, Report: report.ToReport())).ToList();
        Before = reports.Where(one => one.Year == year - 1).Select(one => one.Report).SingleOrDefault();
        History = [.. reports.Select(one => (one.Year, Figures.At(one.Report, "t3.received.total"), Figures.At(one.Report, "t3.total.total")))];
        Findings = Checks.Of(Report, Before);
        using var json = new MemoryStream();
        ReportPrinter.Print(Report, PrintFormat.Json, json);
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(json.ToArray()));
        return Page();
    }
}
