using System.Globalization;
using System.Text;
using Gongkai.Records;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Rigs;

/// <summary>A process that writes one act after another, and says so in a file only when each is on the disk.</summary>
static class Scribe
{
    /// <param name="connection">The store, which is ready.</param>
    /// <param name="count">How many acts.</param>
    /// <param name="acknowledgements">The file, a line for each act.</param>
    /// <param name="normal">Writes as SQLite does by default, which loses what a power cut catches: the control.</param>
    public static async Task Write(string connection, int count, string acknowledgements, bool normal)
    {
        await using var store = StoreChoice.Open(connection);
        await store.Database.OpenConnectionAsync();
        if (normal) await store.Database.ExecuteSqlAsync($"PRAGMA synchronous = NORMAL");
        await using var said = new FileStream(acknowledgements, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        for (var i = 0; i < count; i++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"k{i:D6}");
            await Deeds.Do(store, key, TimeProvider.System.GetUtcNow());
            store.ChangeTracker.Clear();
            said.Write(Encoding.ASCII.GetBytes(key + "\n"));
        }
    }
}
