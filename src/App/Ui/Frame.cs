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

    /// <summary>The columns below 法定主动公开内容, where a page shows them beside itself.</summary>
    public IReadOnlyList<SideEntry> Side { get; init; } = [];
}

/// <summary>A column beside the page, and those below it that are shown.</summary>
public sealed record SideEntry(string Name, string Path, bool IsHere, IReadOnlyList<SideEntry> Below);

/// <summary>One step of 当前位置; the last has no address.</summary>
public sealed record Crumb(string Name, string? Path = null);

/// <summary>栏目标签: ColumnName, ColumnDescription, ColumnKeywords, ColumnType.</summary>
public sealed record Column(string Name, string Description, string Keywords, string Type);

/// <summary>内容页标签: ArticleTitle, PubDate, ContentSource and what may follow.</summary>
/// <param name="Published">The date that is also visible on the page; a difference counts as a forged date.</param>
public sealed record Article(string Title, DateOnly Published, string Source, string Keywords, string Description, string Path)
{
    /// <summary>The minute, where the page shows it too.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>责任编辑, where the page names one.</summary>
    public string? Author { get; init; }

    /// <summary>PubDate, to the minute: 2026-07-19 07:16.</summary>
    public string PubDate => At?.InBeijing() ?? $"{Published:yyyy-MM-dd} 00:00";
}

/// <summary>A page that stands in the frame.</summary>
public interface IFramed
{
    Frame Frame { get; }
}
