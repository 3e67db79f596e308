using System.Globalization;
using System.Text;
using Gongkai.Records;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Rigs;

/// <summary>A process that does one act after another, and says so in a file only when each is on the disk.</summary>
static class Scribe
{
    /// <param name="data">The data folder; the store in it is ready.</param>
    /// <param name="count">How many acts.</param>
    /// <param name="acknowledgements">The file: a line for each act, with its key and its number.</param>
    /// <param name="normal">Writes as SQLite does by default, which loses what a power cut catches: the control.</param>
    public static async Task Write(string data, int count, string acknowledgements, bool normal)
    {
        await using var store = StoreChoice.Open(Ground.ConnectionOf(data));
        await store.Database.OpenConnectionAsync();
        if (normal) await store.Database.ExecuteSqlAsync($"PRAGMA synchronous = NORMAL");
        var files = Deeds.Files(Path.Combine(data, "files"));
        await using var said = new FileStream(acknowledgements, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        for (var i = 0; i < count; i++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"k{i:D6}");
            // Another writer, who has just made the folder, and has not put its name down yet.
            if (i % 8 == 0) Directory.CreateDirectory(Path.Combine(data, "files", Deeds.FolderOf(key)));
            var number = await Deeds.Do(store, files, key, TimeProvider.System.GetUtcNow());
            said.Write(Encoding.UTF8.GetBytes($"{key} {number}\n"));
        }
    }
}
