namespace Gongkai.Records.Backups;

/// <summary>Says that a store is in use: the platform holds it for as long as it runs, and a restore takes it for itself.</summary>
/// <remarks>It is a lock on a file in the data folder; the operating system lets go of it when its process dies, however it dies.</remarks>
public static class InUse
{
    const string Name = "in-use.lock";

    /// <summary>Held by each running platform.</summary>
    /// <exception cref="UnusableStoreException">A restore is at work.</exception>
    public static IDisposable Hold(StorePlace place)
    {
        Disk.OwnFolder(place.Data);
        try
        {
            return new FileStream(Path.Combine(place.Data, Name), FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);
        }
        catch (IOException taken) when (Store.IsHeld(taken))
        {
            throw new UnusableStoreException("正在恢复备份，平台现在不能启动；请等恢复做完再启动。");
        }
    }

    /// <summary>Whether a platform runs on this store.</summary>
    public static bool ByOthers(StorePlace place)
    {
        try
        {
            Alone(place).Dispose();
            return false;
        }
        catch (UnusableBackupException)
        {
            return true;
        }
    }

    /// <summary>Held by a restore.</summary>
    internal static IDisposable Alone(StorePlace place)
    {
        Disk.OwnFolder(place.Data);
        try
        {
            return new FileStream(Path.Combine(place.Data, Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken) when (Store.IsHeld(taken))
        {
            throw new UnusableBackupException("平台正在运行，没有恢复；请先停止平台，再恢复。");
        }
    }
}
