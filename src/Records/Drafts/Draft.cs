using Gongkai.Records.Accounts;
using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Drafts;

/// <summary>What someone has typed into a form and not yet sent (草稿): one for each account and page.</summary>
public sealed class Draft
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }

    /// <summary>The address of the page, without what follows the question mark.</summary>
    public required string Page { get; init; }

    /// <summary>The fields, protected with the key ring: whatever a form asks for may be personal.</summary>
    public required byte[] Fields { get; set; }

    public required DateTimeOffset KeptAt { get; set; }

    sealed class Mapping : IEntityTypeConfiguration<Draft>
    {
        public void Configure(EntityTypeBuilder<Draft> builder)
        {
            builder.ToTable("drafts");
            builder.IsUntrailed("nothing is done yet; what is sent from it is an act of its own");
            builder.Property(draft => draft.Page).HasMaxLength(400);
            builder.HasIndex(draft => new { draft.AccountId, draft.Page }).IsUnique();
            builder.HasIndex(draft => draft.KeptAt);
            builder.HasOne<Account>().WithMany().HasForeignKey(draft => draft.AccountId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
