using Gongkai.Records.Search;

namespace Gongkai.Records;

// What each kind of store does by itself for search.
public abstract partial class Store
{
    /// <summary>Takes up the words of items that the index does not have.</summary>
    internal abstract Task PutWords(IReadOnlyList<(long Key, IReadOnlyCollection<string> Words)> items);

    /// <summary>Keeps others from changing these items until the transaction ends.</summary>
    internal virtual Task HoldItems(IReadOnlyCollection<Guid> items) => Task.CompletedTask;

    /// <summary>Very many are to come now, or no more.</summary>
    internal virtual Task ExpectManyWords(bool many) => Task.CompletedTask;

    internal abstract Task DropWords(long key);

    /// <summary>The keys of the items that hold the words, the greatest first.</summary>
    internal abstract Task<List<long>> Match(WordQuery query, int most);

    /// <summary>Brings the index into better order, a portion at a time.</summary>
    /// <param name="all">Begins to put all of it into one piece, instead of going on.</param>
    /// <returns>Whether there is more to do.</returns>
    internal virtual Task<bool> TidyWords(bool all) => Task.FromResult(false);
}
