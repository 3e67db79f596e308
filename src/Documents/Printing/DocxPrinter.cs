using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Printing;

/// <summary>Prints a report as a Word file, laid out after GB/T 9704—2012 (党政机关公文格式).</summary>
static class DocxPrinter
{
    // 156 mm hold twenty characters of 2号.
    const int LongestTitleLine = 20;

    /// <param name="report">What is printed.</param>
    /// <param name="to">Stays open.</param>
    /// <param name="characterGrid">
    /// Word squeezes a character that is wider than its place in the grid, as the standard means it; LibreOffice gives it two places, so
    /// for LibreOffice the characters stand closer instead.
    /// </param>
    public static void Print(Report report, Stream to, bool characterGrid = true)
    {
        using MemoryStream file = new();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            // A name of its own: a random one would change the bytes.
            var main = document.AddNewPart<MainDocumentPart>("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "document");
            DocxStyles.AddTo(main, characterGrid);
            Body body = new(Content(report));
            body.Append(DocxPage.AddTo(main, characterGrid));
            main.Document = new(body);
            DocxPage.Describe(document, report.PrintedTitle);
        }
        FixedPackage.Copy(file, to);
    }

    static IEnumerable<OpenXmlElement> Content(Report report)
    {
        yield return Title(report.PrintedTitle);
        foreach (var paragraph in report.Introduction) yield return Prose(paragraph);
        foreach (var part in report.PrintedParts)
        {
            if (part.Section is { } section)
            {
                yield return Styled(DocxStyles.Heading1, section.Heading);
                foreach (var paragraph in section.Paragraphs) yield return Prose(paragraph);
            }
            foreach (var table in part.Tables)
            {
                yield return DocxTable.Of(report, table);
                // Two tables without a paragraph between them would grow together.
                yield return Styled(DocxStyles.AfterTable, "");
            }
        }
    }

    // 7.3.1: 回行时，要做到词意完整. What the report is stays on one line, whose it is goes above.
    static Paragraph Title(string title)
    {
        var turn = title.LastIndexOf("政府信息公开", StringComparison.Ordinal);
        if (turn <= 0 || title.Length <= LongestTitleLine) return Styled(DocxStyles.Title, title);
        var paragraph = Styled(DocxStyles.Title, title[..turn]);
        paragraph.Append(new Run(new Break()), RunOf(title[turn..]));
        return paragraph;
    }

    // （一）… is a heading of its own, or the first sentence of its paragraph.
    static Paragraph Prose(string text)
    {
        if (Subheading.Is(text)) return Styled(DocxStyles.Heading2, text);
        var heading = Subheading.LengthIn(text);
        return heading == 0
            ? new(RunOf(text))
            : new(RunOf(text[..heading], new RunProperties(new RunStyle { Val = DocxStyles.RunInHeading })), RunOf(text[heading..]));
    }

    internal static Paragraph Styled(string style, string text)
    {
        Paragraph paragraph = new(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        if (text.Length > 0) paragraph.Append(RunOf(text));
        return paragraph;
    }

    internal static Run RunOf(string text, RunProperties? properties = null)
    {
        Run run = new();
        if (properties is not null) run.Append(properties);
        run.Append(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }
}
