using System.Globalization;
using Gongkai.App.Ui;
using Gongkai.Records;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.AnnualReports;

/// <summary>The list of reports as a file for spreadsheets: the same rows that the page counts.</summary>
public static class Catalogue
{
    public static Task Get(HttpContext context, Store store, Site site, TimeProvider time, [FromQuery(Name = "nf")] string? year, [FromQuery(Name = "dw")] string? unit)
    {
        int? wanted = int.TryParse(year, CultureInfo.InvariantCulture, out var number) ? number : null;
        var rows = ReportRow.Of(store, time.Today, wanted, unit?.Trim() is { Length: > 0 and <= 100 } name ? name : null);
        return context.Response.Send(new("政府信息公开工作年度报告目录", [], ["年份", "单位", "标题", "发布日期", "自动校验", "网址"],
            rows.AsAsyncEnumerable().Select(IReadOnlyList<Cell> (row) => [$"{row.Year}", row.Agency, row.Title, row.PublishedOn, row.Verdict, site.Absolute(row.Path)])), SheetFormat.Csv, "nb");
    }
}
