using System.Diagnostics;
using System.Globalization;

namespace Gongkai.Bench;

/// <summary>How long a part took to make, how large the process grew over it, and when that was.</summary>
sealed record Made(double Seconds, double Bytes, string On)
{
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Seconds:N0} s");
}

/// <summary>Stores that take long to fill: made once and kept in a folder for the next run, or thrown away at the end where no folder is named.</summary>
sealed class KeptStores : IDisposable
{
    readonly bool keep;

    /// <param name="kept">The folder for all that is kept; none to keep nothing.</param>
    /// <param name="name">What these stores hold, and in which form: another form is another name.</param>
    public KeptStores(string? kept, string name)
    {
        keep = kept is not null;
        // PostgreSQL runs as a user of its own, so a folder that only we may enter would not do.
        Folder = Path.GetFullPath(Path.Combine(kept ?? Path.GetTempPath(), kept is null ? $"gongkai-bench-{Guid.NewGuid():N}" : name));
        Directory.CreateDirectory(Folder);
    }

    public string Folder { get; }

    public string this[string part] => Path.Combine(Folder, part);

    /// <summary>Makes a part, or finds it made. What was broken off is made anew.</summary>
    public async Task<Made> Once(string part, Func<Task> make)
    {
        var note = this[part + ".made"];
        if (File.Exists(note) && (await File.ReadAllTextAsync(note)).Split(';') is [var seconds, var bytes, var on])
            return new(double.Parse(seconds, CultureInfo.InvariantCulture), double.Parse(bytes, CultureInfo.InvariantCulture), on);
        if (Directory.Exists(this[part])) Directory.Delete(this[part], recursive: true);
        Directory.CreateDirectory(this[part]);
        GC.Collect();
        using var self = Process.GetCurrentProcess();
        var (watch, before, peak) = (Stopwatch.StartNew(), self.WorkingSet64, 0L);
        using (new Timer(_ => { self.Refresh(); peak = Math.Max(peak, self.WorkingSet64); }, null, 0, 200)) await make();
        var made = new Made(watch.Elapsed.TotalSeconds, Math.Max(0, peak - before), Machine.Date);
        await File.WriteAllTextAsync(note, string.Create(CultureInfo.InvariantCulture, $"{made.Seconds};{made.Bytes};{made.On}"));
        return made;
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Npgsql.NpgsqlConnection.ClearAllPools();
        if (!keep) Directory.Delete(Folder, recursive: true);
    }
}
