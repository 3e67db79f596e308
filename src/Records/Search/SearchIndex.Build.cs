using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Search;

// Very many items at once.
public static partial class SearchIndex
{
    /// <summary>So many items are taken up in one transaction.</summary>
    public const int Portion = 500;

    /// <summary>Counts up when the index is kept in another form.</summary>
    public const int Form = PackedText.Form;

    /// <summary>Takes up many items, a portion in each transaction, so that others come in between.</summary>
    /// <param name="portions">Best in the order of their publication.</param>
    /// <param name="done">Told how many there are by now.</param>
    public static async Task Fill(Store store, IAsyncEnumerable<IReadOnlyList<SearchEntry>> portions, Action<long>? done, CancellationToken cancelled)
    {
        long count = 0;
        await store.ExpectManyWords(true);
        try
        {
            await foreach (var portion in portions.WithCancellation(cancelled))
            {
                await store.InTurn(async () =>
                {
                    await using var transaction = await store.Database.BeginTransactionAsync(CancellationToken.None);
                    await Put(store, portion);
                    await transaction.CommitAsync(CancellationToken.None);
                    return true;
                });
                done?.Invoke(count += portion.Count);
            }
        }
        finally
        {
            await store.ExpectManyWords(false);
        }
        await Tidy(store, cancelled);
    }

    /// <summary>Brings the index into better order: questions are answered faster after very many changes.</summary>
    public static async Task Tidy(Store store, CancellationToken cancelled)
    {
        for (var all = true; await store.InTurn(() => store.TidyWords(all)); all = false) cancelled.ThrowIfCancellationRequested();
    }
}
