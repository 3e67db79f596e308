namespace Gongkai.Records.Search;

/// <summary>A term of a query: itself, and what means the same.</summary>
/// <param name="Text">Folded.</param>
/// <param name="Ways">Itself first.</param>
sealed record Term(string Text, IReadOnlyList<string> Ways)
{
    /// <summary>So many characters of a query are read, and so many terms.</summary>
    public const int LongestQuery = 100, Most = 8;

    const int MostWays = 6;

    public bool InTitles => Bigrams.IsSingle(Text);

    /// <summary>What the index is asked for it.</summary>
    public IReadOnlyList<IReadOnlyCollection<string>> Clause(string mark) => [.. Ways.Select(way => Bigrams.Of(way, mark))];

    /// <summary>Cuts what was typed into terms: at spaces and marks, but not at the brackets of a year.</summary>
    /// <param name="beyond">What was typed beyond the limits.</param>
    public static IReadOnlyList<string> Cut(string typed, out IReadOnlyList<string> beyond)
    {
        var length = Math.Min(typed.Length, LongestQuery);
        if (length < typed.Length && char.IsHighSurrogate(typed[length - 1])) length--;
        var all = Cut(typed[..length]).ToList();
        beyond = [.. all.Skip(Most), .. length < typed.Length ? Cut(typed[length..]) : []];
        return [.. all.Take(Most)];
    }

    /// <summary>With what means the same, by the list of synonyms.</summary>
    public static Term Of(string text, IEnumerable<IReadOnlyList<string>> synonyms)
    {
        List<string> ways = [text];
        foreach (var group in synonyms)
            foreach (var word in group.Where(word => word.Length > 0 && Folded.Find(text, word) >= 0))
                ways.AddRange(group.Where(other => other != word).Select(other => text.Replace(word, other, StringComparison.Ordinal)));
        return new(text, [.. ways.Distinct().Take(MostWays)]);
    }

    static IEnumerable<string> Cut(string typed) => typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(part => Folded.Of(part).Text.Split(Folded.Gap, StringSplitOptions.RemoveEmptyEntries)).Distinct();
}
