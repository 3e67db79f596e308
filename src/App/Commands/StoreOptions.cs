using System.CommandLine;
using Gongkai.Records.Backups;

namespace Gongkai.App.Commands;

/// <summary>Where a chore finds the store and its data folder: as its options say, or where the platform itself has them.</summary>
sealed class StoreOptions
{
    readonly Option<string?> connection = StoreCommands.Connection();
    readonly Option<string?> data = new("--data") { HelpName = "目录", Description = "附件和密钥所在的数据目录，默认与平台相同；只给了 --store 时，是 SQLite 文件所在的目录" };

    /// <summary>Adds both to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(connection);
        command.Add(data);
    }

    /// <exception cref="NotDoneException">The connection string is none.</exception>
    public StorePlace Of(ParseResult line)
    {
        var settings = Settings.OfMachine();
        try
        {
            var (given, folder) = (line.GetValue(connection), line.GetValue(data));
            if (given is null && folder is null) return Data.Place(settings);
            // Another store than the platform's has its files beside it.
            var place = new StorePlace(given ?? Data.Connection(settings), folder ?? Data.Folder(settings));
            return folder is null && place.SqliteFile is { } file ? place with { Data = Path.GetDirectoryName(file)! } : place;
        }
        catch (ArgumentException unreadable)
        {
            throw new NotDoneException($"连接串看不懂（{unreadable.Message.ReplaceLineEndings(" ")}），请检查 --store。");
        }
    }
}
