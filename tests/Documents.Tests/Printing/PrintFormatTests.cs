using Gongkai.Documents.Printing;

namespace Gongkai.Documents.Tests.Printing;

public class PrintFormatTests
{
    [Theory]
    [InlineData("年报.html", PrintFormat.Html)]
    [InlineData("a.HTM", PrintFormat.Html)]
    [InlineData("/tmp/a.b/r.docx", PrintFormat.Docx)]
    [InlineData("r.xlsx", PrintFormat.Xlsx)]
    [InlineData("r.md", PrintFormat.Markdown)]
    [InlineData("r.json", PrintFormat.Json)]
    [InlineData("r.PDF", PrintFormat.Pdf)]
    public void The_ending_chooses_the_format(string name, PrintFormat format) => Assert.Equal(format, PrintFormats.OfName(name));

    [Theory]
    [InlineData("r.ofd")]
    [InlineData("docx")]
    [InlineData("")]
    public void An_ending_that_we_do_not_print_is_none(string name) => Assert.Null(PrintFormats.OfName(name));

    [Fact]
    public void Every_format_is_found_by_its_own_ending() =>
        Assert.All(Enum.GetValues<PrintFormat>(), format => Assert.Equal(format, PrintFormats.OfName("r" + format.Ending)));
}
