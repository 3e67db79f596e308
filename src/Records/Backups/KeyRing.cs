namespace Gongkai.Records.Backups;

/// <summary>The key ring beside a store: one file a key, named after it. A key is added and never changed, so its digest tells which it is.</summary>
static class KeyRing
{
    const string Pattern = "key-*.xml", Revocations = "revocation-*.xml";

    // Signs the checkpoints; nothing is encrypted with it, so a restore does without.
    const string CheckpointKey = "checkpoint.pem";

    /// <summary>The keys that stand in a folder.</summary>
    public static IReadOnlyList<Member> In(string folder) => !Directory.Exists(folder) ? [] :
    [
        .. from file in Directory.EnumerateFiles(folder, Pattern).Order(StringComparer.Ordinal)
           select new Member("keys/" + Path.GetFileName(file), new FileInfo(file).Length, Disk.Sha256(file)),
    ];

    /// <summary>Writes a backup of the key ring alone.</summary>
    public static void Back(StorePlace place, string file, string program, DateTimeOffset at)
    {
        var keys = In(place.Keys);
        if (keys.Count == 0) throw new UnusableBackupException($"数据目录“{place.Data}”里没有密钥，没有可备份的密钥。");
        using var archive = new ArchiveWriter(file, at);
        foreach (var key in keys) archive.Add(key.Name, Path.Combine(place.Data, key.Name));
        // What was revoked stays revoked after a restore.
        foreach (var revocation in Directory.EnumerateFiles(place.Keys, Revocations).Order(StringComparer.Ordinal)) archive.Add($"keys/{Path.GetFileName(revocation)}", revocation);
        if (File.Exists(Path.Combine(place.Keys, CheckpointKey))) archive.Add($"keys/{CheckpointKey}", Path.Combine(place.Keys, CheckpointKey));
        archive.Finish(new()
        {
            Format = Manifest.Newest, Program = program, MadeAt = at, Kind = "keys", Migrations = [], Tables = [], Members = archive.Members, Keys = keys,
        });
    }

    /// <summary>The keys of a backup of a key ring.</summary>
    public static ArchiveReader Open(string file)
    {
        var archive = ArchiveReader.Open(file);
        return archive.Manifest.Kind == "keys" ? archive : throw new UnusableBackupException($"“{file}”不是密钥的备份，请给出用 --keys 备份的那个文件。");
    }

    /// <summary>Those of the needed keys that are neither in the folder nor in the backup of keys.</summary>
    public static IReadOnlyList<Member> Missing(IEnumerable<Member> needed, string folder, ArchiveReader? brought)
    {
        var here = In(folder).Concat(brought?.Manifest.Members ?? []).ToHashSet();
        return [.. needed.Where(key => !here.Contains(key))];
    }

    /// <summary>Adds the keys that were brought to those that stand in the folder.</summary>
    public static void Add(ArchiveReader brought, string folder)
    {
        Disk.OwnFolder(folder);
        brought.Extract(key => Path.Combine(folder, Path.GetFileName(key.Name)) is var path && File.Exists(path) ? null : path);
        Disk.SettleNames(folder);
    }
}
