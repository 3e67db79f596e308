using System.Net;
using Gongkai.App.Portal.AnnualReports;

namespace Gongkai.App.Tests;

public class PdfTests(Platform platform)
{
    [Fact]
    public async Task A_PDF_is_offered_where_it_can_be_printed_and_elsewhere_the_page_says_what_to_do()
    {
        var page = await platform.Page("/zfxxgk/nb/2024/zjj");
        var answer = await platform.Visitor().GetAsync("/zfxxgk/nb/2024/zjj/nb.pdf", TestContext.Current.CancellationToken);

        Assert.Equal(Downloads.PdfCanBePrinted, page.QuerySelector(".files a[href$='.pdf']") is not null);
        Assert.Equal(!Downloads.PdfCanBePrinted, page.QuerySelector("#xiazai").Words().Contains("本机没有安装 LibreOffice", StringComparison.Ordinal));
        Assert.Equal(Downloads.PdfCanBePrinted ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
        if (Downloads.PdfCanBePrinted) Assert.Equal("%PDF"u8.ToArray(), (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))[..4]);
    }
}
