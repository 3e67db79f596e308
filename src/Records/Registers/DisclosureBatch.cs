using Gongkai.Records.Organizations;
using Gongkai.Rules.Disclosure;
using Gongkai.Rules.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Registers;

/// <summary>Rows of one register that pass one review together (公开批次): handed in by one person, looked at by three others, public after the last.</summary>
public sealed class DisclosureBatch : IRecord
{
    /// <summary>More rows than anyone reads at once.</summary>
    public const int MostRows = 200;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public Handle Handle { get; private init; } = Handle.Next();
    public required Guid AgencyId { get; init; }
    public required RegisterKind Register { get; init; }
    public required string Name { get; init; }
    public required int Rows { get; init; }
    public required Guid? AuthorId { get; init; }
    public required string AuthorName { get; init; }
    public required DateTimeOffset HandedInAt { get; init; }

    /// <summary>SHA-256 of what its rows say, in small hexadecimal: an opinion is about rows that had it.</summary>
    public required string Hash { get; init; }

    /// <summary>Draft where it was sent back: its rows are free again, and go into another batch.</summary>
    public VersionState State { get; private set; } = VersionState.InReview;

    public ReviewStep Step { get; private set; } = ReviewStep.Department;
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Passes a step; after the last it is approved.</summary>
    public void Pass() => (State, Step) = Step.Next is { } next ? (VersionState.InReview, next) : (VersionState.Approved, Step);

    public void Return() => (State, Step) = (VersionState.Discarded, ReviewStep.Author);

    internal void Publish(DateTimeOffset at) => (State, PublishedAt) = (VersionState.Published, at);

    sealed class Mapping : IEntityTypeConfiguration<DisclosureBatch>
    {
        public void Configure(EntityTypeBuilder<DisclosureBatch> builder)
        {
            builder.ToTable("disclosure_batches");
            builder.Property(batch => batch.Name).HasMaxLength(100);
            builder.Property(batch => batch.AuthorName).HasMaxLength(100);
            builder.Property(batch => batch.Hash).HasMaxLength(64);
            builder.HasIndex(batch => batch.Handle).IsUnique();
            builder.HasIndex(batch => new { batch.AgencyId, batch.State, batch.Step, batch.HandedInAt, batch.Id });
            builder.HasIndex(batch => new { batch.AgencyId, batch.HandedInAt, batch.Id });
            builder.HasOne<Agency>().WithMany().HasForeignKey(batch => batch.AgencyId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>What someone said of a batch at a step of its review. Opinions are added, never changed.</summary>
public sealed class BatchOpinion : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public required Guid BatchId { get; init; }
    public required ReviewStep Step { get; init; }
    public required bool Passed { get; init; }
    public required Guid? AccountId { get; init; }
    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }
    public string? Words { get; init; }

    /// <summary>The hash of the rows that it is about.</summary>
    public required string Hash { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<BatchOpinion>
    {
        public void Configure(EntityTypeBuilder<BatchOpinion> builder)
        {
            builder.ToTable("batch_opinions");
            builder.Property(opinion => opinion.ByName).HasMaxLength(100);
            builder.Property(opinion => opinion.Words).HasMaxLength(1000);
            builder.Property(opinion => opinion.Hash).HasMaxLength(64);
            builder.HasIndex(opinion => new { opinion.BatchId, opinion.At });
            builder.HasOne<DisclosureBatch>().WithMany().HasForeignKey(opinion => opinion.BatchId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
