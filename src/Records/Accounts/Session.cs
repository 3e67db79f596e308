using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Accounts;

/// <summary>Someone is signed in. The browser holds only a random key; this row is what it opens, on every node.</summary>
public sealed class Session
{
    /// <summary>SHA-256 of the key.</summary>
    public required byte[] Key { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>The account's stamp when it was opened.</summary>
    public required string Stamp { get; init; }

    /// <summary>The ticket, protected with the key ring.</summary>
    public required byte[] Ticket { get; set; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>It ends here if nothing is done before.</summary>
    public required DateTimeOffset IdleEndsAt { get; set; }

    /// <summary>It ends here in any case.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    public required string From { get; init; }

    /// <summary>What the browser calls itself, for its owner to recognize.</summary>
    public string Device { get; init; } = "";

    sealed class Mapping : IEntityTypeConfiguration<Session>
    {
        public void Configure(EntityTypeBuilder<Session> builder)
        {
            builder.ToTable("sessions");
            builder.IsUntrailed("signing in and out are acts in the trail; this is only the ticket");
            builder.HasKey(session => session.Key);
            builder.Property(session => session.Device).HasMaxLength(128);
            builder.HasIndex(session => session.AccountId);
            builder.HasIndex(session => session.EndsAt);
            builder.HasIndex(session => session.IdleEndsAt);
            builder.HasOne<Account>().WithMany().HasForeignKey(session => session.AccountId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
