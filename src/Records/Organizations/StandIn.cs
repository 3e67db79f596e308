using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Organizations;

/// <summary>Someone is away and another stands in (代管): the tasks of the one show at the other's desk, from the first day through the last.</summary>
public sealed class StandIn : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public Handle Handle { get; private init; } = Handle.Next();
    public required Guid AgencyId { get; init; }

    /// <summary>Who is away.</summary>
    public required Guid AwayId { get; init; }

    /// <summary>Who stands in.</summary>
    public required Guid SubstituteId { get; init; }

    public required DateOnly From { get; init; }
    public required DateOnly Until { get; set; }
    public string? Reason { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<StandIn>
    {
        public void Configure(EntityTypeBuilder<StandIn> builder)
        {
            builder.ToTable("stand_ins");
            builder.HasIndex(standIn => standIn.Handle).IsUnique();
            builder.HasIndex(standIn => new { standIn.SubstituteId, standIn.Until });
            builder.HasIndex(standIn => new { standIn.AwayId, standIn.Until });
            builder.HasOne<Agency>().WithMany().HasForeignKey(standIn => standIn.AgencyId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Person>().WithMany().HasForeignKey(standIn => standIn.AwayId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Person>().WithMany().HasForeignKey(standIn => standIn.SubstituteId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
