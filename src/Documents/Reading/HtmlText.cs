using System.Text;
using AngleSharp.Dom;

namespace Gongkai.Documents.Reading;

/// <summary>The text of an element as a browser shows it.</summary>
static class HtmlText
{
    /// <summary>Adds text; runs of white space become one space, and a no-break space stays a space of its own.</summary>
    public static void Append(StringBuilder to, string data)
    {
        foreach (var c in data)
        {
            if (c is ' ' or '\n' or '\r' or '\t' or '\f')
            {
                if (to.Length > 0 && to[^1] is not (' ' or '\n')) to.Append(' ');
            }
            else to.Append(c == '\u00A0' ? ' ' : c);
        }
    }

    /// <summary>All that a cell shows; blocks in it are parted by line ends.</summary>
    public static string Of(IElement cell)
    {
        var text = new StringBuilder();
        INode? node = cell.FirstChild;
        while (node is not null)
        {
            var deeper = true;
            if (node is IElement element)
            {
                deeper = !HtmlPaper.Hidden(element);
                if (HtmlPaper.IsBlock(element)) Break(text);
            }
            else if (node is IText run) Append(text, run.Data);
            if (deeper && node.FirstChild is { } child) { node = child; continue; }
            while (node is not null && node != cell && node.NextSibling is null)
            {
                node = node.Parent;
                if (node is not null && node != cell && HtmlPaper.IsBlock(node)) Break(text);
            }
            node = node == cell ? null : node?.NextSibling;
        }
        return text.ToString().Trim();
    }

    static void Break(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] == ' ') text.Length--;
        if (text.Length > 0 && text[^1] != '\n') text.Append('\n');
    }
}
