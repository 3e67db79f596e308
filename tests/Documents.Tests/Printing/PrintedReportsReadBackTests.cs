using System.Collections.Concurrent;
using Gongkai.Documents.Printing;
using Gongkai.Documents.Reading;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Tests.Printing;

/// <summary>What we print, we read: each print gives the same report, cell for cell.</summary>
[Collection(LibreOffice.Runs)]
public class PrintedReportsReadBackTests
{
    public static TheoryData<string, PrintFormat> Prints
    {
        get
        {
            TheoryData<string, PrintFormat> prints = [];
            foreach (var sample in Printed.ByName.Keys)
                foreach (var format in Enum.GetValues<PrintFormat>())
                    prints.Add(sample, format);
            return prints;
        }
    }

    [Theory, MemberData(nameof(Prints))]
    public void A_printed_report_reads_the_same_cell_for_cell(string sample, PrintFormat format)
    {
        var report = Printed.ByName[sample];
        var read = Read(sample, format);
        Assert.Same(report.Form, read.Form);
        Assert.Equal([], report.Form.Cells.Where(cell => report.Cells[cell] != read.Cells[cell])
            .Select(cell => $"{cell.Key}: {report.Cells[cell].Reading} {report.Cells[cell]} → {read.Cells[cell].Reading} {read.Cells[cell]}"));
    }

    [Theory, MemberData(nameof(Prints))]
    public void A_printed_report_reads_with_its_title_and_its_parts(string sample, PrintFormat format)
    {
        var report = Printed.ByName[sample];
        var read = Read(sample, format);
        Assert.Equal((report.Agency, report.Year, report.Title), (read.Agency, read.Year, read.Title));
        Assert.Equal(report.Sections.Select(section => (section.Number, section.Heading)), read.Sections.Select(section => (section.Number, section.Heading)));
        // A page has no paragraphs and no full-width punctuation of its own: what it says is the same.
        if (format == PrintFormat.Pdf)
            Assert.Equal(Said(report), Said(read));
        else
            Assert.Equal(report.Prose, read.Prose);
        Assert.Equal([], read.Notes);
    }

    static IEnumerable<(int Section, string Words)> Said(Report report) => report.Prose.GroupBy(prose => prose.Section,
        (section, prose) => (section, Folding.Narrow(string.Concat(prose.Select(paragraph => paragraph.Paragraph)))));

    // LibreOffice takes seconds: each PDF is printed once.
    static readonly ConcurrentDictionary<string, byte[]> Pdfs = new();

    static Report Read(string sample, PrintFormat format) => ReportReader.Read(
        new MemoryStream(format == PrintFormat.Pdf ? Pdfs.GetOrAdd(sample, name => Printed.Bytes(Printed.ByName[name], format)) : Printed.Bytes(Printed.ByName[sample], format)),
        "report" + format.Ending);
}
