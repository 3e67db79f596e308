using Microsoft.Data.Sqlite;

namespace Gongkai.Records.Backups;

/// <summary>The last steps of restoring a SQLite file. Where they were interrupted, the next start does what is left of them.</summary>
public static class InterruptedRestore
{
    static readonly string[] Parts = ["-wal", "-shm", "-journal", ""];

    /// <summary>Where the restored file waits for its turn.</summary>
    public static string Folder(string store) => Path.Combine(Path.GetDirectoryName(store)!, "restoring");

    /// <summary>The restored file before its turn.</summary>
    public static string Staged(string store) => Path.Combine(Folder(store), Backup.Database);

    static string Ready(string store) => Path.Combine(Folder(store), "ready");

    /// <summary>From here on the restored file takes the old one's place, whatever happens.</summary>
    public static void Mark(string store, string aside)
    {
        var unfinished = Ready(store) + ".part";
        File.WriteAllText(unfinished, aside);
        Disk.Settle(unfinished);
        Disk.SettleNames(Folder(store));
        File.Move(unfinished, Ready(store));
        Disk.SettleNames(Folder(store));
        Disk.SettleNames(Path.GetDirectoryName(store)!);
    }

    /// <summary>Does what is left to do; nothing, where no restore was marked. The caller is alone.</summary>
    public static void Finish(string store)
    {
        if (!File.Exists(Ready(store))) return;
        // A connection that waits in the pool would go on seeing the old file.
        SqliteConnection.ClearAllPools();
        var folder = Path.GetDirectoryName(store)!;
        if (File.Exists(Staged(store)))
        {
            var aside = Path.Combine(folder, File.ReadAllText(Ready(store)));
            foreach (var part in Parts.Where(part => File.Exists(store + part)))
            {
                Disk.OwnFolder(aside);
                File.Move(store + part, Path.Combine(aside, Path.GetFileName(store) + part));
            }
            if (Directory.Exists(aside)) Disk.SettleNames(aside);
            File.Move(Staged(store), store);
            Disk.SettleNames(folder);
        }
        File.Delete(Ready(store));
        Directory.Delete(Folder(store), recursive: true);
    }
}
