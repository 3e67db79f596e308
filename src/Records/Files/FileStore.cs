using System.Security.Cryptography;

namespace Gongkai.Records.Files;

/// <summary>Bytes that lie on the disk: what a <see cref="StoredFile"/> is made of.</summary>
/// <param name="Hash">SHA-256 of what lies on the disk, in small hexadecimal.</param>
/// <param name="Size">In bytes, unsealed.</param>
/// <param name="Key">The locked key of a sealed file.</param>
public sealed record KeptBytes(string Hash, long Size, string? Key);

/// <summary>A file whose bytes are not those that were stored; nobody gets it.</summary>
public sealed class AlteredFileException(string hash) : Exception($"The file {hash} is missing or is not what was stored.");

/// <summary>The files of all records, on one disk outside the web root: each under the hash of its bytes, so none is there twice.</summary>
/// <remarks>
/// Bytes are put here first, and the row that names them is saved after. What fails in between leaves bytes that no row names;
/// <see cref="Sweep"/> removes them. Rows that share bytes share the file.
/// </remarks>
public sealed partial class FileStore
{
    /// <summary>How long bytes may lie without a row before they are swept; a form that is being saved takes seconds.</summary>
    static readonly TimeSpan Grace = TimeSpan.FromHours(24);

    const string Temporary = ".part";

    readonly Lock turn = new();

    // The folders, by the first two bytes of the hashes in them, whose names we have put down: one that is there may have been made by somebody who did not get so far.
    readonly bool[] settled = new bool[1 << 16];
    readonly string root;
    readonly FileKeys keys;
    readonly Func<Room> room;

    /// <param name="root">The folder; made where it is not.</param>
    /// <param name="keys">Locks the keys of sealed files.</param>
    /// <param name="room">How full the disk is; the disk of the folder where nothing else is said.</param>
    public FileStore(string root, FileKeys keys, Func<Room>? room = null)
    {
        this.root = Path.GetFullPath(root);
        this.keys = keys;
        this.room = room ?? (() => Room.Of(this.root));
        Disk.SettledFolder(this.root);
    }

    /// <summary>Why nothing can be taken in now, or nothing.</summary>
    public bool IsFull => room().IsScarce;

    /// <summary>Puts bytes down on the disk; when this returns they are there, whatever happens to the power.</summary>
    /// <param name="seal">For pictures of identity documents: encrypted under a key of their own.</param>
    /// <exception cref="NoRoomException">The disk is nearly full.</exception>
    public KeptBytes Put(ReadOnlySpan<byte> bytes, bool seal = false)
    {
        if (IsFull) throw new NoRoomException();
        if (!seal) return new(Write(bytes), bytes.Length, null);
        var envelope = Envelope.Seal(bytes, out var key);
        try
        {
            return new(Write(envelope), bytes.Length, keys.Lock(key));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>The bytes as they were sent, after they were compared with their hash.</summary>
    /// <exception cref="AlteredFileException">They are gone or altered, or the key does not fit.</exception>
    /// <exception cref="InvalidOperationException">It is in quarantine or erased.</exception>
    public byte[] Read(StoredFile file)
    {
        if (!file.Readable) throw new InvalidOperationException("A file in quarantine or an erased one is not given out.");
        return Examine(file);
    }

    /// <summary>The bytes of a file in quarantine too, for the scanner and for nobody else.</summary>
    internal byte[] Examine(StoredFile file)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(PathOf(file.Hash));
        }
        catch (IOException)
        {
            throw new AlteredFileException(file.Hash);
        }
        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != file.Hash) throw new AlteredFileException(file.Hash);
        if (file.Key is null) return bytes;
        try
        {
            return Envelope.Open(bytes, keys.Unlock(file.Key));
        }
        catch (CryptographicException)
        {
            throw new AlteredFileException(file.Hash);
        }
    }

    /// <summary>Removes the bytes of an erased sealed file; no other row can have the same.</summary>
    public void Remove(StoredFile erased)
    {
        if (erased.ErasedAt is null) throw new InvalidOperationException("Only an erased file is removed.");
        File.Delete(PathOf(erased.Hash));
    }

    string Write(ReadOnlySpan<byte> bytes)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var path = PathOf(hash);
        var folder = Path.GetDirectoryName(path)!;
        try
        {
            Settle(folder, hash);
            var beside = Path.Combine(folder, $"{Handle.Next()}{Temporary}");
            try
            {
                using (var file = Disk.NewFile(beside))
                {
                    file.Write(bytes);
                    file.Flush(flushToDisk: true);
                }
                // Over one that may be there: it mends a damaged one, and tells the sweep that somebody wants it.
                lock (turn) File.Move(beside, path, overwrite: true);
            }
            catch
            {
                File.Delete(beside);
                throw;
            }
            Disk.SettleNames(folder);
            return hash;
        }
        catch (IOException full) when (Disk.IsFull(full))
        {
            throw new NoRoomException();
        }
    }

    void Settle(string folder, string hash)
    {
        ref var known = ref settled[Convert.ToInt32(hash[..4], 16)];
        if (Volatile.Read(ref known) && Directory.Exists(folder)) return;
        Disk.SettledFolder(folder);
        var above = Path.GetDirectoryName(folder)!;
        Disk.SettleNames(above);
        Disk.SettleNames(root);
        Volatile.Write(ref known, true);
    }

    string PathOf(string hash) => IsHash(hash) ? Path.Combine(root, hash[..2], hash[2..4], hash) : throw new AlteredFileException("?");

    static bool IsHash(string name) => name.Length == 64 && name.All(char.IsAsciiHexDigitLower);
}
