using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Gongkai.Documents.Printing;
using Gongkai.Rules.AnnualReports;
using CellValue = Gongkai.Rules.AnnualReports.CellValue;
using CellValues = Gongkai.Rules.AnnualReports.CellValues;

namespace Gongkai.Documents.Tests.Printing;

public class XlsxPrinterTests
{
    [Theory, MemberData(nameof(Printed.Samples), MemberType = typeof(Printed))]
    public void The_workbook_is_valid(string sample)
    {
        using var book = SpreadsheetDocument.Open(Printed.File(Printed.ByName[sample], PrintFormat.Xlsx), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(book, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    [Theory, MemberData(nameof(Printed.Samples), MemberType = typeof(Printed))]
    public void Each_table_has_a_sheet_merged_as_in_the_form(string sample)
    {
        var report = Printed.ByName[sample];
        using var book = SpreadsheetDocument.Open(Printed.File(report, PrintFormat.Xlsx), isEditable: false);
        Assert.Equal(["正文", .. report.Form.Tables.Select(table => table.PrintedCaption)], Sheets(book).Select(sheet => sheet.Name!.Value!));
        foreach (var table in report.Form.Tables)
        {
            var sheet = Sheet(book, table.PrintedCaption);
            Assert.Equal(table.Lines(report.Form).Sum(line => line.Count(box => box.Columns * box.Rows > 1)), sheet.Descendants<MergeCell>().Count());
            Assert.Equal(table.Lines(report.Form).SelectMany(line => line).Select(box => box.Cell is { } cell ? report.Cells[cell].ToString() : box.Text).Where(text => text != ""),
                sheet.Descendants<Cell>().Select(cell => cell.InnerText).Where(text => text != ""));
        }
    }

    [Fact]
    public void Numbers_are_numbers_and_printed_text_is_text_never_a_formula()
    {
        var report = SampleReports.Of2021 with
        {
            Title = "=HYPERLINK(\"http://example.test\")",
            Cells = CellValues.Of(ReportForm.Of2021, new Dictionary<string, CellValue>
            {
                ["t2.rules.issued"] = CellValue.Text("=1+1", null),
                ["t2.rules.repealed"] = CellValue.Text("@SUM(A1)", null),
                ["t2.rules.inForce"] = 12.50m,
                ["t2.fees.amount"] = 12345678901234567890m,
            }, 0),
        };
        using var book = SpreadsheetDocument.Open(Printed.File(report, PrintFormat.Xlsx), isEditable: false);
        Assert.Empty(book.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<CellFormula>()));
        var cells = Sheet(book, ReportForm.Of2021.Table2.PrintedCaption).Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!);
        Assert.Equal(DocumentFormat.OpenXml.Spreadsheet.CellValues.InlineString, cells["B3"].DataType!.Value);
        Assert.Equal("=1+1", cells["B3"].InnerText);
        Assert.Equal("@SUM(A1)", cells["C3"].InnerText);
        Assert.Null(cells["D3"].DataType);
        Assert.Equal("12.50", cells["D3"].CellValue!.Text);
        // Excel would round it.
        Assert.Equal("12345678901234567890", Assert.Single(cells.Values, cell => cell.InnerText.StartsWith("1234", StringComparison.Ordinal)).InlineString!.InnerText);
    }

    [Fact]
    public void The_same_report_gives_the_same_bytes() =>
        Assert.Equal(Printed.Bytes(SampleReports.Of2021, PrintFormat.Xlsx), Printed.Bytes(SampleReports.Of2021, PrintFormat.Xlsx));

    static IEnumerable<Sheet> Sheets(SpreadsheetDocument book) => book.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>();

    static Worksheet Sheet(SpreadsheetDocument book, string name) =>
        ((WorksheetPart)book.WorkbookPart!.GetPartById(Sheets(book).Single(sheet => sheet.Name == name).Id!)).Worksheet!;
}
