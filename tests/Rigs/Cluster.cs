using System.Globalization;
using Gongkai.Records.Backups;
using Npgsql;

namespace Gongkai.Rigs;

/// <summary>A PostgreSQL of the rig's own that may be killed: as a real one, it waits for its disk.</summary>
sealed class Cluster : IAsyncDisposable
{
    readonly string folder;

    // PostgreSQL does not run as root.
    readonly string[] owner = Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--"] : ["env"];

    Cluster(string folder) => this.folder = folder;

    string Data => Path.Combine(folder, "data");

    public string Connection => new NpgsqlConnectionStringBuilder { Host = folder, Username = "gongkai", Database = "rigs", Timeout = 5 }.ConnectionString;

    static string Programs => Directory.GetDirectories("/usr/lib/postgresql").OrderBy(one => int.Parse(Path.GetFileName(one), CultureInfo.InvariantCulture)).Last() + "/bin/";

    public static async Task<Cluster> Make()
    {
        // A socket's path may have 107 characters.
        var cluster = new Cluster(Directory.CreateTempSubdirectory("gongkai-pg-").FullName);
        if (Environment.UserName == "root") await Ground.Run("chown", "postgres", cluster.folder);
        await cluster.Owner("initdb", "-D", cluster.Data, "-U", "gongkai", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8");
        await cluster.Start();
        return cluster;
    }

    /// <summary>Starts it; after a crash, until what is left of the old one lets go.</summary>
    public async Task Start()
    {
        for (var tries = 0; ; tries++)
            try
            {
                await Owner("pg_ctl", "-D", Data, "-l", Path.Combine(folder, "data", "log"), "-w", "-t", "60", "-o", $"-c listen_addresses= -c unix_socket_directories={folder} -c max_connections=100", "start");
                return;
            }
            catch (InvalidOperationException) when (tries < 100)
            {
                await Task.Delay(100);
            }
    }

    /// <summary>Ends it as <c>kill -9</c> of its first process does; the others find out by themselves.</summary>
    public async Task Kill()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Data, "postmaster.pid"));
        await Ground.Run("kill", "-KILL", lines[0].Trim());
    }

    /// <summary>Ends it at once, without letting anyone finish.</summary>
    public Task StopNow() => Owner("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");

    public StorePlace Place(Ground ground) => new(Connection, ground.Data);

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        try { await StopNow(); }
        catch (InvalidOperationException) { /* It is down already. */ }
        Directory.Delete(folder, recursive: true);
    }

    Task<string> Owner(string program, params string[] arguments) => Ground.Run(owner[0], [.. owner[1..], Programs + program, .. arguments]);
}
