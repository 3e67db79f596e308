using Gongkai.Rules.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Registers;

/// <summary>收费目录清单事项. <c>Number</c> is 序号, <c>Title</c> 收费项目, <c>On</c> the day from which it is charged. What is not on the list may not be charged.</summary>
public sealed class FeeEntry : RegisterRow
{
    public override RegisterKind Kind => RegisterKind.Fee;
    public string? DepartmentName { get; set; }
    public string? Collector { get; set; }
    public string? CollectorNature { get; set; }
    public string? Nature { get; set; }
    public string? Service { get; set; }
    public string Standard { get; set; } = "";

    /// <summary>标准制定方式及部门.</summary>
    public string? StandardBy { get; set; }

    public string Basis { get; set; } = "";

    /// <summary>停征日期: the first day on which it is no longer charged.</summary>
    public DateOnly? Until { get; set; }

    sealed class Mapping : IEntityTypeConfiguration<FeeEntry>
    {
        public void Configure(EntityTypeBuilder<FeeEntry> builder)
        {
            Map(builder, "fee_entries");
            foreach (var name in (string[])[nameof(DepartmentName), nameof(Collector), nameof(CollectorNature), nameof(Nature)]) builder.Property(name).HasMaxLength(200);
            builder.Property(row => row.Service).HasMaxLength(LongestText);
            builder.Property(row => row.Standard).HasMaxLength(LongestText);
            builder.Property(row => row.StandardBy).HasMaxLength(LongestTitle);
            builder.Property(row => row.Basis).HasMaxLength(LongestText);
        }
    }
}

/// <summary>收费金额 of a period. <c>Number</c> is the period or the voucher, <c>Title</c> 收费项目, <c>On</c> a day of the period. Money is kept in 分, exactly; a refund is negative.</summary>
public sealed class FeeReceipt : RegisterRow
{
    public override RegisterKind Kind => RegisterKind.Receipt;
    public long Fen { get; set; }

    sealed class Mapping : IEntityTypeConfiguration<FeeReceipt>
    {
        public void Configure(EntityTypeBuilder<FeeReceipt> builder) => Map(builder, "fee_receipts");
    }
}
