using Gongkai.Records.Organizations;
using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Files;

public sealed partial class StoredFile
{
    sealed class Mapping : IEntityTypeConfiguration<StoredFile>
    {
        public void Configure(EntityTypeBuilder<StoredFile> builder)
        {
            builder.ToTable("stored_files");
            builder.HasIndex(file => file.Handle).IsUnique();
            builder.HasIndex(file => file.Hash);
            builder.HasIndex(file => new { file.OwnerKind, file.OwnerId });
            builder.HasIndex(file => file.Scan);
            builder.Property(file => file.OwnerKind).HasMaxLength(40);
            builder.Property(file => file.Hash).HasMaxLength(64);
            builder.Property(file => file.Scan).HasConversion<string>().HasMaxLength(20);
            builder.Property(file => file.StoredBy).HasMaxLength(64).IsPersonal();
            builder.Property(file => file.Name).HasMaxLength(255).IsPersonal();
            builder.Property(file => file.Key).IsSecret();
            builder.Ignore(file => file.Readable);
            builder.HasOne<Agency>().WithMany().HasForeignKey(file => file.AgencyId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
