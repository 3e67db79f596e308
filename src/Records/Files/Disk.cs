using System.Runtime.InteropServices;

namespace Gongkai.Records.Files;

/// <summary>The disk is nearly full, so nothing more is taken in; everything else goes on.</summary>
public sealed class NoRoomException() : Exception("磁盘空间不足，暂时不能上传文件。您填写的内容可以照常保存；请联系系统管理员清理磁盘后再上传。");

/// <summary>What a disk is asked for beyond reading and writing: how full it is, and that what was written lies on it.</summary>
static class Disk
{
    // ENOSPC, EDQUOT; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL on Windows.
    public static bool IsFull(IOException refusal) => (refusal.HResult & 0xFFFF) is 28 or 122 or 112 or 39;

    public static (long Free, long Total) Room(string folder)
    {
        var drive = new DriveInfo(folder);
        return (drive.AvailableFreeSpace, drive.TotalSize);
    }

    /// <summary>Makes the folder, and puts its name down on the disk in every folder above it that is new.</summary>
    public static void Make(string folder)
    {
        if (Directory.Exists(folder)) return;
        var above = Path.GetDirectoryName(folder)!;
        Make(above);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        SyncFolder(above);
    }

    /// <summary>A new name in a folder is on the disk only when the folder is (fsync(2)). Windows does so by itself.</summary>
    public static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        var opened = NativeMethods.Open(folder, 0);
        if (opened < 0) throw new IOException($"The folder {folder} cannot be opened.", Marshal.GetLastPInvokeError());
        try
        {
            if (NativeMethods.Sync(opened) != 0) throw new IOException($"The folder {folder} cannot be put down on the disk.", Marshal.GetLastPInvokeError());
        }
        finally
        {
            _ = NativeMethods.Close(opened);
        }
    }

    static class NativeMethods
    {
        [DllImport("libc", EntryPoint = "open", SetLastError = true, BestFitMapping = false, ThrowOnUnmappableChar = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

        [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Sync(int file);

        [DllImport("libc", EntryPoint = "close")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Close(int file);
    }
}
