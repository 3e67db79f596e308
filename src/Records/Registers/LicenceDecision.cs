using Gongkai.Records.Trail;
using Gongkai.Rules.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Registers;

/// <summary>行政许可决定. <c>Number</c> is 行政许可决定文书号, <c>Title</c> 决定文书名称, <c>On</c> 许可决定日期.</summary>
public sealed class LicenceDecision : DecisionRow
{
    public override RegisterKind Kind => RegisterKind.Licence;
    public LicenceKind LicenceKind { get; set; }

    /// <summary>项目名称 of the older exchange; the entry of the list of powers in words.</summary>
    public string? ItemName { get; set; }

    public string? CertificateName { get; set; }
    public string? LicenceNumber { get; set; }
    public string Content { get; set; } = "";
    public DateOnly? ValidFrom { get; set; }

    /// <summary>有效期至; 2099-12-31 stands for 长期.</summary>
    public DateOnly? ValidUntil { get; set; }

    /// <summary>当前状态.</summary>
    public string? Status { get; set; }

    protected override DateOnly? LastPublicDay(RegisterTerms terms) => RegisterClock.PublicUntil(On, PartyKind, terms, ValidUntil);

    sealed class Mapping : IEntityTypeConfiguration<LicenceDecision>
    {
        public void Configure(EntityTypeBuilder<LicenceDecision> builder)
        {
            MapDecision(builder, "licence_decisions");
            builder.Property(row => row.ItemName).HasMaxLength(LongestTitle);
            builder.Property(row => row.CertificateName).HasMaxLength(200);
            builder.Property(row => row.LicenceNumber).HasMaxLength(LongestNumber);
            builder.Property(row => row.Content).HasMaxLength(LongestText).IsPersonal();
            builder.Property(row => row.Status).HasMaxLength(20);
        }
    }
}
