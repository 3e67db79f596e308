using System.Text;

namespace Gongkai.App.Commands;

/// <summary>Columns of text for a terminal, where a Chinese character takes the width of two letters.</summary>
public static class TextTable
{
    const string Gap = "  ";

    /// <summary>Each row as one line, its columns padded to the widest; columns from <paramref name="numbersFrom"/> on stand to the right.</summary>
    public static IEnumerable<string> Aligned(IEnumerable<IReadOnlyList<string>> rows, int numbersFrom = int.MaxValue)
    {
        var all = rows.ToList();
        if (all.Count == 0) return [];

        var widths = Enumerable.Range(0, all.Max(row => row.Count))
            .Select(column => all.Where(row => row.Count > column).Max(row => Width(row[column]))).ToArray();
        return all.Select(row => string.Join(Gap, row.Select((text, column) => column >= numbersFrom
            ? new string(' ', widths[column] - Width(text)) + text
            : text + new string(' ', widths[column] - Width(text)))).TrimEnd());
    }

    /// <summary>How many letters wide the text is shown.</summary>
    public static int Width(string text) => text.EnumerateRunes().Sum(rune => Width(rune.Value));

    // East Asian Width W and F (Unicode Standard Annex 11), in the blocks that a Chinese text uses.
    static int Width(int rune) => rune switch
    {
        < 0x1100 => 1,
        <= 0x115F or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) => 2,
        (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) => 2,
        (>= 0x20000 and <= 0x3FFFD) => 2,
        _ => 1,
    };
}
