using System.Globalization;
using System.Text;

namespace Gongkai.Documents.Intake;

/// <summary>Makes of a name that somebody sent one that is safe to store, to show and to save under on any system.</summary>
public static class FileName
{
    /// <summary>In code points; with its ending. Most systems take 255 bytes, and a Chinese character is three of them.</summary>
    const int Longest = 80;

    static readonly HashSet<string> Reserved = new(
        ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", .. Enumerable.Range(0, 10).SelectMany(i => new[] { $"COM{i}", $"LPT{i}" })], StringComparer.OrdinalIgnoreCase);

    /// <summary>The name without folders, controls and signs that turn its direction, with the ending of what the file is.</summary>
    /// <param name="sent">As the browser sent it.</param>
    /// <param name="type">What the file's bytes say that it is.</param>
    public static string Of(string sent, FileType type)
    {
        var name = Plain(sent);
        var stem = Path.GetExtension(name) is { Length: > 1 } ending && FileTypes.OfEnding(ending) is not null ? name[..^ending.Length] : name;
        return Stem(stem, Longest - type.Ending.Length) + type.Ending;
    }

    /// <summary>The name as it may stand in a sentence, whatever the file turns out to be.</summary>
    public static string Shown(string sent) => Stem(Plain(sent), Longest);

    static string Stem(string stem, int longest)
    {
        stem = Cut(stem, longest).Trim(' ', '.', '_');
        if (stem.Length == 0) return "未命名";
        // Windows takes everything before the first dot for the device.
        return Reserved.Contains(stem.Split('.')[0].TrimEnd()) ? "_" + stem : stem;
    }

    static string Plain(string sent)
    {
        // Both kinds of slash: a name from Windows may come with its folders.
        var name = sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..];
        var plain = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator || Rune.IsWhiteSpace(rune)) plain.Append(' ');
            else if (IsUnseen(rune)) continue;
            else if (rune.Value is '<' or '>' or ':' or '"' or '|' or '?' or '*' or '%' or ';' or '`' or '$') plain.Append('_');
            else plain.Append(rune);
        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    // Controls, signs of direction (RTLO: 报告‮fdp.exe reads as 报告exe.pdf), zero widths, halves of a character.
    static bool IsUnseen(Rune rune) => rune.Value == 0xFFFD || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned
        || rune.Value is >= 0xFE00 and <= 0xFE0F;

    static string Cut(string text, int longest)
    {
        var cut = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(longest)) cut.Append(rune);
        return cut.ToString();
    }
}
