using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text;

namespace Gongkai.Records.Backups;

/// <summary>Writes a backup: a tar of its members with the manifest last, then one line with the digest of all that, so that no byte may change unseen.</summary>
sealed class ArchiveWriter : IDisposable
{
    const string Sentence = "gongkai-backup sha256 ";

    /// <summary>The length of the line behind the tar.</summary>
    public static readonly int SealLength = Seal(new byte[SHA256.HashSizeInBytes]).Length;

    readonly string file;
    readonly string unfinished;
    readonly FileStream output;
    readonly TarWriter tar;
    readonly DateTimeOffset at;
    readonly List<Member> members = [];

    /// <param name="file">The backup; it must not be there yet, and is not until <see cref="Finish"/>.</param>
    /// <param name="at">The time that the members bear.</param>
    public ArchiveWriter(string file, DateTimeOffset at)
    {
        this.file = file;
        this.at = at;
        unfinished = file + ".unfinished";
        File.Delete(unfinished);
        output = Disk.NewFile(unfinished);
        tar = new TarWriter(output, TarEntryFormat.Pax, leaveOpen: true);
    }

    /// <summary>What has been added.</summary>
    public IReadOnlyList<Member> Members => members;

    /// <summary>The line behind a tar that has this digest.</summary>
    public static byte[] Seal(byte[] digest) => Encoding.ASCII.GetBytes($"{Sentence}{Convert.ToHexStringLower(digest)}\n");

    /// <summary>Adds a file, as it is when its turn comes.</summary>
    public void Add(string name, string path)
    {
        using var content = File.OpenRead(path);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = content.Length;
        using var watched = new DigestingStream(content, digest);
        tar.WriteEntry(Entry(name, watched));
        members.Add(new(name, length, Convert.ToHexStringLower(digest.GetHashAndReset())));
    }

    /// <summary>Adds the manifest and the seal, and gives the backup its name when all of it is on the disk.</summary>
    public void Finish(Manifest manifest)
    {
        using (var json = new MemoryStream(manifest.Write())) tar.WriteEntry(Entry(Manifest.Name, json));
        tar.Dispose();
        output.Position = 0;
        var digest = SHA256.HashData(output);
        output.Write(Seal(digest));
        output.Flush(flushToDisk: true);
        output.Dispose();
        File.Move(unfinished, file, overwrite: false);
        Disk.SettleNames(Path.GetDirectoryName(Path.GetFullPath(file))!);
    }

    public void Dispose()
    {
        tar.Dispose();
        output.Dispose();
        File.Delete(unfinished);
    }

    PaxTarEntry Entry(string name, Stream content) => new(TarEntryType.RegularFile, name)
    {
        DataStream = content,
        Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        ModificationTime = at,
    };
}
