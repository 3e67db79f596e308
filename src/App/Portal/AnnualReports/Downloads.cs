using Gongkai.App.Ui;
using Gongkai.Documents.Printing;
using Gongkai.Records;
using Gongkai.Records.AnnualReports;
using Gongkai.Records.Organizations;
using Gongkai.Rules.AnnualReports;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.AnnualReports;

/// <summary>A report as a file, in every form in which it can be printed.</summary>
public static class Downloads
{
    static readonly PrintFormat[] Offered = [PrintFormat.Docx, PrintFormat.Pdf, PrintFormat.Xlsx, PrintFormat.Html, PrintFormat.Markdown, PrintFormat.Json];

    /// <summary>One file that can be downloaded: where, under which name, and what to call it.</summary>
    public sealed record Offer(string Path, string Name, string Words);

    /// <summary>Whether LibreOffice is there; looked up once.</summary>
    public static bool PdfCanBePrinted { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => ((string[])["soffice", "libreoffice", "soffice.exe"]).Select(name => Path.Combine(folder, name)))
        .Any(File.Exists);

    static IEnumerable<PrintFormat> Formats => Offered.Where(format => format != PrintFormat.Pdf || PdfCanBePrinted);

    public static IReadOnlyList<Offer> Of(Report report, int year, string code) =>
        [.. Formats.Select(format => new Offer($"{Columns.PathOf(year, code)}/nb{format.Ending}", report.PrintedTitle + format.Ending, $"{WordFor(format)}（{format.Ending[1..]}）"))];

    public static Task<IResult> Get(int year, string code, string ending, Store store, TimeProvider time) =>
        PrintFormats.OfName("nb" + ending) is { } format and not PrintFormat.Pdf && format.Ending == ending
            ? Print(year, code, format, store, time)
            : Task.FromResult(Results.NotFound());

    public static Task<IResult> GetPdf(int year, string code, Store store, TimeProvider time) =>
        PdfCanBePrinted ? Print(year, code, PrintFormat.Pdf, store, time) : Task.FromResult(Results.NotFound());

    static async Task<IResult> Print(int year, string code, PrintFormat format, Store store, TimeProvider time)
    {
        if (await store.Agencies.AsNoTracking().WithCode(code).SingleOrDefaultAsync() is not { } agency) return Results.NotFound();
        var own = store.AnnualReports.AsNoTracking().Published(time.Today).OfAgency(agency.Id);
        if (await own.OfYear(year).Newest.SingleOrDefaultAsync() is not { } published) return Results.NotFound();

        var report = published.ToReport();
        var printed = new MemoryStream();
        ReportPrinter.Print(report, format, printed);
        printed.Position = 0;
        return Results.File(printed, format.MediaType, report.PrintedTitle + format.Ending);
    }

    static string WordFor(PrintFormat format) => format switch
    {
        PrintFormat.Docx => "Word 文档",
        PrintFormat.Pdf => "PDF 文档",
        PrintFormat.Xlsx => "Excel 表格",
        PrintFormat.Html => "网页文件",
        PrintFormat.Markdown => "纯文本",
        PrintFormat.Json => "机器可读数据",
    };
}
