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
            var place = new StorePlace(line.GetValue(connection) ?? Data.Connection(settings), line.GetValue(data) ?? Data.Folder(settings));
            return line.GetValue(connection) is not null && line.GetValue(data) is null && place.SqliteFile is { } file
                ? place with { Data = Path.GetDirectoryName(file)! }
                : place;
        }
        catch (ArgumentException unreadable)
        {
            throw new NotDoneException($"连接串看不懂（{unreadable.Message.ReplaceLineEndings(" ")}），请检查 --store。");
        }
    }
}
