using Gongkai.Records.Files;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Requests.Letters;

/// <summary>The questions that are asked about letters.</summary>
public static class LetterQueries
{
    /// <summary>What goes with a letter (附件), in the order in which it came; without what was taken off again.</summary>
    public static IQueryable<StoredFile> AttachmentsOf(this Store store, CaseLetter letter) =>
        store.Files.AsNoTracking().Where(file => file.OwnerId == letter.Id && file.OwnerKind == CaseLetter.AttachmentKind && file.ErasedAt == null).OrderBy(file => file.StoredAt);
}
