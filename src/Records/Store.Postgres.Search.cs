using System.Data.Common;
using System.Globalization;
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

    // The planner is held to the index: what a row's words cost to read it does not know. Nothing here is worth a compiler or a second process. It holds until the end of the question.
    const string Held = "SELECT set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true), set_config('jit', 'off', true), set_config('max_parallel_workers_per_gather', '0', true)";

    // Each portion is asked only if none before it held enough. Without the sum the planner would walk the keys and read the words of each row on the way.
    static readonly string Matching = $"""
        WITH {string.Join(", ", Enumerable.Range(1, Portions).Select(portion => $"""
            p{portion} AS MATERIALIZED (SELECT "Key" FROM search_words WHERE "Words" @@ ${portion + 3}::tsquery AND "Key" + 0 BETWEEN $1 AND $2{Enough(portion - 1, "<")} ORDER BY "Key" + 0 DESC LIMIT $3)
            """))}
        {string.Join(" UNION ALL ", Enumerable.Range(1, Portions).Select(portion => $"""SELECT "Key" FROM p{portion}{(portion == Portions ? "" : $" WHERE TRUE{Enough(portion, ">=")}")}"""))}
        """;

    const int Portions = 4;

    static string Enough(int portion, string than) => portion == 0 ? "" : $"{(than is "<" ? Enough(portion - 1, than) : "")} AND (SELECT count(*) FROM p{portion}) {than} $3";

    /// <inheritdoc/>
    /// <remarks>
    /// The index finds all that hold the words, in no order; of common words that is very many. So the newest months are asked first, then more and more, and all only when these hold too few:
    /// then there are few in all. It is one question to the server.
    /// </remarks>
    internal override async Task<IReadOnlyList<List<long>>> Match(params IReadOnlyList<(WordQuery Query, int Most)> asked)
    {
        await Database.OpenConnectionAsync();
        try
        {
            await using var batch = new NpgsqlBatch((NpgsqlConnection)Database.GetDbConnection(), (NpgsqlTransaction?)Database.CurrentTransaction?.GetDbTransaction());
            batch.BatchCommands.Add(new(Held));
            foreach (var (query, most) in asked)
            {
                var command = new NpgsqlBatchCommand(Matching);
                command.Parameters.Add(new() { Value = query.From is { } from ? IndexedItem.FirstOf(from) : 0L });
                command.Parameters.Add(new() { Value = query.Until is { } until ? IndexedItem.FirstOf(until.AddDays(1)) - 1 : long.MaxValue });
                command.Parameters.Add(new() { Value = (long)most });
                foreach (var facts in PortionsOf(query, most))
                    command.Parameters.Add(new() { Value = (facts is null ? query : query.And([facts.Select(fact => (IReadOnlyCollection<string>)[fact]).ToList()])).Written('\'', "&", "|"), NpgsqlDbType = NpgsqlDbType.Text });
                batch.BatchCommands.Add(command);
            }
            await batch.PrepareAsync();
            await using var reader = await batch.ExecuteReaderAsync();
            List<List<long>> found = [];
            while (await reader.NextResultAsync())
            {
                var keys = new List<long>();
                while (await reader.ReadAsync()) keys.Add(reader.GetInt64(0));
                found.Add(keys);
            }
            return found;
        }
        finally
        {
            await Database.CloseConnectionAsync();
        }
    }

    // Months, years, and then everything, or as far back as is asked. Nothing is in the day after tomorrow's month.
    static IReadOnlyList<string>?[] PortionsOf(WordQuery query, int most)
    {
        var last = query.Until is { } until && until < query.Today ? until : query.Today;
        IReadOnlyList<string>? whole = query.From is { } first && last.Year - first.Year is >= 0 and < 40 ? [.. Years(last.Year - first.Year)] : null;
        if (most > Many) return [Nothing, Nothing, Nothing, whole];
        return [[.. Months(2)], [.. Months(8)], [.. Years(1)], whole];

        IEnumerable<string> Months(int back) => Enumerable.Range(-back, back + 2).Select(month => last.AddMonths(month)).Select(month => Fact.PublishedIn(month.Year, month.Month));
        IEnumerable<string> Years(int back) => Enumerable.Range(last.Year - back, back + 2).Select(year => Fact.PublishedIn(year));
    }

    /// <summary>Who asks for so many asks for all.</summary>
    const int Many = 100_000;

    static readonly string[] Nothing = [$"{IndexMarks.Fact}none"];

    internal override DbCommand Keyed(string sql, IReadOnlyList<long> keys)
    {
        var command = Command(string.Format(CultureInfo.InvariantCulture, sql, "= ANY($1)"));
        command.Parameters.Add(new() { Value = keys as long[] ?? [.. keys] });
        return command;
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
