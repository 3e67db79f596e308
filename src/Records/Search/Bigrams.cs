namespace Gongkai.Records.Search;

/// <summary>Cuts folded text into what the index holds: overlapping pairs of neighbours, where a neighbour is a Chinese character or a whole Latin word or number; and those words alone.</summary>
/// <remarks>住建发2026年5号 gives 住建 建发 发2026 2026 2026年 年5 5 5号. Two words side by side make no pair; the look at the text itself sees to them.</remarks>
public static class Bigrams
{
    /// <summary>Counts up when the same text gives other words than before: what was indexed before is then indexed anew.</summary>
    public const int Version = 1;

    const int LongestWord = 40;

    /// <summary>Adds the words of a folded text to a set.</summary>
    /// <param name="mark">Stands before each, and says in which part of an item it was found; empty for the whole.</param>
    /// <param name="singles">Each single character too.</param>
    public static void AddTo(HashSet<string> words, string folded, string mark = "", bool singles = false)
    {
        var known = words.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> word = stackalloc char[mark.Length + 2 * LongestWord];
        mark.CopyTo(word);
        // The neighbour before, as a piece of the text; none after a mark.
        var (before, beforeIsWord) = (0..0, false);
        for (var at = 0; at < folded.Length;)
        {
            var letter = folded[at];
            if (letter is Folded.Gap or ' ')
            {
                if (letter is Folded.Gap) before = 0..0;
                at++;
                continue;
            }
            var start = at++;
            var isWord = Folded.IsWord(letter);
            if (isWord) while (at < folded.Length && Folded.IsWord(folded[at])) at++;
            else if (char.IsHighSurrogate(letter)) at++;
            var now = start..at;
            if (before.End.Value > 0 && !(isWord && beforeIsWord)) known.Add(Joined(word, mark.Length, folded, before, now));
            if (isWord || singles) known.Add(Joined(word, mark.Length, folded, 0..0, now));
            (before, beforeIsWord) = (now, isWord);
        }
    }

    /// <summary>The words that an item must hold to hold a term: none for a single Chinese character, which is looked for in titles alone.</summary>
    public static IReadOnlyCollection<string> Of(string term, string mark = "")
    {
        HashSet<string> words = [];
        AddTo(words, term, mark);
        if (words.Count == 0) AddTo(words, term, mark is "" ? IndexMarks.Title : mark, singles: true);
        return words;
    }

    /// <summary>Whether a term is one Chinese character.</summary>
    public static bool IsSingle(string term) => term.Length == (char.IsHighSurrogate(term[0]) ? 2 : 1) && !Folded.IsWord(term[0]);

    static ReadOnlySpan<char> Joined(Span<char> word, int from, string folded, Range first, Range second)
    {
        var length = from;
        foreach (var part in (ReadOnlySpan<Range>)[first, second])
        {
            var piece = folded.AsSpan(part);
            if (piece.Length > LongestWord) piece = piece[..LongestWord];
            piece.CopyTo(word[length..]);
            length += piece.Length;
        }
        return word[..length];
    }
}

/// <summary>What stands before a word in the index that is not one of the whole item.</summary>
static class IndexMarks
{
    public const string Title = "_";
    public const string Number = "#";
    public const string IndexNumber = "%";

    /// <summary>A fact of the item, such as its year; no word of a text begins so.</summary>
    public const string Fact = "+";
}
