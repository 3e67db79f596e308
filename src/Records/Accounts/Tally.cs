using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Accounts;

/// <summary>How often something was tried, on all nodes together: a password for one name, from one address, on one device.</summary>
public sealed class Tally
{
    /// <summary>SHA-256 of what is counted, so that no name that was typed stands here.</summary>
    public required string Key { get; init; }

    public required int Count { get; set; }

    /// <summary>From here on it counts as none.</summary>
    public required DateTimeOffset EndsAt { get; set; }

    sealed class Mapping : IEntityTypeConfiguration<Tally>
    {
        public void Configure(EntityTypeBuilder<Tally> builder)
        {
            builder.ToTable("tallies");
            builder.IsUntrailed("refused attempts are in the trail; this only counts them");
            builder.HasKey(tally => tally.Key);
            builder.Property(tally => tally.Key).HasMaxLength(64);
            builder.HasIndex(tally => tally.EndsAt);
        }
    }
}
