using Gongkai.Rules.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Registers;

/// <summary>政府采购合同. <c>Number</c> is 合同编号, <c>Title</c> 合同名称, <c>On</c> 签订日期, from which its announcement has two working days. Money is kept in 分.</summary>
/// <remarks>A row of its own and no column of the project: the project is public for weeks when the contract is signed, and what is public is not written into.</remarks>
public sealed class ProcurementContract : RegisterRow
{
    public override RegisterKind Kind => RegisterKind.Contract;

    /// <summary>采购项目编号.</summary>
    public string ProjectNumber { get; set; } = "";

    public string? Supplier { get; set; }

    /// <summary>合同金额.</summary>
    public long Fen { get; set; }

    /// <summary>主要标的.</summary>
    public string? Subject { get; set; }

    /// <summary>公告日期, on the media that the finance department names.</summary>
    public DateOnly? AnnouncedOn { get; set; }

    /// <summary>公告网址.</summary>
    public string? AnnouncedAt { get; set; }

    sealed class Mapping : IEntityTypeConfiguration<ProcurementContract>
    {
        public void Configure(EntityTypeBuilder<ProcurementContract> builder)
        {
            Map(builder, "procurement_contracts");
            builder.Property(row => row.ProjectNumber).HasMaxLength(LongestNumber);
            builder.Property(row => row.Supplier).HasMaxLength(200);
            builder.HasIndex(row => new { row.AgencyId, row.Supplier });
            builder.HasIndex(row => new { row.Supplier, row.Id });
            builder.Property(row => row.Subject).HasMaxLength(LongestText);
            builder.Property(row => row.AnnouncedAt).HasMaxLength(300);
            builder.HasIndex(row => new { row.AgencyId, row.ProjectNumber });
        }
    }
}
