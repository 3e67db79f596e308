using Gongkai.App.Shared.Files;
using Gongkai.Documents.Cleaning;
using Gongkai.Documents.Intake;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Files;

namespace Gongkai.App.Office.Items;

/// <summary>Takes in an attachment of information (附件): what reviewers see and the public gets is the cleaned file; the one that was uploaded is kept beside it.</summary>
public sealed class Attachments(Uploads uploads)
{
    /// <returns>The file that will be public, and in words what was taken out of it; <c>null</c> where nothing was.</returns>
    /// <exception cref="RefusedFileException">It is not taken in, or nobody can say that it is clean; the message is for the user.</exception>
    /// <exception cref="NoRoomException">The disk is nearly full.</exception>
    public async Task<(StoredFile File, string? Removed)> Take(IFormFile sent, Guid item)
    {
        var bytes = await Uploads.Bytes(sent);
        var admitted = FileGate.Examine(bytes, sent.FileName, Allowance.Attachment);
        var cleaned = Cleaner.Clean(bytes, admitted.Type);
        var file = await uploads.Keep(cleaned.Bytes, sent.FileName, Allowance.Attachment, (InformationItem.AttachmentKind, item));
        if (cleaned.Bytes.AsSpan().SequenceEqual(bytes)) return (file, null);
        await uploads.Keep(bytes, sent.FileName, Allowance.Attachment, (InformationItem.OriginalKind, item));
        return (file, cleaned.Removed is [] ? null : string.Join('、', cleaned.Removed.Select(one => one.Words).Distinct()));
    }
}
