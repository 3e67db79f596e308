using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Gongkai.Documents.Reading.Papers;

/// <summary>A web page as lines: blocks are paragraphs, rows of tables are rows; what a browser would not show is not read.</summary>
static class HtmlPaper
{
    static readonly FrozenSet<string> Unseen = new[]
        { "script", "style", "noscript", "template", "textarea", "select", "iframe", "object", "svg", "head", "button", "input" }.ToFrozenSet();

    static readonly FrozenSet<string> Blocks = new[]
    {
        "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "th", "table", "tbody", "caption", "section",
        "article", "main", "header", "footer", "nav", "aside", "blockquote", "center", "form", "pre", "figure", "body", "details", "summary",
    }.ToFrozenSet();

    public static Paper Read(string html)
    {
        using var page = new HtmlParser().ParseDocument(html);
        return Read(page);
    }

    public static Paper Read(IHtmlDocument page)
    {
        var layouts = Layouts(page);
        var walk = new Walk();
        HtmlWalk.Over(page.Body!, node => Enter(node, layouts, walk), element =>
        {
            if (IsBlock(element)) walk.Close(element);
        });
        walk.Close(null);
        return new(Air.Taken(walk.Lines), Title: page.Title, Publisher: Meta(page, "ContentSource"));
    }

    /// <summary>What a browser would not show: hidden by its kind, its attribute or its style.</summary>
    public static bool Hidden(IElement element) =>
        Unseen.Contains(element.LocalName) || element.HasAttribute("hidden")
        || element.GetAttribute("style") is { } style && style.Contains("none", StringComparison.OrdinalIgnoreCase) && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);

    /// <summary>Breaks a line: a block that begins or ends.</summary>
    public static bool IsBlock(INode node) => node is IElement element && Blocks.Contains(element.LocalName);

    // Tables that hold tables only lay out the page. Stops at the first that is known, so deep nests cost no more than flat ones.
    static HashSet<IElement> Layouts(IHtmlDocument page)
    {
        HashSet<IElement> layouts = [];
        foreach (var table in page.QuerySelectorAll("table"))
            for (var outer = table.ParentElement; outer is not null; outer = outer.ParentElement)
                if (outer is IHtmlTableElement && !layouts.Add(outer)) break;
        return layouts;
    }

    static bool Enter(INode node, HashSet<IElement> layouts, Walk walk)
    {
        if (node is IText text) walk.Write(text.Data);
        if (node is not IElement element || Hidden(element)) return false;
        if (IsBlock(element)) walk.Close(element);
        if (element is not IHtmlTableElement table || layouts.Contains(table)) return true;
        HtmlTable.Read(table, walk.Lines);
        return false;
    }

    static string? Meta(IHtmlDocument page, string name) =>
        page.Head?.QuerySelectorAll("meta").FirstOrDefault(meta => string.Equals(meta.GetAttribute("name"), name, StringComparison.OrdinalIgnoreCase))?.GetAttribute("content");

    /// <summary>The paragraph that is being gathered.</summary>
    sealed class Walk
    {
        readonly StringBuilder text = new();
        IElement? owner;
        bool open;

        public List<Line> Lines { get; } = [];

        public void Write(string data) => HtmlText.Append(text, data);

        public void Close(IElement? next)
        {
            var said = text.ToString().Trim();
            if (said.Length > 0) Lines.Add(TextPaper.LineOf(said, owner?.LocalName is ['h', >= '1' and <= '6'] ? 1 : 0, owner ?? next));
            else if (open && owner?.LocalName is "p" or "li") Lines.Add(Air.Empty);
            text.Clear();
            (owner, open) = (next, next is not null);
        }
    }
}
