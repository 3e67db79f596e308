using System.Globalization;
using System.Text;
using System.Xml;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.Documents.Reading.Papers;

namespace Gongkai.Documents.Printing;

/// <summary>The text of a page as paragraphs, tables and pictures of a Word file: what <see cref="Publication.CleanHtml"/> lets through, and nothing else.</summary>
/// <param name="main">Gets the pictures.</param>
/// <param name="picture">The bytes of a picture by its address.</param>
sealed class DocxHtml(MainDocumentPart main, Func<string, byte[]?> picture)
{
    // Of the layout, in which a number of one digit is as wide as a Chinese character.
    const string Bullet = "·　";

    int pictures;

    /// <summary>All that stands in an element, in its order.</summary>
    public IEnumerable<OpenXmlElement> Of(IElement body)
    {
        List<OpenXmlElement> said = [];
        Paragraph? open = null;
        var mark = "";
        HtmlWalk.Over(body, Enter, Leave);
        return said;

        bool Enter(INode node)
        {
            if (node is IText text) Say(text);
            if (node is not IElement element) return true;
            if (element is IHtmlTableElement table)
            {
                open = null;
                if (table.Caption is { } caption) said.Add(DocxPrinter.Styled(DocxStyles.TableHead, Plain(HtmlText.Of(caption))));
                if (DocxHtmlTable.Of(table) is { } drawn) said.AddRange(drawn, DocxPrinter.Styled(DocxStyles.AfterTable, ""));
                return false;
            }
            if (element.LocalName == "li") mark = Mark(element);
            if (element.LocalName == "br") open?.Append(new Run(new Break()));
            else if (element is IHtmlImageElement image) Draw(image);
            else if (HtmlPaper.IsBlock(element)) open = null;
            return true;
        }

        void Leave(IElement element)
        {
            if (element.LocalName != "br" && HtmlPaper.IsBlock(element)) open = null;
        }

        void Say(IText text)
        {
            var line = new StringBuilder(open is null ? "" : "x");
            HtmlText.Append(line, text.Data);
            if (open is null && line.ToString().AsSpan().Trim(' ').Length == 0) return;
            var words = Plain(open is null ? line.ToString().TrimStart(' ') : line.ToString(1, line.Length - 1));
            if (words.Length > 0) Within(text).Append(DocxPrinter.RunOf(words, LookOf(text)));
        }

        Paragraph Within(INode node)
        {
            if (open is not null) return open;
            var block = node.GetAncestors().OfType<IElement>().FirstOrDefault(element => HtmlPaper.IsBlock(element));
            open = block?.LocalName switch
            {
                "h2" => DocxPrinter.Styled(DocxStyles.Heading1, ""),
                "h3" or "h4" or "h5" or "h6" => DocxPrinter.Styled(DocxStyles.Heading2, ""),
                "p" when block.ClassList.Contains("sign") => new(new ParagraphProperties(new Indentation { RightChars = 200, Right = "632", FirstLineChars = 0, FirstLine = "0" }, new Justification { Val = JustificationValues.Right })),
                _ => new(),
            };
            if (mark.Length > 0) open.Append(DocxPrinter.RunOf(mark));
            mark = "";
            said.Add(open);
            return open;
        }

        void Draw(IHtmlImageElement image)
        {
            if (picture(image.GetAttribute("src") ?? "") is { } bytes && DocxPicture.Of(main, bytes, ++pictures, image.AlternativeText ?? "") is { } drawn)
            {
                said.Add(drawn);
                open = null;
            }
            else if (image.AlternativeText is { Length: > 0 } words) Within(image).Append(DocxPrinter.RunOf(Plain($"［图片：{words}］")));
        }
    }

    static string Mark(IElement item) => item.ParentElement is IHtmlOrderedListElement list
        ? string.Create(CultureInfo.InvariantCulture, $"{list.Start + list.Children.Where(one => one.LocalName == "li").TakeWhile(one => one != item).Count()}．")
        : Bullet;

    static RunProperties? LookOf(INode text)
    {
        RunProperties look = new();
        var around = text.GetAncestors().OfType<IElement>().TakeWhile(element => !HtmlPaper.IsBlock(element)).Select(element => element.LocalName).ToHashSet();
        // In the order of the schema.
        if (around.Contains("strong")) look.Append(new Bold());
        if (around.Contains("em")) look.Append(new Italic());
        if (around.Contains("s")) look.Append(new Strike());
        if (around.Contains("u")) look.Append(new Underline { Val = UnderlineValues.Single });
        if (around.Contains("sup")) look.Append(new VerticalTextAlignment { Val = VerticalPositionValues.Superscript });
        else if (around.Contains("sub")) look.Append(new VerticalTextAlignment { Val = VerticalPositionValues.Subscript });
        return look.HasChildren ? look : null;
    }

    /// <summary>Without what XML cannot hold.</summary>
    public static string Plain(string text)
    {
        StringBuilder plain = new(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value)) plain.Append(rune);
        return plain.ToString();
    }
}
