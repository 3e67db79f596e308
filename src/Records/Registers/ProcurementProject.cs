using Gongkai.Rules.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Registers;

/// <summary>政府集中采购项目. <c>Number</c> is 项目编号, <c>Title</c> 项目名称, <c>On</c> the day on which the supplier was determined. Money is kept in 分.</summary>
public sealed class ProcurementProject : RegisterRow
{
    public override RegisterKind Kind => RegisterKind.Procurement;

    /// <summary>采购方式.</summary>
    public string? Method { get; set; }

    public string? Supplier { get; set; }

    /// <summary>成交金额.</summary>
    public long Fen { get; set; }

    /// <summary>合同签订日期.</summary>
    public DateOnly? SignedOn { get; set; }

    /// <summary>采购代理机构.</summary>
    public string? Agent { get; set; }

    /// <summary>主要标的.</summary>
    public string? Subject { get; set; }

    sealed class Mapping : IEntityTypeConfiguration<ProcurementProject>
    {
        public void Configure(EntityTypeBuilder<ProcurementProject> builder)
        {
            Map(builder, "procurement_projects");
            builder.Property(row => row.Method).HasMaxLength(50);
            builder.Property(row => row.Supplier).HasMaxLength(200);
            builder.HasIndex(row => new { row.AgencyId, row.Supplier });
            builder.HasIndex(row => new { row.Supplier, row.Id });
            builder.Property(row => row.Agent).HasMaxLength(200);
            builder.Property(row => row.Subject).HasMaxLength(LongestText);
        }
    }
}
