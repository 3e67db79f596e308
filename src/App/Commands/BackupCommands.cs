using System.CommandLine;
using System.Data.Common;
using System.Reflection;
using Gongkai.Records;
using Gongkai.Records.Backups;

namespace Gongkai.App.Commands;

/// <summary><c>gongkai store backup</c> and <c>restore</c>.</summary>
static class BackupCommands
{
    /// <summary>The version of this program, as backups bear it.</summary>
    public static string Version { get; } =
        typeof(BackupCommands).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public static Command Backup()
    {
        var file = new Argument<string>("FILE") { Description = "备份写到哪个文件；它必须还不存在" };
        var keys = new Option<string?>("--keys") { HelpName = "文件", Description = "把密钥另外备份到这个文件；它与备份分开存放，没有它，备份里加密的内容读不出来" };
        var place = new StoreOptions();
        var command = new Command("backup", "备份数据库和附件，平台可以照常运行。") { file, keys };
        place.AddTo(command);
        command.SetAction(line => Guarded(() =>
        {
            var source = place.Of(line);
            var made = Records.Backups.Backup.Make(source, line.GetValue(file)!, Version, TimeProvider.System.GetUtcNow());
            LastBackup.Leave(source.Data, TimeProvider.System.GetUtcNow());
            var output = line.InvocationConfiguration.Output;
            output.WriteLine($"已备份到“{line.GetValue(file)}”：{Contents(made)}。");
            if (line.GetValue(keys) is not { } keyFile)
            {
                if (made.Keys.Count > 0) output.WriteLine($"其中加密的内容要用 {made.Keys.Count} 个密钥才能读，密钥不在备份里；还没有另存的，请用 --keys 备份密钥，并与备份分开存放。");
                return;
            }
            Records.Backups.Backup.MakeKeys(source, keyFile, Version, TimeProvider.System.GetUtcNow());
            LastBackup.LeaveOfKeys(source.Data, TimeProvider.System.GetUtcNow());
            output.WriteLine($"密钥已另外备份到“{keyFile}”，请与备份分开存放。");
        }));
        return command;
    }

    public static Command Restore()
    {
        var file = new Argument<string>("FILE") { Description = "gongkai store backup 写成的文件" };
        var keys = new Option<string?>("--keys") { HelpName = "文件", Description = "密钥的备份，数据目录里没有密钥时要给" };
        var blind = new Option<bool>("--without-keys") { Description = "没有密钥也恢复；加密的内容从此读不出来" };
        var replace = new Option<bool>("--replace") { Description = "换掉已有的数据；原来的移到旁边，不删除" };
        var place = new StoreOptions();
        var command = new Command("restore", "从备份恢复；先查完整份备份，再动数据。平台要先停下。") { file, keys, blind, replace };
        place.AddTo(command);
        command.SetAction(line => Guarded(() =>
        {
            var order = new RestoreOrder(line.GetValue(file)!, line.GetValue(keys), line.GetValue(blind), line.GetValue(replace));
            var restored = Restoration.Run(place.Of(line), order, TimeProvider.System.GetUtcNow());
            var output = line.InvocationConfiguration.Output;
            output.WriteLine($"已恢复 {restored.Manifest.MadeAt:yyyy-MM-dd HH:mm:ss}（UTC）的备份：{Contents(restored.Manifest)}，与备份时逐行相同。");
            if (restored.Aside is { } aside) output.WriteLine($"原来的数据移到了“{aside}”。");
        }));
        return command;
    }

    /// <summary>What stands in a backup, for people.</summary>
    public static string Contents(Manifest manifest) =>
        $"{manifest.Tables.Count} 张表、{manifest.Tables.Sum(table => table.Rows)} 行、{manifest.Members.Count(member => member.Name.StartsWith("files/", StringComparison.Ordinal))} 个附件";

    /// <summary>Says in one sentence why a chore could not be done.</summary>
    public static void Guarded(Action chore)
    {
        try
        {
            chore();
        }
        catch (Exception refusal) when (refusal is UnusableBackupException or UnusableStoreException)
        {
            throw new NotDoneException(refusal.Message);
        }
        catch (FileNotFoundException missing)
        {
            throw new NotDoneException($"找不到文件“{missing.FileName}”，请检查路径。");
        }
        catch (Exception obstacle) when (obstacle is DbException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new NotDoneException($"没有做成（{obstacle.Message.ReplaceLineEndings(" ")}），请检查连接串、磁盘空间和文件权限。");
        }
    }
}
