using System.CommandLine;
using System.Data.Common;
using Gongkai.Records;
using Gongkai.Records.Backups;
using Gongkai.Records.Files;
using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Commands;

/// <summary><c>gongkai store verify</c>: whether everything that was remembered is still as it was.</summary>
static class VerifyCommand
{
    public static Command Create()
    {
        var backup = new Option<string?>("--backup") { HelpName = "文件", Description = "不核对现在的数据，核对这份备份" };
        var checkpoints = new Option<string?>("--checkpoints") { HelpName = "目录", Description = "检查点所在的目录，默认是数据目录下的 checkpoints；用审计部门留存的那一份最可靠" };
        var key = new Option<string?>("--key") { HelpName = "文件", Description = "审计部门留存的检查点公钥（checkpoint-key.pem）" };
        var place = new StoreOptions();
        var command = new Command("verify", "核对数据库、附件和审计链：有没有损坏，有没有绕过系统的改动；不改动任何数据。") { backup, checkpoints, key };
        place.AddTo(command);
        command.SetAction(line =>
        {
            var status = Terminal.Fine;
            BackupCommands.Guarded(() => status = line.GetValue(backup) is { } file
                ? OfBackup(file, line.InvocationConfiguration.Output)
                : OfStore(place.Of(line), line.GetValue(checkpoints), line.GetValue(key), line.InvocationConfiguration.Output).GetAwaiter().GetResult());
            return status;
        });
        return command;
    }

    static int OfBackup(string file, TextWriter output)
    {
        try
        {
            var manifest = Backup.Check(file);
            output.WriteLine($"备份“{file}”完好：{manifest.MadeAt:yyyy-MM-dd HH:mm:ss}（UTC），{BackupCommands.Contents(manifest)}。");
            return Terminal.Fine;
        }
        catch (UnusableBackupException damaged)
        {
            output.WriteLine(damaged.Message);
            return Terminal.FallsShort;
        }
    }

    static async Task<int> OfStore(StorePlace place, string? checkpoints, string? key, TextWriter output)
    {
        var damaged = Soundness.Faults(place);
        foreach (var fault in damaged) await output.WriteLineAsync(fault);
        if (damaged.Count > 0) await output.WriteLineAsync($"发现 {damaged.Count} 处损坏；请停止平台，从最近的备份恢复（gongkai store restore）。");

        int lost;
        try
        {
            await using var store = place.Open();
            if ((await store.Database.GetPendingMigrationsAsync()).Any()) throw new NotDoneException("数据库还是旧版本的结构，审计链没有核对；请先运行 gongkai store migrate。");
            lost = await OfFiles(place, store, output);
        }
        catch (DbException) when (damaged.Count > 0)
        {
            await output.WriteLineAsync("损坏使审计链无法读取，没有核对。");
            return Terminal.FallsShort;
        }
        var altered = 0;
        await foreach (var fault in Verification.Of(place.Open).Concat(new Checkpoints(checkpoints ?? Path.Combine(place.Data, "checkpoints"), "").Verify(place.Open, key)))
        {
            altered++;
            await output.WriteLineAsync(fault.Sentence);
        }
        if (altered > 0) await output.WriteLineAsync($"发现 {altered} 处未经系统登记的改动；请保护现场，报告安全审计员。");
        if (damaged.Count + lost + altered > 0) return Terminal.FallsShort;
        await output.WriteLineAsync("数据库、附件和审计链完好。");
        return Terminal.Fine;
    }

    // That the bytes of each file fit its name has been looked at already; here, that each file which a row names is there.
    static async Task<int> OfFiles(StorePlace place, Store store, TextWriter output)
    {
        var lost = 0;
        await foreach (var hash in store.Set<StoredFile>().Where(file => file.ErasedAt == null).Select(file => file.Hash).Distinct().AsAsyncEnumerable())
        {
            if (hash.Length == 64 && File.Exists(Path.Combine(place.Files, hash[..2], hash[2..4], hash))) continue;
            lost++;
            await output.WriteLineAsync($"附件“{hash}”不见了，登记还在；请从备份恢复。");
        }
        return lost;
    }
}

/// <summary><c>gongkai store checkpoint</c>: writes down, signed and outside the database, how long every chain is now.</summary>
static class CheckpointCommand
{
    public static Command Create()
    {
        var folder = new Option<string?>("--checkpoints") { HelpName = "目录", Description = "写到哪里，默认是数据目录下的 checkpoints" };
        var place = new StoreOptions();
        var command = new Command("checkpoint", "写出审计链的检查点；请把它存到另一台机器，或交审计部门留存。") { folder };
        place.AddTo(command);
        command.SetAction(line => BackupCommands.Guarded(() =>
        {
            var here = place.Of(line);
            using var store = here.Open();
            var file = new Checkpoints(line.GetValue(folder) ?? Path.Combine(here.Data, "checkpoints"), Path.Combine(here.Keys, "checkpoint.pem"))
                .Export(store, TimeProvider.System.GetUtcNow()).GetAwaiter().GetResult();
            line.InvocationConfiguration.Output.WriteLine(file is null ? "上次检查点以后没有新的登记。" : $"已写出检查点：{file}");
        }));
        return command;
    }
}
