using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Trail;

/// <summary>One link of a chain: an act, and every value before and after. Never changed, never removed.</summary>
public sealed class TrailEntry
{
    /// <summary>The agency whose chain it is; all zeros for the platform's own.</summary>
    public required Guid Chain { get; init; }

    /// <summary>1, 2, 3 … without a gap.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }
    public required string Deed { get; init; }
    public required Guid? Account { get; init; }

    /// <summary>The department in which the hand worked then.</summary>
    public required Guid? Department { get; init; }

    public required string By { get; init; }
    public required string From { get; init; }
    public required string? Why { get; init; }

    /// <summary>The whole act as <see cref="Payload"/> wrote it: this text is what is hashed. The columns beside it only help to find it.</summary>
    public required string Content { get; init; }

    /// <summary>SHA-256 of the hash before it and <see cref="Content"/>.</summary>
    public required byte[] Hash { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<TrailEntry>
    {
        public void Configure(EntityTypeBuilder<TrailEntry> builder)
        {
            builder.ToTable("trail_entries");
            builder.IsUntrailed("it is the trail");
            builder.HasKey(entry => new { entry.Chain, entry.Sequence });
            builder.Property(entry => entry.Deed).HasMaxLength(64);
            builder.HasIndex(entry => entry.At);
            builder.HasIndex(entry => new { entry.Chain, entry.At });
            builder.HasIndex(entry => new { entry.Account, entry.At });
            builder.HasIndex(entry => new { entry.Deed, entry.At });
            builder.HasIndex(entry => new { entry.Department, entry.At });
            builder.HasIndex(entry => new { entry.By, entry.At });
            builder.HasIndex(entry => new { entry.From, entry.At });
        }
    }
}
