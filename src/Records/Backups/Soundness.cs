using Microsoft.Data.Sqlite;
using Npgsql;

namespace Gongkai.Records.Backups;

/// <summary>Whether what stands on the disk is whole, as far as the database and the files can tell of themselves.</summary>
public static class Soundness
{
    /// <summary>What is damaged, a Chinese sentence each; empty where all is well.</summary>
    public static IReadOnlyList<string> Faults(StorePlace place) =>
    [
        .. place.SqliteFile is { } file ? OfSqlite(file) : OfPostgres(place.Connection),
        .. OfFiles(place.Files),
    ];

    static List<string> OfSqlite(string file)
    {
        if (!File.Exists(file)) return [$"没有数据库文件“{file}”。"];
        try
        {
            using var connection = Backup.OpenSqlite(file, SqliteOpenMode.ReadWrite);
            return [.. SqliteContent.Faults(connection).Select(fault => $"数据库文件已损坏：{fault}。")];
        }
        catch (SqliteException broken)
        {
            return [$"数据库文件已损坏，读不下去：{broken.Message}。"];
        }
    }

    // PostgreSQL finds a damaged row when it reads it, and a damaged index where the extension amcheck is installed.
    static List<string> OfPostgres(string connectionString)
    {
        using var connection = PostgresContent.Open(connectionString);
        var faults = new List<string>();
        foreach (var table in PostgresContent.Tables(connection)) Try(faults, table, () => PostgresContent.Write(connection, table, Stream.Null));
        if (PostgresContent.Words(connection, "SELECT extname FROM pg_extension WHERE extname = 'amcheck'").Count == 0) return faults;
        foreach (var index in PostgresContent.Words(connection, """
            SELECT c.oid::regclass::text FROM pg_class c JOIN pg_am a ON a.oid = c.relam
            WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'i' AND a.amname = 'btree' ORDER BY 1
            """)) Try(faults, index, () => PostgresContent.Run(connection, $"SELECT bt_index_check('{index.Replace("'", "''", StringComparison.Ordinal)}', true)"));
        return faults;
    }

    static void Try(List<string> faults, string what, Action read)
    {
        try
        {
            read();
        }
        catch (PostgresException broken)
        {
            faults.Add($"“{what}”已损坏：{broken.MessageText}。");
        }
    }

    // A file is named after its content, so its name tells whether it is still the same.
    static IEnumerable<string> OfFiles(string files) =>
        from name in Backup.Blobs(files)
        let digest = Path.GetFileName(name)
        where digest.Length == 64 && digest.All(char.IsAsciiHexDigitLower) && Disk.Sha256(Path.Combine(files, name)) != digest
        select $"附件“{name}”的内容变了，与它的校验值不符。";
}
