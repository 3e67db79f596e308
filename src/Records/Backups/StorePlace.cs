using Microsoft.Data.Sqlite;

namespace Gongkai.Records.Backups;

/// <summary>Where everything that we remember stands: the database, and the data folder with the files and the keys.</summary>
/// <param name="Connection">The database's connection string.</param>
/// <param name="Data">The data folder.</param>
/// <param name="FilesElsewhere">The folder of the files, where that is not in the data folder.</param>
public sealed record StorePlace(string Connection, string Data, string? FilesElsewhere = null)
{
    /// <summary>The folder of what was uploaded and made.</summary>
    public string Files => FilesElsewhere ?? Path.Combine(Data, "files");

    /// <summary>The folder of the keys with which cookies and personal data are protected.</summary>
    public string Keys => Path.Combine(Data, "keys");

    /// <summary>The SQLite file, or <c>null</c> where the store is PostgreSQL.</summary>
    public string? SqliteFile => StoreChoice.IsPostgres(Connection) ? null : Path.GetFullPath(new SqliteConnectionStringBuilder(Connection).DataSource);

    /// <summary>Opens the store as it stands; it may be of an older shape, or not be there. The caller disposes of it.</summary>
    public Store Open() => StoreChoice.Open(Connection);
}

/// <summary>A backup that must not be restored, or a place in which none may be. The message is one Chinese sentence that says what to do.</summary>
public sealed class UnusableBackupException(string message) : Exception(message);
