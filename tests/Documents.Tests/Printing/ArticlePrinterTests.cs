using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.Documents.Printing;

namespace Gongkai.Documents.Tests.Printing;

public sealed class ArticlePrinterTests
{
    // One pixel.
    static readonly byte[] Dot = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    static readonly PrintedArticle Article = new("关于公布标准的通知", "已废止　本文件已于2026年1月1日废止，仅供查阅。",
        "<p>各街道：</p><h2>一、标准</h2><p>收入<strong>不高于</strong>4320元，面积16m<sup>2</sup>。<br>𠮷野路除外。</p><ol start=\"3\"><li>甲</li><li>乙</li></ol><ul><li>丙</li></ul>"
        + "<table><caption>对照表</caption><thead><tr><th rowspan=\"2\">对象</th><th colspan=\"2\">标准</th></tr><tr><th>2025年</th><th>2026年</th></tr></thead><tbody><tr><td>家庭</td><td>4150</td><td>4320</td></tr><tr><td>职工</td></tr></tbody></table>"
        + "<p>见图。</p><img src=\"/zfxxgk/fj/a\" alt=\"流程图\"><img src=\"/zfxxgk/fj/b\" alt=\"没有的图\"><p class=\"sign\">某局</p>",
        ["对照表.csv"], [("来源网址", "http://www.example.gov.cn/a.html"), ("校验码", "0123-4567-89AB-CDEF")]) { Picture = address => address.EndsWith('a') ? Dot : null };

    [Fact]
    public void A_text_becomes_a_valid_file_with_its_headings_lists_tables_and_pictures()
    {
        using var document = Open(Article);
        var body = document.MainDocumentPart!.Document!.Body!;

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        Assert.Equal(
            ["关于公布标准的通知", "已废止　本文件已于2026年1月1日废止，仅供查阅。", "各街道：", "一、标准", "收入不高于4320元，面积16m2。𠮷野路除外。", "3．甲", "4．乙", "·　丙", "对照表", "", "见图。", "", "［图片：没有的图］", "某局", "附件", "1．对照表.csv", "",
                "来源网址：http://www.example.gov.cn/a.html", "校验码：0123-4567-89AB-CDEF"],
            body.Elements<Paragraph>().Select(paragraph => paragraph.InnerText));
        Assert.Equal("Heading1", body.Elements<Paragraph>().Single(paragraph => paragraph.InnerText == "一、标准").ParagraphProperties!.ParagraphStyleId!.Val!.Value);
        Assert.Equal("不高于", body.Descendants<Run>().Single(run => run.RunProperties?.Bold is not null).InnerText);
        Assert.Equal("2", body.Descendants<Run>().Single(run => run.RunProperties?.VerticalTextAlignment is not null).InnerText);
        Assert.Equal(Dot, Bytes(Assert.Single(document.MainDocumentPart!.ImageParts)));

        var rows = body.Elements<Table>().Single().Elements<TableRow>().ToList();
        Assert.Equal(["对象|标准", "|2025年|2026年", "家庭|4150|4320", "职工|"], rows.Select(row => string.Join('|', row.Elements<TableCell>().Select(cell => cell.InnerText))));
        Assert.All(rows, row => Assert.Equal(3, row.Elements<TableCell>().Sum(cell => cell.TableCellProperties!.GridSpan?.Val?.Value ?? 1)));
        Assert.Equal([true, true, false, false], rows.Select(row => row.Descendants<TableHeader>().Any()));
    }

    [Fact]
    public void The_same_text_gives_the_same_bytes() => Assert.Equal(ArticlePrinter.Docx(Article), ArticlePrinter.Docx(Article));

    [Theory]
    [InlineData("")]
    [InlineData("裸露的字")]
    [InlineData("<p>\u0001控制字符\uFFFE</p>")]
    [InlineData("<table><tbody></tbody></table>")]
    [InlineData("<table><tbody><tr><td rowspan=\"9999\" colspan=\"9999\">大</td></tr><tr><td>小</td></tr></tbody></table>")]
    [InlineData("<ul><li><p>段</p><ul><li>里</li></ul></li></ul><blockquote><p>引</p></blockquote>")]
    public void Whatever_stands_in_a_text_the_file_is_valid(string html)
    {
        using var document = Open(Article with { Html = html });
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
    }

    static WordprocessingDocument Open(PrintedArticle article) => WordprocessingDocument.Open(new MemoryStream(ArticlePrinter.Docx(article)), isEditable: false);

    static byte[] Bytes(OpenXmlPart part)
    {
        using var copy = new MemoryStream();
        using var bytes = part.GetStream();
        bytes.CopyTo(copy);
        return copy.ToArray();
    }
}
