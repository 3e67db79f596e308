using Gongkai.Rules.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Registers;

/// <summary>权责清单事项. <c>Number</c> is 序号, <c>Title</c> 事项名称, <c>On</c> the day from which it stands on the list.</summary>
public sealed class PowerEntry : RegisterRow
{
    public override RegisterKind Kind => RegisterKind.Power;
    public PowerKind PowerKind { get; set; }
    public string? SubTitle { get; set; }
    public string Basis { get; set; } = "";
    public string? Duties { get; set; }
    public string? Accountability { get; set; }

    /// <summary>实施机构（股室）.</summary>
    public string? Executor { get; set; }

    /// <summary>取消日期: the first day on which it no longer stands on the list.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>调整说明.</summary>
    public string? Adjustment { get; set; }

    sealed class Mapping : IEntityTypeConfiguration<PowerEntry>
    {
        public void Configure(EntityTypeBuilder<PowerEntry> builder)
        {
            Map(builder, "power_entries");
            builder.Property(row => row.SubTitle).HasMaxLength(LongestTitle);
            builder.Property(row => row.Basis).HasMaxLength(LongestText);
            builder.Property(row => row.Duties).HasMaxLength(LongestText);
            builder.Property(row => row.Accountability).HasMaxLength(LongestText);
            builder.Property(row => row.Executor).HasMaxLength(200);
            builder.Property(row => row.Adjustment).HasMaxLength(500);
            builder.HasIndex(row => new { row.AgencyId, row.PowerKind, row.On, row.Until });
        }
    }
}
