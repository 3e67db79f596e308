using System.Buffers.Binary;
using System.Data;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Gongkai.Records.Backups;

/// <summary>What stands in a SQLite file: its tables, how many rows each has, and a digest of every value.</summary>
static class SqliteContent
{
    /// <summary>Counts and digests every table, in the order of the names; the caller's transaction says as of when.</summary>
    public static IReadOnlyList<TableCount> Count(SqliteConnection connection) => [.. Tables(connection).Select(table => Count(connection, table))];

    /// <summary>What SQLite itself finds wrong with the file and with its links; empty where all is well.</summary>
    public static IReadOnlyList<string> Faults(SqliteConnection connection)
    {
        List<string> faults = [.. Words(connection, "PRAGMA integrity_check(20)").Where(word => word != "ok")];
        faults.AddRange(Words(connection, "SELECT 'foreign key: ' || \"table\" || ' row ' || coalesce(rowid, '?') || ' -> ' || parent FROM pragma_foreign_key_check LIMIT 20"));
        return faults;
    }

    /// <summary>The migrations that have been applied, the oldest first; none where the file is empty.</summary>
    public static IReadOnlyList<string> Migrations(SqliteConnection connection) =>
        Words(connection, "SELECT name FROM sqlite_master WHERE name = '__EFMigrationsHistory'").Count == 0 ? []
            : Words(connection, "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId");

    // A lock that Entity Framework may hold just now is no content, and a virtual table's content stands in tables of its own.
    static List<string> Tables(SqliteConnection connection) =>
        Words(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> '__EFMigrationsLock' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name");

    static TableCount Count(SqliteConnection connection, string table)
    {
        var key = Words(connection, $"SELECT name FROM pragma_table_info({Text(table)}) WHERE pk > 0 ORDER BY pk");
        var order = key.Count == 0 ? "rowid" : string.Join(", ", key.Select(Name));
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {Name(table)} ORDER BY {order}";
        using var reader = command.ExecuteReader(CommandBehavior.SequentialAccess);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var column = 0; column < reader.FieldCount; column++) Append(digest, 'c', Encoding.UTF8.GetBytes(reader.GetName(column)));

        long rows = 0;
        for (; reader.Read(); rows++)
            for (var column = 0; column < reader.FieldCount; column++) Append(digest, reader.GetValue(column));
        return new(table, rows, Convert.ToHexStringLower(digest.GetHashAndReset()));
    }

    static void Append(IncrementalHash digest, object value)
    {
        switch (value)
        {
            case DBNull: Append(digest, 'n', []); break;
            case string text: Append(digest, 't', Encoding.UTF8.GetBytes(text)); break;
            case byte[] bytes: Append(digest, 'b', bytes); break;
            case long number: Append(digest, 'i', BitConverter.GetBytes(number)); break;
            case double number: Append(digest, 'r', BitConverter.GetBytes(number)); break;
            default: throw new InvalidOperationException($"SQLite has no such value: {value.GetType()}");
        }
    }

    // The kind and the length stand before each value, so that no two rows run into each other.
    static void Append(IncrementalHash digest, char kind, ReadOnlySpan<byte> bytes)
    {
        Span<byte> head = stackalloc byte[9];
        head[0] = (byte)kind;
        BinaryPrimitives.WriteInt64LittleEndian(head[1..], bytes.Length);
        digest.AppendData(head);
        digest.AppendData(bytes);
    }

    static List<string> Words(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var words = new List<string>();
        while (reader.Read()) words.Add(reader.GetString(0));
        return words;
    }

    static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    static string Text(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
