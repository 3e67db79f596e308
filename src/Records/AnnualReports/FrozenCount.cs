using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.AnnualReports;

/// <summary>Which cases stood in which cell when a report was signed (审签时的办理记录). A draft that is signed again has another one; the newest counts.</summary>
public sealed class FrozenCount : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public required Guid DraftId { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>How many requests and cases were counted.</summary>
    public required int Cases { get; init; }

    /// <summary>The SHA-256 of the list, in hexadecimal digits.</summary>
    public required string Digest { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<FrozenCount>
    {
        public void Configure(EntityTypeBuilder<FrozenCount> builder)
        {
            builder.ToTable("frozen_counts");
            builder.Property(one => one.Digest).HasMaxLength(64);
            builder.HasIndex(one => new { one.DraftId, one.At });
            builder.HasOne<ReportDraft>().WithMany().HasForeignKey(one => one.DraftId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>Some of the cases of a <see cref="FrozenCount"/>: eighteen bytes each, the key and the place.</summary>
sealed class FrozenCases
{
    public const int AtOnce = 10_000, Width = 18;

    /// <summary>From this number on stand the amounts of table 2: twenty-four bytes each, the key and the money in 分.</summary>
    public const int Amounts = 1_000_000, AmountWidth = 24;

    public required Guid CountId { get; init; }
    public required int Number { get; init; }
    public required byte[] Content { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<FrozenCases>
    {
        public void Configure(EntityTypeBuilder<FrozenCases> builder)
        {
            builder.ToTable("frozen_cases");
            builder.IsUntrailed("its hash stands in the count that it belongs to, and that is in the trail");
            builder.HasKey(some => new { some.CountId, some.Number });
            builder.HasOne<FrozenCount>().WithMany().HasForeignKey(some => some.CountId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
