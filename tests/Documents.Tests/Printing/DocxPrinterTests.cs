using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.Documents.Printing;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Tests.Printing;

public class DocxPrinterTests
{
    static WordprocessingDocument Open(Report report) => WordprocessingDocument.Open(Printed.File(report, PrintFormat.Docx), isEditable: false);

    static Body BodyOf(WordprocessingDocument document) => document.MainDocumentPart!.Document!.Body!;

    [Theory, MemberData(nameof(Printed.Samples), MemberType = typeof(Printed))]
    public void The_file_is_valid(string sample)
    {
        using var document = Open(Printed.ByName[sample]);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
    }

    [Theory, MemberData(nameof(Printed.Samples), MemberType = typeof(Printed))]
    public void Each_table_is_merged_as_in_the_form_and_as_wide_as_the_text(string sample)
    {
        var report = Printed.ByName[sample];
        using var document = Open(report);
        foreach (var (table, drawn) in report.Form.Tables.Zip(BodyOf(document).Elements<Table>()))
        {
            // 156 mm, to a twentieth of a point.
            Assert.Equal(8845, drawn.GetFirstChild<DocumentFormat.OpenXml.Wordprocessing.TableGrid>()!.Elements<GridColumn>().Sum(column => int.Parse(column.Width!.Value!)));
            Assert.Equal(table.PrintedCaption, drawn.GetFirstChild<TableProperties>()!.TableCaption!.Val!.Value);
            var rows = drawn.Elements<TableRow>().ToList();
            Assert.Equal(table.HeadingLines, rows.TakeWhile(row => row.Descendants<TableHeader>().Any()).Count());
            Assert.All(rows, row => Assert.Single(row.Descendants<CantSplit>()));
            Assert.All(rows, row => Assert.Equal(table.Width, row.Elements<TableCell>().Sum(Span)));

            var began = rows.Select(row => row.Elements<TableCell>().Where(cell => cell.Descendants<VerticalMerge>().FirstOrDefault()?.Val?.Value != MergedCellValues.Continue).ToList()).ToList();
            Assert.Equal(table.Lines(report.Form).SelectMany(line => line).Select(box => (box.Cell is { } cell ? report.Cells[cell].ToString() : box.Text, box.Columns, box.Rows)),
                began.SelectMany((line, number) => line.Select(cell => (cell.InnerText, Span(cell), Rows(rows, number, cell)))));
        }
    }

    static int Span(TableCell cell) => cell.TableCellProperties!.GridSpan?.Val?.Value ?? 1;

    // How many lines a box covers: itself, and each below that goes on at the same column.
    static int Rows(List<TableRow> rows, int line, TableCell cell)
    {
        if (cell.TableCellProperties!.VerticalMerge is null) return 1;
        var column = cell.ElementsBefore().OfType<TableCell>().Sum(Span);
        return 1 + rows.Skip(line + 1).TakeWhile(row => row.Elements<TableCell>()
            .Any(other => other.ElementsBefore().OfType<TableCell>().Sum(Span) == column && other.TableCellProperties!.VerticalMerge?.Val?.Value == MergedCellValues.Continue)).Count();
    }

    [Fact]
    public void The_page_is_the_standard_s()
    {
        using var document = Open(SampleReports.Of2021);
        var page = BodyOf(document).GetFirstChild<SectionProperties>()!;
        static double Millimetres(double twentiethsOfAPoint) => twentiethsOfAPoint / 1440 * 25.4;

        var margin = page.GetFirstChild<PageMargin>()!;
        Assert.Equal(210, Millimetres(page.GetFirstChild<PageSize>()!.Width!), tolerance: .1);
        Assert.Equal(297, Millimetres(page.GetFirstChild<PageSize>()!.Height!), tolerance: .1);
        Assert.Equal(37, Millimetres(margin.Top!), tolerance: .1);
        Assert.Equal(35, Millimetres(margin.Bottom!), tolerance: .1);
        Assert.Equal(28, Millimetres(margin.Left!), tolerance: .1);
        Assert.Equal(26, Millimetres(margin.Right!), tolerance: .1);

        var grid = page.GetFirstChild<DocGrid>()!;
        Assert.Equal(DocGridValues.LinesAndChars, grid.Type!.Value);
        Assert.Equal(22, (16838 - margin.Top! - margin.Bottom!) / grid.LinePitch!.Value);
        Assert.Equal(28, (int)((11906 - margin.Left! - margin.Right!) / 20.0 / (16 + grid.CharacterSpace!.Value / 4096.0)));
    }

    [Fact]
    public void Faces_and_sizes_are_the_standard_s()
    {
        using var document = Open(SampleReports.Of2021);
        var styles = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!;
        (string, string) Of(string id)
        {
            var run = styles.Elements<Style>().Single(style => style.StyleId == id).StyleRunProperties!;
            return (run.RunFonts!.EastAsia!.Value!, run.FontSize!.Val!.Value!);
        }

        var body = styles.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!;
        Assert.Equal(("仿宋_GB2312", "32"), (body.RunFonts!.EastAsia!.Value!, body.FontSize!.Val!.Value!));
        Assert.Equal(("方正小标宋简体", "44"), Of("Title"));
        Assert.Equal(("黑体", "32"), Of("Heading1"));
        Assert.Equal(("楷体_GB2312", "32"), Of("Heading2"));
        Assert.Equal(("宋体", "28"), Of("OddFooter"));
        var normal = styles.Elements<Style>().Single(style => style.StyleId == "Normal").StyleParagraphProperties!;
        Assert.Equal(200, normal.Indentation!.FirstLineChars!.Value);
        Assert.Equal(("579", LineSpacingRuleValues.Exact), (normal.SpacingBetweenLines!.Line!.Value!, normal.SpacingBetweenLines.LineRule!.Value));
    }

    [Fact]
    public void A_second_level_heading_is_in_its_own_face_alone_or_at_the_head_of_its_paragraph()
    {
        using var document = Open(SampleReports.Of2021);
        var paragraphs = BodyOf(document).Elements<Paragraph>().ToList();
        Assert.Equal(["（一）主动公开", "（二）平台建设"],
            paragraphs.Where(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val == "Heading2").Select(paragraph => paragraph.InnerText));
        var runIn = paragraphs.Single(paragraph => paragraph.InnerText.StartsWith("（一）答复文书", StringComparison.Ordinal));
        Assert.Equal("（一）答复文书还不够通俗。", Assert.Single(runIn.Elements<Run>(), run => run.RunProperties?.RunStyle?.Val == "RunInHeading").InnerText);
    }

    [Fact]
    public void Page_numbers_stand_outside_between_dashes()
    {
        using var document = Open(SampleReports.Of2021);
        var page = BodyOf(document).GetFirstChild<SectionProperties>()!;
        string Style(HeaderFooterValues pages)
        {
            var id = page.Elements<FooterReference>().Single(footer => footer.Type! == pages).Id!;
            var footer = ((FooterPart)document.MainDocumentPart!.GetPartById(id!)).Footer!;
            Assert.Equal("— 1 —", footer.InnerText);
            Assert.Equal("PAGE", footer.Descendants<SimpleField>().Single().Instruction!.Value);
            return footer.Descendants<ParagraphStyleId>().Single().Val!.Value!;
        }

        Assert.Equal("OddFooter", Style(HeaderFooterValues.Default));
        Assert.Equal("EvenFooter", Style(HeaderFooterValues.Even));
        Assert.NotNull(document.MainDocumentPart!.DocumentSettingsPart!.Settings!.GetFirstChild<EvenAndOddHeaders>());
    }

    [Fact]
    public void The_file_names_the_report_and_no_person_and_no_time()
    {
        using var document = Open(SampleReports.Of2021);
        Assert.Equal(SampleReports.Of2021.Title, document.PackageProperties.Title);
        Assert.Null(document.PackageProperties.Creator);
        Assert.Null(document.PackageProperties.LastModifiedBy);
        Assert.Null(document.PackageProperties.Created);
        Assert.Equal(Printed.Bytes(SampleReports.Of2021, PrintFormat.Docx), Printed.Bytes(SampleReports.Of2021, PrintFormat.Docx));
    }

    [Fact]
    public void A_number_too_wide_for_its_box_is_smaller_and_not_broken()
    {
        var report = SampleReports.Of2021 with { Cells = CellValues.Of(ReportForm.Of2021, new Dictionary<string, CellValue> { ["t3.received.person"] = CellValue.Text("184719元", 184719) }, 0) };
        using var document = Open(report);
        var run = BodyOf(document).Descendants<Run>().Single(run => run.InnerText == "184719元");
        Assert.Equal("12", run.RunProperties!.FontSize!.Val!.Value);
    }
}
