using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Requests;

/// <summary>An answer that was not written here, as the ledger tells of it that the request came in with: its number, and the number under which it was posted.</summary>
public sealed class LedgerAnswer : IRecord
{
    public const int LongestNumber = 60, LongestPostNumber = 60;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public required Guid RequestId { get; init; }

    /// <summary>文号.</summary>
    public string? Number { get; init; }

    /// <summary>邮寄单号.</summary>
    public string? PostNumber { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<LedgerAnswer>
    {
        public void Configure(EntityTypeBuilder<LedgerAnswer> builder)
        {
            builder.ToTable("ledger_answers");
            builder.Property(one => one.Number).HasMaxLength(LongestNumber);
            builder.Property(one => one.PostNumber).HasMaxLength(LongestPostNumber);
            builder.HasIndex(one => one.RequestId).IsUnique();
            builder.HasOne<InformationRequest>().WithMany().HasForeignKey(one => one.RequestId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
