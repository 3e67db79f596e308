using System.Diagnostics;
using Gongkai.Records;

namespace Gongkai.Rigs;

/// <summary>A folder of the rig's own, gone when it is over, and the processes that it starts.</summary>
sealed class Ground : IDisposable
{
    /// <summary>The folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("gongkai-rig-").FullName;

    /// <summary>The data folder.</summary>
    public string Data => Path.Combine(Folder, "data");

    /// <summary>The store in it.</summary>
    public string Connection => $"Data Source={Path.Combine(Data, "gongkai.db")}";

    /// <summary>This program, as arguments of <c>dotnet</c>.</summary>
    public static string Program => typeof(Ground).Assembly.Location;

    /// <summary>Makes the store.</summary>
    public void Prepare()
    {
        using var store = StoreChoice.Open(Connection);
        store.Prepare();
    }

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {error}");
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
