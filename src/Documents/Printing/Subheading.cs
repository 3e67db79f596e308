using System.Text.RegularExpressions;

namespace Gongkai.Documents.Printing;

/// <summary>Tells the second-level heading （一）… within a part from its prose (GB/T 9704—2012, 7.3.3).</summary>
public static partial class Subheading
{
    // Longer than this, the first sentence is prose that happens to be numbered.
    const int Longest = 40;

    [GeneratedRegex("^（[一二三四五六七八九十]{1,3}）")]
    private static partial Regex Numbered { get; }

    /// <summary>How many characters of the paragraph are heading: none, its first sentence, or all of it.</summary>
    public static int LengthIn(string paragraph)
    {
        if (!Numbered.IsMatch(paragraph)) return 0;
        var sentence = paragraph.IndexOf('。') is var stop and >= 0 ? stop + 1 : paragraph.Length;
        return sentence <= Longest ? sentence : 0;
    }

    /// <summary>Whether the whole paragraph is a heading.</summary>
    public static bool Is(string paragraph) => LengthIn(paragraph) == paragraph.Length && paragraph is [.., not ('。' or '；' or '：' or '，')];
}
