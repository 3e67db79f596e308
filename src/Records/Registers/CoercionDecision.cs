using Gongkai.Records.Trail;
using Gongkai.Rules.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Registers;

/// <summary>行政强制决定. <c>Number</c> is the decision's number, <c>Title</c> what it is about, <c>On</c> 决定日期.</summary>
public sealed class CoercionDecision : DecisionRow
{
    public override RegisterKind Kind => RegisterKind.Coercion;
    public CoercionKind CoercionKind { get; set; }
    public string Basis { get; set; } = "";
    public string Content { get; set; } = "";

    /// <summary>实施日期.</summary>
    public DateOnly? CarriedOutOn { get; set; }

    /// <summary>解除日期.</summary>
    public DateOnly? LiftedOn { get; set; }

    sealed class Mapping : IEntityTypeConfiguration<CoercionDecision>
    {
        public void Configure(EntityTypeBuilder<CoercionDecision> builder)
        {
            MapDecision(builder, "coercion_decisions");
            builder.Property(row => row.Basis).HasMaxLength(LongestText);
            builder.Property(row => row.Content).HasMaxLength(LongestText).IsPersonal();
        }
    }
}
