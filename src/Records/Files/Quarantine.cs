using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Files;

/// <summary>The files that wait for the scanner (待查), and what becomes of them when it answers.</summary>
public static class Quarantine
{
    /// <summary>A file was put in.</summary>
    public static Deed Stored { get; } = new("file.stored", "存入文件");

    /// <summary>The scanner has answered.</summary>
    public static Deed Scanned { get; } = new("file.scanned", "病毒扫描");

    /// <summary>A sealed file was read.</summary>
    public static Deed Opened { get; } = new("file.opened", "查看证件影像", Looks: true);

    /// <summary>Asks the scanner again about each file that waits; stops at the first to which it does not answer.</summary>
    /// <returns>How many files it answered for.</returns>
    public static async Task<int> Rescan(Store store, FileStore files, Scanner scanner, DateTimeOffset now)
    {
        var answered = 0;
        foreach (var file in await store.Files.Quarantined.OrderBy(file => file.Id).Take(200).ToListAsync())
        {
            var verdict = await scanner.Scan(files.Examine(file));
            if (verdict == Scan.Waiting) break;
            file.Scanned(verdict);
            await store.Save(new(Scanned, Hand.Program, now, file.AgencyId));
            answered++;
        }
        return answered;
    }

    /// <summary>Removes the bytes that no row names any more.</summary>
    public static Task<int> Sweep(Store store, FileStore files, DateTimeOffset now) =>
        files.Sweep(hash => store.Files.OnDisk.AnyAsync(file => file.Hash == hash), now);
}
