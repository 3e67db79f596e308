using System.Text;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Printing;

/// <summary>Prints a report as an HTML file that stands alone.</summary>
static class HtmlPrinter
{
    public static void Print(Report report, Stream to) =>
        to.Write(Encoding.UTF8.GetBytes(Printer.Print<HtmlPage>(new Dictionary<string, object?> { [nameof(HtmlPage.Report)] = report })));
}
