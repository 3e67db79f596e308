using Microsoft.Data.Sqlite;

namespace Gongkai.Records.Backups;

// A SQLite file is made ready beside the old one; then a mark is set, and from there on the change is finished, now or at the next start.
public static partial class Restoration
{
    static string? RestoreSqlite(StorePlace place, string store, ArchiveReader archive, ArchiveReader? keys, bool replace, string aside)
    {
        var folder = Path.GetDirectoryName(store)!;
        Disk.OwnFolder(folder);
        InterruptedRestore.Finish(store);
        var taken = File.Exists(store);
        if (taken && !replace) throw new UnusableBackupException($"“{store}”已经有数据，没有恢复。要用备份换掉它，请加上 --replace，原来的数据会移到旁边的目录，不会删除。");

        var staging = InterruptedRestore.Folder(store);
        if (Directory.Exists(staging)) Directory.Delete(staging, recursive: true);
        Disk.OwnFolder(staging);
        var staged = InterruptedRestore.Staged(store);
        archive.Extract(member => member.Name == Backup.Database ? staged : null);
        CheckContent(archive.Manifest, staged);

        BringFiles(place, archive, aside);
        if (keys is not null) KeyRing.Add(keys, place.Keys);
        InterruptedRestore.Mark(store, aside);
        InterruptedRestore.Finish(store);
        return taken ? Path.Combine(folder, aside) : null;
    }

    static void CheckContent(Manifest manifest, string staged)
    {
        if (!File.Exists(staged)) throw new UnusableBackupException("备份里没有数据库，不能恢复；请换另一份备份。");
        using var database = Backup.OpenSqlite(staged, SqliteOpenMode.ReadWrite);
        var fault = SqliteContent.Faults(database) is [var first, ..] ? first
            : !SqliteContent.Migrations(database).SequenceEqual(manifest.Migrations) ? "migrations"
            : SqliteContent.Count(database).Except(manifest.Tables).FirstOrDefault()?.Name;
        if (fault is not null) throw new UnusableBackupException($"备份里的数据库与清单不符（{fault}），不能恢复；请换另一份备份。");
    }
}
