using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.Documents.Printing;

/// <summary>Prints a published piece of information as a Word file, laid out after GB/T 9704—2012.</summary>
public static class ArticlePrinter
{
    /// <returns>The same bytes for the same article.</returns>
    public static byte[] Docx(PrintedArticle article)
    {
        using MemoryStream file = new();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = document.AddNewPart<MainDocumentPart>("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "document");
            DocxStyles.AddTo(main, characterGrid: true);
            Body body = new(DocxPrinter.Styled(DocxStyles.Title, DocxHtml.Plain(article.Title)));
            if (article.Standing is { } standing) body.Append(DocxPrinter.Styled(DocxStyles.Heading2, DocxHtml.Plain(standing)));
            body.Append(new DocxHtml(main, article.Picture).Of(new HtmlParser().ParseDocument(article.Html).Body!));
            if (article.Attachments is not []) body.Append(DocxPrinter.Styled(DocxStyles.Heading1, "附件"));
            foreach (var (i, name) in article.Attachments.Index()) body.Append(new Paragraph(DocxPrinter.RunOf(DocxHtml.Plain($"{i + 1}．{name}"))));
            body.Append(DocxPrinter.Styled(DocxStyles.AfterTable, ""));
            foreach (var (name, value) in article.Source) body.Append(DocxPrinter.Styled(DocxStyles.AfterTable, DocxHtml.Plain($"{name}：{value}")));
            body.Append(DocxPage.AddTo(main, characterGrid: true));
            main.Document = new(body);
            DocxPage.Describe(document, DocxHtml.Plain(article.Title));
        }
        using MemoryStream copy = new();
        FixedPackage.Copy(file, copy);
        return copy.ToArray();
    }

    /// <exception cref="PrinterMissingException">LibreOffice is not installed.</exception>
    /// <exception cref="PrinterFailedException">LibreOffice gave no PDF, or took too long.</exception>
    public static byte[] Pdf(PrintedArticle article) => PdfPrinter.Of([Docx(article)])[0];
}
