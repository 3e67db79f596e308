using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Accounts;

/// <summary>As whom an identity provider knows the owner of an account (外部身份). An officer joins the two; nothing else does.</summary>
public sealed class OutsideIdentity : IRecord
{
    /// <summary>OpenID Connect Core 1.0, section 2: a subject has 255 characters at most.</summary>
    public const int LongestSubject = 255;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public Handle Handle { get; private init; } = Handle.Next();
    public required Guid AccountId { get; init; }

    /// <summary>The provider, by the address that it calls itself, without a slash at its end.</summary>
    public required string Issuer { get; init; }

    /// <summary>The person, as the provider calls it: unique there, and never given to anyone else.</summary>
    public required string Subject { get; init; }

    public required DateTimeOffset JoinedAt { get; init; }

    /// <summary>When it last opened the account.</summary>
    public DateTimeOffset? UsedAt { get; set; }

    sealed class Mapping : IEntityTypeConfiguration<OutsideIdentity>
    {
        public void Configure(EntityTypeBuilder<OutsideIdentity> builder)
        {
            builder.ToTable("outside_identities");
            builder.HasIndex(identity => new { identity.Issuer, identity.Subject }).IsUnique();
            // One person of each provider: two would be two people with one account.
            builder.HasIndex(identity => new { identity.AccountId, identity.Issuer }).IsUnique();
            builder.Property(identity => identity.Issuer).HasMaxLength(512);
            builder.Property(identity => identity.Subject).HasMaxLength(LongestSubject).IsPersonal();
            builder.HasOne<Account>().WithMany().HasForeignKey(identity => identity.AccountId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
