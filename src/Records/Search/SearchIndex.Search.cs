using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Search;

// Looking for something. The index says which items hold the words, the newest first; the best are then looked at themselves.
public static partial class SearchIndex
{
    /// <summary>Among so many of the newest hits the best are looked for, and of so many the text is read for it.</summary>
    const int Pool = 300, Window = 100;

    /// <summary>So many hits in titles come before all others.</summary>
    const int MostTitles = 200;

    /// <summary>Looks for what is public. Every hit on the page holds every term: it was looked at.</summary>
    public static async Task<SearchResult> Search(Store store, SearchQuery query)
    {
        var texts = Term.Cut(query.Words, out var beyond);
        if (texts.Count == 0 && !string.IsNullOrWhiteSpace(query.Words)) return new() { Hits = [], Count = 0, CountKind = CountKind.Exact, Terms = [], Beyond = beyond };
        // One connection for all questions: taking one and giving it back costs as much as some of them.
        await store.Database.OpenConnectionAsync();
        try
        {
            var synonyms = query.Exact || texts.Count == 0 ? [] : await SynonymsOf(store);
            IReadOnlyList<Term> terms = [.. texts.Select(text => Term.Of(text, synonyms))];
            var result = await Find(store, query, terms);
            if (result.Count == 0 && terms.Count > 0) result = await Instead(store, query, terms, synonyms, result);
            return result with { Beyond = beyond };
        }
        finally
        {
            await store.Database.CloseConnectionAsync();
        }
    }

    /// <summary>All items that hold every term of a query, each looked at; in no order.</summary>
    public static async Task<IReadOnlyList<Guid>> All(Store store, SearchQuery query)
    {
        var synonyms = query.Exact ? [] : await SynonymsOf(store);
        IReadOnlyList<Term> terms = [.. Term.Cut(query.Words, out _).Select(text => Term.Of(text, synonyms))];
        var keys = (await Match(store, query, terms, query.Mark, int.MaxValue - 1)).Concat(await Numbered(store, query)).Distinct();
        var found = new List<Guid>();
        foreach (var some in keys.Chunk(500))
        {
            var read = new Dictionary<long, Looked>();
            await Read(store, query, terms, some, read);
            found.AddRange(read.Values.Where(one => one.Holds).Select(one => one.Item.ItemId));
        }
        return found;
    }

    static async Task<SearchResult> Find(Store store, SearchQuery query, IReadOnlyList<Term> terms)
    {
        // Without words there is nothing to look at twice.
        var window = query.LookAtAll || terms.Count == 0 ? query.Most : Window;
        var byWords = query.Order is SearchOrder.Relevance && terms.Count > 0;
        var titles = byWords && query.Scope is SearchScope.Everything;
        var numbers = NumberOf(query);
        // Everything that is asked of the words is one question.
        var matched = await store.Match(
        [
            (Asked(query, terms, query.Mark), query.Most + 1),
            .. titles ? [(Asked(query, terms, IndexMarks.Title), MostTitles)] : Array.Empty<(WordQuery, int)>(),
            .. numbers is null ? Array.Empty<(WordQuery, int)>() : [(Asked(query, numbers), MostTitles)],
        ]);
        var (keys, numbered) = (matched[0], numbers is null ? [] : matched[^1]);
        if (numbered.Count > 0) keys = [.. numbered, .. keys.Except(numbered)];
        var kind = keys.Count > query.Most ? CountKind.AtLeast : keys.Count > window ? CountKind.About : CountKind.Exact;
        if (kind is CountKind.AtLeast) keys.RemoveAt(keys.Count - 1);

        var inTitles = titles && keys.Count > window ? matched[1] : [];
        var pool = Math.Max(Pool, kind is CountKind.Exact ? keys.Count : 0);
        var read = new Dictionary<long, Looked>();
        var order = !byWords ? keys : await Ranked(store, query, terms, window, [.. numbered.Union(inTitles)], [.. keys.Take(pool)], kind is CountKind.Exact, read);
        if (byWords) order = [.. order, .. keys.Skip(pool).Except(inTitles)];
        if (kind is CountKind.Exact && !byWords && terms.Count > 0)
        {
            await Read(store, query, terms, order, read);
            order = [.. order.Where(key => read.GetValueOrDefault(key)?.Holds ?? false)];
        }

        var page = order.Skip((query.Page - 1) * query.PageSize).Take(query.PageSize).ToList();
        await Read(store, query, terms, page, read);
        return new()
        {
            Hits = [.. page.Select(key => read.GetValueOrDefault(key)).OfType<Looked>().Where(one => one.Holds).Select(one => one.Hit())],
            Count = kind is CountKind.Exact ? order.Count : keys.Count, CountKind = kind,
            Terms = [.. terms.Select(term => new AskedTerm(term.Text, [.. term.Ways.Skip(1)], term.InTitles && query.Scope is SearchScope.Everything))],
            Facets = query.WithFacets ? await FacetsOf(store, kind is CountKind.Exact ? order : keys, kind is CountKind.AtLeast) : null,
        };
    }

    // Titles and numbers first, and what binds before what is over; of the rest a hundred by what their text says, the others by what is known without it.
    static async Task<List<long>> Ranked(Store store, SearchQuery query, IReadOnlyList<Term> terms, int window, long[] first, long[] pool, bool all, Dictionary<long, Looked> read)
    {
        var number = NumberOf(query);
        var found = await Look(first);
        List<long> order = [.. found.Where(one => one.Level > 0).Select(one => one.Key)];
        // The page is full of them: what comes after need not be known.
        if (!all && order.Count >= query.Page * query.PageSize) return order;

        var rest = InOrder([.. found.Where(one => one.Level == 0), .. await Look([.. pool.Except(first)])]);
        var near = rest.Take(Math.Max(0, window - order.Count)).ToList();
        await Read(store, query, terms, [.. near.Where(one => !one.IsSure).Select(one => one.Key)], read);
        var judged = near.Where(one => one.IsSure || (read.GetValueOrDefault(one.Key)?.Holds ?? false))
            .Select(one => (One: one, Score: one.Standing(query.Today) + (one.Level is 0 ? read[one.Key].Weight() : 0)))
            .OrderByDescending(one => one.One.Level).ThenBy(one => one.One.IsOver).ThenByDescending(one => one.Score).ThenByDescending(one => one.One.Key).Select(one => one.One.Key);
        return [.. order, .. judged, .. rest.Skip(near.Count).Select(one => one.Key)];

        async Task<List<Looked>> Look(long[] keys) => InOrder([.. (await CandidatesOf(store, keys)).Select(item => new Looked(item, terms, query.Scope, number))]);

        List<Looked> InOrder(IEnumerable<Looked> some) => [.. some.Select(one => (One: one, Standing: one.Standing(query.Today)))
            .OrderByDescending(one => one.One.Level).ThenBy(one => one.One.IsOver).ThenByDescending(one => one.Standing).ThenByDescending(one => one.One.Key).Select(one => one.One)];
    }

    static async Task<List<long>> Match(Store store, SearchQuery query, IReadOnlyList<Term> terms, string mark, int most) => (await store.Match((Asked(query, terms, mark), most)))[0];

    static WordQuery Asked(SearchQuery query, IReadOnlyList<Term> terms, string mark)
    {
        var clauses = terms.Select(term => term.Clause(mark)).Concat(query.Facts()).ToList();
        return new(clauses.Count == 0 ? [[[Fact.All]]] : clauses, query.Today, query.From, query.Until);
    }

    // What bears the very document number that was typed.
    static WordQuery Asked(SearchQuery query, string number) => new([[[number]], .. query.Facts()], query.Today, query.From, query.Until);

    static async Task<List<long>> Numbered(Store store, SearchQuery query) =>
        NumberOf(query) is { } number ? (await store.Match((Asked(query, number), MostTitles)))[0] : [];

    static string? NumberOf(SearchQuery query) => query.Scope is SearchScope.Everything or SearchScope.DocumentNumber ? NumberKey.Of(query.Words) : null;

    static async Task<IReadOnlyList<IReadOnlyList<string>>> SynonymsOf(Store store) =>
        [.. (await store.Set<SearchSynonym>().AsNoTracking().OrderBy(synonym => synonym.Id).Select(synonym => synonym.Words).ToListAsync()).Select(words => words.ConvertAll(word => Folded.Of(word).Text))];
}
