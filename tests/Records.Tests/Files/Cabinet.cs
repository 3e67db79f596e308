using Gongkai.Records.Files;

namespace Gongkai.Records.Tests.Files;

/// <summary>A file store in a folder of its own, with keys of its own.</summary>
sealed class Cabinet : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("gongkai-files-").FullName;

    /// <summary>Turns the bits round: enough of a lock to see whether it is used.</summary>
    public static FileKeys Keys { get; } = new(
        key => Convert.ToBase64String([.. key.Select(b => (byte)~b)]),
        locked => [.. Convert.FromBase64String(locked).Select(b => (byte)~b)]);

    public Room Room { get; set; } = new(50, 100);

    public FileStore Open() => new(Folder, Keys, () => Room);

    public IEnumerable<string> Paths => Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories);

    public static StoredFile Row(KeptBytes kept, Scan scan = Scan.Clean, string name = "会议纪要.pdf") =>
        StoredFile.Of(kept, name, "application/pdf", ("test", Guid.CreateVersion7()), null, scan, TestActs.Now);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
