using System.Text;
using AngleSharp.Dom;

namespace Gongkai.Documents.Reading.Papers;

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
        HtmlWalk.Over(cell, node =>
        {
            if (node is IText run) Append(text, run.Data);
            if (HtmlPaper.IsBlock(node)) Break(text);
            return node is IElement element && !HtmlPaper.Hidden(element);
        }, element =>
        {
            if (HtmlPaper.IsBlock(element)) Break(text);
        });
        return text.ToString().Trim();
    }

    static void Break(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] == ' ') text.Length--;
        if (text.Length > 0 && text[^1] != '\n') text.Append('\n');
    }
}
