using Gongkai.Records.Organizations;
using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Requests;

public sealed partial class InformationRequest
{
    sealed class Mapping : IEntityTypeConfiguration<InformationRequest>
    {
        public void Configure(EntityTypeBuilder<InformationRequest> builder)
        {
            builder.ToTable("requests");
            builder.Property(request => request.Number).HasMaxLength(20);
            builder.Property(request => request.MaskedName).HasMaxLength(120).IsPersonal();
            builder.Property(request => request.IdentityMark).HasMaxLength(64).IsSecret();
            builder.Property(request => request.CodeMark).HasMaxLength(64).IsSecret();
            builder.Property(request => request.Assistance).HasMaxLength(500).IsPersonal();
            builder.ComplexProperty(request => request.Wanted, wanted =>
            {
                wanted.Property(one => one.Name).HasMaxLength(500).IsPersonal();
                wanted.Property(one => one.DocumentNumber).HasMaxLength(200).IsPersonal();
                wanted.Property(one => one.Description).HasMaxLength(LongestWanted).IsPersonal();
                wanted.Property(one => one.Purpose).HasMaxLength(1000).IsPersonal();
                wanted.Ignore(one => one.Text);
            });

            builder.HasIndex(request => request.Handle).IsUnique();
            builder.HasIndex(request => new { request.AgencyId, request.Number }).IsUnique();
            builder.HasIndex(request => request.CodeMark).IsUnique();
            // The same applicant's, the newest first: duplicates, and what was asked for in a month.
            builder.HasIndex(request => new { request.AgencyId, request.IdentityMark, request.ReceivedOn });
            // The work list: what is open, by the day on which someone must look at it.
            builder.HasIndex(request => new { request.AgencyId, request.EndedOn, request.ActBy, request.Id });
            builder.HasIndex(request => new { request.AgencyId, request.DepartmentId, request.EndedOn, request.ActBy, request.Id });
            // The yearly tables read nothing but these columns.
            builder.HasIndex(request => new { request.AgencyId, request.ReceivedOn, request.EndedOn, request.Kind, request.Outcome, request.ReopensId });
            builder.HasOne<Agency>().WithMany().HasForeignKey(request => request.AgencyId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Department>().WithMany().HasForeignKey(request => request.DepartmentId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Person>().WithMany().HasForeignKey(request => request.HandlerId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<InformationRequest>().WithMany().HasForeignKey(request => request.ParentId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<InformationRequest>().WithMany().HasForeignKey(request => request.ReopensId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
