using Gongkai.Records.Organizations;
using Gongkai.Rules.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Reviews;

/// <summary>In which column of table 4 an agency counts a result, from a day on (统计口径). What held before stays on record.</summary>
public sealed class ReviewConvention : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public required Guid AgencyId { get; init; }
    public required RemedyKind Kind { get; init; }
    public required RemedyResult Result { get; init; }
    public required DateOnly From { get; init; }
    public required RemedyColumn Column { get; set; }

    /// <summary>依据.</summary>
    public required string Why { get; set; }

    sealed class Mapping : IEntityTypeConfiguration<ReviewConvention>
    {
        public void Configure(EntityTypeBuilder<ReviewConvention> builder)
        {
            builder.ToTable("review_conventions");
            builder.Property(one => one.Why).HasMaxLength(500);
            builder.HasIndex(one => new { one.AgencyId, one.Kind, one.Result, one.From }).IsUnique();
            builder.HasOne<Agency>().WithMany().HasForeignKey(one => one.AgencyId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
