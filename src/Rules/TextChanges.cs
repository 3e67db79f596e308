using System.Text;

namespace Gongkai.Rules;

/// <summary>What became of a piece of text.</summary>
public enum TextChange { Same, Removed, Added }

/// <summary>A piece of a paragraph: as before, gone, or new.</summary>
public sealed record TextPiece(TextChange Change, string Text);

/// <summary>A paragraph of the newer text, or one that is gone.</summary>
/// <param name="Number">Which paragraph of the newer text; of one that is gone, the one before which it stood.</param>
public sealed record ChangedParagraph(int Number, IReadOnlyList<TextPiece> Pieces)
{
    public bool IsSame => Pieces.All(piece => piece.Change == TextChange.Same);

    public bool IsNew => Pieces.All(piece => piece.Change == TextChange.Added);

    public bool IsGone => Pieces.All(piece => piece.Change == TextChange.Removed);
}

/// <summary>What was changed between two versions of a text (修改对照): paragraph by paragraph, and within a paragraph character by character; numbers and foreign words stay whole.</summary>
public static class TextChanges
{
    // Where both have more than so many places to compare, nothing is matched: it is another text.
    const long MostCompared = 4_000_000;

    // Fewer characters that stayed between two changes only break them up.
    const int Island = 2;

    // Paragraphs that share less are not the same one reworded.
    const double Reworded = 0.3;

    public static IReadOnlyList<ChangedParagraph> Between(IReadOnlyList<string> before, IReadOnlyList<string> now)
    {
        List<ChangedParagraph> all = [];
        var (was, number) = (0, 0);
        foreach (var (i, j) in Common(before, now, string.Equals).Append((before.Count, now.Count)))
        {
            // Between two paragraphs that stayed: some were reworded, the others came or went.
            var (gone, come) = (before.Skip(was).Take(i - was).ToList(), now.Skip(number).Take(j - number).ToList());
            var (left, right) = (0, 0);
            foreach (var (a, b) in Common(gone, come, IsReworded).Append((gone.Count, come.Count)))
            {
                for (; left < a; left++) all.Add(new(number + right + 1, [new(TextChange.Removed, gone[left])]));
                for (; right < b; right++) all.Add(new(number + right + 1, [new(TextChange.Added, come[right])]));
                if (a < gone.Count) all.Add(new(number + ++right, Pieces(gone[left++], come[b])));
            }
            if (j < now.Count) all.Add(new(j + 1, [new(TextChange.Same, now[j])]));
            (was, number) = (i + 1, j + 1);
        }
        return all;
    }

    /// <summary>Within one paragraph; what is gone stands before what is new.</summary>
    public static IReadOnlyList<TextPiece> Pieces(string before, string now)
    {
        var (was, come) = (Tokens(before), Tokens(now));
        List<TextPiece> pieces = [];
        var (left, right) = (0, 0);
        foreach (var (i, j) in Joined(Common(was, come, string.Equals), was.Count, come.Count))
        {
            Put(TextChange.Removed, was, left, i);
            Put(TextChange.Added, come, right, j);
            if (i < was.Count) Put(TextChange.Same, was, i, i + 1);
            (left, right) = (i + 1, j + 1);
        }
        return pieces;

        void Put(TextChange change, List<string> from, int first, int end)
        {
            if (first >= end) return;
            var text = string.Concat(from.Skip(first).Take(end - first));
            if (pieces is [.., var last] && last.Change == change) pieces[^1] = last with { Text = last.Text + text };
            else pieces.Add(new(change, text));
        }
    }

    // Islands between two changes are let go of, so that 理由充分 → 依据不足 is not cut into single characters.
    static IEnumerable<(int, int)> Joined(List<(int I, int J)> common, int was, int come)
    {
        for (var start = 0; start < common.Count;)
        {
            var end = start + 1;
            while (end < common.Count && common[end].I == common[end - 1].I + 1 && common[end].J == common[end - 1].J + 1) end++;
            var (atBegin, atEnd) = (common[start] is (0, 0), common[end - 1].I == was - 1 && common[end - 1].J == come - 1);
            if (end - start >= Island || atBegin || atEnd) for (var k = start; k < end; k++) yield return common[k];
            start = end;
        }
        yield return (was, come);
    }

    static bool IsReworded(string one, string other)
    {
        var (left, right) = (Tokens(one), Tokens(other));
        return left.Count > 0 && right.Count > 0 && Common(left, right, string.Equals).Count >= Reworded * Math.Max(left.Count, right.Count);
    }

    // The longest common subsequence, as pairs of places.
    static List<(int I, int J)> Common<T>(IReadOnlyList<T> one, IReadOnlyList<T> other, Func<T, T, bool> equal)
    {
        var head = 0;
        while (head < one.Count && head < other.Count && equal(one[head], other[head])) head++;
        var tail = 0;
        while (tail < one.Count - head && tail < other.Count - head && equal(one[^(tail + 1)], other[^(tail + 1)])) tail++;
        List<(int, int)> pairs = [.. Enumerable.Range(0, head).Select(i => (i, i))];
        var (rows, columns) = (one.Count - head - tail, other.Count - head - tail);
        if ((long)rows * columns is > 0 and <= MostCompared)
        {
            var longest = new int[rows + 1, columns + 1];
            for (var i = rows - 1; i >= 0; i--)
                for (var j = columns - 1; j >= 0; j--)
                    longest[i, j] = equal(one[head + i], other[head + j]) ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
            for (var (i, j) = (0, 0); i < rows && j < columns;)
                if (longest[i, j] == longest[i + 1, j]) i++;
                else if (longest[i, j] == longest[i, j + 1]) j++;
                else pairs.Add((head + i++, head + j++));
        }
        pairs.AddRange(Enumerable.Range(0, tail).Select(i => (one.Count - tail + i, other.Count - tail + i)));
        return pairs;
    }

    static List<string> Tokens(string text)
    {
        List<string> tokens = [];
        StringBuilder word = new();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && Rune.IsLetterOrDigit(rune))
            {
                word.Append(rune);
                continue;
            }
            Close();
            tokens.Add(rune.ToString());
        }
        Close();
        return tokens;

        void Close()
        {
            if (word.Length > 0) tokens.Add(word.ToString());
            word.Clear();
        }
    }
}
