using System.Text;

namespace Gongkai.App.Portal.Disclosure;

/// <summary>Fits a published text into the page.</summary>
static class ArticleBody
{
    const string Opens = "<table", Closes = "</table>";

    /// <summary>Puts each table into a region of its own that scrolls on a small screen, can be reached by keyboard and has a name.</summary>
    /// <param name="html">Cleaned before it was stored: tags in small letters, each closed.</param>
    public static string WithScrollingTables(string html)
    {
        if (!html.Contains(Opens, StringComparison.Ordinal)) return html;
        var page = new StringBuilder(html.Length + 200);
        var (at, depth, number) = (0, 0, 0);
        while (true)
        {
            var (open, close) = (html.IndexOf(Opens, at, StringComparison.Ordinal), html.IndexOf(Closes, at, StringComparison.Ordinal));
            if (open < 0 && close < 0) return page.Append(html, at, html.Length - at).ToString();
            if (open >= 0 && (close < 0 || open < close))
            {
                page.Append(html, at, open - at);
                if (depth++ == 0) page.Append(System.Globalization.CultureInfo.InvariantCulture, $"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"表格{++number}，可左右滑动\">");
                page.Append(Opens);
                at = open + Opens.Length;
            }
            else
            {
                page.Append(html, at, close - at).Append(Closes);
                if (--depth == 0) page.Append("</div>");
                at = close + Closes.Length;
            }
        }
    }
}
