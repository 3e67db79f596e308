using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Requests;

/// <summary>A request that is still being filled in (申请草稿): sealed, for less than a day, and known to one browser alone.</summary>
public sealed class RequestDraft
{
    /// <summary>SHA-256 of the key that the browser keeps: whoever reads the store cannot go on with it.</summary>
    public required string Key { get; init; }

    /// <summary>What was typed and which files were sent, protected with the key ring.</summary>
    public required byte[] Content { get; set; }

    public required DateTimeOffset EndsAt { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<RequestDraft>
    {
        public void Configure(EntityTypeBuilder<RequestDraft> builder)
        {
            builder.ToTable("request_drafts");
            builder.IsUntrailed("nothing is done yet; what is submitted from it is an act of its own");
            builder.HasKey(draft => draft.Key);
            builder.Property(draft => draft.Key).HasMaxLength(64);
            builder.HasIndex(draft => draft.EndsAt);
        }
    }
}

/// <summary>A form of the public that became a request (防重复提交): its key is unique, so the same form makes one request, however often it is sent.</summary>
/// <remarks>It is saved in the transaction of the request: either both are there or neither.</remarks>
public sealed class SubmittedForm
{
    /// <summary>SHA-256 of the key of its draft.</summary>
    public required string Key { get; init; }

    public required Guid RequestId { get; init; }
    public required DateTimeOffset At { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<SubmittedForm>
    {
        public void Configure(EntityTypeBuilder<SubmittedForm> builder)
        {
            builder.ToTable("submitted_forms");
            builder.IsUntrailed("what the form did is the act; this only keeps it from being done twice");
            builder.HasKey(form => form.Key);
            builder.Property(form => form.Key).HasMaxLength(64);
            builder.HasIndex(form => form.At);
            builder.HasOne<InformationRequest>().WithMany().HasForeignKey(form => form.RequestId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
