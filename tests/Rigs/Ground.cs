using System.Diagnostics;
using Gongkai.Records.Backups;
using Microsoft.Data.Sqlite;

namespace Gongkai.Rigs;

/// <summary>A folder of the rig's own, gone when it is over, and the processes that it starts.</summary>
sealed class Ground : IDisposable
{
    /// <summary>The folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("gongkai-rig-").FullName;

    /// <summary>The data folder.</summary>
    public string Data => Path.Combine(Folder, "data");

    /// <summary>The store in it.</summary>
    public StorePlace Place => PlaceOf(Data);

    /// <summary>This program, as arguments of <c>dotnet</c>.</summary>
    public static string Program => typeof(Ground).Assembly.Location;

    public static string ConnectionOf(string data) => $"Data Source={Path.Combine(data, "gongkai.db")}";

    public static StorePlace PlaceOf(string data) => new(ConnectionOf(data), data);

    /// <summary>Makes the store, with what the acts need, and lets go of it.</summary>
    public async Task Prepare()
    {
        await using (var store = Place.Open())
        {
            store.Prepare();
            await Deeds.Prepare(store, TimeProvider.System.GetUtcNow());
        }
        SqliteConnection.ClearAllPools();
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>What it wrote.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<string> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {error}");
        return await output;
    }

    /// <summary>Copies a folder with what is in it while others write there: what is gone again by the time it is its turn is left out.</summary>
    public static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            try { File.Copy(file, copy, overwrite: true); }
            catch (FileNotFoundException) { }
        }
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
