using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Gongkai.Records.Search;

/// <summary>The index of what is public (检索索引). It follows the transaction in which something becomes public or ceases to be.</summary>
public static partial class SearchIndex
{
    /// <summary>Takes an item up as it now is, in the caller's transaction.</summary>
    public static Task Put(Store store, SearchEntry entry) => Put(store, [entry]);

    /// <summary>Takes several up; the index takes them fastest in the order of their publication.</summary>
    public static async Task Put(Store store, IReadOnlyList<SearchEntry> entries)
    {
        var before = new Dictionary<Guid, long>();
        foreach (var some in entries.Select(entry => entry.ItemId).Chunk(500))
            foreach (var item in await store.Set<IndexedItem>().AsNoTracking().Where(item => some.Contains(item.ItemId)).Select(item => new { item.ItemId, item.Key }).ToListAsync())
                before.Add(item.ItemId, item.Key);
        foreach (var key in before.Values) await Drop(store, key);

        await using var itemCommand = Command(store, ItemColumns, "search_items", " ON CONFLICT DO NOTHING");
        await using var textCommand = Command(store, ["Key", "Packed"], "search_texts", "");
        var next = new Dictionary<DateOnly, long>();
        var words = new List<(long, IReadOnlyCollection<string>)>(entries.Count);
        foreach (var entry in entries)
        {
            var key = before.TryGetValue(entry.ItemId, out var old) && IndexedItem.DayOf(old) == entry.PublishedOn ? old
                : next.TryGetValue(entry.PublishedOn, out var known) ? known
                : await NextKey(store, entry.PublishedOn);
            // Someone else may have taken the key since; their transaction is waited for, and the next one tried.
            while (!await Add(itemCommand, ItemValues(entry, key))) key++;
            if (key != old) next[entry.PublishedOn] = key + 1;
            await Add(textCommand, [key, PackedText.Pack(entry)]);
            words.Add((key, entry.Words()));
        }
        await store.PutWords(words);
    }

    /// <summary>Takes an item out, in the caller's transaction; one that is not in it, is not.</summary>
    public static async Task Remove(Store store, Guid item)
    {
        Inside(store);
        if (await store.Set<IndexedItem>().AsNoTracking().Where(one => one.ItemId == item).Select(one => (long?)one.Key).SingleOrDefaultAsync() is { } key) await Drop(store, key);
    }

    static async Task Drop(Store store, long key)
    {
        await store.DropWords(key);
        await store.Set<IndexedText>().Where(text => text.Key == key).ExecuteDeleteAsync();
        await store.Set<IndexedItem>().Where(item => item.Key == key).ExecuteDeleteAsync();
    }

    static async Task<long> NextKey(Store store, DateOnly day)
    {
        var (first, end) = (IndexedItem.FirstOf(day), IndexedItem.FirstOf(day.AddDays(1)));
        return (await store.Set<IndexedItem>().Where(item => item.Key >= first && item.Key < end).MaxAsync(item => (long?)item.Key) ?? first - 1) + 1;
    }

    static string[] ItemColumns { get; } =
    [
        "Key", "ItemId", "AgencyId", "ColumnId", "Category", "Genre", "Validity", "TurnsOn", "FormedOn", "PublishedOn", "Title", "DocumentNumber", "IndexNumber", "Issuer", "Keywords", "Interpreted", "Cut",
    ];

    static object?[] ItemValues(SearchEntry entry, long key) =>
    [
        key, entry.ItemId, entry.AgencyId, entry.ColumnId, (int)entry.Category, (int)entry.Genre, (int)entry.Validity, entry.TurnsOn, entry.FormedOn, entry.PublishedOn,
        entry.Title, entry.DocumentNumber, entry.IndexNumber, entry.Issuer, entry.Keywords, entry.Interpreted, Bigrams.Version,
    ];

    // Not through the change tracker: saving there would save the caller's other changes too.
    static DbCommand Command(Store store, string[] columns, string table, string conflict)
    {
        var command = Inside(store).Connection!.CreateCommand();
        command.Transaction = Inside(store);
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) VALUES ({string.Join(", ", columns.Select(column => $"@{column}"))}){conflict}";
        foreach (var column in columns)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@{column}";
            command.Parameters.Add(parameter);
        }
        return command;
    }

    static async Task<bool> Add(DbCommand command, object?[] values)
    {
        for (var at = 0; at < values.Length; at++) command.Parameters[at].Value = values[at] ?? DBNull.Value;
        return await command.ExecuteNonQueryAsync() == 1;
    }

    static DbTransaction Inside(Store store) => store.Database.CurrentTransaction?.GetDbTransaction()
        ?? throw new InvalidOperationException("The index follows a transaction: put and remove inside Store.Write, or in one of your own.");
}
