using Gongkai.Records.Accounts;
using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Drafts;

/// <summary>A form that was sent and did something (防重复提交): its token is unique, so the same form does it once.</summary>
/// <remarks>It is saved in the transaction of what the form did: either both are there or neither.</remarks>
public sealed class SentForm
{
    public required Handle Token { get; init; }
    public required Guid AccountId { get; init; }
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>Where the first answer led; <c>null</c> for the moment between the act and the answer.</summary>
    public string? Answer { get; set; }

    sealed class Mapping : IEntityTypeConfiguration<SentForm>
    {
        public void Configure(EntityTypeBuilder<SentForm> builder)
        {
            builder.ToTable("sent_forms");
            builder.IsUntrailed("what the form did is the act; this only keeps it from being done twice");
            builder.HasKey(form => new { form.AccountId, form.Token });
            builder.HasIndex(form => form.SentAt);
            builder.HasOne<Account>().WithMany().HasForeignKey(form => form.AccountId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
