namespace Gongkai.Records.Search;

/// <summary>Cuts the passage out of a text that says what was looked for, and marks it. The pieces are plain text: who prints them encodes them.</summary>
static class Passages
{
    const int Before = 24, Longest = 110, MostMarks = 60;

    /// <summary>The whole of a short text with its marks.</summary>
    public static IReadOnlyList<Piece> Mark(string text, IReadOnlyList<string> terms) => text is "" ? [] : Cut(text, 0, text.Length, Found(Folded.Of(text), terms));

    /// <summary>The passage with the most of the terms: of the text, or else of an attachment; the beginning where neither has any.</summary>
    public static (IReadOnlyList<Piece> Passage, string? Attachment) Best(PackedText text, IReadOnlyList<string> terms)
    {
        if (Passage(text.Body, terms) is { } body) return (body, null);
        foreach (var file in text.Attachments)
            if (Passage(file.Text, terms) is { } attached) return (attached, file.Name);
            else if (Found(Folded.Of(file.Name), terms).Count > 0) return (Beginning(file.Text), file.Name);
        return (Beginning(text.Body), null);
    }

    static List<Piece>? Passage(string text, IReadOnlyList<string> terms)
    {
        var found = Found(Folded.Of(text), terms);
        if (found.Count == 0) return null;
        // The window that begins at a find and holds the most different terms; of equal ones the first.
        var best = 0;
        var most = 0;
        for (var first = 0; first < found.Count; first++)
        {
            var different = found.Skip(first).TakeWhile(one => one.End <= found[first].Start + Longest - Before).Select(one => one.Term).Distinct().Count();
            if (different > most) (best, most) = (first, different);
        }
        var start = Math.Max(0, found[best].Start - Before);
        var end = Math.Min(text.Length, Math.Max(start + Longest, found[best].End));
        return Cut(text, start, end, found);
    }

    static List<Piece> Beginning(string text) => text is "" ? [] : Cut(text, 0, Math.Min(text.Length, Longest), []);

    // A find: where it stands in the text, and of which term it is.
    static List<(int Start, int End, int Term)> Found(Folded folded, IReadOnlyList<string> terms)
    {
        List<(int Start, int End, int Term)> all = [];
        for (var term = 0; term < terms.Count; term++)
        {
            var times = 0;
            for (var at = folded.Find(terms[term]); at >= 0 && times++ < MostMarks; at = folded.Find(terms[term], at + terms[term].Length))
            {
                var place = folded.In(at, terms[term].Length);
                all.Add((place.Start.Value, place.End.Value, term));
            }
        }
        all.Sort();
        return all;
    }

    static List<Piece> Cut(string text, int start, int end, List<(int Start, int End, int Term)> found)
    {
        if (start > 0 && char.IsLowSurrogate(text[start])) start--;
        if (end < text.Length && char.IsLowSurrogate(text[end])) end++;
        List<Piece> pieces = [];
        if (start > 0) pieces.Add(new("…", false));
        var at = start;
        foreach (var one in found)
        {
            // Finds may overlap: what is marked already is not marked again.
            var from = Math.Max(one.Start, at);
            var to = Math.Min(one.End, end);
            if (from >= to) continue;
            if (from > at) pieces.Add(new(text[at..from], false));
            pieces.Add(new(text[from..to], true));
            at = to;
        }
        if (at < end) pieces.Add(new(text[at..end], false));
        if (end < text.Length) pieces.Add(new("…", false));
        return pieces;
    }
}
