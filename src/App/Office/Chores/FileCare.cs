using Gongkai.Records;
using Gongkai.Records.Files;

namespace Gongkai.App.Office.Chores;

/// <summary>Asks a scanner that was silent again about the files that wait for it (待查).</summary>
public sealed class QuarantinedFiles(FileStore files, Scanner scanner) : IChore
{
    public string Name => "quarantine";
    public string Title => "补扫待查文件";
    public TimeSpan Every => TimeSpan.FromMinutes(5);

    public Task Do(Store store, DateTimeOffset now, CancellationToken stopping) => scanner.IsConfigured ? Quarantine.Rescan(store, files, scanner, now) : Task.CompletedTask;
}

/// <summary>Clears away the bytes that no row names.</summary>
public sealed class NamelessFiles(FileStore files) : IChore
{
    public string Name => "files";
    public string Title => "清理无主文件";
    public TimeSpan Every => TimeSpan.FromHours(1);

    public Task Do(Store store, DateTimeOffset now, CancellationToken stopping) => Quarantine.Sweep(store, files, now);
}
