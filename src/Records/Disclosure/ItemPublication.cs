using Gongkai.Records.Files;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Disclosure;

/// <summary>That an item was disclosed by one channel (一次公开): where, on which day, with which proof. One item may have many.</summary>
public sealed class ItemPublication : IRecord
{
    /// <summary>The kind under which proofs lie in the store.</summary>
    public const string ProofKind = "publication-proof";

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public Handle Handle { get; private init; } = Handle.Next();
    public required Guid AgencyId { get; init; }
    public required Guid ItemId { get; init; }
    public required Channel Channel { get; init; }

    /// <summary>Where: the address, the paper and its page, the board, the meeting.</summary>
    public required string Place { get; init; }

    public required DateOnly On { get; init; }
    public required string ByName { get; init; }
    public string? Note { get; init; }

    /// <summary>A photograph, a clipping, a receipt.</summary>
    public Guid? ProofId { get; set; }

    /// <summary>The day on which it was taken down there.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>Why it was entered wrongly; it is not counted then.</summary>
    public string? VoidWhy { get; private set; }

    public void End(DateOnly on) => EndedOn ??= on;

    public void Void(string why) => VoidWhy ??= why;

    sealed class Mapping : IEntityTypeConfiguration<ItemPublication>
    {
        public void Configure(EntityTypeBuilder<ItemPublication> builder)
        {
            builder.ToTable("item_publications");
            builder.Property(publication => publication.Place).HasMaxLength(300);
            builder.Property(publication => publication.ByName).HasMaxLength(100);
            builder.Property(publication => publication.Note).HasMaxLength(300);
            builder.Property(publication => publication.VoidWhy).HasMaxLength(300);
            builder.HasIndex(publication => publication.Handle).IsUnique();
            builder.HasIndex(publication => new { publication.ItemId, publication.Channel });
            builder.HasIndex(publication => new { publication.AgencyId, publication.On, publication.Channel });
            builder.HasOne<InformationItem>().WithMany().HasForeignKey(publication => publication.ItemId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Agency>().WithMany().HasForeignKey(publication => publication.AgencyId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<StoredFile>().WithMany().HasForeignKey(publication => publication.ProofId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
