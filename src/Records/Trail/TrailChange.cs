using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Trail;

/// <summary>Where in the trail a revision of a record stands, and what the whole row hashed to then.</summary>
/// <remarks>It says nothing that the entry's content does not say; it is there so that a record finds its history.</remarks>
public sealed class TrailChange
{
    public required Guid Record { get; init; }
    public required int Revision { get; init; }
    public required string Table { get; init; }
    public required Guid Chain { get; init; }
    public required long Sequence { get; init; }

    /// <summary>SHA-256 of all values of the row after the change; <c>null</c> where it was removed.</summary>
    public required byte[]? Digest { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<TrailChange>
    {
        public void Configure(EntityTypeBuilder<TrailChange> builder)
        {
            builder.ToTable("trail_changes");
            builder.IsUntrailed("it is the trail");
            builder.HasKey(change => new { change.Record, change.Revision });
            builder.Property(change => change.Table).HasMaxLength(64);
            builder.HasIndex(change => new { change.Chain, change.Sequence });
            builder.HasIndex(change => new { change.Table, change.Record, change.Revision });
        }
    }
}
