using Gongkai.Documents.Reading.Papers;

namespace Gongkai.Documents.Reading.Tables;

/// <summary>A label of the form that is looked for, and how many values follow it.</summary>
/// <param name="Han">Its Chinese characters.</param>
/// <param name="Values">0 for a heading, which only ends what stands before it.</param>
readonly record struct Sought(string Han, int Values);

/// <summary>Where a sought label was found: the first and last atom that carry its characters; -1 where it was not.</summary>
readonly record struct Found(int First, int Last)
{
    public static Found Nowhere { get; } = new(-1, -1);
    public bool Here => First >= 0;
}

/// <summary>
/// Lays the form's labels, in the form's order, along the characters of the file: labels may be cut, wrapped around their
/// numbers, or mixed with headings that stand beside them, and each is still found where most of it lies together.
/// </summary>
static class Alignment
{
    const int Follows = 24, Match = 10, SkipText = 1, SkipLabel = 8, Never = int.MinValue / 2;
    const int MostCharacters = 8_000;

    public static Found[] Of(IReadOnlyList<Atom> atoms, IReadOnlyList<Sought> labels) => Direct(atoms, labels) ?? Aligned(atoms, labels);

    // Where every label stands whole in its own atom, nothing has to be weighed.
    static Found[]? Direct(IReadOnlyList<Atom> atoms, IReadOnlyList<Sought> labels)
    {
        var found = new Found[labels.Count];
        var next = 0;
        for (var i = 0; i < atoms.Count && next < labels.Count; i++)
        {
            if (atoms[i].Kind != AtomKind.Label) continue;
            // The words of one box are one label, whatever brackets part them.
            var first = i;
            var han = Folding.Han(atoms[i].Text);
            while (i + 1 < atoms.Count && atoms[i + 1] is { Kind: AtomKind.Label } more && more.Line == atoms[first].Line && more.Box == atoms[first].Box) han += Folding.Han(atoms[++i].Text);
            if (han == labels[next].Han || han.Length == labels[next].Han.Length + 1 && han.EndsWith(labels[next].Han, StringComparison.Ordinal) && "一二三四五六七".Contains(han[0]))
                found[next++] = new(first, i);
        }
        return next == labels.Count ? found : null;
    }

    static Found[] Aligned(IReadOnlyList<Atom> atoms, IReadOnlyList<Sought> labels)
    {
        List<(char Han, int Atom)> text = [];
        for (var i = 0; i < atoms.Count && text.Count < MostCharacters; i++)
            if (atoms[i].Kind == AtomKind.Label)
                foreach (var c in Folding.Han(atoms[i].Text)) text.Add((c, i));
        List<(char Han, int Label)> pattern = [];
        for (var i = 0; i < labels.Count; i++)
            foreach (var c in labels[i].Han) pattern.Add((c, i));

        var (n, m) = (text.Count, pattern.Count);
        var best = new int[m + 1];
        var match = new int[m + 1];
        var (bestAbove, matchAbove) = (new int[m + 1], new int[m + 1]);
        var steps = new byte[n + 1, m + 1];
        for (var j = 1; j <= m; j++) (bestAbove[j], matchAbove[j], steps[0, j]) = (bestAbove[j - 1] - SkipLabel, Never, LabelSkipped);
        matchAbove[0] = Never;

        for (var i = 1; i <= n; i++)
        {
            (best[0], match[0]) = (bestAbove[0], Never);
            for (var j = 1; j <= m; j++)
            {
                match[j] = Never;
                byte step = 0;
                if (text[i - 1].Han == pattern[j - 1].Han)
                {
                    var follows = pattern[j - 1].Label == (j > 1 ? pattern[j - 2].Label : -1);
                    match[j] = Math.Max(bestAbove[j - 1] + Match, follows ? matchAbove[j - 1] + Follows : Never);
                    if (follows && match[j] == matchAbove[j - 1] + Follows) step = Continued;
                }
                var skipText = bestAbove[j] - SkipText;
                var skipLabel = best[j - 1] - SkipLabel;
                best[j] = Math.Max(match[j], Math.Max(skipText, skipLabel));
                step |= best[j] == match[j] ? Matched : best[j] == skipText ? TextSkipped : LabelSkipped;
                steps[i, j] = step;
            }
            (best, bestAbove) = (bestAbove, best);
            (match, matchAbove) = (matchAbove, match);
        }
        return Trace(steps, text, pattern, labels);
    }

    const byte Matched = 1, TextSkipped = 2, LabelSkipped = 4, Continued = 8;

    static Found[] Trace(byte[,] steps, List<(char Han, int Atom)> text, List<(char Han, int Label)> pattern, IReadOnlyList<Sought> labels)
    {
        var matched = new int[labels.Count];
        var found = new Found[labels.Count];
        Array.Fill(found, Found.Nowhere);
        var (i, j) = (text.Count, pattern.Count);
        var must = false;
        while (i > 0 && j > 0)
        {
            var step = steps[i, j];
            if (must || (step & Matched) != 0)
            {
                var label = pattern[j - 1].Label;
                matched[label]++;
                found[label] = new(text[i - 1].Atom, found[label].Here ? found[label].Last : text[i - 1].Atom);
                must = (step & Continued) != 0;
                (i, j) = (i - 1, j - 1);
            }
            else if ((step & TextSkipped) != 0) i--;
            else j--;
        }
        for (var label = 0; label < labels.Count; label++)
            if (matched[label] * 10 < labels[label].Han.Length * 6 || matched[label] < 2) found[label] = Found.Nowhere;
        return found;
    }
}
