using Gongkai.App.Commands;

namespace Gongkai.App.Tests.Commands;

/// <summary>The store's chores as a script sees them.</summary>
public sealed class StoreChoreTests : IDisposable
{
    readonly Folder folder = new();

    string Other => $"Data Source={folder["other/gongkai.db"]}";

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_backup_is_made_checked_and_restored()
    {
        await Answer.To("store", "seed", "--store", folder.Store);
        var made = await Answer.To("store", "backup", folder["b"], "--store", folder.Store);
        var checkedBackup = await Answer.To("store", "verify", "--backup", folder["b"]);
        var restored = await Answer.To("store", "restore", folder["b"], "--store", Other);
        var verified = await Answer.To("store", "verify", "--store", Other);

        Assert.StartsWith($"已备份到“{folder["b"]}”：", made.Output, StringComparison.Ordinal);
        Assert.StartsWith($"备份“{folder["b"]}”完好：", checkedBackup.Output, StringComparison.Ordinal);
        Assert.EndsWith("与备份时逐行相同。\n", restored.Output, StringComparison.Ordinal);
        Assert.Equal(0, made.Status + checkedBackup.Status + restored.Status + verified.Status);
        Assert.Equal((await Answer.To("store", "seed", "--store", folder.Store)).Output, (await Answer.To("store", "seed", "--store", Other)).Output);
    }

    [Fact]
    public async Task A_store_that_is_there_is_moved_aside_only_when_one_says_so()
    {
        await Answer.To("store", "seed", "--store", folder.Store);
        await Answer.To("store", "backup", folder["b"], "--store", folder.Store);

        var refused = await Answer.To("store", "restore", folder["b"], "--store", folder.Store);
        var replaced = await Answer.To("store", "restore", folder["b"], "--store", folder.Store, "--replace");

        refused.Refuses($"“{folder["store/gongkai.db"]}”已经有数据，没有恢复。要用备份换掉它，请加上 --replace，原来的数据会移到旁边的目录，不会删除。");
        Assert.Equal(Terminal.Fine, replaced.Status);
        Assert.Single(Directory.EnumerateDirectories(folder["store"], "replaced-*"));
    }

    [Fact]
    public async Task A_damaged_backup_falls_short_and_is_not_restored()
    {
        await Answer.To("store", "seed", "--store", folder.Store);
        await Answer.To("store", "backup", folder["b"], "--store", folder.Store);
        var bytes = await File.ReadAllBytesAsync(folder["b"], TestContext.Current.CancellationToken);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(folder["b"], bytes, TestContext.Current.CancellationToken);

        Assert.Equal(Terminal.FallsShort, (await Answer.To("store", "verify", "--backup", folder["b"])).Status);
        (await Answer.To("store", "restore", folder["b"], "--store", Other)).Refuses($"备份“{folder["b"]}”是坏的（内容与末尾的校验值不符），不能用；请换另一份备份。");
        Assert.False(Directory.Exists(folder["other"]));
    }

    [Fact]
    public async Task A_backup_that_is_not_there_is_named() =>
        (await Answer.To("store", "restore", folder["none"], "--store", Other)).Refuses($"找不到文件“{folder["none"]}”，请检查路径。");

    [Fact]
    public async Task A_damaged_store_is_found()
    {
        await Answer.To("store", "seed", "--store", folder.Store);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await using (var file = File.OpenWrite(folder["store/gongkai.db"]))
        {
            // In the middle: the first pages are the schema, without which nothing opens.
            file.Position = file.Length / 8192 * 4096;
            file.Write(new byte[4096]);
        }

        var answer = await Answer.To("store", "verify", "--store", folder.Store);
        Assert.Equal(Terminal.FallsShort, answer.Status);
        Assert.Contains("数据库文件已损坏", answer.Output, StringComparison.Ordinal);
    }
}
