using Gongkai.Records.Files;
using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Gongkai.Records.Requests.Letters;

namespace Gongkai.Records.Requests.Redaction;

/// <summary>What was made of a file that is disclosed in part (公开版), with the certificate of the search for leaks; or, where that found any, the certificate alone.</summary>
public sealed class CaseRelease : IRecord
{
    /// <summary>The kind under which a released file, and its copies on a letter, lie in the store.</summary>
    public const string FileKind = "case-release";

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public Handle Handle { get; private init; } = Handle.Next();
    public required Guid RedactionId { get; init; }

    /// <summary>The revision of the marks that it was made with.</summary>
    public required int OfRevision { get; init; }

    /// <summary>SHA-256 of the original, of the marks and of the released file, as the certificate says them.</summary>
    public required string SourceHash { get; init; }

    public required string PlanHash { get; init; }

    public required string ReleasedHash { get; init; }

    /// <summary>遮盖检查证明, as JSON; it says nothing of what is covered.</summary>
    public required string Certificate { get; init; }

    /// <summary>遮盖清单: page, place, ground and note of each, as JSON.</summary>
    public required string Index { get; init; }

    /// <summary>How many places are covered.</summary>
    public required int Places { get; init; }

    /// <summary>How many leaks were found; with any there is no file.</summary>
    public required int Leaks { get; init; }

    /// <summary>The released file; <c>null</c> where a leak was found.</summary>
    public required Guid? FileId { get; init; }

    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The letter to which it is attached, and the files there: the released one, and the list of what is covered.</summary>
    public Guid? LetterId { get; private set; }

    public Guid? EnclosedId { get; private set; }
    public Guid? IndexFileId { get; private set; }

    public void Enclose(Guid letter, Guid file, Guid index) => (LetterId, EnclosedId, IndexFileId) = (letter, file, index);

    public void TakeOff() => (LetterId, EnclosedId, IndexFileId) = (null, null, null);

    /// <summary>Whether it may go out: nothing was found, and it is of these marks, of this original, and is the file that was searched.</summary>
    public bool IsValid(CaseRedaction redaction, StoredFile source, StoredFile? released) =>
        Leaks == 0 && redaction.DroppedAt is null && FileId is not null && released is not null && released.Hash == ReleasedHash
        && OfRevision == redaction.Revision && redaction.SourceId == source.Id && source.Hash == SourceHash;

    sealed class Mapping : IEntityTypeConfiguration<CaseRelease>
    {
        public void Configure(EntityTypeBuilder<CaseRelease> builder)
        {
            builder.ToTable("case_releases");
            builder.Property(release => release.SourceHash).HasMaxLength(64);
            builder.Property(release => release.PlanHash).HasMaxLength(64);
            builder.Property(release => release.ReleasedHash).HasMaxLength(64);
            builder.Property(release => release.Index).IsPersonal();
            builder.Property(release => release.ByName).HasMaxLength(100);
            builder.HasIndex(release => release.Handle).IsUnique();
            builder.HasIndex(release => new { release.RedactionId, release.At });
            builder.HasIndex(release => release.LetterId);
            builder.HasOne<CaseRedaction>().WithMany().HasForeignKey(release => release.RedactionId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<StoredFile>().WithMany().HasForeignKey(release => release.FileId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<StoredFile>().WithMany().HasForeignKey(release => release.EnclosedId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<StoredFile>().WithMany().HasForeignKey(release => release.IndexFileId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<CaseLetter>().WithMany().HasForeignKey(release => release.LetterId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
