using System.Security.Cryptography;
using System.Text;
using Gongkai.Records.Files;

namespace Gongkai.Records.Tests.Files;

/// <summary>What lies on the disk: once, as it was sent, and nobody gets anything else.</summary>
public sealed class FileStoreTests : IDisposable
{
    static readonly byte[] Bytes = "CANARY-甲：一份文件"u8.ToArray();

    readonly Cabinet cabinet = new();

    public void Dispose() => cabinet.Dispose();

    [Fact]
    public void A_file_comes_back_as_it_was_sent()
    {
        var files = cabinet.Open();
        var kept = files.Put(Bytes);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Bytes)), kept.Hash);
        Assert.Equal(Bytes, files.Read(Cabinet.Row(kept)));
        Assert.Equal([Path.Combine(cabinet.Folder, kept.Hash[..2], kept.Hash[2..4], kept.Hash)], cabinet.Paths);
    }

    [Fact]
    public void The_same_bytes_lie_there_once()
    {
        var files = cabinet.Open();

        Assert.Equal(files.Put(Bytes), files.Put(Bytes));
        Assert.Single(cabinet.Paths);
    }

    [Fact]
    public void Many_at_once_put_the_same_bytes()
    {
        var files = cabinet.Open();
        Parallel.For(0, 50, i => files.Put([.. Bytes, (byte)(i % 3)]));

        Assert.Equal(3, cabinet.Paths.Count());
        Assert.All(cabinet.Paths, path => Assert.Equal(Path.GetFileName(path), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))));
    }

    [Fact, System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void Only_we_may_read_them()
    {
        cabinet.Open().Put(Bytes);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(cabinet.Paths.Single()));
        foreach (var folder in Directory.EnumerateDirectories(cabinet.Folder, "*", SearchOption.AllDirectories))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Whichever_byte_is_altered_nobody_gets_the_file(bool seal)
    {
        var files = cabinet.Open();
        var row = Cabinet.Row(files.Put(Bytes, seal));
        var path = cabinet.Paths.Single();
        var whole = File.ReadAllBytes(path);
        for (var at = 0; at < whole.Length; at++)
        {
            File.WriteAllBytes(path, [.. whole[..at], (byte)(whole[at] ^ 1), .. whole[(at + 1)..]]);
            Assert.Throws<AlteredFileException>(() => files.Read(row));
        }
        File.Delete(path);
        Assert.Throws<AlteredFileException>(() => files.Read(row));
    }

    [Fact]
    public void Putting_the_bytes_again_mends_a_damaged_file()
    {
        var files = cabinet.Open();
        var row = Cabinet.Row(files.Put(Bytes));
        File.WriteAllBytes(cabinet.Paths.Single(), new byte[Bytes.Length]);

        files.Put(Bytes);

        Assert.Equal(Bytes, files.Read(row));
    }

    [Fact]
    public void A_sealed_file_says_nothing_on_the_disk_and_comes_back_with_its_key()
    {
        var files = cabinet.Open();
        var first = files.Put(Bytes, seal: true);
        var second = files.Put(Bytes, seal: true);

        Assert.NotEqual(first.Hash, second.Hash);
        Assert.All(cabinet.Paths, path => Assert.Equal(-1, File.ReadAllBytes(path).AsSpan().IndexOf("CANARY"u8)));
        Assert.Equal(Bytes, files.Read(Cabinet.Row(first)));
        Assert.Equal(Bytes.Length, Cabinet.Row(first).Size);
        Assert.Throws<AlteredFileException>(() => files.Read(Cabinet.Row(first with { Key = second.Key })));
    }

    [Fact]
    public void An_erased_file_is_gone_for_good_even_from_a_copy_of_the_disk()
    {
        var files = cabinet.Open();
        var row = Cabinet.Row(files.Put(Bytes, seal: true));
        var copy = File.ReadAllBytes(cabinet.Paths.Single());

        row.Erase(TestActs.Now);
        files.Remove(row);

        Assert.Empty(cabinet.Paths);
        Assert.Null(row.Key);
        Assert.Equal(-1, copy.AsSpan().IndexOf("CANARY"u8));
        Assert.Throws<InvalidOperationException>(() => files.Read(row));
    }

    [Fact]
    public void What_waits_for_the_scanner_is_not_given_out()
    {
        var files = cabinet.Open();
        var row = Cabinet.Row(files.Put(Bytes), Scan.Waiting);

        Assert.Throws<InvalidOperationException>(() => files.Read(row));
        row.Scanned(Scan.Infected);
        Assert.Throws<InvalidOperationException>(() => files.Read(row));
    }

    [Fact]
    public void A_disk_that_is_nearly_full_takes_nothing_in_and_still_gives_out()
    {
        var files = cabinet.Open();
        cabinet.Room = new(5, 100);
        var row = Cabinet.Row(files.Put(Bytes));
        cabinet.Room = new(4, 100);

        var refused = Assert.Throws<NoRoomException>(() => files.Put("乙"u8));

        Assert.Equal("磁盘空间不足，暂时不能上传文件。您填写的内容可以照常保存；请联系系统管理员清理磁盘后再上传。", refused.Message);
        Assert.Equal(Bytes, files.Read(row));
        Assert.Single(cabinet.Paths);
    }

    [Theory, InlineData("../../../etc/passwd"), InlineData(""), InlineData("ABCDEF")]
    public void A_row_whose_hash_is_no_hash_leads_nowhere(string hash) =>
        Assert.Throws<AlteredFileException>(() => cabinet.Open().Read(Cabinet.Row(new(hash, 1, null))));

    [Fact]
    public void The_disk_that_it_lies_on_is_measured()
    {
        var files = new FileStore(cabinet.Folder, Cabinet.Keys);

        Assert.Equal(Encoding.UTF8.GetString(Bytes), Encoding.UTF8.GetString(files.Read(Cabinet.Row(files.Put(Bytes)))));
    }
}
