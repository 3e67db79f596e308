using Gongkai.Records.Backups;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Tests;

/// <summary>A backup that does not belong here is refused, and what stands here is never lost.</summary>
public sealed class RestoreTests(TestStores stores) : BackupPlaces(stores)
{
    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public void A_place_that_is_taken_is_left_alone_until_one_says_otherwise(StoreKind kind)
    {
        Backup.Make(Filled(kind), File("one"), "1.0", At);
        var taken = Nowhere(kind);
        Add(taken, "mine");
        var before = Facts(taken);

        var refusal = Assert.Throws<UnusableBackupException>(() => Restoration.Run(taken, new(File("one")), At));
        Assert.Contains("请加上 --replace", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, Facts(taken));

        Assert.Contains("个连接在用这个数据库", kind == StoreKind.Sqlite ? "个连接在用这个数据库" : Refusal(taken, new(File("one"), Replace: true)), StringComparison.Ordinal);
        Npgsql.NpgsqlConnection.ClearAllPools();
        var restored = Restoration.Run(taken, new(File("one"), Replace: true), At);
        Assert.Equal(["a", "b", "c"], Codes(taken));
        Assert.Equal(["mine"], Codes(Aside(taken, restored.Aside!)));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public void A_backup_of_a_newer_program_is_refused(StoreKind kind)
    {
        var newer = Filled(kind);
        using (var store = newer.Open()) store.Database.ExecuteSql($"""INSERT INTO "__EFMigrationsHistory" VALUES ('99990101000000_Later', '99.0.0')""");
        Backup.Make(newer, File("newer"), "9.0", At);

        var refusal = Assert.Throws<UnusableBackupException>(() => Restoration.Run(Nowhere(kind), new(File("newer")), At));
        Assert.Equal("备份由更新版本的程序写成（9.0，99990101000000_Later），这一版恢复不了；请先升级程序，再恢复。", refusal.Message);
    }

    [Fact]
    public void A_backup_of_one_kind_of_store_is_not_restored_to_the_other()
    {
        Backup.Make(Filled(StoreKind.Sqlite), File("one"), "1.0", At);

        var refusal = Assert.Throws<UnusableBackupException>(() => Restoration.Run(Nowhere(StoreKind.Postgres), new(File("one")), At));
        Assert.Equal("这是 SQLite 数据库的备份，不能恢复到 PostgreSQL；请把连接串改成一个文件。", refusal.Message);
    }

    [Fact]
    public void What_is_encrypted_comes_back_with_its_keys_or_not_at_all()
    {
        var source = Filled(StoreKind.Sqlite);
        Key(source, "1");
        Backup.MakeKeys(source, File("keys"), "1.0", At);
        Backup.Make(source, File("one"), "1.0", At);
        var other = Filled(StoreKind.Sqlite);
        Key(other, "2");
        Backup.MakeKeys(other, File("wrong"), "1.0", At);

        var target = Nowhere(StoreKind.Sqlite);
        Assert.Contains("请用 --keys 给出密钥的备份", Refusal(target, new(File("one"))), StringComparison.Ordinal);
        Assert.Contains("里不是这些密钥", Refusal(target, new(File("one"), Keys: File("wrong"))), StringComparison.Ordinal);
        Assert.Contains("不是密钥的备份", Refusal(target, new(File("one"), Keys: File("one"))), StringComparison.Ordinal);
        Assert.Contains("这是密钥的备份", Refusal(target, new(File("keys"))), StringComparison.Ordinal);
        Assert.False(Directory.Exists(target.Data));

        Restoration.Run(target, new(File("one"), Keys: File("keys")), At);
        Assert.Equal("<key>1</key>", System.IO.File.ReadAllText(Path.Combine(target.Keys, "key-1.xml")));
        var blind = Nowhere(StoreKind.Sqlite);
        Restoration.Run(blind, new(File("one"), WithoutKeys: true), At);
        Assert.Equal(["a", "b", "c"], Codes(blind));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public void Nothing_is_restored_under_a_running_platform(StoreKind kind)
    {
        Backup.Make(Filled(kind), File("one"), "1.0", At);
        var place = Nowhere(kind);
        using (InUse.Hold(place))
        using (InUse.Hold(place))
            Assert.Equal("平台正在运行，没有恢复；请先停止平台，再恢复。", Refusal(place, new(File("one"))));

        Restoration.Run(place, new(File("one")), At);
    }

    [Fact]
    public void A_restore_that_was_interrupted_after_its_mark_is_finished_by_the_next_start()
    {
        Backup.Make(Filled(StoreKind.Sqlite), File("one"), "1.0", At);
        var restored = Nowhere(StoreKind.Sqlite);
        Restoration.Run(restored, new(File("one")), At);
        var place = Nowhere(StoreKind.Sqlite);
        Add(place, "mine");
        SqliteConnection.ClearAllPools();
        Directory.CreateDirectory(InterruptedRestore.Folder(place.SqliteFile!));
        System.IO.File.Copy(restored.SqliteFile!, InterruptedRestore.Staged(place.SqliteFile!));
        Assert.Equal(["mine"], Codes(place));

        SqliteConnection.ClearAllPools();
        InterruptedRestore.Mark(place.SqliteFile!, "replaced-x");
        Assert.Equal(["a", "b", "c"], Codes(place));
        Assert.Equal(["mine"], Codes(Aside(place, Path.Combine(place.Data, "replaced-x"))));
        Assert.False(Directory.Exists(InterruptedRestore.Folder(place.SqliteFile!)));
    }

    [Fact]
    public void A_damaged_file_in_the_folder_is_replaced_and_kept_aside()
    {
        var source = Filled(StoreKind.Sqlite);
        Backup.Make(source, File("one"), "1.0", At);
        System.IO.File.WriteAllText(Path.Combine(source.Files, "ef"), "damaged");
        SqliteConnection.ClearAllPools();
        var restored = Restoration.Run(source, new(File("one"), Replace: true), At);

        Assert.Equal("the second file", System.IO.File.ReadAllText(Path.Combine(source.Files, "ef")));
        Assert.Equal("damaged", System.IO.File.ReadAllText(Path.Combine(restored.Aside!, "files", "ef")));
    }
}
