using Gongkai.Documents.Printing;
using Gongkai.Rules.AnnualReports;
using UglyToad.PdfPig;

namespace Gongkai.Documents.Tests.Printing;

/// <summary>These need LibreOffice and Chinese fonts; without them they fail and say what to install.</summary>
[Collection(LibreOffice.Runs)]
public class PdfPrinterTests
{
    [Fact]
    public void A_report_becomes_A4_pages_with_its_text_in_the_margins_of_the_standard()
    {
        using var pdf = PdfDocument.Open(Printed.Bytes(SampleReports.Of2021, PrintFormat.Pdf));
        var pages = pdf.GetPages().ToList();
        Assert.All(pages, page => Assert.Equal((595, 842), ((int)Math.Round(page.Width), (int)Math.Round(page.Height))));

        var text = string.Concat(pages.SelectMany(page => page.Letters).Select(letter => letter.Value));
        Assert.Contains("某区住房和城乡建设局2021年政府信息公开工作年度报告", text);
        Assert.Contains("三、收到和处理政府信息公开申请情况", text);
        Assert.Contains("申请人无正当理由", text);

        // Left 28 mm, right 26 mm; a border or a full stop may hang over by a hair.
        static double Points(double millimetres) => millimetres / 25.4 * 72;
        Assert.All(pages.SelectMany(page => page.Letters).Where(letter => letter.Value.Trim() != ""), letter =>
            Assert.InRange(letter.StartBaseLine.X, Points(28) - 3, Points(210 - 26) + 3));
    }

    [Fact]
    public void A_page_of_prose_holds_twenty_two_lines_of_twenty_eight_characters()
    {
        var prose = string.Concat(Enumerable.Repeat("公开是常态不公开是例外", 200));
        var report = SampleReports.Of2021 with { Sections = [new(1, "一、总体情况", [prose])], Cells = CellValues.Of(ReportForm.Of2021, new Dictionary<string, CellValue>()) };
        using var pdf = PdfDocument.Open(Printed.Bytes(report, PrintFormat.Pdf));
        // The first page has the title on it; the second is prose and a page number.
        var lines = pdf.GetPage(2).Letters.Where(letter => letter.Value.Trim() != "").GroupBy(letter => Math.Round(letter.StartBaseLine.Y)).ToList();
        Assert.Equal(22, lines.Count(line => line.Count() == 28));
        Assert.Equal(23, lines.Count);
    }

    [Fact]
    public void Nothing_is_left_in_the_temporary_folder()
    {
        Printed.Bytes(SampleReports.Of2019, PrintFormat.Pdf);
        Assert.Empty(Directory.GetDirectories(Path.GetTempPath(), "gongkai-pdf-" + Environment.ProcessId + "-*"));
    }

    [Fact]
    public void Without_LibreOffice_the_reader_is_told_what_to_do() =>
        Assert.Equal("这台机器没有安装 LibreOffice，不能输出 PDF：请安装 libreoffice-writer 和中文字体（如 fonts-noto-cjk），或改为输出 .docx、.html。",
            Assert.Throws<PrinterMissingException>(() => PdfPrinter.Print(SampleReports.Of2019, Stream.Null, path: "/nowhere")).Message);

    [Fact]
    public void A_LibreOffice_that_prints_nothing_is_reported_and_not_waited_for()
    {
        var folder = Directory.CreateTempSubdirectory("gongkai-no-office-");
        try
        {
            var program = Path.Combine(folder.FullName, "soffice");
            File.WriteAllText(program, "#!/bin/sh\necho 'it is broken' >&2\nexit 3\n");
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            Assert.Equal("LibreOffice 没有生成 PDF，请重试；仍不成功时可先输出 .docx 再转换。",
                Assert.Throws<PrinterFailedException>(() => PdfPrinter.Print(SampleReports.Of2019, Stream.Null, folder.FullName)).Message);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
