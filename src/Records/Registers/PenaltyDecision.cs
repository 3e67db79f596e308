using Gongkai.Records.Trail;
using Gongkai.Rules.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Registers;

/// <summary>行政处罚决定. <c>Number</c> is 行政处罚决定书文号, <c>Title</c> 违法行为类型, <c>On</c> 处罚决定日期. Money is kept in 分, exactly.</summary>
public sealed class PenaltyDecision : DecisionRow
{
    public override RegisterKind Kind => RegisterKind.Penalty;
    public PenaltyProcedure Procedure { get; set; }

    /// <summary>具有一定社会影响 (处罚法第四十八条): it must be public.</summary>
    public bool Significant { get; set; }

    public string Facts { get; set; } = "";
    public string Basis { get; set; } = "";

    /// <summary>处罚类别: several are joined with “；”.</summary>
    public string Penalties { get; set; } = "";

    public string Content { get; set; } = "";
    public long? FineFen { get; set; }
    public long? ConfiscatedFen { get; set; }
    public string? Revoked { get; set; }
    public DateOnly? ValidUntil { get; set; }

    /// <summary>公示截止期.</summary>
    public DateOnly? PublicityEnd { get; set; }

    protected override DateOnly? LastPublicDay(RegisterTerms terms) => RegisterClock.PublicUntil(On, PartyKind, terms, end: PublicityEnd);

    sealed class Mapping : IEntityTypeConfiguration<PenaltyDecision>
    {
        public void Configure(EntityTypeBuilder<PenaltyDecision> builder)
        {
            MapDecision(builder, "penalty_decisions");
            builder.Property(row => row.Facts).HasMaxLength(LongestText).IsPersonal();
            builder.Property(row => row.Basis).HasMaxLength(LongestText);
            builder.Property(row => row.Penalties).HasMaxLength(200);
            builder.Property(row => row.Content).HasMaxLength(LongestText).IsPersonal();
            builder.Property(row => row.Revoked).HasMaxLength(LongestTitle);
        }
    }
}
