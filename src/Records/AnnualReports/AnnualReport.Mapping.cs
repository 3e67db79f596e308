using Gongkai.Records.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.AnnualReports;

public sealed partial class AnnualReport
{
    sealed class Mapping : IEntityTypeConfiguration<AnnualReport>
    {
        public void Configure(EntityTypeBuilder<AnnualReport> builder)
        {
            builder.ToTable("annual_reports");
            builder.Property(report => report.Id).ValueGeneratedNever();
            builder.HasOne<Agency>().WithMany().HasForeignKey(report => report.AgencyId).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(report => new { report.AgencyId, report.Year, report.Version }).IsUnique();
            // A year's list, and the list of all years, page by page in the order of LatestFirst.
            builder.HasIndex(report => new { report.Year, report.PublishedOn, report.Id }).IsDescending();
        }
    }
}
