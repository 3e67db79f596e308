using System.Globalization;
using Gongkai.App.Ui;
using Gongkai.Records;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Health;

// Where things lie: the database, the disks, the keys, the checkpoints.
public sealed partial class Examination
{
    async Task<Finding> OfDatabase()
    {
        var postgres = place.SqliteFile is null;
        var size = postgres ? await store.Database.SqlQuery<long>($"SELECT pg_database_size(current_database()) AS \"Value\"").SingleAsync() : Length(place.SqliteFile!) + Length(place.SqliteFile + "-wal");
        var says = $"{(postgres ? "PostgreSQL" : "SQLite")}，占用 {FileSize.Words(size)}。";
        var behind = (await store.Database.GetPendingMigrationsAsync()).Count();
        return behind > 0 ? new("数据库", Grade.Act, $"{says}还有 {behind} 步升级没有完成。", "请停下平台，备份后运行 gongkai store migrate。") : new("数据库", Grade.Fine, says);
    }

    static long Length(string file) => File.Exists(file) ? new FileInfo(file).Length : 0;

    // Folders may lie on disks of their own; one disk is named once.
    IEnumerable<Finding> OfDisks() =>
        from folder in (IEnumerable<(string Name, string Path)>)[("数据目录", place.Data), ("附件目录", place.Files), ("检查点目录", Works.CheckpointFolder(configuration))]
        where Directory.Exists(folder.Path)
        let room = Room.Of(folder.Path)
        group (folder.Name, Room: room) by room.Total into disk
        select OfDisk(string.Join("、", disk.Select(one => one.Name)), disk.First().Room);

    static Finding OfDisk(string folders, Room room)
    {
        var says = string.Create(CultureInfo.InvariantCulture, $"{folders}所在磁盘剩余 {room.Free / (double)(1 << 30):N1} GB，共 {room.Total / (double)(1 << 30):N1} GB。");
        return room.IsGone ? new("磁盘空间", Grade.Act, says, "空间已经不够保存数据，请马上清理或扩容。")
            : room.IsScarce ? new("磁盘空间", Grade.Act, says, "剩余不足百分之五，上传已暂停，请清理或扩容。")
            : room.Free < room.Total / 10 ? new("磁盘空间", Grade.Watch, says, "剩余不足百分之十，请安排清理或扩容。")
            : new("磁盘空间", Grade.Fine, says);
    }

    // What is sealed cannot be read without them, also from a backup; a new one is made every three months.
    Finding OfKeys()
    {
        var keys = Directory.Exists(place.Keys) ? Directory.GetFiles(place.Keys, "key-*.xml") : [];
        if (keys is []) return new("密钥", Grade.Watch, "还没有密钥。", "首次登录时会自动生成；之后请运行 gongkai store backup 并加上 --keys 另外备份。");
        var newest = keys.Max(key => (DateTimeOffset)File.GetLastWriteTimeUtc(key));
        var says = $"共 {keys.Length:N0} 个，最新的一个生成于 {newest.InBeijing()}";
        const string advice = "没有密钥，备份里的手机号、证件影像等内容读不出来。请运行 gongkai store backup 并加上 --keys，与备份分开存放。";
        return !Gongkai.App.Health.IsWritable(place.Keys) ? new("密钥", Grade.Act, $"{says}；密钥目录不能写入。", "请检查密钥目录的权限；密钥到期后不能更换，就没有人能登录了。")
            : LastBackup.OfKeysAt(place.Data) is not { } at ? new("密钥", Grade.Act, $"{says}；还没有另外备份过。", advice)
            : at < newest ? new("密钥", Grade.Act, $"{says}；{at.InBeijing()} 备份之后又有新的密钥。", advice)
            : new("密钥", Grade.Fine, $"{says}；已于 {at.InBeijing()} 另外备份。");
    }

    // Nothing is exported while nothing happens: what counts is how long something has stood that no checkpoint has seen.
    async Task<Finding> OfCheckpoints()
    {
        const string what = "审计检查点";
        var folder = Works.CheckpointFolder(configuration);
        if (Newest(folder, "checkpoint-*.txt") is not { } last)
            return new(what, Grade.Act, "还没有导出过检查点。", "检查点应当每小时导出一次。请看“定时工作”是否正常，检查点目录能否写入。");
        var unseen = await store.Trail.Where(entry => entry.At > last).MinAsync(entry => (DateTimeOffset?)entry.At);
        var says = $"最近一次导出于 {last.InBeijing()}{(unseen is null ? "，此后没有新的审计记录" : "")}";
        return unseen < time.Now - 2 * Hour ? new(what, Grade.Act, $"{says}；{unseen.Value.InBeijing()} 以来的审计记录还没有检查点。", "检查点应当每小时导出一次。请看“定时工作”是否正常，检查点目录能否写入。")
            : Path.GetFullPath(folder).StartsWith(Path.GetFullPath(place.Data) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                ? new(what, Grade.Watch, $"{says}；与数据放在同一个目录里。", "数据和检查点一起被改动时就查不出来。请把配置 Checkpoints 指到另一台机器上，或定期打印、拷贝给审计部门。")
            : new(what, Grade.Fine, $"{says}。");
    }

    static DateTimeOffset? Newest(string folder, string pattern) => !Directory.Exists(folder) ? null
        : Directory.EnumerateFiles(folder, pattern).Select(file => (DateTimeOffset?)File.GetLastWriteTimeUtc(file)).Max();
}
