using Npgsql;

namespace Gongkai.Records.Backups;

// Every table through COPY, in one transaction that sees one moment: no foreign program, and nobody waits for it.
public static partial class Backup
{
    internal static string MemberOf(string table) => $"tables/{table}.copy";

    static Manifest BackPostgres(string connectionString, string file, ArchiveWriter archive)
    {
        using var connection = OpenPostgres(connectionString);
        using var moment = connection.BeginTransaction(System.Data.IsolationLevel.RepeatableRead);
        PostgresContent.Run(connection, "SET TRANSACTION READ ONLY");
        var migrations = PostgresContent.Migrations(connection);
        if (migrations.Count == 0) throw new UnusableBackupException("这个数据库里没有公开平台的数据，没有备份；请检查连接串。");

        var copy = file + ".table";
        var tables = new List<TableCount>();
        try
        {
            foreach (var table in PostgresContent.Tables(connection))
            {
                File.Delete(copy);
                using (var rows = Disk.NewFile(copy)) tables.Add(PostgresContent.Write(connection, table, rows));
                archive.Add(MemberOf(table), copy);
            }
        }
        finally
        {
            File.Delete(copy);
        }
        return Empty("postgres", migrations, tables) with { Counters = PostgresContent.Counters(connection) };
    }

    static NpgsqlConnection OpenPostgres(string connection)
    {
        try
        {
            return PostgresContent.Open(connection);
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            throw new UnusableBackupException("没有这个数据库，没有可备份的内容；请检查连接串。");
        }
    }
}
