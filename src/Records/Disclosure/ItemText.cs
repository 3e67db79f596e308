using Gongkai.Records.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Disclosure;

/// <summary>The published text of an item (正文), beside its row so that lists stay narrow. It goes with the withdrawal.</summary>
public sealed class ItemText : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public required Guid ItemId { get; init; }

    /// <summary>Cleaned; a page prints it as it is.</summary>
    public required string Html { get; set; }

    /// <summary>The same without marks.</summary>
    public required string Plain { get; set; }

    /// <summary>来源.</summary>
    public required string Source { get; set; }

    /// <summary>责任编辑.</summary>
    public string? EditedBy { get; set; }

    sealed class Mapping : IEntityTypeConfiguration<ItemText>
    {
        public void Configure(EntityTypeBuilder<ItemText> builder)
        {
            builder.ToTable("item_texts");
            builder.Property(text => text.Source).HasMaxLength(ItemContent.LongestIssuer);
            builder.Property(text => text.EditedBy).HasMaxLength(100);
            builder.HasIndex(text => text.ItemId).IsUnique();
            builder.HasOne<InformationItem>().WithMany().HasForeignKey(text => text.ItemId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>A file that the public gets with an item (附件). It goes with the withdrawal.</summary>
public sealed class ItemAttachment : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public required Guid ItemId { get; init; }
    public required Guid FileId { get; init; }
    public required string Name { get; init; }
    public required int Order { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<ItemAttachment>
    {
        public void Configure(EntityTypeBuilder<ItemAttachment> builder)
        {
            builder.ToTable("item_attachments");
            builder.Property(file => file.Name).HasMaxLength(200);
            builder.HasIndex(file => new { file.ItemId, file.Order });
            builder.HasIndex(file => file.FileId);
            builder.HasOne<InformationItem>().WithMany().HasForeignKey(file => file.ItemId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<StoredFile>().WithMany().HasForeignKey(file => file.FileId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
