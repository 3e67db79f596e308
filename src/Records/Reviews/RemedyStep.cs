using Gongkai.Rules.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Reviews;

/// <summary>Something that happened in a case. Steps are added, never changed.</summary>
public sealed class RemedyStep : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public required Guid CaseId { get; init; }
    public required RemedyStepKind Kind { get; init; }
    public required DateOnly On { get; init; }
    public required Instance Instance { get; init; }
    public RemedyResult? Result { get; init; }
    public string? Note { get; init; }

    /// <summary>When it was written down.</summary>
    public required DateTimeOffset At { get; init; }

    public required string ByName { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<RemedyStep>
    {
        public void Configure(EntityTypeBuilder<RemedyStep> builder)
        {
            builder.ToTable("review_steps");
            builder.Property(step => step.Note).HasMaxLength(500);
            builder.Property(step => step.ByName).HasMaxLength(100);
            builder.HasIndex(step => new { step.CaseId, step.On });
            builder.HasOne<RemedyCase>().WithMany().HasForeignKey(step => step.CaseId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
