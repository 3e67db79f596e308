using Gongkai.Records.Search;

namespace Gongkai.Records.Tests.Search;

/// <summary>Stores in which there is something to look for.</summary>
static class SearchStores
{
    public static async Task<Store> With(string connection, IReadOnlyList<SearchEntry> items)
    {
        var store = StoreChoice.Open(connection);
        await SearchIndex.Fill(store, items.OrderBy(item => item.PublishedOn).Chunk(1000).ToAsyncEnumerable(), null, CancellationToken.None);
        return store;
    }

    public static Task<SearchResult> Find(this Store store, string words, SearchScope scope = SearchScope.Everything) =>
        SearchIndex.Search(store, new() { Words = words, Scope = scope, Today = GeneratedItems.Today });

    public static IReadOnlyList<string> Titles(this SearchResult result) => [.. result.Hits.Select(hit => hit.Item.Title)];

    public static string Shown(this IEnumerable<Piece> pieces) => string.Concat(pieces.Select(piece => piece.IsMarked ? $"[{piece.Text}]" : piece.Text));
}
