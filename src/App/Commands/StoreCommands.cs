using System.CommandLine;
using System.Data.Common;
using Gongkai.Records;
using Gongkai.Records.Demo;
using Gongkai.Records.Organizations;

namespace Gongkai.App.Commands;

/// <summary><c>gongkai store …</c>: the store's own chores.</summary>
static class StoreCommands
{
    public static Command Create()
    {
        var connection = Connection();
        var migrate = new Command("migrate", "建立数据库，或把它更新到这一版程序的结构。") { connection };
        migrate.SetAction(line =>
        {
            using var store = Open(line.GetValue(connection));
            line.InvocationConfiguration.Output.WriteLine("数据库已是这一版程序的结构。");
        });
        var seed = new Command("seed", "放入演示机关和它历年的报告；已经有了就不再放。") { connection };
        seed.SetAction(line =>
        {
            using var store = Open(line.GetValue(connection));
            var invented = DemoAgency.All.Select(agency => agency.Code).ToArray();
            if (store.Agencies.Any(agency => !invented.Contains(agency.Code))) throw new NotDoneException("库中已有真实的机关，不能放入演示机关；要看演示，请用 --store 另建一个库。");

            Demo.Seed(store, TimeProvider.System.GetUtcNow());
            line.InvocationConfiguration.Output.WriteLine($"库中现有 {store.Agencies.Count()} 个机关、{store.AnnualReports.Count()} 份报告。");
        });
        return new Command("store", "数据库的建立、备份、恢复、核对和演示数据。") { migrate, BackupCommands.Backup(), BackupCommands.Restore(), VerifyCommand.Create(), CheckpointCommand.Create(), KeyCommand.Create(), seed };
    }

    /// <summary>Which store a command uses: the option, or what the platform itself would use.</summary>
    public static Option<string?> Connection() => new("--store") { HelpName = "连接串", Description = "数据库的连接串，默认与平台相同（data/ 下的 SQLite 文件）" };

    /// <summary>Opens the store in its newest shape.</summary>
    /// <exception cref="NotDoneException">There is no store, or it cannot be reached.</exception>
    public static Store Open(string? connection)
    {
        var store = StoreChoice.Open(connection ?? Data.Connection(Settings.OfMachine()));
        try
        {
            store.Prepare();
            store.Adopt(new(Deed.Adopted, Hand.Program, TimeProvider.System.GetUtcNow())).GetAwaiter().GetResult();
            return store;
        }
        catch (UnusableStoreException unusable)
        {
            store.Dispose();
            throw new NotDoneException(unusable.Message);
        }
        catch (Exception unreachable) when (unreachable is DbException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            store.Dispose();
            throw new NotDoneException($"数据库打不开（{unreachable.Message.ReplaceLineEndings(" ")}），请检查连接串和文件权限。");
        }
    }
}
