using System.Globalization;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.Bench;

/// <summary>Makes a printed report look as if Word had saved it: a run for every few characters, each with its own formatting.</summary>
static class WordLike
{
    const string Style = "font-size:16.0pt;font-family:仿宋_GB2312;mso-hansi-font-family:宋体;color:black;mso-font-kerning:0pt";

    /// <summary>A web page in Word's manner: spans with inline styles, <c>o:p</c>, <c>&amp;nbsp;</c> where a box is empty.</summary>
    public static byte[] Html(byte[] printed)
    {
        using var page = new HtmlParser().ParseDocument(new MemoryStream(printed));
        foreach (var style in page.QuerySelectorAll("style, script").ToList()) style.Remove();
        foreach (var text in page.Body!.Descendants<IText>().Where(text => text.Data.Trim().Length > 0).ToList())
            text.Replace([.. Pieces(text.Data.Trim()).Select(piece => Span(page, piece))]);
        foreach (var box in page.QuerySelectorAll("td, th, p, h1, h2, h3, caption"))
        {
            box.SetAttribute("style", "mso-border-alt:solid windowtext .5pt;padding:0cm 5.4pt 0cm 5.4pt;text-align:center;line-height:28.0pt");
            box.AppendChild(Span(page, box.TextContent.Trim().Length == 0 ? "\u00A0" : ""));
        }
        using var to = new StringWriter(CultureInfo.InvariantCulture);
        page.ToHtml(to);
        return System.Text.Encoding.UTF8.GetBytes(to.ToString());
    }

    /// <summary>A document in Word's manner: a run for every few characters, with revision marks of the editor and proofing marks between.</summary>
    public static byte[] Docx(byte[] printed)
    {
        using var file = new MemoryStream();
        file.Write(printed);
        using (var document = WordprocessingDocument.Open(file, isEditable: true))
        {
            foreach (var run in document.MainDocumentPart!.Document!.Body!.Descendants<Run>().Where(run => run.GetFirstChild<Text>() is not null).ToList())
            {
                foreach (var piece in Pieces(run.InnerText))
                {
                    var part = new Run(new Text(piece) { Space = SpaceProcessingModeValues.Preserve }) { RsidRunAddition = "00A77B3E" };
                    if (run.RunProperties is { } properties) part.PrependChild((RunProperties)properties.CloneNode(deep: true));
                    run.InsertBeforeSelf(part);
                    run.InsertBeforeSelf(new ProofError { Type = ProofingErrorValues.SpellStart });
                }
                run.Remove();
            }
            document.Save();
        }
        return file.ToArray();
    }

    static IElement Span(IDocument page, string text)
    {
        var span = page.CreateElement("span");
        span.SetAttribute("lang", "EN-US");
        span.SetAttribute("style", Style);
        span.TextContent = text;
        span.AppendChild(page.CreateElement("o:p"));
        return span;
    }

    // Word cuts where it was typed or corrected; five characters make a run of the usual length.
    static IEnumerable<string> Pieces(string text) => text.Chunk(5).Select(piece => new string(piece));
}
