using Gongkai.Records.Jobs;

namespace Gongkai.App.Office.Jobs;

/// <summary>Where jobs leave their files: <c>jobs</c> in the data folder, which all nodes share.</summary>
public sealed class JobFolder(IConfiguration configuration)
{
    readonly string root = Path.GetFullPath(Path.Combine(Data.Folder(configuration), "jobs"));

    /// <summary>Begins a file; nobody else may read it.</summary>
    public FileStream Create(string stored)
    {
        Directory.CreateDirectory(root);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(Of(stored), options);
    }

    /// <summary>Opens a file, or <c>null</c> where it was cleared away.</summary>
    public FileStream? Open(JobFile file) => File.Exists(Of(file.Stored)) ? File.OpenRead(Of(file.Stored)) : null;

    public bool Has(string stored) => File.Exists(Of(stored));

    public void Delete(string stored) => File.Delete(Of(stored));

    /// <summary>Deletes what was last written before a moment.</summary>
    /// <returns>How many files.</returns>
    public int Clear(DateTimeOffset before)
    {
        if (!Directory.Exists(root)) return 0;
        var old = Directory.EnumerateFiles(root).Where(file => File.GetLastWriteTimeUtc(file) < before.UtcDateTime).ToList();
        foreach (var file in old) File.Delete(file);
        return old.Count;
    }

    string Of(string stored) => Path.Combine(root, stored);
}
