using Microsoft.Data.Sqlite;

namespace Gongkai.Records.Backups;

// SQLite's own online backup, by the library that the platform itself writes with: one transaction's view, while others write on.
public static partial class Backup
{
    static Manifest BackSqlite(string store, string file, ArchiveWriter archive)
    {
        if (!File.Exists(store)) throw new UnusableBackupException($"没有数据库文件“{store}”，没有可备份的内容；请检查连接串和数据目录。");
        var copy = file + ".database";
        Delete(copy);
        try
        {
            using (var source = OpenSqlite(store, SqliteOpenMode.ReadWrite))
            using (var target = OpenSqlite(copy, SqliteOpenMode.ReadWriteCreate))
            {
                source.BackupDatabase(target);
                // One file, without a write-ahead log beside it.
                Run(target, "PRAGMA journal_mode = DELETE");
                if (SqliteContent.Faults(target) is [var fault, ..])
                    throw new UnusableBackupException($"数据库已经损坏（{fault}），没有备份；请先运行 gongkai store verify，并从以前的备份恢复。");
                var manifest = Empty("sqlite", SqliteContent.Migrations(target), SqliteContent.Count(target));
                if (manifest.Migrations.Count == 0) throw new UnusableBackupException($"“{store}”里没有公开平台的数据，没有备份；请检查连接串。");
                target.Close();
                archive.Add(Database, copy);
                return manifest;
            }
        }
        finally
        {
            Delete(copy);
        }
    }

    /// <summary>A connection that no pool keeps, so that the file is let go of at once.</summary>
    internal static SqliteConnection OpenSqlite(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ConnectionString);
        connection.Open();
        Run(connection, "PRAGMA busy_timeout = 10000; PRAGMA trusted_schema = OFF; PRAGMA synchronous = FULL");
        return connection;
    }

    internal static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    internal static void Delete(string database)
    {
        foreach (var ending in (string[])["", "-wal", "-shm", "-journal"]) File.Delete(database + ending);
    }
}
