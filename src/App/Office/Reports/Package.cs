using System.IO.Compression;
using Gongkai.App.Access;
using Gongkai.Documents.Printing;
using Gongkai.Records;
using Gongkai.Rules.Access;

namespace Gongkai.App.Office.Reports;

/// <summary>What is handed up to the supervising office: the report as a document, as a spreadsheet, and as data.</summary>
static class Package
{
    static readonly PrintFormat[] Formats = [PrintFormat.Docx, PrintFormat.Xlsx, PrintFormat.Json];

    [Permits(Permission.PublishReports)]
    public static async Task<IResult> Get(string handle, Drafting drafting)
    {
        // What is no handle names nothing, like a handle that nothing has.
        if (!Handle.TryParse(handle, null, out var named) || await drafting.Open(named) is not { } file || file.Preparation.ToSubmitting() is not null) return Results.NotFound();
        var report = file.ToReport();
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var format in Formats)
            {
                var entry = zip.CreateEntry(report.PrintedTitle + format.Ending);
                // The time of signing and not of packing: the same report makes the same package.
                entry.LastWriteTime = new DateTimeOffset((file.Draft.SignedAt ?? file.Draft.PreparedAt).UtcDateTime.Date, TimeSpan.Zero);
                using var to = entry.Open();
                using var printed = new MemoryStream();
                ReportPrinter.Print(report, format, printed);
                printed.Position = 0;
                printed.CopyTo(to);
            }
        bytes.Position = 0;
        return Results.File(bytes, "application/zip", $"{report.PrintedTitle}报送材料.zip");
    }
}
