using Gongkai.Records.Tests;
using Npgsql;

[assembly: AssemblyFixture(typeof(TestStores))]

namespace Gongkai.Records.Tests;

/// <summary>The two kinds of store; each test runs on both.</summary>
public enum StoreKind { Sqlite, Postgres }

/// <summary>Hands out stores that are empty and nobody else's, and clears them away at the end.</summary>
/// <remarks>PostgreSQL is the server that <c>GONGKAI_TEST_POSTGRES</c> names, or else one that is started here.</remarks>
public sealed class TestStores : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("gongkai-test-").FullName;
    readonly Lazy<TestServer> server = new(TestServer.Start);
    readonly List<string> databases = [];
    int count;

    /// <summary>Where a store may be made, but none is yet.</summary>
    public string Nowhere(StoreKind kind)
    {
        var name = $"gongkai_test_{Environment.ProcessId}_{Interlocked.Increment(ref count)}";
        if (kind == StoreKind.Sqlite) return $"Data Source={Path.Combine(folder, name, "gongkai.db")}";

        lock (databases) databases.Add(name);
        // A pool of its own for each database: what a test left open goes soon, or hundreds of tests would use up the server.
        return new NpgsqlConnectionStringBuilder(server.Value.Connection) { Database = name, ConnectionIdleLifetime = 10, ConnectionPruningInterval = 5 }.ConnectionString;
    }

    /// <summary>A connection string to a store that is ready and empty.</summary>
    public string Ready(StoreKind kind)
    {
        var connection = Nowhere(kind);
        using var store = StoreChoice.Open(connection);
        store.Prepare();
        return connection;
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        if (server.IsValueCreated) server.Value.Leave(databases);
        Directory.Delete(folder, recursive: true);
    }
}
