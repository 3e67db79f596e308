using System.Data.Common;
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

    /// <summary>The keys of the items that hold the words, the greatest first: of each question so many.</summary>
    internal abstract Task<IReadOnlyList<List<long>>> Match(params IReadOnlyList<(WordQuery Query, int Most)> asked);

    /// <summary>A question about rows with some keys.</summary>
    /// <param name="sql"><c>{0}</c> stands for the end of the condition: is one of the keys.</param>
    /// <param name="keys">Of the rows.</param>
    internal abstract DbCommand Keyed(string sql, IReadOnlyList<long> keys);

    /// <summary>Brings the index into better order, a portion at a time.</summary>
    /// <param name="all">Begins to put all of it into one piece, instead of going on.</param>
    /// <returns>Whether there is more to do.</returns>
    internal virtual Task<bool> TidyWords(bool all) => Task.FromResult(false);
}
