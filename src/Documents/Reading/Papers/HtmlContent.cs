using AngleSharp.Dom;

namespace Gongkai.Documents.Reading.Papers;

/// <summary>Tells a page's report from the site around it: menus, neighbours, the footer.</summary>
static class HtmlContent
{
    /// <summary>Marks the lines that stand outside the smallest element that holds all of the report's headings and tables.</summary>
    public static void LeaveOutside(IReadOnlyList<Line> lines, IReadOnlyList<int> inside, bool[] left)
    {
        IElement? content = null;
        foreach (var line in inside)
        {
            if (lines[line].Owner is not IElement owner) return;
            content = content is null ? owner : Common(content, owner);
        }
        if (content is null) return;
        // A lone heading or table is no content yet.
        if (inside.Count < 2) content = content.ParentElement ?? content;
        for (var i = 0; i < lines.Count; i++)
            if (lines[i].Owner is IElement owner && !content.Contains(owner)) left[i] = true;
    }

    static IElement Common(IElement content, IElement other)
    {
        while (!content.Contains(other) && content.ParentElement is { } outer) content = outer;
        return content;
    }
}
