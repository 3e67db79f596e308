using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Gongkai.Documents.Publication;

/// <summary>Lists that Word and WPS write as paragraphs become lists, where their marks say so without doubt: bullets, or 1, 2, 3. What is numbered 一、（一） keeps its words.</summary>
static partial class WordLists
{
    sealed record Item(IElement Paragraph, IElement Mark, int Level, int? Number);

    public static void Make(IElement body)
    {
        List<Item> run = [];
        foreach (var paragraph in body.QuerySelectorAll("p, h1, h2, h3, h4, h5, h6").ToList())
        {
            var item = Of(paragraph);
            if (item is null || run.Count > 0 && !Follows(run[^1].Paragraph, paragraph)) Close(run);
            if (item is not null) run.Add(item);
        }
        Close(run);
    }

    // mso-list:l0 level1 lfo1 on the paragraph, and mso-list:Ignore on what Word draws as its mark.
    static Item? Of(IElement paragraph)
    {
        if (paragraph.LocalName != "p" || Style().Match(paragraph.GetAttribute("style") ?? "") is not { Success: true } style) return null;
        if (paragraph.QuerySelectorAll("[style]").FirstOrDefault(part => Ignored().IsMatch(part.GetAttribute("style")!)) is not { } mark) return null;
        var sign = mark.TextContent.Trim(' ', '\u00A0', '\t', '\r', '\n', '　');
        var level = int.Parse(style.Groups[1].Value, CultureInfo.InvariantCulture);
        if (Decimal().Match(sign) is { Success: true } number) return new(paragraph, mark, level, int.Parse(number.Groups[1].Value, CultureInfo.InvariantCulture));
        return sign.Length == 1 && Bullets.Contains(sign[0], StringComparison.Ordinal) ? new(paragraph, mark, level, null) : null;
    }

    // Symbol and Wingdings: what their fonts draw as a bullet is one of these letters.
    const string Bullets = "·•●○■□◆◇▪▫§ØüvnqlouÀ–➢✓*";

    static bool Follows(IElement last, IElement next)
    {
        for (var node = last.NextSibling; node is not null; node = node.NextSibling)
            if (node == next) return true;
            else if (node is not IComment && !(node is IText text && text.Data.AsSpan().Trim().Length == 0)) return false;
        return false;
    }

    static void Close(List<Item> run)
    {
        if (run.Count > 1 && IsCertain(run)) Build(run);
        run.Clear();
    }

    // On each level either bullets throughout, or numbers that count on.
    static bool IsCertain(List<Item> run)
    {
        Dictionary<int, Item> last = [];
        var deepest = run[0].Level;
        foreach (var item in run)
        {
            if (item.Level < run[0].Level || item.Level > deepest + 1) return false;
            foreach (var deeper in last.Keys.Where(level => level > item.Level).ToList()) last.Remove(deeper);
            if (last.TryGetValue(item.Level, out var before) && (before.Number is null != item.Number is null || item.Number is { } number && number != before.Number + 1)) return false;
            last[item.Level] = item;
            deepest = item.Level;
        }
        return true;
    }

    static void Build(List<Item> run)
    {
        var document = run[0].Paragraph.Owner!;
        Stack<(int Level, IElement List)> open = new();
        foreach (var item in run)
        {
            while (open.TryPeek(out var top) && top.Level > item.Level) open.Pop();
            if (!open.TryPeek(out var at) || at.Level < item.Level)
            {
                var list = document.CreateElement(item.Number is null ? "ul" : "ol");
                if (item.Number > 1) list.SetAttribute("start", item.Number.Value.ToString(CultureInfo.InvariantCulture));
                if (open.TryPeek(out var outer)) outer.List.LastElementChild!.AppendChild(list);
                else item.Paragraph.Before(list);
                open.Push((item.Level, list));
            }
            item.Mark.Remove();
            var entry = document.CreateElement("li");
            entry.Append([.. item.Paragraph.ChildNodes]);
            open.Peek().List.AppendChild(entry);
            item.Paragraph.Remove();
        }
    }

    [GeneratedRegex(@"mso-list:\s*l\d+\s+level(\d)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Style();

    [GeneratedRegex(@"mso-list:\s*Ignore", RegexOptions.IgnoreCase)]
    private static partial Regex Ignored();

    [GeneratedRegex(@"^(\d{1,3})[.)．、]?$")]
    private static partial Regex Decimal();
}
