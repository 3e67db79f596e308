using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Accounts;

/// <summary>A key pair on someone's device that opens the account (通行密钥, WebAuthn). We know its public half.</summary>
public sealed class Passkey : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public Handle Handle { get; private init; } = Handle.Next();
    public required Guid AccountId { get; init; }

    /// <summary>As the device names it.</summary>
    public required byte[] CredentialId { get; init; }
    public required byte[] PublicKey { get; init; }

    /// <summary>As its owner names it.</summary>
    public required string Name { get; set; }
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Counts up at each use, where the device counts; one that falls is a copy.</summary>
    public required long SignCount { get; set; }
    public required List<string> Transports { get; init; }
    public required bool UserVerified { get; set; }
    public required bool BackupEligible { get; init; }
    public required bool BackedUp { get; set; }
    public required byte[] AttestationObject { get; init; }
    public required byte[] ClientDataJson { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<Passkey>
    {
        public void Configure(EntityTypeBuilder<Passkey> builder)
        {
            builder.ToTable("passkeys");
            builder.HasIndex(passkey => passkey.CredentialId).IsUnique();
            builder.HasIndex(passkey => passkey.AccountId);
            builder.Property(passkey => passkey.Name).HasMaxLength(64);
            builder.HasOne<Account>().WithMany().HasForeignKey(passkey => passkey.AccountId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
