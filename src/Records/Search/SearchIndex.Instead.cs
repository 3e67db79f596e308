using System.Text.RegularExpressions;

namespace Gongkai.Records.Search;

// Nothing was found: what can be said then, and what may have been meant. No term is dropped in silence.
public static partial class SearchIndex
{
    const int MostProbes = 60;

    static async Task<SearchResult> Instead(Store store, SearchQuery query, IReadOnlyList<Term> terms, IReadOnlyList<IReadOnlyList<string>> synonyms, SearchResult nothing)
    {
        var missing = new List<string>();
        var apart = new List<TakenApart>();
        var parts = new List<Term>();
        foreach (var term in terms)
            if (await Stands(store, query, term)) parts.Add(term);
            else if (!query.Exact && await Apart(store, query, term.Text) is { } pieces)
            {
                apart.Add(pieces);
                parts.AddRange(pieces.Parts.Select(part => Term.Of(part, synonyms)));
            }
            else missing.Add(term.Text);

        var result = nothing;
        if (missing.Count == 0 && apart.Count > 0) result = await Find(store, query, [.. parts.DistinctBy(term => term.Text)]) with { Apart = apart };
        if (result.Count > 0) return result;
        return result with
        {
            Missing = missing,
            Unfiltered = query.IsFiltered ? (await Find(store, query.Unfiltered with { Most = Window }, terms)).Count : 0,
            Fewer = terms.Count > 1 ? await Fewer(store, query, terms) : [],
            Meant = await Meant(store, query, missing),
        };
    }

    static async Task<IReadOnlyList<(string, string, int)>> Fewer(Store store, SearchQuery query, IReadOnlyList<Term> terms)
    {
        List<(string, string, int)> fewer = [];
        foreach (var term in terms)
        {
            IReadOnlyList<Term> rest = [.. terms.Where(one => one != term)];
            var found = await Find(store, query with { Words = "", Most = Window, PageSize = 1, WithFacets = false }, rest);
            if (found.Count > 0) fewer.Add((term.Text, string.Join(' ', rest.Select(one => one.Text)), found.Count));
        }
        return fewer;
    }

    /// <summary>Whether a term stands anywhere in what this search looks through, without the other terms.</summary>
    static async Task<bool> Stands(Store store, SearchQuery query, Term term)
    {
        var bare = query.Unfiltered with { Words = "", Scope = query.Scope };
        var read = new Dictionary<long, Looked>();
        await Read(store, bare, [term], await Match(store, bare, [term], query.Mark, 20), read);
        return read.Values.Any(one => one.Holds);
    }

    /// <summary>Takes a sentence apart: at the words of a question, and then into the longest parts that stand somewhere. <c>null</c> where a part of it stands nowhere.</summary>
    static async Task<TakenApart?> Apart(Store store, SearchQuery query, string sentence)
    {
        if (sentence.Length < 3) return null;
        var probes = 0;
        List<string> parts = [], left = [.. QuestionWords().Matches(sentence).Select(match => match.Value)];
        foreach (var piece in QuestionWords().Split(sentence).Where(piece => piece.Length > 0))
            for (var at = 0; at < piece.Length;)
            {
                var longest = 0;
                for (var length = piece.Length - at; length >= 2 && longest == 0; length--)
                {
                    if (++probes > MostProbes) return null;
                    if (IsWhole(piece, at, length) && await Stands(store, query, new(piece[at..(at + length)], [piece[at..(at + length)]]))) longest = length;
                }
                if (longest > 0) parts.Add(piece[at..(at + longest)]);
                // A particle says little; that it is left out is said. Any other character must stand somewhere beside the one before it.
                else if (Particles.Contains(piece[at])) left.Add(piece[at..(at + (longest = 1))]);
                else if (at > 0 && IsWhole(piece, at - 1, 2) && await Stands(store, query, new(piece[(at - 1)..(at + 1)], [piece[(at - 1)..(at + 1)]]))) parts.Add(piece[(at - 1)..(at + (longest = 1))]);
                else return null;
                at += longest;
            }
        return parts.Count == 0 || parts is [var same] && same == sentence ? null : new(sentence, parts, left);
    }

    const string Particles = "的地得了着过和与及或在是有个之就都";

    // Not within a 4-byte character, nor within a number or a Latin word.
    static bool IsWhole(string text, int at, int length) => !char.IsLowSurrogate(text[at]) && (at + length >= text.Length || !char.IsLowSurrogate(text[at + length]))
        && !(at > 0 && Folded.IsWord(text[at]) && Folded.IsWord(text[at - 1])) && !(at + length < text.Length && Folded.IsWord(text[at + length]) && Folded.IsWord(text[at + length - 1]));

    [GeneratedRegex("请问|我想知道|我想|我要|想问一下|想问|怎么样|怎么|怎样|如何|哪里|哪儿|在哪|哪个|哪些|什么时候|什么|为什么|多少|几时|能不能|可不可以|可以|是否|是不是|有没有|需要|吗|呢|呀")]
    private static partial Regex QuestionWords();
}
