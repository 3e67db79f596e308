using Gongkai.Records.Files;
using Gongkai.Records.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Templates;

public sealed partial class LetterTemplate
{
    sealed class Mapping : IEntityTypeConfiguration<LetterTemplate>
    {
        public void Configure(EntityTypeBuilder<LetterTemplate> builder)
        {
            builder.ToTable("letter_templates");
            builder.HasIndex(template => template.Handle).IsUnique();
            // Two uploads at once cannot both be the next version.
            builder.HasIndex(template => new { template.AgencyId, template.Kind, template.Version }).IsUnique();
            builder.Property(template => template.Kind).HasMaxLength(64);
            builder.Property(template => template.Note).HasMaxLength(400);
            builder.HasOne<Agency>().WithMany().HasForeignKey(template => template.AgencyId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<StoredFile>().WithMany().HasForeignKey(template => template.FileId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
