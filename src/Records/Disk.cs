using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Gongkai.Records;

/// <summary>The disk is nearly full, so nothing more is taken in; everything else goes on.</summary>
public sealed class NoRoomException() : Exception("磁盘空间不足，暂时不能上传文件。您填写的内容可以照常保存；请联系系统管理员清理磁盘后再上传。");

/// <summary>What a disk is asked for beyond reading and writing: how full it is, and that what was written lies on it.</summary>
static class Disk
{
    /// <summary>Waits until a file is on the disk.</summary>
    public static void Settle(string file)
    {
        using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }

    /// <summary>Waits until a folder's list of names is on the disk: without it a new or renamed file may be gone after a power cut.</summary>
    public static void SettleNames(string folder)
    {
        // Windows keeps names in its journal, and has no such call.
        if (OperatingSystem.IsWindows()) return;
        var handle = Open(folder, 0);
        if (handle < 0) throw new IOException($"Cannot open {folder}", Marshal.GetLastPInvokeError());
        var failed = Synchronize(handle) != 0;
        var error = Marshal.GetLastPInvokeError();
        _ = Close(handle);
        if (failed) throw new IOException($"Cannot synchronize {folder}", error);
    }

    /// <summary>The digest of a file, in lower-case hexadecimal digits.</summary>
    public static string Sha256(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>A folder that only we may enter, new or as it is.</summary>
    public static void OwnFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>A folder that only we may enter, with its name put down in every folder above it that is new.</summary>
    public static void SettledFolder(string folder)
    {
        if (Directory.Exists(folder)) return;
        var above = Path.GetDirectoryName(folder)!;
        SettledFolder(above);
        OwnFolder(folder);
        SettleNames(above);
    }

    /// <summary>Whether a refusal means that the disk, or what we may use of it, is full.</summary>
    // ENOSPC, EDQUOT; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL on Windows.
    public static bool IsFull(IOException refusal) => (refusal.HResult & 0xFFFF) is 28 or 122 or 112 or 39;

    /// <summary>A new file that only we may read.</summary>
    public static FileStream NewFile(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(file, options);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int Synchronize(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int Close(int handle);
}
