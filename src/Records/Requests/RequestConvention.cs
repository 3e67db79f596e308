using Gongkai.Records.Organizations;
using Gongkai.Rules.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Requests;

/// <summary>In which row of table 3 an agency counts an outcome that the printed texts leave open, from a day on (统计口径). What held before stays on record.</summary>
public sealed class RequestConvention : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public required Guid AgencyId { get; init; }
    public required Outcome Outcome { get; init; }

    /// <summary>The first day of an answer for which it holds.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The row's key, in the form of 2021.</summary>
    public required string Row { get; init; }

    /// <summary>依据.</summary>
    public required string Why { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<RequestConvention>
    {
        public void Configure(EntityTypeBuilder<RequestConvention> builder)
        {
            builder.ToTable("request_conventions");
            builder.Property(one => one.Row).HasMaxLength(30);
            builder.Property(one => one.Why).HasMaxLength(500);
            builder.HasIndex(one => new { one.AgencyId, one.Outcome, one.From }).IsUnique();
            builder.HasOne<Agency>().WithMany().HasForeignKey(one => one.AgencyId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
