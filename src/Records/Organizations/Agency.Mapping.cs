using Gongkai.Rules.Organizations;
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
            // What an older program wrote has neither.
            builder.Property(agency => agency.Kind).HasDefaultValue(AgencyKind.Department).HasSentinel((AgencyKind)0);
            builder.Property(agency => agency.Level).HasDefaultValue(Level.County).HasSentinel((Level)0);
            builder.Property(agency => agency.CreditCode).HasMaxLength(Rules.Organizations.CreditCode.Length);
            builder.ComplexProperty(agency => agency.Office);
            builder.HasOne<Agency>().WithMany().HasForeignKey(agency => agency.ParentId).OnDelete(DeleteBehavior.Restrict);
            // No foreign key: on SQLite it would make the upgrade copy the whole table, outside a transaction.
            builder.HasIndex(agency => agency.SuccessorId);
        }
    }
}
