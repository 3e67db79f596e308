using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Gongkai.Records.Backups;

// In PostgreSQL everything happens in one transaction: the old tables move into a schema of their own, new ones are made, filled and checked.
public static partial class Restoration
{
    static string? RestorePostgres(StorePlace place, ArchiveReader archive, ArchiveReader? keys, bool replace, string aside)
    {
        // Our own sessions bear a name, so that they are not taken for others'.
        var ours = $"gongkai restore {Environment.ProcessId}";
        var connectionString = new NpgsqlConnectionStringBuilder(place.Connection) { ApplicationName = ours, Pooling = false }.ConnectionString;
        string? moved = null;
        using var store = StoreChoice.Open(connectionString);
        store.Alone(() =>
        {
            using var connection = PostgresContent.Open(connectionString);
            using var transaction = connection.BeginTransaction();
            if (PostgresContent.Migrations(connection).Count > 0)
            {
                if (!replace) throw new UnusableBackupException("这个数据库里已经有数据，没有恢复。要用备份换掉它，请加上 --replace，原来的数据会移到另一个 schema，不会删除。");
                RefuseOthers(connection, ours);
                MoveAside(connection, moved = aside.Replace('-', '_').ToLowerInvariant());
            }
            Fill(connection, store, archive);
            BringFiles(place, archive, aside);
            if (keys is not null) KeyRing.Add(keys, place.Keys);
            transaction.Commit();
        });
        return moved;
    }

    static void RefuseOthers(NpgsqlConnection connection, string ours)
    {
        using var command = new NpgsqlCommand("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend' AND application_name <> $1", connection)
        {
            Parameters = { new() { Value = ours } },
        };
        if (command.ExecuteScalar() is long others and > 0)
            throw new UnusableBackupException($"还有 {others} 个连接在用这个数据库，没有恢复；请先停止各台机器上的平台和别的连接，再恢复。");
    }

    // Tables take their indexes, links and counters with them; what an extension brought stays where it is.
    static void MoveAside(NpgsqlConnection connection, string schema)
    {
        PostgresContent.Run(connection, $"CREATE SCHEMA {PostgresContent.Name(schema)}");
        foreach (var move in PostgresContent.Words(connection, $"""
            SELECT format('ALTER %s %s SET SCHEMA {PostgresContent.Name(schema)}', kind, what) FROM (
                SELECT 'TABLE' AS kind, c.oid::regclass::text AS what, c.oid FROM pg_class c
                WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
                UNION ALL SELECT 'VIEW', c.oid::regclass::text, c.oid FROM pg_class c WHERE relnamespace = current_schema()::regnamespace AND relkind = 'v'
                UNION ALL SELECT 'FUNCTION', p.oid::regprocedure::text, p.oid FROM pg_proc p WHERE pronamespace = current_schema()::regnamespace AND prokind = 'f'
            ) thing WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = thing.oid AND d.deptype = 'e')
            """)) PostgresContent.Run(connection, move);
    }

    static void Fill(NpgsqlConnection connection, Store store, ArchiveReader archive)
    {
        var manifest = archive.Manifest;
        PostgresContent.Run(connection, store.GetService<IMigrator>().GenerateScript(null, manifest.Migrations[^1], MigrationsSqlGenerationOptions.NoTransactions));
        var tables = PostgresContent.Tables(connection);
        if (!tables.SequenceEqual(manifest.Tables.Select(table => table.Name))) throw new UnusableBackupException("备份里的表与这一版程序的不同，不能恢复；请用写备份的那个版本来恢复。");

        var names = string.Join(", ", tables.Select(PostgresContent.Name));
        var links = PostgresContent.Words(connection, """
            SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
            WHERE contype = 'f' AND conparentid = 0 AND connamespace = current_schema()::regnamespace
            """);
        foreach (var drop in PostgresContent.Words(connection, """
            SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) FROM pg_constraint
            WHERE contype = 'f' AND conparentid = 0 AND connamespace = current_schema()::regnamespace
            """)) PostgresContent.Run(connection, drop);
        foreach (var table in tables) PostgresContent.Run(connection, $"ALTER TABLE {PostgresContent.Name(table)} DISABLE TRIGGER USER");
        // Rows that the migrations themselves put there are in the backup too.
        PostgresContent.Run(connection, $"TRUNCATE {names}");

        archive.Read((member, rows) =>
        {
            if (manifest.Tables.FirstOrDefault(table => Backup.MemberOf(table.Name) == member.Name) is { } table) PostgresContent.Read(connection, table.Name, rows);
        });
        foreach (var counter in manifest.Counters) PostgresContent.Run(connection, $"SELECT setval('{PostgresContent.Name(counter.Name)}', {counter.Value}, {counter.Called})");
        foreach (var table in tables) PostgresContent.Run(connection, $"ALTER TABLE {PostgresContent.Name(table)} ENABLE TRIGGER USER");
        foreach (var link in links) PostgresContent.Run(connection, link);

        if (manifest.Tables.FirstOrDefault(table => PostgresContent.Write(connection, table.Name, Stream.Null) != table) is { } differs)
            throw new UnusableBackupException($"恢复出的“{differs.Name}”表与备份不符，已全部撤销；请换另一份备份。");
    }
}
