using Gongkai.Records.Trail;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Requests.Letters;

/// <summary>What someone said of a letter at one step of its approval (审核意见). Opinions are added, never changed.</summary>
public sealed class LetterOpinion : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public required Guid LetterId { get; init; }

    /// <summary>The step at which it was given: with the reviewer, with legal, with the leader; a draft that was handed in.</summary>
    public required LetterState Step { get; init; }

    /// <summary>Passed on, or returned.</summary>
    public required bool Passed { get; init; }

    public string? Opinion { get; init; }

    /// <summary>The account.</summary>
    public required Guid? By { get; init; }

    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<LetterOpinion>
    {
        public void Configure(EntityTypeBuilder<LetterOpinion> builder)
        {
            builder.ToTable("letter_opinions");
            builder.Property(opinion => opinion.Opinion).HasMaxLength(4000).IsPersonal();
            builder.Property(opinion => opinion.ByName).HasMaxLength(100);
            builder.HasIndex(opinion => new { opinion.LetterId, opinion.At });
            builder.HasOne<CaseLetter>().WithMany().HasForeignKey(opinion => opinion.LetterId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
