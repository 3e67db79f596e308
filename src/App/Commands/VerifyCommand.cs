using System.CommandLine;
using Gongkai.Records.Backups;

namespace Gongkai.App.Commands;

/// <summary><c>gongkai store verify</c>: whether everything that was remembered is still as it was.</summary>
static class VerifyCommand
{
    public static Command Create()
    {
        var backup = new Option<string?>("--backup") { HelpName = "文件", Description = "不核对现在的数据，核对这份备份" };
        var place = new StoreOptions();
        var command = new Command("verify", "核对数据库和附件是否完好；不改动任何数据。") { backup };
        place.AddTo(command);
        command.SetAction(line =>
        {
            var status = Terminal.Fine;
            BackupCommands.Guarded(() => status = line.GetValue(backup) is { } file
                ? OfBackup(file, line.InvocationConfiguration.Output)
                : OfStore(place.Of(line), line.InvocationConfiguration.Output));
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

    static int OfStore(StorePlace place, TextWriter output)
    {
        var faults = Soundness.Faults(place);
        foreach (var fault in faults) output.WriteLine(fault);
        output.WriteLine(faults.Count == 0 ? "数据库和附件完好。" : $"发现 {faults.Count} 处损坏；请停止平台，从最近的备份恢复（gongkai store restore）。");
        return faults.Count == 0 ? Terminal.Fine : Terminal.FallsShort;
    }
}
