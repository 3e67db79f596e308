using Gongkai.Records.Organizations;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Tests;

public sealed class StoreTests(TestStores stores)
{
    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public void The_migrations_make_the_model_from_nothing(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));

        Assert.False(store.Database.HasPendingModelChanges());
        Assert.NotEmpty(store.Database.GetAppliedMigrations());
        Assert.Empty(store.Database.GetPendingMigrations());
        Assert.Equal(0, store.Agencies.Count() + store.AnnualReports.Count());
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public void A_store_that_is_ready_stays_as_it_is(StoreKind kind)
    {
        var connection = stores.Ready(kind);
        using (var store = StoreChoice.Open(connection))
        {
            store.Add(new Agency { Code = "zjj", Name = "某区住房和城乡建设局" });
            store.SaveNow();
        }
        using var again = StoreChoice.Open(connection);
        again.Prepare();

        Assert.Equal("zjj", again.Agencies.Single().Code);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Many_may_start_on_an_empty_store_at_once(StoreKind kind)
    {
        var connection = stores.Nowhere(kind);
        using var gate = new Barrier(6);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Factory.StartNew(() =>
        {
            using var store = StoreChoice.Open(connection);
            gate.SignalAndWait();
            store.Prepare();
            store.Agencies.Load();
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        using var after = StoreChoice.Open(connection);
        Assert.Empty(after.Database.GetPendingMigrations());
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public void Nobody_else_is_alone_at_the_same_time(StoreKind kind)
    {
        var connection = stores.Ready(kind);
        int inside = 0, most = 0;

        Parallel.For(0, 4, new() { MaxDegreeOfParallelism = 4 }, _ =>
        {
            using var store = StoreChoice.Open(connection);
            store.Alone(() =>
            {
                most = Math.Max(most, Interlocked.Increment(ref inside));
                store.Agencies.Load();
                Interlocked.Decrement(ref inside);
            });
        });

        Assert.Equal(1, most);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public void A_store_that_a_newer_program_has_upgraded_is_left_alone(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        store.Database.ExecuteSql($"""INSERT INTO "__EFMigrationsHistory" VALUES ('99990101000000_Later', '99.0.0')""");

        var refusal = Assert.Throws<UnusableStoreException>(store.Prepare);

        Assert.Equal("数据库已由更新版本的程序升级（99990101000000_Later），请改用那个版本的程序，或恢复升级前的备份。", refusal.Message);
    }

    [Fact]
    public void A_start_that_died_halfway_does_not_stop_the_next()
    {
        var connection = stores.Ready(StoreKind.Sqlite);
        using var store = StoreChoice.Open(connection);
        store.Database.ExecuteSql($"INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01')");

        store.Prepare();

        Assert.Empty(store.Database.GetPendingMigrations());
    }

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [InlineData("secure_delete", "1")]
    [InlineData("trusted_schema", "0")]
    [InlineData("busy_timeout", "10000")]
    public void SQLite_is_told_to_be_careful(string pragma, string expected)
    {
        using var store = StoreChoice.Open(stores.Ready(StoreKind.Sqlite));
        store.Database.OpenConnection();
        using var command = store.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";

        Assert.Equal(expected, command.ExecuteScalar()!.ToString());
    }

    [Fact]
    public void The_SQLite_that_we_bring_is_safe()
    {
        using var connection = new SqliteConnection();

        SqliteFloor.Check(connection.ServerVersion);
    }

    [Theory, InlineData("3.51.2", false), InlineData("3.40.1", false), InlineData("3.51.3", true), InlineData("3.53.3", true)]
    public void A_SQLite_that_may_corrupt_the_file_is_refused(string version, bool safe)
    {
        var refusal = Record.Exception(() => SqliteFloor.Check(version));

        Assert.Equal(safe, refusal is not UnusableStoreException);
        Assert.Equal(safe ? null : $"SQLite {version} 可能损坏数据文件，请换用 3.51.3 或更新的版本。", refusal?.Message);
    }

    [Theory]
    [InlineData("Data Source=data/gongkai.db", typeof(SqliteStore))]
    [InlineData("host=db.example;Database=gongkai", typeof(PostgresStore))]
    public void The_connection_string_chooses_the_store(string connection, Type kind)
    {
        using var store = StoreChoice.Open(connection);

        Assert.IsType(kind, store);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public void Two_agencies_never_share_a_code(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        store.Add(new Agency { Code = "zjj", Name = "甲" });
        store.Add(new Agency { Code = "zjj", Name = "乙" });

        Assert.Throws<DbUpdateException>(() => store.SaveNow());
    }
}
