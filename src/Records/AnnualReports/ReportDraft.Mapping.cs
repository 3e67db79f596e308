using Gongkai.Records.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.AnnualReports;

public sealed partial class ReportDraft
{
    sealed class Mapping : IEntityTypeConfiguration<ReportDraft>
    {
        public void Configure(EntityTypeBuilder<ReportDraft> builder)
        {
            builder.ToTable("report_drafts");
            builder.Ignore(draft => draft.Form);
            builder.Property(draft => draft.CheckedDigest).HasMaxLength(64);
            builder.Property(draft => draft.SignedDigest).HasMaxLength(64);
            builder.Property(draft => draft.ClearedDigest).HasMaxLength(64);
            builder.HasIndex(draft => draft.Handle).IsUnique();
            builder.HasIndex(draft => draft.ReportId);
            // One draft for each version: two who begin at once cannot both succeed.
            builder.HasIndex(draft => new { draft.AgencyId, draft.Year, draft.Version }).IsUnique();
            builder.HasOne<Agency>().WithMany().HasForeignKey(draft => draft.AgencyId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<AnnualReport>().WithMany().HasForeignKey(draft => draft.ReportId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
