using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Organizations;

public sealed partial class Agency
{
    sealed class Mapping : IEntityTypeConfiguration<Agency>
    {
        public void Configure(EntityTypeBuilder<Agency> builder)
        {
            builder.ToTable("agencies");
            builder.Property(agency => agency.Id).ValueGeneratedNever();
            builder.Property(agency => agency.Code).HasMaxLength(64);
            builder.HasIndex(agency => agency.Code).IsUnique();
            builder.HasOne<Agency>().WithMany().HasForeignKey(agency => agency.ParentId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
