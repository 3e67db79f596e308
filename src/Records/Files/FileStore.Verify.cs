using System.Security.Cryptography;

namespace Gongkai.Records.Files;

/// <summary>What can be wrong between the rows and the disk.</summary>
public enum FileFault
{
    /// <summary>A row names bytes that are not there.</summary>
    Missing,

    /// <summary>The bytes are others than those that were stored.</summary>
    Altered,

    /// <summary>Bytes lie there that no row names. No harm: the sweep removes them.</summary>
    Orphaned,
}

/// <summary>Something wrong between the rows and the disk.</summary>
/// <param name="Hash">The name of the file on the disk.</param>
/// <param name="File">The row that names it; none for an orphan.</param>
public sealed record FileFinding(FileFault Fault, string Hash, Guid? File);

// How the disk is compared with the rows, and cleared of what no row names.
public sealed partial class FileStore
{
    /// <summary>Hashes every file that a row names, from the disk, and looks for files that none names. One file is open at a time.</summary>
    /// <param name="rows">All rows that are not erased, in any order.</param>
    public async IAsyncEnumerable<FileFinding> Verify(IAsyncEnumerable<StoredFile> rows)
    {
        // Half of each hash tells files apart, and a million of them fit in 16 MB.
        HashSet<UInt128> named = [];
        await foreach (var row in rows)
        {
            if (!IsHash(row.Hash))
            {
                yield return new(FileFault.Altered, row.Hash, row.Id);
                continue;
            }
            if (!named.Add(Half(row.Hash))) continue;
            if (await Fault(PathOf(row.Hash), row.Hash) is { } fault) yield return new(fault, row.Hash, row.Id);
        }
        foreach (var file in Files())
            if (IsHash(file.Name) && !named.Contains(Half(file.Name))) yield return new(FileFault.Orphaned, file.Name, null);
    }

    /// <summary>Removes bytes that no row names, and what a crash left half written, once they have lain for a day.</summary>
    /// <param name="isNamed">Whether a row that is not erased names this hash.</param>
    /// <returns>How many files went.</returns>
    public async Task<int> Sweep(Func<string, Task<bool>> isNamed, DateTimeOffset now)
    {
        var gone = 0;
        foreach (var file in Files())
        {
            if (file.LastWriteTimeUtc > (now - Grace).UtcDateTime) continue;
            if (IsHash(file.Name) ? await isNamed(file.Name) : file.Extension != Temporary) continue;
            lock (turn)
            {
                // Somebody may have put the same bytes down again in the meantime.
                file.Refresh();
                if (!file.Exists || file.LastWriteTimeUtc > (now - Grace).UtcDateTime) continue;
                file.Delete();
            }
            gone++;
        }
        return gone;
    }

    IEnumerable<FileInfo> Files() => new DirectoryInfo(root).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2, AttributesToSkip = FileAttributes.ReparsePoint });

    static async Task<FileFault?> Fault(string path, string hash)
    {
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024, FileOptions.SequentialScan);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(file)) == hash ? null : FileFault.Altered;
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return FileFault.Missing;
        }
        catch (IOException)
        {
            return FileFault.Altered;
        }
    }

    static UInt128 Half(string hash) => UInt128.Parse(hash.AsSpan(0, 32), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture);
}
