using Gongkai.Records.Tests;
using Microsoft.AspNetCore.Hosting;
using Npgsql;

namespace Gongkai.App.Tests.Accounts;

/// <summary>One node of several over the same store, keys and clock.</summary>
public sealed class Node(string data, string connection) : Door
{
    protected override IEnumerable<(string Key, string Value)> More => [("ConnectionStrings:Store", connection), .. Told];

    /// <summary>What this node is told besides.</summary>
    public IReadOnlyList<(string Key, string Value)> Told { get; init; } = [];

    /// <summary>Settings that only this test needs.</summary>
    public bool Demo { get; init; } = true;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Data", data);
        builder.UseSetting("Demo", Demo ? "true" : "false");
    }
}

/// <summary>Places for a store that nodes share: a file, or a database on a server of our own.</summary>
public sealed class Places : IDisposable
{
    static int made;

    readonly Lazy<TestServer> server = new(TestServer.Start);
    readonly List<string> databases = [];
    readonly List<string> folders = [];

    public (string Data, string Connection) New(bool postgres)
    {
        var folder = Directory.CreateTempSubdirectory("gongkai-nodes-").FullName;
        folders.Add(folder);
        if (!postgres) return (folder, $"Data Source={Path.Combine(folder, "gongkai.db")}");
        // Several classes have places at the same time, perhaps on one server.
        var name = $"gongkai_nodes_{Environment.ProcessId}_{Interlocked.Increment(ref made)}";
        databases.Add(name);
        return (folder, new NpgsqlConnectionStringBuilder(server.Value.Connection) { Database = name }.ConnectionString);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        if (server.IsValueCreated) server.Value.Leave(databases);
        foreach (var folder in folders) Directory.Delete(folder, recursive: true);
    }
}
