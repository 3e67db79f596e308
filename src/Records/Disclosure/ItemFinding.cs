using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Disclosure;

/// <summary>What the automatic check found in a version when it was handed in (发布前检查): one that blocks is mended, or lifted by whoever reviews secrecy, with the reason.</summary>
public sealed class ItemFinding : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public Handle Handle { get; private init; } = Handle.Next();
    public required Guid VersionId { get; init; }

    /// <summary>The hash of the text in which it was found.</summary>
    public required string Hash { get; init; }

    /// <summary>What kind it is, such as <c>identity</c>.</summary>
    public required string Code { get; init; }

    public required bool Blocks { get; init; }

    /// <summary>In words, such as 正文第3段.</summary>
    public required string Place { get; init; }

    /// <summary>What was found, masked.</summary>
    public string? Excerpt { get; init; }

    /// <summary>A sentence that says what to do.</summary>
    public required string Message { get; init; }

    /// <summary>Why it may go out nevertheless.</summary>
    public string? LiftedWhy { get; private set; }

    public Guid? LiftedById { get; private set; }
    public string? LiftedBy { get; private set; }
    public DateTimeOffset? LiftedAt { get; private set; }

    /// <summary>Whether the text may not go on because of it.</summary>
    public bool Stands => Blocks && LiftedAt is null;

    public void Lift(Guid? account, string by, string why, DateTimeOffset at) => (LiftedById, LiftedBy, LiftedWhy, LiftedAt) = (account, by, why, at);

    sealed class Mapping : IEntityTypeConfiguration<ItemFinding>
    {
        public void Configure(EntityTypeBuilder<ItemFinding> builder)
        {
            builder.ToTable("item_findings");
            builder.Property(finding => finding.Hash).HasMaxLength(64);
            builder.Property(finding => finding.Code).HasMaxLength(40);
            builder.Property(finding => finding.Place).HasMaxLength(200);
            builder.Property(finding => finding.Excerpt).HasMaxLength(200).IsPersonal();
            builder.Property(finding => finding.Message).HasMaxLength(400);
            builder.Property(finding => finding.LiftedWhy).HasMaxLength(300);
            builder.Property(finding => finding.LiftedBy).HasMaxLength(100);
            builder.HasIndex(finding => finding.Handle).IsUnique();
            builder.HasIndex(finding => new { finding.VersionId, finding.Hash });
            builder.HasOne<ItemVersion>().WithMany().HasForeignKey(finding => finding.VersionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
