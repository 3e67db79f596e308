using Gongkai.Records.Files;
using Gongkai.Records.Organizations;
using Gongkai.Records.Trail;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Disclosure.Channels;

/// <summary>What an agency supplied to an archive, a library or a service hall in one go (移送批次, art. 25): all that the public saw change since the batch before.</summary>
public sealed class HandoverBatch : IRecord
{
    /// <summary>The kind under which receipts lie in the store.</summary>
    public const string ReceiptKind = "handover-receipt";

    /// <summary>What one batch holds at most; the next goes on where it ends.</summary>
    public const int Most = 500;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public Handle Handle { get; private init; } = Handle.Next();
    public required Guid AgencyId { get; init; }
    public required ReadingPlace Receiver { get; init; }

    /// <summary>Which one: 云溪区图书馆.</summary>
    public required string ReceiverName { get; init; }

    public required DateOnly On { get; init; }
    public required string ByName { get; init; }

    /// <summary>The change up to which it goes; the next batch begins behind it.</summary>
    public required DateTimeOffset Through { get; init; }

    public required Guid ThroughId { get; init; }

    /// <summary>How many items were handed over, and how many of an earlier batch were called back.</summary>
    public required int Count { get; init; }

    public required int Withdrawn { get; init; }
    public string? Note { get; init; }

    /// <summary>回执.</summary>
    public Guid? ReceiptId { get; private set; }

    public DateOnly? ReceivedOn { get; private set; }

    public void Receive(DateOnly on, Guid? receipt) => (ReceivedOn, ReceiptId) = (on, receipt ?? ReceiptId);

    sealed class Mapping : IEntityTypeConfiguration<HandoverBatch>
    {
        public void Configure(EntityTypeBuilder<HandoverBatch> builder)
        {
            builder.ToTable("handover_batches");
            builder.Property(batch => batch.ReceiverName).HasMaxLength(60);
            builder.Property(batch => batch.ByName).HasMaxLength(100);
            builder.Property(batch => batch.Note).HasMaxLength(300);
            builder.HasIndex(batch => batch.Handle).IsUnique();
            builder.HasIndex(batch => new { batch.AgencyId, batch.Receiver, batch.ReceiverName, batch.Through });
            builder.HasOne<Agency>().WithMany().HasForeignKey(batch => batch.AgencyId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<StoredFile>().WithMany().HasForeignKey(batch => batch.ReceiptId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>One item of a batch.</summary>
public sealed class HandoverEntry
{
    public required Guid BatchId { get; init; }
    public required Guid ItemId { get; init; }
    public required int Version { get; init; }

    /// <summary>It was withdrawn after an earlier batch brought it: the receiver takes it from the shelf.</summary>
    public required bool IsWithdrawal { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<HandoverEntry>
    {
        public void Configure(EntityTypeBuilder<HandoverEntry> builder)
        {
            builder.IsUntrailed("the batch, which stands in the trail, says how many they are and up to which change; each item's own changes stand there too");
            builder.ToTable("handover_entries");
            builder.HasKey(entry => new { entry.BatchId, entry.ItemId });
            builder.HasIndex(entry => new { entry.ItemId, entry.BatchId });
            builder.HasOne<HandoverBatch>().WithMany().HasForeignKey(entry => entry.BatchId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<InformationItem>().WithMany().HasForeignKey(entry => entry.ItemId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
