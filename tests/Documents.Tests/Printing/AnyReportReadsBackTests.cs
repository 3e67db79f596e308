using CsCheck;
using Gongkai.Documents.Printing;
using Gongkai.Documents.Reading;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Tests.Printing;

/// <summary>Not only our samples: whatever stands in the cells comes back from every print.</summary>
[Collection(LibreOffice.Runs)]
public class AnyReportReadsBackTests
{
    static readonly Gen<CellValue> Cells = Gen.Frequency(
        (50, Gen.Const((CellValue)0)),
        (40, Gen.Int[0, 99999].Select(number => (CellValue)number)),
        (2, Gen.Const(CellValue.Blank)),
        (2, Gen.Const(CellValue.Text("-", null))),
        (2, Gen.Const(CellValue.Text("/", null))),
        (2, Gen.Int[1, 999].Select(number => CellValue.Text($"+{number}", number))),
        (2, Gen.Int[1, 999].Select(number => CellValue.Text($"-{number}", -number))),
        (2, Gen.Int[1, 999].Select(number => CellValue.Text($"增{number}", number))),
        (2, Gen.Int[1, 999999].Select(number => CellValue.Text($"{number}元", number))));

    static readonly Gen<decimal> Amounts = Gen.Select(Gen.Int[0, 99999999], Gen.Int[0, 4], (number, places) => new decimal(number, 0, 0, false, (byte)places));

    static readonly Gen<Report> Reports =
        from edition2 in Gen.OneOf(Gen.Const(2019), Gen.Const(2021))
        from edition3 in Gen.Frequency((3, Gen.Const(edition2)), (1, Gen.Const(4040 - edition2)))
        from cells in Cells.Array[212]
        from amounts in Amounts.Array[212]
        let form = ReportForm.Of(edition2, edition3)
        let sample = edition2 == 2019 ? SampleReports.Of2019 : SampleReports.Of2021
        select sample with
        {
            Form = form,
            Cells = new(form, form.Cells.Select(cell => cell.Unit is Unit.Yuan or Unit.TenThousandYuan ? amounts[cell.Index] : cells[cell.Index])),
        };

    [Theory]
    [InlineData(PrintFormat.Html)]
    [InlineData(PrintFormat.Docx)]
    [InlineData(PrintFormat.Xlsx)]
    [InlineData(PrintFormat.Markdown)]
    [InlineData(PrintFormat.Json)]
    public void Whatever_stands_in_the_cells_comes_back(PrintFormat format) => Reports.Sample(report =>
    {
        using var file = Printed.File(report, format);
        var read = ReportReader.Read(file, "report" + format.Ending);
        Assert.Same(report.Form, read.Form);
        Assert.Equal("", string.Join(", ", report.Form.Cells.Where(cell => report.Cells[cell] != read.Cells[cell])
            .Select(cell => $"{cell.Key}: {report.Cells[cell].Reading} {report.Cells[cell]} → {read.Cells[cell].Reading} {read.Cells[cell]}")));
    }, iter: 25, threads: 1, print: report => string.Join(' ', report.Form.Cells.Select(cell => $"{cell.Key}={report.Cells[cell]}")));

    // A page has no cells, only places: what it leaves open stays unread, and nothing comes back as something else.
    [Fact]
    public void From_a_PDF_comes_back_what_stands_in_the_cells_or_nothing() => Reports.Sample(report =>
    {
        using var file = Printed.File(report, PrintFormat.Pdf);
        var read = ReportReader.Read(file, "report.pdf");
        var unread = report.Form.Cells.Count(cell => read.Cells[cell].Reading == CellReading.Unread);
        Assert.Equal("", string.Join(", ", report.Form.Cells.Where(cell => read.Cells[cell].Reading != CellReading.Unread && report.Cells[cell] != read.Cells[cell] && !LostItsWord(report.Cells[cell], read.Cells[cell]))
            .Select(cell => $"{cell.Key}: {report.Cells[cell].Reading} {report.Cells[cell]} → {read.Cells[cell].Reading} {read.Cells[cell]}")));
        Assert.InRange(unread, 0, report.Form.Cells.Count / 10);
    }, iter: 3, threads: 1, print: report => string.Join(' ', report.Form.Cells.Select(cell => $"{cell.Key}={report.Cells[cell]}")));

    public static TheoryData<PrintFormat, int> Gaps
    {
        get
        {
            TheoryData<PrintFormat, int> gaps = [];
            foreach (var format in (PrintFormat[])[PrintFormat.Html, PrintFormat.Docx, PrintFormat.Xlsx, PrintFormat.Markdown, PrintFormat.Json])
                for (var table = 2; table <= 4; table++) gaps.Add(format, table);
            return gaps;
        }
    }

    [Theory, MemberData(nameof(Gaps))]
    public void A_table_that_is_missing_is_missing_when_it_is_read_back(PrintFormat format, int table)
    {
        var report = SampleReports.Without(SampleReports.Of2021, table);
        using var file = Printed.File(report, format);
        var read = ReportReader.Read(file, "report" + format.Ending);
        Assert.Equal(report.Cells.All.ToArray(), read.Cells.All.ToArray());
        Assert.Equal([1, 2, 3, 4, 5, 6], read.Sections.Select(section => section.Number));
    }

    // In a narrow column the word breaks away from its number (增 above 284) and may be lost; the number, and a sign, may not.
    static bool LostItsWord(CellValue printed, CellValue read) => printed.Raw is { } raw && raw.Any(char.IsLetter) && read.Reading == CellReading.Number && read.Number == printed.Number;
}
