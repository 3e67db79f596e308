using System.Globalization;

namespace Gongkai.App;

/// <summary>When the store, and when its keys were last backed up: a line each in the data folder, which the backup leaves there.</summary>
public static class LastBackup
{
    const string OfStore = "last-backup.txt", OfKeys = "last-keys-backup.txt";

    public static DateTimeOffset? At(string data) => Read(data, OfStore);

    /// <summary>The keys are backed up apart from the rest, or whoever finds a backup could read it.</summary>
    public static DateTimeOffset? OfKeysAt(string data) => Read(data, OfKeys);

    public static void Leave(string data, DateTimeOffset at) => Write(data, OfStore, at);

    public static void LeaveOfKeys(string data, DateTimeOffset at) => Write(data, OfKeys, at);

    static DateTimeOffset? Read(string data, string name)
    {
        var file = Path.Combine(data, name);
        return File.Exists(file) && DateTimeOffset.TryParse(File.ReadAllText(file), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
    }

    static void Write(string data, string name, DateTimeOffset at) => File.WriteAllText(Path.Combine(data, name), at.ToString("O", CultureInfo.InvariantCulture));
}
