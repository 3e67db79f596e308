using System.Text.RegularExpressions;
using Gongkai.Documents.Printing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;

namespace Gongkai.App.Portal.Checker;

/// <summary>A document among others on one page: its anchors, and what refers to them, carry a prefix, so that each stays unique.</summary>
public static partial class Scoped
{
    /// <param name="prefix">Comes before every id.</param>
    /// <param name="spoken">Comes before every name that is only heard.</param>
    /// <param name="parameters">The document's own.</param>
    public static HtmlString Render<TDocument>(string prefix, string spoken, Dictionary<string, object?> parameters) where TDocument : IComponent =>
        new(Anchors.Replace(Printer.Print<TDocument>(parameters), anchor => anchor.Groups["name"].Value + Prefixed(prefix, anchor.Groups["ids"].Value) + "\"")
            .Replace(" aria-label=\"", $" aria-label=\"{spoken}", StringComparison.Ordinal));

    static string Prefixed(string prefix, string ids) => string.Join(' ', ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => prefix + id));

    // Inside a tag only: text in which someone wrote id="…" is encoded and has no such quotes.
    [GeneratedRegex("""(?<name>\x20(?:id|headers|aria-labelledby|aria-describedby)="|\x20href="\#)(?<ids>[^"]*)" """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Anchors { get; }
}
