using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text.Json;

namespace Gongkai.Records.Backups;

/// <summary>Reads a backup, of which every byte has been checked before anything of it is believed.</summary>
sealed class ArchiveReader
{
    readonly string file;

    ArchiveReader(string file, Manifest manifest)
    {
        this.file = file;
        Manifest = manifest;
    }

    public Manifest Manifest { get; }

    /// <summary>Checks the seal, the manifest and each member's digest.</summary>
    /// <exception cref="UnusableBackupException">It is damaged, or none, or a newer program's.</exception>
    public static ArchiveReader Open(string file)
    {
        CheckSeal(file);
        var reader = new ArchiveReader(file, ManifestOf(file));
        if (reader.Manifest.Format > Manifest.Newest)
            throw new UnusableBackupException($"备份“{file}”由更新版本的程序（{reader.Manifest.Program}）写成，请用那个版本来恢复。");
        reader.CheckMembers();
        return reader;
    }

    /// <summary>Lays one member down as a new file that is on the disk when this returns.</summary>
    public void Extract(Func<Member, string?> where)
    {
        Walk(file, entry =>
        {
            if (Manifest.Members.FirstOrDefault(member => member.Name == entry.Name) is not { } member || where(member) is not { } path) return;
            Disk.OwnFolder(Path.GetDirectoryName(path)!);
            using (var output = Disk.NewFile(path))
            {
                entry.DataStream?.CopyTo(output);
                output.Flush(flushToDisk: true);
            }
            if (Disk.Sha256(path) != member.Sha256) throw Damaged(file, $"“{member.Name}”写下后与原来的不同");
        });
    }

    /// <summary>Shows each member and its content, in the order in which they were added.</summary>
    public void Read(Action<Member, Stream> see)
    {
        var members = Manifest.Members.ToDictionary(member => member.Name);
        Walk(file, entry =>
        {
            if (members.TryGetValue(entry.Name, out var member)) see(member, entry.DataStream ?? Stream.Null);
        });
    }

    static void CheckSeal(string file)
    {
        using var input = File.OpenRead(file);
        var length = input.Length - ArchiveWriter.SealLength;
        if (length <= 0) throw Damaged(file, "长度不够");
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 20];
        for (var left = length; left > 0;)
        {
            var read = input.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            if (read == 0) throw Damaged(file, "长度不够");
            digest.AppendData(buffer, 0, read);
            left -= read;
        }
        var seal = new byte[ArchiveWriter.SealLength];
        input.ReadExactly(seal);
        if (!seal.AsSpan().SequenceEqual(ArchiveWriter.Seal(digest.GetHashAndReset()))) throw Damaged(file, "内容与末尾的校验值不符");
    }

    static Manifest ManifestOf(string file)
    {
        Manifest? manifest = null;
        Walk(file, entry =>
        {
            if (entry.Name == Manifest.Name && entry.DataStream is { } json) manifest = Manifest.Read(json);
        });
        return manifest ?? throw Damaged(file, "缺少清单");
    }

    void CheckMembers()
    {
        var expected = Manifest.Members.ToDictionary(member => member.Name);
        Walk(file, entry =>
        {
            if (entry.Name == Manifest.Name) return;
            if (!expected.Remove(entry.Name, out var member)) throw Damaged(file, $"“{entry.Name}”不在清单里");
            var digest = entry.DataStream is { } content ? SHA256.HashData(content) : SHA256.HashData([]);
            if (entry.Length != member.Bytes || Convert.ToHexStringLower(digest) != member.Sha256) throw Damaged(file, $"“{entry.Name}”与清单不符");
        });
        if (expected.Count > 0) throw Damaged(file, $"缺少“{expected.Keys.First()}”");
    }

    static void Walk(string file, Action<TarEntry> see)
    {
        using var input = File.OpenRead(file);
        using var tar = new TarReader(input);
        try
        {
            while (tar.GetNextEntry() is { } entry) see(entry);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or JsonException or FormatException)
        {
            throw Damaged(file, "读不下去");
        }
    }

    static UnusableBackupException Damaged(string file, string what) => new($"备份“{file}”是坏的（{what}），不能用；请换另一份备份。");
}
