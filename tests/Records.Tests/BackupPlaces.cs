using Gongkai.Records.Backups;
using Gongkai.Records.Organizations;

namespace Gongkai.Records.Tests;

/// <summary>Places with and without a store, for tests of backups.</summary>
public abstract class BackupPlaces(TestStores stores) : IDisposable
{
    protected static readonly DateTimeOffset At = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    readonly string folder = Directory.CreateTempSubdirectory("gongkai-backup-").FullName;

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>What was written beside the stores.</summary>
    protected IEnumerable<string> Written => Directory.EnumerateFiles(folder);

    protected string File(string name) => Path.Combine(folder, name);

    protected string Refusal(StorePlace place, RestoreOrder order) => Assert.Throws<UnusableBackupException>(() => Restoration.Run(place, order, At)).Message;

    protected StorePlace Nowhere(StoreKind kind)
    {
        var connection = stores.Nowhere(kind);
        return new(connection, new StorePlace(connection, "").SqliteFile is { } file ? Path.GetDirectoryName(file)! : Path.Combine(folder, Path.GetRandomFileName()));
    }

    protected StorePlace Filled(StoreKind kind)
    {
        var place = Nowhere(kind);
        Add(place, "a", "b", "c");
        Directory.CreateDirectory(Path.Combine(place.Files, "ab"));
        System.IO.File.WriteAllText(Path.Combine(place.Files, "ab", "cd"), "the first file");
        System.IO.File.WriteAllText(Path.Combine(place.Files, "ef"), "the second file");
        System.IO.File.WriteAllText(Path.Combine(place.Files, "gh.part"), "half a file");
        return place;
    }

    protected static Agency Agency(string code) => new() { Code = code, Name = $"某局\t\\N “{code}”\n", ShortName = code == "a" ? null : "" };

    protected static void Add(StorePlace place, params string[] codes)
    {
        using var store = place.Open();
        store.Prepare();
        store.AddRange(codes.Select(Agency));
        store.SaveNow();
    }

    protected static void Key(StorePlace place, string name)
    {
        Directory.CreateDirectory(place.Keys);
        System.IO.File.WriteAllText(Path.Combine(place.Keys, $"key-{name}.xml"), $"<key>{name}</key>");
    }

    protected static List<string> Codes(StorePlace place)
    {
        using var store = place.Open();
        if (place.SqliteFile is not null) store.Prepare();
        return [.. store.Agencies.Select(agency => agency.Code).AsEnumerable().Order(StringComparer.Ordinal)];
    }

    protected static List<string> Facts(StorePlace place)
    {
        using var store = place.Open();
        return [.. store.Agencies.AsEnumerable().Select(agency => $"{agency.Id} {agency.Code} {agency.Name} {agency.ShortName ?? "–"}").Order(StringComparer.Ordinal)];
    }

    // The store that was moved aside: a folder beside the file, or a schema beside the tables.
    protected static StorePlace Aside(StorePlace place, string aside) => place.SqliteFile is { } file
        ? new($"Data Source={Path.Combine(aside, Path.GetFileName(file))}", aside)
        : new($"{place.Connection};Search Path={aside}", place.Data);
}
