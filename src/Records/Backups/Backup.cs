namespace Gongkai.Records.Backups;

/// <summary>Writes everything that we remember into one file, while the platform goes on working.</summary>
public static partial class Backup
{
    /// <summary>The database's name within the archive, where it is a SQLite file.</summary>
    internal const string Database = "store.db";

    /// <param name="place">What is backed up.</param>
    /// <param name="file">The file that is written; it must not be there yet.</param>
    /// <param name="program">The version of this program.</param>
    /// <param name="at">The time.</param>
    /// <returns>What the backup holds.</returns>
    /// <exception cref="UnusableBackupException">There is nothing to back up, the file is taken, or the store is damaged.</exception>
    public static Manifest Make(StorePlace place, string file, string program, DateTimeOffset at)
    {
        if (File.Exists(file)) throw new UnusableBackupException($"“{file}”已经存在，不覆盖旧的备份；请换一个文件名。");
        using var archive = new ArchiveWriter(file, at);
        // The database first: a file is there before the row that names it, so every file of these rows is there when its turn comes.
        var manifest = place.SqliteFile is { } sqlite ? BackSqlite(sqlite, file, archive) : BackPostgres(place.Connection, file, archive);
        foreach (var blob in Blobs(place.Files)) archive.Add("files/" + blob, Path.Combine(place.Files, blob));

        manifest = manifest with { Program = program, MadeAt = at, Members = archive.Members, Keys = KeyRing.In(place.Keys) };
        archive.Finish(manifest);
        return manifest;
    }

    /// <summary>Writes the key ring into a file of its own, to be kept apart from the backups.</summary>
    public static void MakeKeys(StorePlace place, string file, string program, DateTimeOffset at)
    {
        if (File.Exists(file)) throw new UnusableBackupException($"“{file}”已经存在，不覆盖旧的备份；请换一个文件名。");
        KeyRing.Back(place, file, program, at);
    }

    /// <summary>Checks a backup from its first byte to its last, and restores nothing.</summary>
    /// <exception cref="UnusableBackupException">It is damaged.</exception>
    public static Manifest Check(string file) => ArchiveReader.Open(file).Manifest;

    /// <summary>The files that are whole, by their path within the folder: one whose name begins with a dot or ends in <c>.part</c> is still being written.</summary>
    public static IEnumerable<string> Blobs(string files) => !Directory.Exists(files) ? [] :
        from path in Directory.EnumerateFiles(files, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        let name = Path.GetRelativePath(files, path).Replace('\\', '/')
        where !name.EndsWith(".part", StringComparison.Ordinal) && !name.Split('/').Any(part => part.StartsWith('.'))
        select name;

    static Manifest Empty(string kind, IReadOnlyList<string> migrations, IReadOnlyList<TableCount> tables) => new()
    {
        Format = Manifest.Newest, Program = "", MadeAt = default, Kind = kind, Migrations = migrations, Tables = tables, Members = [], Keys = [],
    };
}
