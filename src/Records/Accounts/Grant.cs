using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Accounts;

/// <summary>A role given to an account in an agency, or in one department of it (授权).</summary>
public sealed class Grant : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public required Guid AccountId { get; init; }
    public required Role Role { get; init; }

    /// <summary>Where it holds; none means the whole platform, which only the three officers may have.</summary>
    public Guid? AgencyId { get; init; }

    /// <summary>The department within the agency to which it is limited.</summary>
    public Guid? DepartmentId { get; init; }

    public required DateTimeOffset GrantedAt { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<Grant>
    {
        public void Configure(EntityTypeBuilder<Grant> builder)
        {
            builder.ToTable("grants");
            builder.HasIndex(grant => new { grant.AccountId, grant.Role, grant.AgencyId, grant.DepartmentId }).IsUnique();
            builder.HasOne<Account>().WithMany().HasForeignKey(grant => grant.AccountId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Department>().WithMany().HasForeignKey(grant => grant.DepartmentId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Agency>().WithMany().HasForeignKey(grant => grant.AgencyId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
