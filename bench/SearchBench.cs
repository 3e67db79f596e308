using System.Diagnostics;
using System.Globalization;
using System.Text;
using Gongkai.Records;
using Gongkai.Records.Search;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Bench;

/// <summary>Search among very many items on both stores, in turns with Lucene.Net over the same items.</summary>
static class SearchBench
{
    const int Rounds = 3;

    public static async Task<Chapter> Run(int count, string? keep, string? alone)
    {
        List<Outcome> outcomes = [];
        using var kept = new KeptStores(keep, $"search-{count}-{SearchStores.Shape()}");
        await using var stores = new SearchStores(count, kept);
        var made = await stores.OpenLucene();
        var text = Enumerable.Range(0, 1000).Sum(number => Encoding.UTF8.GetByteCount(SearchCorpus.Item(number, count).Body)) * (double)count / 1000;
        outcomes.Add(Built("Lucene.Net, merged into one segment", made, $"{Chapter.Megabytes(stores.Lucene.Size)} with the texts; the texts alone {Chapter.Megabytes(text)}"));
        var expected = await stores.Scan();
        foreach (var postgres in (bool[])(alone switch { "sqlite" => [false], "postgres" => [true], _ => [false, true] })) outcomes.AddRange(await Of(postgres, stores, expected));
        return new(alone switch { "sqlite" => "Search on SQLite", "postgres" => "Search on PostgreSQL", _ => "Search" },
            $"""
            {count:N0} invented items of 600 characters over ten years. Queries of each kind are asked in turns with Lucene.Net (4.8.0-beta00017, `CJKAnalyzer`, a phrase for each term, all wanted, one segment): 60 different
            ones, {Rounds} times after a first round that does not count. Ours is `SearchIndex.Search` on a fresh context: the count up to 1,000, the order, the second look at the hundred best texts, twenty passages with their
            marks. Lucene's is its twenty best with their stored texts and its count. Recall: what a scan of every text finds for 40 queries, against `SearchIndex.All`. PostgreSQL has 1 GB of shared buffers.
            """, outcomes);
    }

    static Outcome Built(string name, Made made, string size) => new($"{name}: built", "–", made.Text, null, $"{size}; the building process grew by {Chapter.Megabytes(made.Bytes)} at most; built on {made.On}");

    static async Task<IEnumerable<Outcome>> Of(bool postgres, SearchStores stores, Dictionary<string, HashSet<Guid>> expected)
    {
        List<Outcome> outcomes = [];
        var name = postgres ? "PostgreSQL" : "SQLite";
        var (connection, made) = await stores.Open(postgres);
        outcomes.Add(Built(name, made, await Size(connection)));
        var lucene = stores.Lucene;
        foreach (var (kind, queries) in SearchCorpus.Queries) outcomes.Add(await Race(name, connection, kind, queries, lucene, facets: false));
        foreach (var (kind, queries) in SearchCorpus.Queries.Take(1)) outcomes.Add(await Race(name, connection, kind, queries, lucene, facets: true));
        outcomes.Add(await Recall(name, connection, expected));
        outcomes.Add(new($"{name}: resident memory of the asking process", "–", Chapter.Megabytes(Environment.WorkingSet), null, "with Lucene's index open beside it"));
        return outcomes;
    }

    static async Task<Outcome> Race(string name, string connection, string kind, IReadOnlyList<string> queries, LuceneIndex lucene, bool facets)
    {
        List<double> ours = [], theirs = [];
        long hits = 0;
        for (var round = 0; round <= Rounds; round++)
            foreach (var query in queries)
            {
                var start = Stopwatch.GetTimestamp();
                var total = lucene.Ask(query);
                var lucenes = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                await using var store = StoreChoice.Open(connection);
                start = Stopwatch.GetTimestamp();
                await SearchIndex.Search(store, new() { Words = query, Today = SearchCorpus.Today, WithFacets = facets });
                var own = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                if (round == 0)
                {
                    hits += total;
                    continue;
                }
                ours.Add(own);
                theirs.Add(lucenes);
            }
        var (p95, reference) = (At(ours, .95), At(theirs, .95));
        return new($"{name}: {kind}{(facets ? ", with facets" : "")}", facets ? "–" : "p95 ≤ 1× Lucene.Net", string.Create(CultureInfo.InvariantCulture, $"{p95 / reference:0.00}×"), facets ? null : p95 <= reference,
            string.Create(CultureInfo.InvariantCulture, $"p95 {p95:0.0} ms against {reference:0.0} ms; median {At(ours, .5):0.0} against {At(theirs, .5):0.0}; {hits / queries.Count:N0} hits on average"));
    }

    static async Task<Outcome> Recall(string name, string connection, Dictionary<string, HashSet<Guid>> expected)
    {
        long wanted = 0, found = 0, more = 0;
        foreach (var (query, items) in expected)
        {
            await using var store = StoreChoice.Open(connection);
            var all = await SearchIndex.All(store, new() { Words = query, Today = SearchCorpus.Today });
            wanted += items.Count;
            found += all.Count(items.Contains);
            more += all.Count(item => !items.Contains(item));
        }
        return new($"{name}: recall against a scan", "1.0, nothing else", string.Create(CultureInfo.InvariantCulture, $"{(double)found / wanted:0.000000}"), found == wanted && more == 0,
            string.Create(CultureInfo.InvariantCulture, $"{expected.Count} queries, {wanted:N0} items that hold them, {more:N0} others"));
    }

    static async Task<string> Size(string connection)
    {
        await using var store = StoreChoice.Open(connection);
        if (store is PostgresStore)
        {
            var sizes = await store.Database.SqlQueryRaw<long>("""SELECT unnest(ARRAY[pg_relation_size('"IX_search_words_Words"'), pg_total_relation_size('search_words'), pg_total_relation_size('search_items'), pg_total_relation_size('search_texts')]) AS "Value" """).ToListAsync();
            return $"{Chapter.Megabytes(sizes[0])} GIN, {Chapter.Megabytes(sizes[1])} with its words, {Chapter.Megabytes(sizes[2] + sizes[3])} items and packed texts";
        }
        await store.Database.OpenConnectionAsync();
        await using var command = store.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT (SELECT sum(length(block)) FROM search_words_data), (SELECT page_count * page_size FROM pragma_page_count, pragma_page_size)";
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return $"{Chapter.Megabytes(reader.GetInt64(0))} words, {Chapter.Megabytes(reader.GetInt64(1))} the whole file with items and packed texts";
    }

    static double At(List<double> times, double part)
    {
        times.Sort();
        return times[(int)((times.Count - 1) * part)];
    }
}
