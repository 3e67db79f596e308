using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Requests;

/// <summary>The secret with which identity numbers and query codes are hashed, so that equal ones are found and none can be tried out from a stolen store. Sealed, one for the platform; it never changes, or nothing would be found again.</summary>
public sealed class MarkKey : IRecord
{
    /// <summary>There is only one.</summary>
    public static Guid TheOne { get; } = new("6d61726b-6b65-7901-8000-000000000001");

    public static Deed Made { get; } = new("mark-key.made", "生成查询码密钥");

    public Guid Id { get; private init; } = TheOne;
    public int Revision { get; private set; }
    public required Sealed Value { get; set; }

    sealed class Mapping : IEntityTypeConfiguration<MarkKey>
    {
        public void Configure(EntityTypeBuilder<MarkKey> builder)
        {
            builder.ToTable("mark_keys");
            builder.Property(key => key.Value).IsSecret();
        }
    }
}
