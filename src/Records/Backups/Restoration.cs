using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Backups;

/// <summary>What is to be restored, and what may be given up for it.</summary>
/// <param name="File">The backup.</param>
/// <param name="Keys">A backup of the key ring, where the place does not have the keys.</param>
/// <param name="WithoutKeys">Restores although what is encrypted can then never be read again.</param>
/// <param name="Replace">Moves a store that is already there aside; otherwise it is left alone, and nothing is restored.</param>
public sealed record RestoreOrder(string File, string? Keys = null, bool WithoutKeys = false, bool Replace = false);

/// <summary>What was restored.</summary>
/// <param name="Manifest">What the backup held, and the store now holds.</param>
/// <param name="Aside">Where the store stands that was there before: a folder, or a schema of the database; <c>null</c> where there was none.</param>
public sealed record Restored(Manifest Manifest, string? Aside);

/// <summary>Brings a backup back: wholly checked before anything is replaced, and then wholly or not at all.</summary>
public static partial class Restoration
{
    /// <param name="place">Where the store is to stand.</param>
    /// <param name="order">What is to be restored.</param>
    /// <param name="at">The time, which names what is moved aside.</param>
    /// <exception cref="UnusableBackupException">The backup may not be restored here; nothing has been changed.</exception>
    public static Restored Run(StorePlace place, RestoreOrder order, DateTimeOffset at)
    {
        var archive = ArchiveReader.Open(order.File);
        var sqlite = place.SqliteFile;
        CheckKind(archive.Manifest, sqlite is null ? "postgres" : "sqlite");
        CheckMigrations(place, archive.Manifest);
        var keys = CheckKeys(place, archive.Manifest, order);

        using var alone = InUse.Alone(place);
        var aside = $"replaced-{at.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}";
        return sqlite is not null
            ? new(archive.Manifest, RestoreSqlite(place, sqlite, archive, keys, order.Replace, aside))
            : new(archive.Manifest, RestorePostgres(place, archive, keys, order.Replace, aside));
    }

    static void CheckKind(Manifest manifest, string kind)
    {
        if (manifest.Kind == kind) return;
        throw new UnusableBackupException(manifest.Kind switch
        {
            "keys" => "这是密钥的备份，不是数据的备份；恢复数据时用 --keys 给出它。",
            "sqlite" => "这是 SQLite 数据库的备份，不能恢复到 PostgreSQL；请把连接串改成一个文件。",
            _ => "这是 PostgreSQL 数据库的备份，不能恢复到 SQLite；请把连接串改成 PostgreSQL 的。",
        });
    }

    static void CheckMigrations(StorePlace place, Manifest manifest)
    {
        using var store = place.Open();
        if (manifest.Migrations.Except(store.Database.GetMigrations()).LastOrDefault() is { } unknown)
            throw new UnusableBackupException($"备份由更新版本的程序写成（{manifest.Program}，{unknown}），这一版恢复不了；请先升级程序，再恢复。");
    }

    static ArchiveReader? CheckKeys(StorePlace place, Manifest manifest, RestoreOrder order)
    {
        var brought = order.Keys is null ? null : KeyRing.Open(order.Keys);
        var missing = KeyRing.Missing(manifest.Keys, place.Keys, brought);
        if (missing.Count == 0 || order.WithoutKeys) return brought;
        throw new UnusableBackupException($"备份里加密的内容要用 {missing.Count} 个密钥才能读，"
            + (brought is null ? $"“{place.Keys}”里没有这些密钥。请用 --keys 给出密钥的备份" : $"“{order.Keys}”里不是这些密钥。请换一份密钥的备份")
            + "；密钥确实没有了，才用 --without-keys，加密的内容从此读不出来。");
    }

    /// <summary>Lays the backup's files down where the platform does not look, and returns what is to be done to show them.</summary>
    static void BringFiles(StorePlace place, ArchiveReader archive, string aside)
    {
        var staging = Path.Combine(place.Files, ".restoring");
        if (Directory.Exists(staging)) Directory.Delete(staging, recursive: true);
        var brought = new List<string>();
        archive.Extract(member =>
        {
            if (!member.Name.StartsWith("files/", StringComparison.Ordinal)) return null;
            var name = member.Name["files/".Length..];
            var path = Path.GetFullPath(Path.Combine(staging, name));
            if (!path.StartsWith(Path.GetFullPath(staging) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                throw new UnusableBackupException($"备份里的“{member.Name}”指向了别处，不能恢复；请换一份自己做的备份。");
            if (File.Exists(Path.Combine(place.Files, name)) && Disk.Sha256(Path.Combine(place.Files, name)) == member.Sha256) return null;
            brought.Add(name);
            return path;
        });

        // Only now, when all of them are there: to add a file harms no store, for none names it yet.
        foreach (var name in brought)
        {
            var final = Path.Combine(place.Files, name);
            Disk.OwnFolder(Path.GetDirectoryName(final)!);
            if (File.Exists(final))
            {
                var kept = Path.Combine(place.Data, aside, "files", name);
                Disk.OwnFolder(Path.GetDirectoryName(kept)!);
                File.Copy(final, kept);
            }
            File.Move(Path.Combine(staging, name), final, overwrite: true);
        }
        foreach (var folder in brought.Select(name => Path.GetDirectoryName(Path.Combine(place.Files, name))!).Distinct()) Disk.SettleNames(folder);
        if (Directory.Exists(staging)) Directory.Delete(staging, recursive: true);
    }
}
