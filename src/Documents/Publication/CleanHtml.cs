using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;
using Gongkai.Documents.Intake;
using Gongkai.Documents.Reading.Papers;

namespace Gongkai.Documents.Publication;

/// <summary>Makes of what was pasted from Word, WPS or a page the plain HTML that is published: headings, paragraphs, lists, tables, links, our own pictures.</summary>
/// <remarks>
/// The tree is rebuilt first, so that nothing that a browser would read in another way (foreign elements, raw texts, comments) reaches the allow-list;
/// then HtmlSanitizer lets through what is on it, again and again until nothing changes any more. What it gives is given back unchanged.
/// </remarks>
public static partial class CleanHtml
{
    /// <summary>A novel has no more; what is longer belongs into an attachment.</summary>
    public const int MostCharacters = 3_000_000;

    const int Deepest = 200;

    /// <summary>With all that is in them.</summary>
    static readonly HashSet<string> Dropped =
        ["script", "style", "svg", "math", "noscript", "template", "iframe", "frame", "frameset", "object", "embed", "applet", "param", "xmp", "noembed", "noframes", "plaintext", "listing", "textarea", "select", "option",
            "optgroup", "datalist", "title", "head", "meta", "link", "base", "basefont", "bgsound", "input", "button", "audio", "video", "source", "track", "canvas", "map", "area", "dialog", "portal", "slot", "xml", "del", "image", "keygen", "isindex", "command"];

    static readonly HashSet<string> Kept =
        ["h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td", "a", "img", "strong", "em", "u", "s", "sub", "sup", "blockquote", "figure", "figcaption"];

    static readonly HashSet<string> Attributes = ["href", "src", "alt", "width", "height", "colspan", "rowspan", "span", "scope", "start"];

    static readonly Dictionary<string, string> Renamed = new() { ["b"] = "strong", ["i"] = "em", ["strike"] = "s", ["dir"] = "ul", ["menu"] = "ul" };

    static readonly HashSet<string> Inline = ["a", "img", "strong", "em", "u", "s", "sub", "sup", "br"];

    static readonly HashSet<string> Void = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "tr", "td", "th", "dt", "dd", "option", "tbody", "thead", "tfoot"];

    /// <param name="pasted">Anything.</param>
    /// <param name="isOurPicture">Whether a picture's address is one of our own attachments; without it no picture passes.</param>
    /// <exception cref="RefusedFileException">It is too long, or nested deeper than any text is.</exception>
    public static string Of(string pasted, Func<string, bool>? isOurPicture = null)
    {
        if (pasted.Length > MostCharacters) throw new RefusedFileException(Refusal.TooLarge, "正文过长，请把大的表格或附录作为附件上传。");
        if (IsNested(pasted)) throw new RefusedFileException(Refusal.Unsafe, "正文的格式嵌套过深，请用“只粘贴文字”的方式重新粘贴。");
        var clean = pasted.Replace("\0", "", StringComparison.Ordinal);
        for (var round = 0; round < 4; round++)
        {
            var again = Listed(Rebuilt(clean, isOurPicture));
            if (again == clean) return clean;
            clean = again;
        }
        // What never comes to rest was made to be read in two ways: its words stay.
        return string.Concat(PlainText.Of(clean).Split('\n').Select(line => $"<p>{Listed(System.Net.WebUtility.HtmlEncode(line))}</p>"));
    }

    static string Rebuilt(string html, Func<string, bool>? isOurPicture)
    {
        var document = new HtmlParser().ParseDocument("<!DOCTYPE html><body>" + html);
        var body = document.Body!;
        WordLists.Make(body);
        var shift = body.QuerySelector("h1") is null ? 0 : 1;
        foreach (var comment in body.Descendants<IComment>().ToList()) comment.Remove();
        foreach (var element in body.QuerySelectorAll("*").Reverse().ToList())
        {
            if (element.Parent is null) continue;
            var name = element.LocalName;
            if (element.NamespaceUri != "http://www.w3.org/1999/xhtml" || Dropped.Contains(name)) { element.Remove(); continue; }
            if (name is ['h', >= '1' and <= '6']) name = $"h{Math.Min(6, name[1] - '0' + shift)}";
            else if (Renamed.TryGetValue(name, out var other)) name = other;
            else if (name is "div" or "center" or "section" or "article" or "address" or "pre" or "fieldset" or "legend" or "header" or "footer" or "main" or "aside" or "nav" or "form" or "details" or "summary")
                name = element.ChildNodes.All(IsInline) ? "p" : "";
            if (!Kept.Contains(name)) Unwrap(element);
            else if (name != element.LocalName) Attributed(Rename(element, name), isOurPicture);
            else Attributed(element, isOurPicture);
        }
        Tidy.Body(body);
        return body.InnerHtml.Trim();
    }

    static string Listed(string html)
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = Kept, AllowedAttributes = Attributes, AllowedSchemes = new HashSet<string> { "http", "https", "mailto" }, UriAttributes = new HashSet<string> { "href", "src" },
            AllowedCssProperties = new HashSet<string>(), AllowedAtRules = new HashSet<AngleSharp.Css.Dom.CssRuleType>(),
        })
        { AllowDataAttributes = false, KeepChildNodes = false };
        return sanitizer.Sanitize(html).Trim();
    }

    static void Attributed(IElement element, Func<string, bool>? isOurPicture)
    {
        foreach (var attribute in element.Attributes.ToList())
            if (!Stays(element.LocalName, attribute.LocalName, attribute.Value, isOurPicture) || attribute.NamespaceUri is { Length: > 0 }) element.RemoveAttribute(attribute.NamespaceUri, attribute.LocalName);
        if (element.LocalName == "img" && !element.HasAttribute("src")) element.Remove();
        else if (element.LocalName == "a" && !element.HasAttribute("href")) Unwrap(element);
    }

    static bool Stays(string element, string name, string value, Func<string, bool>? isOurPicture) => (element, name) switch
    {
        ("a", "href") => IsAddress(value),
        ("img", "src") => isOurPicture?.Invoke(value) == true && IsAddress(value),
        ("img", "alt") => true,
        ("img", "width" or "height") => Number().IsMatch(value),
        ("td" or "th", "colspan" or "rowspan") => Number().IsMatch(value) && value != "1",
        ("th", "scope") => value is "row" or "col" or "rowgroup" or "colgroup",
        ("col" or "colgroup", "span") => Number().IsMatch(value),
        ("ol", "start") => Number().IsMatch(value),
        _ => false,
    };

    /// <summary>http, https, mailto, or an address within the site; nothing that a browser could read as another scheme or host.</summary>
    internal static bool IsAddress(string address) => address.Length is > 0 and < 2000 && !address.AsSpan().ContainsAny("\\<>\"`") && !address.Any(sign => char.IsControl(sign) || char.IsWhiteSpace(sign))
        && !address.StartsWith("//", StringComparison.Ordinal) && (Scheme().IsMatch(address) || address.AsSpan().IndexOf(':') is var colon && (colon < 0 || address.AsSpan(0, colon).IndexOfAny("/?#") >= 0));

    static bool IsInline(INode node) => node is not IElement element || Inline.Contains(element.LocalName);

    static IElement Rename(IElement element, string name)
    {
        var renamed = element.Owner!.CreateElement(name);
        renamed.Append([.. element.ChildNodes]);
        element.Replace(renamed);
        return renamed;
    }

    static void Unwrap(IElement element) => element.Replace([.. element.ChildNodes]);

    // Elements whose end people leave out close by themselves; all others nest.
    static bool IsNested(string html)
    {
        var depth = 0;
        foreach (var tag in Tag().EnumerateMatches(html))
        {
            var closes = html[tag.Index + 1] == '/';
            var name = html.AsSpan(tag.Index + (closes ? 2 : 1), tag.Length - (closes ? 2 : 1));
            if (Void.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)) continue;
            depth = Math.Max(0, depth + (closes ? -1 : 1));
            if (depth > Deepest) return true;
        }
        return false;
    }

    [GeneratedRegex("</?[A-Za-z][A-Za-z0-9]*")]
    private static partial Regex Tag();

    [GeneratedRegex(@"^[1-9][0-9]{0,3}$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:https?://[^/]|mailto:[^:]+@)", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();
}
