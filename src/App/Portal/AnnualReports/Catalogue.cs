using System.Globalization;
using System.Text;
using Gongkai.App.Ui;
using Gongkai.Records;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.AnnualReports;

/// <summary>The list of reports as a file for spreadsheets: the same rows that the page counts.</summary>
public static class Catalogue
{
    public static async Task Get(HttpContext context, Store store, Site site, TimeProvider time, [FromQuery(Name = "nf")] string? year, [FromQuery(Name = "dw")] string? unit)
    {
        var response = context.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = "attachment; filename=\"nb.csv\"; filename*=UTF-8''" + Uri.EscapeDataString("政府信息公开工作年度报告目录.csv");
        await using var csv = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await csv.WriteAsync(Csv.ByteOrderMark);
        await csv.WriteAsync(Csv.Line("年份", "单位", "标题", "发布日期", "自动校验", "网址"));
        int? wanted = int.TryParse(year, CultureInfo.InvariantCulture, out var number) ? number : null;
        var rows = ReportRow.Of(store, time.Today, wanted, unit?.Trim() is { Length: > 0 and <= 100 } name ? name : null);
        await foreach (var row in rows.AsAsyncEnumerable())
            await csv.WriteAsync(Csv.Line($"{row.Year}", row.Agency, row.Title, row.PublishedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), row.Verdict, site.Absolute(row.Path)));
    }
}
