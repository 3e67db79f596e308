using Gongkai.Records.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Gongkai.Records;

// The words of search in a tsvector under a GIN index.
public sealed partial class PostgresStore
{
    /// <summary>PostgreSQL takes about a megabyte of words for one item; a longer text is found by its beginning.</summary>
    const int LongestWords = 1_000_000;

    internal override async Task PutWords(IReadOnlyList<(long Key, IReadOnlyCollection<string> Words)> items)
    {
        await using var command = Command("""
            INSERT INTO search_words ("Key", "Words") SELECT key, array_to_tsvector(string_to_array(words, ' ')) FROM unnest($1, $2) AS item(key, words)
            """);
        command.Parameters.Add(new() { Value = items.Select(item => item.Key).ToArray() });
        command.Parameters.Add(new() { Value = items.Select(item => string.Join(' ', Fitting(item.Words))).ToArray() });
        await command.ExecuteNonQueryAsync();
    }

    internal override async Task HoldItems(IReadOnlyCollection<Guid> items)
    {
        await using var command = Command("""SELECT count(*) FROM (SELECT FROM information_items WHERE "Id" = ANY($1) ORDER BY "Id" FOR SHARE) held""");
        command.Parameters.Add(new() { Value = items.ToArray() });
        await command.ExecuteScalarAsync();
    }

    /// <inheritdoc/>
    /// <remarks>While many come they are listed first and sorted in together, which is many times faster; each question then reads the list as well.</remarks>
    internal override async Task ExpectManyWords(bool many)
    {
        await Database.ExecuteSqlRawAsync(many
            ? """ALTER INDEX "IX_search_words_Words" SET (fastupdate = on, gin_pending_list_limit = 65536)"""
            : """ALTER INDEX "IX_search_words_Words" SET (fastupdate = off, gin_pending_list_limit = 4096)""");
        if (many) return;
        await Database.ExecuteSqlAsync($"""SELECT gin_clean_pending_list('"IX_search_words_Words"')""");
        // How many there are, and where the words lie.
        await Database.ExecuteSqlAsync($"ANALYZE search_words, search_items, search_texts");
    }

    internal override Task DropWords(long key) => Database.ExecuteSqlAsync($"""DELETE FROM search_words WHERE "Key" = {key}""");

    /// <inheritdoc/>
    /// <remarks>
    /// The index finds all that hold the words, in no order; of common words that is very many. So the newest months are asked first, then the newest two years, and
    /// all only when these hold too few: then there are few in all. The planner is held to the index: what a row's words cost to read it does not know.
    /// </remarks>
    internal override async Task<List<long>> Match(WordQuery query, int most)
    {
        var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync() : null;
        try
        {
            await Database.ExecuteSqlAsync($"SET LOCAL enable_seqscan = off");
            var newest = await Newest(query.Until);
            var keys = new List<long>();
            if (newest is not { } last) return keys;
            foreach (var portion in Portions(last, query.From))
            {
                keys = await Match(portion is null ? query : query.And([portion.Select(fact => (IReadOnlyCollection<string>)[fact]).ToList()]), query, most);
                if (keys.Count >= most) break;
            }
            return keys;
        }
        finally
        {
            if (own is not null) await own.DisposeAsync();
        }
    }

    async Task<List<long>> Match(WordQuery words, WordQuery days, int most)
    {
        // The sum keeps the planner from walking the keys and reading the words of each row on the way.
        await using var command = Command("""
            SELECT "Key" FROM search_words WHERE "Words" @@ $1::tsquery AND "Key" + 0 BETWEEN $2 AND $3 ORDER BY "Key" + 0 DESC LIMIT $4
            """);
        command.Parameters.Add(new() { Value = words.Written('\'', "&", "|"), NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = days.From is { } from ? IndexedItem.FirstOf(from) : 0L });
        command.Parameters.Add(new() { Value = days.Until is { } until ? IndexedItem.FirstOf(until.AddDays(1)) - 1 : long.MaxValue });
        command.Parameters.Add(new() { Value = most });
        var keys = new List<long>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) keys.Add(reader.GetInt64(0));
        return keys;
    }

    async Task<DateOnly?> Newest(DateOnly? until)
    {
        var end = until is { } day ? IndexedItem.FirstOf(day.AddDays(1)) : long.MaxValue;
        return await Set<IndexedItem>().Where(item => item.Key < end).MaxAsync(item => (long?)item.Key) is { } key ? IndexedItem.DayOf(key) : null;
    }

    // Months, years, and then everything, or as far back as is asked.
    static IEnumerable<IReadOnlyList<string>?> Portions(DateOnly last, DateOnly? from)
    {
        IReadOnlyList<string> months = [.. Enumerable.Range(0, 3).Select(back => last.AddMonths(-back)).Select(month => Fact.PublishedIn(month.Year, month.Month))];
        yield return months;
        yield return [Fact.PublishedIn(last.Year), Fact.PublishedIn(last.Year - 1)];
        yield return from is { } first && last.Year - first.Year is >= 0 and < 40 ? [.. Enumerable.Range(first.Year, last.Year - first.Year + 1).Select(year => Fact.PublishedIn(year))] : null;
    }

    static IEnumerable<string> Fitting(IEnumerable<string> words)
    {
        var left = LongestWords;
        foreach (var word in words)
        {
            left -= System.Text.Encoding.UTF8.GetByteCount(word);
            if (left < 0) yield break;
            yield return word;
        }
    }

    NpgsqlCommand Command(string text) => new(text, (NpgsqlConnection)Database.GetDbConnection(), (NpgsqlTransaction?)Database.CurrentTransaction?.GetDbTransaction());
}
