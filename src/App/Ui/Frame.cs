namespace Gongkai.App.Ui;

/// <summary>What a page tells the frame around it: its title, where it stands, and the labels that robots read (网站标签、栏目标签、内容页标签).</summary>
/// <param name="Title">As it stands in the browser's tab, before the site's name.</param>
/// <param name="Trail">当前位置, from the first column down; the last is this page.</param>
public sealed record Frame(string Title, params IReadOnlyList<Crumb> Trail)
{
    public Column? Column { get; init; }
    public Article? Article { get; init; }

    /// <summary>What stands large over the page: whose 政府信息公开 this is, or that it is something else.</summary>
    public string? Banner { get; init; }

    /// <summary>The entry of the navigation that this page stands under.</summary>
    public string? Under { get; init; }
}

/// <summary>One step of 当前位置; the last has no address.</summary>
public sealed record Crumb(string Name, string? Path = null);

/// <summary>栏目标签: ColumnName, ColumnDescription, ColumnKeywords, ColumnType.</summary>
public sealed record Column(string Name, string Description, string Keywords, string Type);

/// <summary>内容页标签: ArticleTitle, PubDate, ContentSource and what may follow.</summary>
/// <param name="Published">The date that is also visible on the page; a difference counts as a forged date.</param>
public sealed record Article(string Title, DateOnly Published, string Source, string Keywords, string Description, string Path);

/// <summary>A page that stands in the frame.</summary>
public interface IFramed
{
    Frame Frame { get; }
}
