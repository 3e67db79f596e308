using Gongkai.Documents.Reading.Papers;
using System.Text.RegularExpressions;

namespace Gongkai.Documents.Reading.Tables;

/// <summary>What a piece of a table is.</summary>
enum AtomKind { Label, Value, Blank }

/// <summary>The smallest piece of a table: some words, one printed value, or an empty cell.</summary>
/// <param name="X">Its middle, as the paper measures.</param>
/// <param name="Line">Its line in the paper.</param>
/// <param name="Box">Its box in the line.</param>
readonly record struct Atom(AtomKind Kind, string Text, double X, int Line, int Box);

/// <summary>Takes lines apart into atoms, wherever a line puts its values and its words.</summary>
static partial class Atoms
{
    public static List<Atom> Of(IReadOnlyList<Line> lines, int from, int to)
    {
        List<Atom> atoms = [];
        for (var line = from; line < to; line++)
        {
            if (IsSentence(lines[line])) continue;
            for (var box = 0; box < lines[line].Boxes.Count; box++) Take(lines[line].Boxes[box], line, box, atoms);
        }
        return atoms;
    }

    /// <summary>A sentence that stands among a table's lines is no part of it.</summary>
    public static bool IsSentence(Line line) => line.Kind != LineKind.Row && line.Text.Contains('。') && line.Text.Length > 12;

    static void Take(Box box, int line, int place, List<Atom> atoms)
    {
        if (box.Blank) { atoms.Add(new(AtomKind.Blank, "", box.X, line, place)); return; }
        var text = Folding.Narrow(box.Text).Trim();
        if (PrintedNumber.Fits(text)) { atoms.Add(new(AtomKind.Value, box.Text.Trim(), box.X, line, place)); return; }

        var middle = Width(text) / 2.0;
        foreach (Match piece in Pieces().Matches(text))
        {
            var x = box.X - middle + Width(text.AsSpan(0, piece.Index)) + Width(piece.ValueSpan) / 2.0;
            if (piece.Groups["value"].Success) atoms.Add(new(AtomKind.Value, piece.Value, x, line, place));
            else if (piece.Groups["words"].Success) atoms.Add(new(AtomKind.Label, piece.Value, x, line, place));
        }
    }

    static double Width(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var c in text) width += c > '\u2E80' ? 2 : 1;
        return width;
    }

    // A number in brackets, or a digit before a point and words, counts items (1. 属于国家秘密) and is no value;
    // where values run into it, only its last digit belongs to it; a note in brackets is all words. A dash or stroke is a value where it stands alone.
    [GeneratedRegex("""
        [(（]\d{1,2}[)）](?=\s*\p{L}) |
        \d[.、](?=\s*["“”]?\p{L}) |
        (?<value> (?<![\d.,])(?:(?<![^\s])[+-])?\d+?(?=\d[.、]\s*["“”]?\p{L})
                | (?:(?<![^\s\d])[+-]|(?<![^\s])(?:增加?|减少?))?\d(?:[\d,]*\d)?(?:\.\d+)?(?:(?:万元|元|件|项|个|条|份)(?=\s|$))?
                | (?<![^\s])[-/\\—–]{1,3}(?=\s|$) ) |
        (?<words> \([^()\d]*\p{L}[^()]{0,60}\) | [^\s\d(]+ | \( )
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Pieces();
}
