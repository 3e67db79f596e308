using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Gongkai.Bench;

/// <summary>The bare limit of a store: rows of so many bytes, one insert after another on one connection, each on the disk before the next.</summary>
sealed class BareInserts(DbConnection connection, DbCommand insert, int bytes) : IAsyncDisposable
{
    /// <summary>Lets a PostgreSQL that was made to be thrown away wait for its disk as a real one does.</summary>
    public static async Task Durable(string postgres)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(postgres) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        foreach (var order in (string[])["ALTER SYSTEM SET fsync = on", "SELECT pg_reload_conf()", "CREATE DATABASE gongkai_intake"]) await new NpgsqlCommand(order, connection).ExecuteNonQueryAsync();
    }

    /// <summary>How large the database is, its log not counted.</summary>
    public static async Task<long> Size(string connection)
    {
        await using var open = Open(connection);
        await open.OpenAsync();
        await using var command = open.CreateCommand();
        command.CommandText = open is SqliteConnection ? "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()" : "SELECT pg_database_size(current_database())";
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <param name="store">The store's connection.</param>
    /// <param name="bytes">Of each row.</param>
    /// <param name="file">Where SQLite's rows go: a file of their own on the same disk.</param>
    public static async Task<BareInserts> Into(string store, int bytes, string file)
    {
        var connection = Open(store.Contains("Host=", StringComparison.Ordinal) ? store : $"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        string[] orders = connection is SqliteConnection
            ? ["PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "CREATE TABLE bare (id INTEGER PRIMARY KEY, content BLOB NOT NULL)"]
            : ["CREATE TABLE bare (id bigserial PRIMARY KEY, content bytea NOT NULL)", "ALTER TABLE bare ALTER content SET STORAGE EXTERNAL"];
        foreach (var order in orders)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = order;
            await command.ExecuteNonQueryAsync();
        }
        var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO bare (content) VALUES (@content)";
        var content = insert.CreateParameter();
        content.ParameterName = "@content";
        insert.Parameters.Add(content);
        return new(connection, insert, bytes);
    }

    /// <summary>Inserts for so long.</summary>
    /// <returns>Rows a second.</returns>
    public double Run(TimeSpan time)
    {
        var row = new byte[bytes];
        var random = new Random(20260601);
        var clock = Stopwatch.StartNew();
        var count = 0;
        for (; clock.Elapsed < time; count++)
        {
            random.NextBytes(row);
            insert.Parameters[0].Value = row;
            insert.ExecuteNonQuery();
        }
        return count / clock.Elapsed.TotalSeconds;
    }

    public async ValueTask DisposeAsync()
    {
        await insert.DisposeAsync();
        await connection.DisposeAsync();
    }

    static DbConnection Open(string connection) => connection.Contains("Host=", StringComparison.Ordinal) ? new NpgsqlConnection(connection) : new SqliteConnection(connection);
}
