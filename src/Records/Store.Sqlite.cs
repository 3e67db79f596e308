using System.Collections.Concurrent;
using System.Data.Common;
using Gongkai.Records.Backups;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Gongkai.Records;

/// <summary>The store in one SQLite file, for one machine.</summary>
public sealed partial class SqliteStore(DbContextOptions<SqliteStore> options) : Store(options)
{
    /// <summary>Up to 3.51.2, a reset of the write-ahead log could corrupt the file.</summary>
    public static Version OldestSafe { get; } = new(3, 51, 3);

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    internal static void Use(DbContextOptionsBuilder options, string connection) => options
        .UseSqlite(connection, sqlite => sqlite.MigrationsAssembly(typeof(Store).Assembly))
        .AddInterceptors(SqlitePragmas.Instance);

    /// <inheritdoc/>
    /// <remarks>The lock is a file beside the store; the operating system lets go of it when its process dies, however it dies.</remarks>
    public override void Alone(Action work)
    {
        if (FilePath is not { } file)
        {
            work();
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var held = Hold(file + ".lock");
        work();
    }

    /// <inheritdoc/>
    protected override void Migrate()
    {
        SqliteFloor.Check(Database.GetDbConnection().ServerVersion);
        if (FilePath is { } file) InterruptedRestore.Finish(file);
        Database.OpenConnection();
        try
        {
            // The journal's kind is written into the file, so it is set here, where no other process looks on.
            Database.ExecuteSql($"PRAGMA journal_mode = WAL");
            // Entity Framework keeps a lock of its own as a row. We are alone, so one that is there was left by a process that died.
            Database.ExecuteSql($"DROP TABLE IF EXISTS __EFMigrationsLock");
            base.Migrate();
            Database.ExecuteSqlRaw(WordTable);
            foreach (var guard in from table in AppendOnly from act in (string[])["UPDATE", "DELETE"] select Guard(table, act)) Database.ExecuteSqlRaw(guard);
        }
        finally
        {
            Database.CloseConnection();
        }
    }

    string? FilePath => new SqliteConnectionStringBuilder(Database.GetConnectionString()) is { Mode: not SqliteOpenMode.Memory, DataSource: var source }
        && source is not ("" or ":memory:") ? Path.GetFullPath(source) : null;

    /// <inheritdoc/>
    /// <remarks>SQLite lets one write at a time. Waiting here is fair and wakes at once; waiting at the file is neither.</remarks>
    private protected override async Task<IDisposable?> Turn()
    {
        var gate = Writers.GetOrAdd(Database.GetConnectionString()!, _ => new SemaphoreSlim(1));
        await gate.WaitAsync();
        return new Turning(gate);
    }

    /// <inheritdoc/>
    /// <remarks>The log still has the pages as they were.</remarks>
    private protected override Task Settle() => Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)");

    static string Guard(string table, string act) =>
        $"CREATE TRIGGER IF NOT EXISTS {table}_no_{act.ToLowerInvariant()} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END";

    static readonly ConcurrentDictionary<string, SemaphoreSlim> Writers = new();

    sealed class Turning(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }

    static FileStream Hold(string path)
    {
        for (var waited = TimeSpan.Zero; ; waited += TimeSpan.FromMilliseconds(20))
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException taken) when (waited < Patience && IsHeld(taken))
            {
                Thread.Sleep(20);
            }
        }
    }
}

/// <summary>Refuses a SQLite library that may corrupt the file.</summary>
public static class SqliteFloor
{
    /// <exception cref="UnusableStoreException">The library is older than <see cref="SqliteStore.OldestSafe"/>.</exception>
    public static void Check(string version)
    {
        if (Version.Parse(version) < SqliteStore.OldestSafe)
            throw new UnusableStoreException($"SQLite {version} 可能损坏数据文件，请换用 {SqliteStore.OldestSafe} 或更新的版本。");
    }
}

/// <summary>What every SQLite connection is told before it does anything else.</summary>
sealed class SqlitePragmas : DbConnectionInterceptor
{
    public static SqlitePragmas Instance { get; } = new();

    // FULL: an acknowledged write survives a power cut. secure_delete: what is deleted is overwritten.
    // trusted_schema: a doctored file may not run functions of ours.
    const string Pragmas = """
        PRAGMA busy_timeout = 10000;
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = ON;
        PRAGMA secure_delete = ON;
        PRAGMA trusted_schema = OFF;
        """;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = Command(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    static DbCommand Command(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        return command;
    }
}
