using System.Globalization;

namespace Gongkai.App;

/// <summary>When the store was last backed up: a line in the data folder, which the backup leaves there.</summary>
public static class LastBackup
{
    const string Name = "last-backup.txt";

    public static DateTimeOffset? At(string data)
    {
        var file = Path.Combine(data, Name);
        return File.Exists(file) && DateTimeOffset.TryParse(File.ReadAllText(file), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
    }

    public static void Leave(string data, DateTimeOffset at) => File.WriteAllText(Path.Combine(data, Name), at.ToString("O", CultureInfo.InvariantCulture));
}
