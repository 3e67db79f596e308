using System.IO.Compression;

namespace Gongkai.Documents.Printing;

/// <summary>An Office file without the time at which it was written: the same report gives the same bytes.</summary>
static class FixedPackage
{
    // The earliest time that a ZIP can tell.
    static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Copy(MemoryStream package, Stream to)
    {
        package.Position = 0;
        using MemoryStream copy = new();
        using (ZipArchive source = new(package, ZipArchiveMode.Read, leaveOpen: true), target = new(copy, ZipArchiveMode.Create, leaveOpen: true))
            // The list of content types comes first, as readers expect.
            foreach (var entry in source.Entries.OrderBy(e => e.FullName != "[Content_Types].xml").ThenBy(e => e.FullName, StringComparer.Ordinal))
            {
                var written = target.CreateEntry(entry.FullName);
                written.LastWriteTime = Epoch;
                using var from = entry.Open();
                using var into = written.Open();
                from.CopyTo(into);
            }
        copy.WriteTo(to);
    }
}
