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
        var synonyms = query.Exact || texts.Count == 0 ? [] : await SynonymsOf(store);
        IReadOnlyList<Term> terms = [.. texts.Select(text => Term.Of(text, synonyms))];
        var result = await Find(store, query, terms);
        if (result.Count == 0 && terms.Count > 0) result = await Instead(store, query, terms, synonyms, result);
        return result with { Beyond = beyond };
    }

    /// <summary>All items that hold every term of a query, each looked at; in no order.</summary>
    public static async Task<IReadOnlyList<Guid>> All(Store store, SearchQuery query)
    {
        var synonyms = query.Exact ? [] : await SynonymsOf(store);
        IReadOnlyList<Term> terms = [.. Term.Cut(query.Words, out _).Select(text => Term.Of(text, synonyms))];
        var keys = (await Match(store, query, terms, query.Mark, int.MaxValue - 1)).Concat(await Numbered(store, query)).Distinct();
        var found = new List<Guid>();
        foreach (var some in keys.Chunk(500))
            found.AddRange((await Read(store, query, terms, await ItemsOf(store, some), some)).Where(one => one.Holds).Select(one => one.Item.ItemId));
        return found;
    }

    static async Task<SearchResult> Find(Store store, SearchQuery query, IReadOnlyList<Term> terms)
    {
        // Without words there is nothing to look at twice.
        var window = query.LookAtAll || terms.Count == 0 ? query.Most : Window;
        var numbered = await Numbered(store, query);
        var keys = await Match(store, query, terms, query.Mark, query.Most + 1);
        if (numbered.Count > 0) keys = [.. numbered, .. keys.Except(numbered)];
        var kind = keys.Count > query.Most ? CountKind.AtLeast : keys.Count > window ? CountKind.About : CountKind.Exact;
        if (kind is CountKind.AtLeast) keys.RemoveAt(keys.Count - 1);

        var pool = Math.Max(Pool, kind is CountKind.Exact ? keys.Count : 0);
        var byWords = query.Order is SearchOrder.Relevance && terms.Count > 0;
        var inTitles = byWords && query.Scope is SearchScope.Everything && keys.Count > window
            ? await Match(store, query, terms, IndexMarks.Title, MostTitles) : [];
        var items = await ItemsOf(store, query.WithFacets ? keys.Concat(inTitles) : byWords ? numbered.Concat(inTitles).Concat(keys.Take(pool)) : []);
        var order = byWords ? [.. await Ranked(store, query, terms, window, numbered.Concat(inTitles).Concat(keys.Take(pool)).Distinct(), items), .. keys.Skip(pool).Except(inTitles)] : keys;
        if (kind is CountKind.Exact && !byWords && terms.Count > 0) order = [.. (await Read(store, query, terms, items, order)).Where(one => one.Holds).Select(one => one.Item.Key)];

        var page = order.Skip((query.Page - 1) * query.PageSize).Take(query.PageSize).ToList();
        return new()
        {
            Hits = [.. (await Read(store, query, terms, items, page)).Where(one => one.Holds).Select(one => one.Hit())],
            Count = kind is CountKind.Exact ? order.Count : keys.Count, CountKind = kind,
            Terms = [.. terms.Select(term => new AskedTerm(term.Text, [.. term.Ways.Skip(1)], term.InTitles && query.Scope is SearchScope.Everything))],
            Facets = query.WithFacets ? Count((kind is CountKind.Exact ? order : keys).Select(key => items.GetValueOrDefault(key)).OfType<IndexedItem>(), kind is CountKind.AtLeast) : null,
        };
    }

    // Titles and numbers first, and what binds before what is over; of the rest a hundred by what their text says, the others by what is known without it.
    static async Task<List<long>> Ranked(Store store, SearchQuery query, IReadOnlyList<Term> terms, int window, IEnumerable<long> keys, Dictionary<long, IndexedItem> items)
    {
        var number = NumberOf(query);
        var all = keys.Where(items.ContainsKey).Select(key => new Looked(items[key], terms, query.Scope, number)).Select(one => (One: one, one.Level, Standing: one.Standing(query.Today)))
            .OrderByDescending(one => one.Level).ThenBy(one => one.One.Item.Validity.IsOver).ThenByDescending(one => one.Standing).ThenByDescending(one => one.One.Item.Key).ToList();
        var read = (await Read(store, query, terms, items, [.. all.Take(window).Select(one => one.One.Item.Key)])).Where(one => one.Holds);
        return
        [
            .. read.Select(one => (one.Item, one.Level, Score: one.Standing(query.Today) + (one.Level is 0 ? one.Weight() : 0)))
                .OrderByDescending(one => one.Level).ThenBy(one => one.Item.Validity.IsOver).ThenByDescending(one => one.Score).ThenByDescending(one => one.Item.Key).Select(one => one.Item.Key),
            .. all.Skip(window).Select(one => one.One.Item.Key),
        ];
    }

    static Task<List<long>> Match(Store store, SearchQuery query, IReadOnlyList<Term> terms, string mark, int most)
    {
        var clauses = terms.Select(term => term.Clause(mark)).Concat(query.Facts()).ToList();
        return store.Match(new(clauses.Count == 0 ? [[[Fact.All]]] : clauses, query.From, query.Until), most);
    }

    // What bears the very document number that was typed.
    static async Task<List<long>> Numbered(Store store, SearchQuery query) =>
        NumberOf(query) is { } number ? await store.Match(new([[[number]], .. query.Facts()], query.From, query.Until), MostTitles) : [];

    static string? NumberOf(SearchQuery query) => query.Scope is SearchScope.Everything or SearchScope.DocumentNumber ? NumberKey.Of(query.Words) : null;

    static async Task<Dictionary<long, IndexedItem>> ItemsOf(Store store, IEnumerable<long> keys)
    {
        long[] wanted = [.. keys.Distinct()];
        return wanted.Length == 0 ? [] : await store.Set<IndexedItem>().AsNoTracking().Where(item => EF.Parameter(wanted).Contains(item.Key)).ToDictionaryAsync(item => item.Key);
    }

    /// <summary>Reads the texts of some of the hits, in their order.</summary>
    static async Task<IReadOnlyList<Looked>> Read(Store store, SearchQuery query, IReadOnlyList<Term> terms, Dictionary<long, IndexedItem> known, IReadOnlyList<long> keys)
    {
        if (keys.Count == 0) return [];
        long[] wanted = [.. keys];
        var items = keys.All(known.ContainsKey) ? known : await ItemsOf(store, wanted);
        var texts = await store.Set<IndexedText>().AsNoTracking().Where(text => EF.Parameter(wanted).Contains(text.Key)).ToDictionaryAsync(text => text.Key, text => text.Packed);
        var number = NumberOf(query);
        var read = new List<Looked>(keys.Count);
        // One that was withdrawn between the two questions is no hit any more.
        foreach (var key in keys.Where(key => items.ContainsKey(key) && texts.ContainsKey(key)))
        {
            var one = new Looked(items[key], terms, query.Scope, number);
            one.Read(PackedText.Unpack(texts[key]));
            read.Add(one);
        }
        return read;
    }

    static Facets Count(IEnumerable<IndexedItem> items, bool partial)
    {
        var all = items.ToList();
        return new(By(item => item.ColumnId), By(item => item.Category), By(item => item.Genre), By(item => item.Validity),
            [.. By(item => item.FormedOn.Year).OrderByDescending(year => year.Item1)], all.Count(item => item.Interpreted), partial);

        IReadOnlyList<(T, int)> By<T>(Func<IndexedItem, T> what) => [.. all.GroupBy(what).Select(group => (group.Key, group.Count())).OrderByDescending(group => group.Item2)];
    }

    static async Task<IReadOnlyList<IReadOnlyList<string>>> SynonymsOf(Store store) =>
        [.. (await store.Set<SearchSynonym>().AsNoTracking().OrderBy(synonym => synonym.Id).Select(synonym => synonym.Words).ToListAsync()).Select(words => words.ConvertAll(word => Folded.Of(word).Text))];
}
