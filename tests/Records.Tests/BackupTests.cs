using System.Text;
using Gongkai.Records.Backups;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Tests;

/// <summary>What is backed up comes back as it was.</summary>
public sealed class BackupTests(TestStores stores) : BackupPlaces(stores)
{
    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public void What_is_restored_is_what_was_backed_up(StoreKind kind)
    {
        var source = Filled(kind);
        var made = Backup.Make(source, File("one"), "1.0", At);
        var target = Nowhere(kind);
        var restored = Restoration.Run(target, new(File("one")), At);

        Assert.Null(restored.Aside);
        Assert.Equal(Facts(source), Facts(target));
        Assert.Equal(["ab/cd", "ef"], Backup.Blobs(target.Files));
        Assert.Equal("the second file", System.IO.File.ReadAllText(Path.Combine(target.Files, "ef")));
        Assert.Equal(made.Tables, Backup.Make(target, File("two"), "1.0", At).Tables);
        Assert.Contains(made.Tables, table => table is { Name: "agencies", Rows: 3 });
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_backup_is_one_moment_while_others_write(StoreKind kind)
    {
        var source = Filled(kind);
        using var enough = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(() =>
        {
            for (var i = 0; !enough.IsCancellationRequested; i++)
            {
                // Two in one transaction: a backup with one of them is of no moment that ever was.
                using var store = source.Open();
                store.AddRange(Agency($"l-{writer}-{i}"), Agency($"r-{writer}-{i}"));
                store.SaveNow();
            }
        })).ToArray();
        for (var i = 0; i < 5; i++) Backup.Make(source, File($"{i}"), "1.0", At);
        await enough.CancelAsync();
        await Task.WhenAll(writers);

        for (var i = 0; i < 5; i++)
        {
            var target = Nowhere(kind);
            Restoration.Run(target, new(File($"{i}")), At);
            using var store = target.Open();
            var codes = store.Agencies.Select(agency => agency.Code).AsEnumerable().Where(code => code is [_, '-', ..]).ToList();
            Assert.Equal(codes.Where(code => code[0] == 'l').Select(code => code[1..]).Order(), codes.Where(code => code[0] == 'r').Select(code => code[1..]).Order());
        }
        using var after = source.Open();
        Assert.NotEqual(3, after.Agencies.Count());
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public void One_changed_byte_anywhere_is_found(StoreKind kind)
    {
        Backup.Make(Filled(kind), File("whole"), "1.0", At);
        var bytes = System.IO.File.ReadAllBytes(File("whole"));
        var random = new Random(20260601);
        var places = Enumerable.Range(0, 190).Select(_ => random.Next(bytes.Length)).Concat(Enumerable.Range(0, 5)).Concat(Enumerable.Range(bytes.Length - 5, 5));

        foreach (var place in places)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[place] ^= (byte)(1 << random.Next(8));
            System.IO.File.WriteAllBytes(File("damaged"), damaged);
            Assert.Throws<UnusableBackupException>(() => Backup.Check(File("damaged")));
        }
        Backup.Check(File("whole"));
    }

    [Fact]
    public void A_backup_that_is_cut_off_or_none_at_all_is_refused()
    {
        Backup.Make(Filled(StoreKind.Sqlite), File("whole"), "1.0", At);
        var bytes = System.IO.File.ReadAllBytes(File("whole"));

        foreach (var part in new[] { [], bytes[..50], bytes[..512], bytes[..^1], bytes[..(bytes.Length / 2)], Encoding.UTF8.GetBytes(new string('x', 5000)) })
        {
            System.IO.File.WriteAllBytes(File("part"), part);
            var refusal = Assert.Throws<UnusableBackupException>(() => Restoration.Run(Nowhere(StoreKind.Sqlite), new(File("part")), At));
            Assert.EndsWith("不能用；请换另一份备份。", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_backup_has_no_key_in_it()
    {
        var source = Filled(StoreKind.Sqlite);
        Key(source, "1");
        Backup.Make(source, File("one"), "1.0", At);

        Assert.DoesNotContain("<key>", Encoding.UTF8.GetString(System.IO.File.ReadAllBytes(File("one"))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_store_is_not_backed_up_as_if_it_were_whole()
    {
        var source = Filled(StoreKind.Sqlite);
        using (var store = source.Open()) store.Database.ExecuteSql($"PRAGMA wal_checkpoint(TRUNCATE)");
        SqliteConnection.ClearAllPools();
        using (var file = System.IO.File.OpenWrite(source.SqliteFile!))
        {
            file.Position = 4096 + 3;
            file.Write([0xFF, 0xFF, 0xFF, 0xFF]);
        }

        Assert.ThrowsAny<Exception>(() => Backup.Make(source, File("one"), "1.0", At));
        Assert.Empty(Written);
    }

    [Fact]
    public void A_backup_takes_no_other_files_place()
    {
        System.IO.File.WriteAllText(File("one"), "precious");

        var refusal = Assert.Throws<UnusableBackupException>(() => Backup.Make(Filled(StoreKind.Sqlite), File("one"), "1.0", At));
        Assert.Equal($"“{File("one")}”已经存在，不覆盖旧的备份；请换一个文件名。", refusal.Message);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public void Where_there_is_no_store_there_is_nothing_to_back_up(StoreKind kind) =>
        Assert.Throws<UnusableBackupException>(() => Backup.Make(Nowhere(kind), File("one"), "1.0", At));
}
