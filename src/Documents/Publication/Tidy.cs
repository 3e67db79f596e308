using AngleSharp.Dom;
using Gongkai.Documents.Reading;

namespace Gongkai.Documents.Publication;

/// <summary>Puts a rebuilt body in order: no empty paragraphs, no padding, no line ends within Chinese words, every text in a paragraph.</summary>
static class Tidy
{
    static readonly HashSet<string> Inline = ["a", "img", "strong", "em", "u", "s", "sub", "sup", "br"];

    // Without anything in them they say nothing; a cell without anything still is a cell.
    static readonly HashSet<string> Emptied = ["p", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "a", "strong", "em", "u", "s", "sub", "sup", "blockquote", "figure", "figcaption", "caption", "thead", "tfoot", "tr", "table"];

    public static void Body(IElement body)
    {
        foreach (var text in body.Descendants<IText>().ToList()) text.Data = Joined(text.Data);
        foreach (var element in body.QuerySelectorAll("*").Reverse().ToList())
        {
            if (element.LocalName is "p" or "h2" or "h3" or "h4" or "h5" or "h6" or "li" or "td" or "th" or "caption") Trim(element);
            if (Emptied.Contains(element.LocalName) && IsEmpty(element)) element.Remove();
        }
        // Word puts a paragraph into every cell and item.
        foreach (var holder in body.QuerySelectorAll("td, th, li"))
            if (holder.Children is [{ LocalName: "p" } only] && holder.ChildNodes.All(node => node == only || node is IText text && text.Data.AsSpan().Trim().Length == 0)) holder.InnerHtml = only.InnerHtml;
        Wrap(body);
    }

    static bool IsEmpty(IElement element) => element.QuerySelector("img, hr, td, th") is null && element.TextContent.AsSpan().Trim(Blank).Length == 0;

    const string Blank = " \t\r\n\f\u00A0\u3000\u200B\uFEFF";

    static void Trim(IElement element)
    {
        while (element.FirstChild is { } first && IsBlank(first)) first.RemoveFromParent();
        while (element.LastChild is { } last && IsBlank(last)) last.RemoveFromParent();
        if (element.FirstChild is IText start) start.Data = start.Data.TrimStart([.. Blank]);
        if (element.LastChild is IText end) end.Data = end.Data.TrimEnd([.. Blank]);
    }

    static bool IsBlank(INode node) => node is IText text && text.Data.AsSpan().Trim(Blank).Length == 0 || node is IElement { LocalName: "br" };

    // A line end of the source is a space between words, and nothing between Chinese characters.
    static string Joined(string text)
    {
        if (text.AsSpan().IndexOfAny("\r\n") < 0) return text;
        var joined = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\r' or '\n')) { joined.Append(text[i]); continue; }
            var next = i;
            while (next < text.Length && text[next] is '\r' or '\n' or ' ' or '\t') next++;
            while (joined.Length > 0 && joined[^1] is ' ' or '\t') joined.Length--;
            if (joined.Length == 0 || next == text.Length || !(IsWide(joined[^1]) && IsWide(text[next]))) joined.Append(' ');
            i = next - 1;
        }
        return joined.ToString();
    }

    static bool IsWide(char sign) => Folding.IsHan(sign) || sign is (>= '\u3001' and <= '\u303F') or (>= '\uFF00' and <= '\uFF60') or '“' or '”' or '‘' or '’' or '—' or '…';

    // Texts that stand between paragraphs become paragraphs.
    static void Wrap(IElement body)
    {
        List<INode> loose = [];
        foreach (var node in body.ChildNodes.ToList())
        {
            if (node is not IElement element || Inline.Contains(element.LocalName)) loose.Add(node);
            else Put(element);
        }
        Put(null);

        void Put(IElement? before)
        {
            if (loose.All(IsBlank)) loose.ForEach(node => node.RemoveFromParent());
            else
            {
                var paragraph = body.Owner!.CreateElement("p");
                body.InsertBefore(paragraph, before);
                paragraph.Append([.. loose]);
                Trim(paragraph);
            }
            loose.Clear();
        }
    }
}
