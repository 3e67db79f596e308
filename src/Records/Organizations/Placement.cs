using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Organizations;

/// <summary>Under which agency another stood, and since when (隶属关系的沿革).</summary>
public sealed class Placement : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public required Guid AgencyId { get; init; }

    /// <summary>None: it stood at the top, or in a system of its own.</summary>
    public Guid? ParentId { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The day on which it came under another; <c>null</c> while it holds.</summary>
    public DateOnly? Until { get; set; }

    sealed class Mapping : IEntityTypeConfiguration<Placement>
    {
        public void Configure(EntityTypeBuilder<Placement> builder)
        {
            builder.ToTable("agency_placements");
            builder.HasIndex(placement => new { placement.AgencyId, placement.From });
            builder.HasOne<Agency>().WithMany().HasForeignKey(placement => placement.AgencyId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Agency>().WithMany().HasForeignKey(placement => placement.ParentId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
