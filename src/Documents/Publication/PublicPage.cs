using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Gongkai.Documents.Publication;

/// <summary>A page of the portal as a robot of the inspection reads it: its tags, its links, its foot, what it says.</summary>
public sealed record PublicPage
{
    /// <summary>网站标签, 栏目标签, 内容页标签 by their names, as they are spelt.</summary>
    public required IReadOnlyDictionary<string, string> Tags { get; init; }

    public required string Title { get; init; }

    /// <summary>The first heading.</summary>
    public required string Heading { get; init; }

    /// <summary>Every link with its words, in order.</summary>
    public required IReadOnlyList<(string Address, string Words)> Links { get; init; }

    /// <summary>Those of the navigation that names the four columns.</summary>
    public required IReadOnlyList<(string Address, string Words)> Columns { get; init; }

    /// <summary>What stands at the foot, item by item, with where it leads.</summary>
    public required IReadOnlyList<(string Words, string? Address)> Foot { get; init; }

    /// <summary>The metadata above a text, such as 发布日期.</summary>
    public required IReadOnlyDictionary<string, string> Facts { get; init; }

    /// <summary>All that the main part says.</summary>
    public required string Words { get; init; }

    public static PublicPage Read(string html)
    {
        using var page = new HtmlParser().ParseDocument(html);
        Dictionary<string, string> tags = [], facts = [];
        foreach (var tag in page.QuerySelectorAll("head meta[name]")) tags.TryAdd(tag.GetAttribute("name")!, tag.GetAttribute("content")?.Trim() ?? "");
        foreach (var name in page.QuerySelectorAll("main dl.facts dt"))
            if (name.NextElementSibling is { LocalName: "dd" } value) facts.TryAdd(Of(name), Of(value));
        return new()
        {
            Tags = tags, Facts = facts, Title = page.Title ?? "", Heading = Of(page.QuerySelector("main h1")),
            Links = LinksIn(page.Body), Columns = LinksIn(page.QuerySelector(".side nav")),
            Foot = [.. page.QuerySelectorAll("footer.foot li").Select(item => (Of(item), item.QuerySelector("a[href]")?.GetAttribute("href")))],
            Words = Of(page.QuerySelector("main")),
        };
    }

    /// <summary>Where a text leads and which pictures it shows.</summary>
    public static IEnumerable<string> AddressesIn(string html)
    {
        using var page = new HtmlParser().ParseDocument(html);
        return [.. page.QuerySelectorAll("a[href], img[src]").Select(one => (one.GetAttribute("href") ?? one.GetAttribute("src")!).Trim()).Where(address => address.Length > 0).Distinct()];
    }

    static List<(string, string)> LinksIn(IElement? part) => part is null ? [] : [.. part.QuerySelectorAll("a[href]").Select(link => (link.GetAttribute("href")!.Trim(), Of(link)))];

    static string Of(IElement? element) => element is null ? "" : string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
