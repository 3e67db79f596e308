using Gongkai.Records.Organizations;
using Gongkai.Rules.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Registers;

/// <summary>The terms of the registers that an agency set from a day on (公开期限和公示年限). They are added, never changed.</summary>
public sealed class RegisterSetting : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public required Guid AgencyId { get; init; }
    public required DateOnly From { get; init; }
    public required int PublishWithin { get; init; }
    public required int YearsPublic { get; init; }
    public required int YearsPublicOfPersons { get; init; }

    /// <summary>依据.</summary>
    public required string Why { get; init; }

    public RegisterTerms Terms => new(From, PublishWithin, YearsPublic, YearsPublicOfPersons);

    sealed class Mapping : IEntityTypeConfiguration<RegisterSetting>
    {
        public void Configure(EntityTypeBuilder<RegisterSetting> builder)
        {
            builder.ToTable("register_settings");
            builder.Ignore(one => one.Terms);
            builder.Property(one => one.Why).HasMaxLength(500);
            builder.HasIndex(one => new { one.AgencyId, one.From }).IsUnique();
            builder.HasOne<Agency>().WithMany().HasForeignKey(one => one.AgencyId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
