using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Printing;

/// <summary>Prints a report; every format draws the tables from the form's own layout.</summary>
public static class ReportPrinter
{
    /// <summary>Writes <paramref name="report"/> to <paramref name="to"/>, which stays open and need not be seekable.</summary>
    /// <remarks>The same report gives the same bytes in every format but PDF, where LibreOffice writes the time.</remarks>
    /// <exception cref="PrinterMissingException">A PDF was asked for, and LibreOffice is not installed.</exception>
    /// <exception cref="PrinterFailedException">LibreOffice gave no PDF, or took too long.</exception>
    public static void Print(Report report, PrintFormat format, Stream to)
    {
        switch (format)
        {
            case PrintFormat.Html: HtmlPrinter.Print(report, to); break;
            case PrintFormat.Docx: DocxPrinter.Print(report, to); break;
            case PrintFormat.Xlsx: XlsxPrinter.Print(report, to); break;
            case PrintFormat.Markdown: MarkdownPrinter.Print(report, to); break;
            case PrintFormat.Json: ReportJson.Write(report, to); break;
            case PrintFormat.Pdf: PdfPrinter.Print(report, to); break;
            default: throw new ArgumentOutOfRangeException(nameof(format));
        }
    }
}
