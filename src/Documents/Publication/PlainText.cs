using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Gongkai.Documents.Reading.Papers;

namespace Gongkai.Documents.Publication;

/// <summary>What a page's body says, without markup: for the search, for summaries, and for whoever looks it over.</summary>
public static class PlainText
{
    /// <summary>Paragraph by paragraph; the cells of a row are parted by a tab.</summary>
    public static string Of(string html) => string.Join('\n', Passages(new HtmlParser().ParseDocument(html).Body!, isLooked: false).Where(passage => passage.IsShown).Select(passage => passage.Text));

    /// <summary>The beginning of it in one line, cut where a sentence ends if it may.</summary>
    /// <param name="most">In characters; none is cut in half.</param>
    public static string Summary(string html, int most = 120)
    {
        var text = string.Join(' ', Of(html).Split((char[])['\n', '\t', ' ', '　'], StringSplitOptions.RemoveEmptyEntries));
        if (text.Length <= most) return text;
        var cut = text.AsSpan(0, most).LastIndexOfAny("。！？；");
        if (cut >= most / 2) return text[..(cut + 1)];
        return text[..(char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1)] + "…";
    }

    /// <summary>The paragraphs and rows of a body, each with its place; what is no text of it (a picture's words) is not shown.</summary>
    /// <param name="isLooked">Whether they are looked over: then amounts that look like numbers of people are left out.</param>
    internal static List<Passage> Passages(IElement body, bool isLooked)
    {
        List<Passage> said = [];
        var line = new StringBuilder();
        var (paragraphs, tables) = (0, 0);
        HtmlWalk.Over(body, Enter, element => { if (HtmlPaper.IsBlock(element)) Break(); });
        Break();
        return said;

        bool Enter(INode node)
        {
            if (node is IText text) HtmlText.Append(line, text.Data);
            if (node is not IElement element) return true;
            if (element.LocalName is "script" or "style" or "template") return false;
            if (HtmlPaper.IsBlock(element)) Break();
            foreach (var name in (string[])["alt", "title"])
                if (element.GetAttribute(name) is { Length: > 0 } words) said.Add(new(element.LocalName == "img" ? "正文图片的说明" : "正文的提示文字", words, IsShown: false));
            if (element is not IHtmlTableElement table) return true;
            Table(table);
            return false;
        }

        void Break()
        {
            var text = line.ToString().Trim();
            line.Clear();
            if (text.Length > 0) said.Add(new(string.Create(CultureInfo.InvariantCulture, $"正文第{++paragraphs}段"), text));
        }

        void Table(IHtmlTableElement table)
        {
            tables++;
            if (table.Caption is { } caption && HtmlText.Of(caption) is { Length: > 0 } words) said.Add(new(string.Create(CultureInfo.InvariantCulture, $"正文第{tables}个表格的标题"), words));
            var heads = new TableHeads();
            foreach (var (number, row) in table.Rows.Index())
                if (string.Join('\t', row.Cells.Select((cell, column) => isLooked ? heads.Said(column, HtmlText.Of(cell)) : HtmlText.Of(cell).Replace('\n', ' '))) is var cells && cells.AsSpan().Trim().Length > 0)
                    said.Add(new(string.Create(CultureInfo.InvariantCulture, $"正文第{tables}个表格第{number + 1}行"), cells));
        }
    }
}
