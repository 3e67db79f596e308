namespace Gongkai.Records.Search;

// 您是不是要找: a word of the titles that is one slip away from what was typed.
public static partial class SearchIndex
{
    const int MostMeant = 3;

    static async Task<IReadOnlyList<string>> Meant(Store store, SearchQuery query, IReadOnlyList<string> missing)
    {
        var meant = new List<string>();
        foreach (var term in missing.Where(term => term.Length is >= 2 and <= 12).Take(2))
            foreach (var near in await Near(store, query, term))
                if (meant.Count < MostMeant) meant.Add(string.Join(' ', Term.Cut(query.Words, out _).Select(one => one == term ? near : one)));
        return [.. meant.Distinct()];
    }

    static async Task<IEnumerable<string>> Near(Store store, SearchQuery query, string term)
    {
        HashSet<string> words = [];
        Bigrams.AddTo(words, term, IndexMarks.Title, singles: term.Length < 4);
        if (words.Count == 0) return [];
        IReadOnlyList<IReadOnlyList<IReadOnlyCollection<string>>> any = [[.. words.Select(word => (string[])[word])]];
        var titles = (await CandidatesOf(store, (await store.Match((new([.. any, .. query.Unfiltered.Facts()], query.Today), Pool)))[0])).Select(item => Folded.Of(item.Title).Text);
        var allowed = term.Length >= 6 ? 2 : 1;
        return from title in titles
               from word in WindowsOf(title, term.Length).Distinct()
               let slips = Slips(word, term, allowed)
               where slips is > 0 && slips <= allowed
               group slips by word into same
               orderby same.Min() * 1000 - same.Count(), same.Key.Length == term.Length ? 0 : 1
               select same.Key;
    }

    static IEnumerable<string> WindowsOf(string title, int length)
    {
        for (var size = Math.Max(2, length - 1); size <= length + 1; size++)
            for (var at = 0; at + size <= title.Length; at++)
                if (IsWhole(title, at, size) && title.AsSpan(at, size).IndexOfAny(Folded.Gap, ' ') < 0) yield return title.Substring(at, size);
    }

    /// <summary>How many characters were left out, added, exchanged or swapped; more than are allowed count as many.</summary>
    internal static int Slips(string one, string other, int allowed)
    {
        if (Math.Abs(one.Length - other.Length) > allowed) return int.MaxValue;
        var rows = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= other.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= one.Length; i++)
            for (var j = 1; j <= other.Length; j++)
            {
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        return rows[one.Length, other.Length];
    }
}
