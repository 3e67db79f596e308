using Gongkai.App.Access;
using Gongkai.Documents.Intake;
using Gongkai.Records;
using Gongkai.Records.Files;

namespace Gongkai.App.Shared.Files;

/// <summary>Takes in what a form sends: looked at, scanned, put down on the disk. The row is added to the store, and saved with the act of the page.</summary>
public sealed class Uploads(FileStore files, Scanner scanner, Store store, Me me, TimeProvider time)
{
    /// <param name="sent">As the browser sent it.</param>
    /// <param name="allowance">What the field takes.</param>
    /// <param name="owner">The record that it will belong to, and the kind under which a domain answers for it.</param>
    /// <param name="seal">For pictures of identity documents: encrypted under a key of their own, and each look is recorded.</param>
    /// <exception cref="RefusedFileException">It is not taken in; the message is for the user.</exception>
    /// <exception cref="NoRoomException">The disk is nearly full: answer 507 with its message.</exception>
    public async Task<StoredFile> Take(IFormFile sent, Allowance allowance, (string Kind, Guid Id) owner, bool seal = false) =>
        await Keep(await Bytes(sent), sent.FileName, allowance, owner, seal);

    /// <summary>The same, for a caller that has the bytes.</summary>
    public async Task<StoredFile> Keep(byte[] bytes, string name, Allowance allowance, (string Kind, Guid Id) owner, bool seal = false)
    {
        var laid = await Lay(bytes, name, allowance, seal);
        var row = laid.Row(owner, me.Agency == Guid.Empty ? null : me.Agency, time.GetUtcNow(), me.Account is null ? null : me.Name);
        store.Add(row);
        return row;
    }

    /// <summary>Looks at a file, has it scanned and puts its bytes down on the disk; whoever asked makes the row within a day, or they are swept.</summary>
    public async Task<LaidFile> Lay(byte[] bytes, string name, Allowance allowance, bool seal)
    {
        var admitted = FileGate.Examine(bytes, name, allowance);
        var scan = await scanner.Scan(bytes);
        if (scan == Scan.Infected) throw new RefusedFileException(Refusal.Unsafe, $"“{admitted.Name}”未通过安全检查：其中有病毒，请清除病毒后重新上传。");
        return new(admitted.Name, admitted.Type.MediaType, files.Put(bytes, seal), scan);
    }

    public static async Task<byte[]> Bytes(IFormFile sent)
    {
        // The form as a whole is limited before it comes here.
        var bytes = new byte[sent.Length];
        await using var stream = sent.OpenReadStream();
        await stream.ReadExactlyAsync(bytes);
        return bytes;
    }
}

/// <summary>A file whose bytes lie on the disk, and which belongs to no record yet.</summary>
public sealed record LaidFile(string Name, string MediaType, KeptBytes Kept, Scan Scan)
{
    /// <summary>Its row, as part of a record.</summary>
    public StoredFile Row((string Kind, Guid Id) owner, Guid? agency, DateTimeOffset at, string? by) => StoredFile.Of(Kept, Name, MediaType, owner, agency, Scan, at, by);
}
