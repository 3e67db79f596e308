using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Disclosure;

/// <summary>What someone said of a version at a step of its review (审核意见). Opinions are added, never changed.</summary>
public sealed class ItemOpinion : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public required Guid VersionId { get; init; }
    public required ReviewStep Step { get; init; }
    public required bool Passed { get; init; }
    public required Guid? AccountId { get; init; }
    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }
    public string? Words { get; init; }

    /// <summary>The hash of the text that it is about.</summary>
    public required string Hash { get; init; }

    /// <summary>As the course of the review reads it.</summary>
    public Judged AboutTextWith(string hash) => new(Step, AccountId, ByName, Passed, Hash == hash);

    sealed class Mapping : IEntityTypeConfiguration<ItemOpinion>
    {
        public void Configure(EntityTypeBuilder<ItemOpinion> builder)
        {
            builder.ToTable("item_opinions");
            builder.Property(opinion => opinion.ByName).HasMaxLength(100);
            builder.Property(opinion => opinion.Words).HasMaxLength(1000);
            builder.Property(opinion => opinion.Hash).HasMaxLength(64);
            builder.HasIndex(opinion => new { opinion.VersionId, opinion.At });
            builder.HasOne<ItemVersion>().WithMany().HasForeignKey(opinion => opinion.VersionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
