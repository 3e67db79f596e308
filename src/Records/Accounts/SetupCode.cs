using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Accounts;

/// <summary>The code with which the first administrator is made, once (设置码). Only its hash is kept.</summary>
public sealed class SetupCode : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public required string Hash { get; init; }
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Since when it is worth nothing: it was used, or a newer one took its place.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public void End(DateTimeOffset at) => EndedAt ??= at;

    sealed class Mapping : IEntityTypeConfiguration<SetupCode>
    {
        public void Configure(EntityTypeBuilder<SetupCode> builder)
        {
            builder.ToTable("setup_codes");
            builder.Property(code => code.Hash).IsSecret();
        }
    }
}
