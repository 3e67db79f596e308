using Gongkai.Records.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Disclosure;

public sealed partial class InformationItem
{
    sealed class Mapping : IEntityTypeConfiguration<InformationItem>
    {
        public void Configure(EntityTypeBuilder<InformationItem> builder)
        {
            builder.ToTable("information_items");
            builder.Property(item => item.IndexNumber).HasMaxLength(60);
            builder.Property(item => item.Title).HasMaxLength(ItemContent.LongestTitle);
            builder.Property(item => item.DocumentNumber).HasMaxLength(ItemContent.LongestNumber);
            builder.Property(item => item.Issuer).HasMaxLength(ItemContent.LongestIssuer);
            builder.Property(item => item.Summary).HasMaxLength(ItemContent.LongestSummary);
            builder.Property(item => item.Keywords).HasMaxLength(ItemContent.LongestKeywords);
            builder.Property(item => item.Topic).HasMaxLength(60);
            builder.Property(item => item.EndedWhy).HasMaxLength(300);
            builder.Property(item => item.WithdrawnWhy).HasMaxLength(300);

            builder.HasIndex(item => item.Handle).IsUnique();
            builder.HasIndex(item => item.IndexNumber).IsUnique();
            // The public lists, the newest first: of an agency, of a column, of a genre.
            builder.HasIndex(item => new { item.AgencyId, item.State, item.PublishedAt, item.Id });
            builder.HasIndex(item => new { item.ColumnId, item.State, item.PublishedAt, item.Id });
            builder.HasIndex(item => new { item.AgencyId, item.Genre, item.State, item.PublishedAt, item.Id });
            // What others fetch: everything that changed since, withdrawals included.
            builder.HasIndex(item => new { item.State, item.ChangedAt, item.Id });
            builder.HasIndex(item => new { item.AgencyId, item.DocumentNumber });
            // What must be disclosed next.
            builder.HasIndex(item => new { item.AgencyId, item.State, item.DueOn, item.Id });
            // What was disclosed too late; what was disclosed under an entry of the catalogue; what lapses next.
            builder.HasIndex(item => new { item.AgencyId, item.Late, item.DueOn, item.Id });
            builder.HasIndex(item => new { item.EntryId, item.State, item.PublishedAt, item.Id });
            builder.HasIndex(item => new { item.AgencyId, item.State, item.EndsOn, item.Id });
            builder.HasOne<Agency>().WithMany().HasForeignKey(item => item.AgencyId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<DisclosureColumn>().WithMany().HasForeignKey(item => item.ColumnId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<CatalogueEntry>().WithMany().HasForeignKey(item => item.EntryId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Department>().WithMany().HasForeignKey(item => item.DepartmentId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
