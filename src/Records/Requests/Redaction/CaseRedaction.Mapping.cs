using Gongkai.Records.Files;
using Gongkai.Records.Organizations;
using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Requests.Redaction;

public sealed partial class CaseRedaction
{
    sealed class Mapping : IEntityTypeConfiguration<CaseRedaction>
    {
        public void Configure(EntityTypeBuilder<CaseRedaction> builder)
        {
            builder.ToTable("case_redactions");
            // What is covered stands in it.
            builder.Property(redaction => redaction.Kept).IsPersonal();
            builder.Property(redaction => redaction.BegunByName).HasMaxLength(100);
            builder.Property(redaction => redaction.DropReason).HasMaxLength(500);
            builder.HasIndex(redaction => redaction.Handle).IsUnique();
            builder.HasIndex(redaction => redaction.RequestId);
            builder.HasOne<Agency>().WithMany().HasForeignKey(redaction => redaction.AgencyId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<InformationRequest>().WithMany().HasForeignKey(redaction => redaction.RequestId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<StoredFile>().WithMany().HasForeignKey(redaction => redaction.SourceId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
