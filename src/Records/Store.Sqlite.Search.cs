using System.Data.Common;
using System.Globalization;
using Gongkai.Records.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Gongkai.Records;

// The words of search in an FTS5 table that keeps no text: words, and the keys of the items that hold them.
public sealed partial class SqliteStore
{
    // Words come ready, parted by spaces: the simplest tokenizer leaves them as they are. It needs no place and no column, only which item.
    const string WordTable = """
        CREATE VIRTUAL TABLE IF NOT EXISTS search_words USING fts5(words, content = '', contentless_delete = 1, detail = none, tokenize = "ascii tokenchars '_+#%='")
        """;

    internal override async Task PutWords(IReadOnlyList<(long Key, IReadOnlyCollection<string> Words)> items)
    {
        await using var command = Command("INSERT INTO search_words (rowid, words) VALUES ($key, $words)");
        var (key, words) = (command.Parameters.Add("$key", SqliteType.Integer), command.Parameters.Add("$words", SqliteType.Text));
        // In their order the index takes them in one go.
        foreach (var item in items.OrderBy(item => item.Key))
        {
            (key.Value, words.Value) = (item.Key, string.Join(' ', item.Words));
            await command.ExecuteNonQueryAsync();
        }
    }

    internal override Task DropWords(long key) => Database.ExecuteSqlAsync($"DELETE FROM search_words WHERE rowid = {key}");

    internal override async Task<IReadOnlyList<List<long>>> Match(params IReadOnlyList<(WordQuery Query, int Most)> asked)
    {
        await Database.OpenConnectionAsync();
        try
        {
            await using var command = Command("SELECT rowid FROM search_words WHERE search_words MATCH $words AND rowid BETWEEN $from AND $until ORDER BY rowid DESC LIMIT $most");
            foreach (var name in (string[])["$words", "$from", "$until", "$most"]) command.Parameters.Add(new() { ParameterName = name });
            List<List<long>> found = [];
            foreach (var (query, most) in asked)
            {
                command.Parameters[0].Value = query.Written('"', "AND", "OR");
                command.Parameters[1].Value = query.From is { } from ? IndexedItem.FirstOf(from) : 0L;
                command.Parameters[2].Value = query.Until is { } until ? IndexedItem.FirstOf(until.AddDays(1)) - 1 : long.MaxValue;
                command.Parameters[3].Value = most;
                var keys = new List<long>();
                await using var reader = await command.ExecuteReaderAsync();
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

    internal override DbCommand Keyed(string sql, IReadOnlyList<long> keys)
    {
        var command = Command(string.Format(CultureInfo.InvariantCulture, sql, "IN (SELECT value FROM json_each($keys))"));
        command.Parameters.AddWithValue("$keys", $"[{string.Join(',', keys)}]");
        return command;
    }

    /// <inheritdoc/>
    /// <remarks>Words are gathered in memory before they are written as one more sorted run: the fewer and longer the runs, the less they are merged.</remarks>
    internal override Task ExpectManyWords(bool many) => InTurn(async () =>
    {
        await Database.ExecuteSqlAsync($"INSERT INTO search_words (search_words, rank) VALUES ('hashsize', {(many ? 64 << 20 : 1 << 20)})");
        return true;
    });

    internal override async Task<bool> TidyWords(bool all)
    {
        // A portion at a time, so that nobody waits long for their turn to write; when nothing changes any more, it is tidy.
        await Database.OpenConnectionAsync();
        try
        {
            var before = await Changes();
            await Database.ExecuteSqlAsync($"INSERT INTO search_words (search_words, rank) VALUES ('merge', {(all ? -2000 : 2000)})");
            return await Changes() - before >= 2;
        }
        finally
        {
            await Database.CloseConnectionAsync();
        }

        async Task<long> Changes()
        {
            await using var command = Command("SELECT total_changes()");
            return (long)(await command.ExecuteScalarAsync())!;
        }
    }

    SqliteCommand Command(string text) => new(text, (SqliteConnection)Database.GetDbConnection(), (SqliteTransaction?)Database.CurrentTransaction?.GetDbTransaction());
}
