using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Disclosure;

/// <summary>How two items belong together, as the published version of the first says: it interprets, repeals, amends the second, or rests on it.</summary>
public sealed class ItemRelation : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public required Guid FromId { get; init; }
    public required Guid ToId { get; init; }
    public required RelationKind Kind { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<ItemRelation>
    {
        public void Configure(EntityTypeBuilder<ItemRelation> builder)
        {
            builder.ToTable("item_relations");
            builder.HasIndex(relation => new { relation.FromId, relation.Kind, relation.ToId }).IsUnique();
            builder.HasIndex(relation => new { relation.ToId, relation.Kind });
            builder.HasOne<InformationItem>().WithMany().HasForeignKey(relation => relation.FromId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<InformationItem>().WithMany().HasForeignKey(relation => relation.ToId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
