using Gongkai.Rules.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Registers;

/// <summary>规章或者行政规范性文件. <c>Number</c> is 文号, <c>Title</c> its title, <c>On</c> 成文（制发）日期.</summary>
public sealed class NormativeDocument : RegisterRow
{
    public override RegisterKind Kind => RegisterKind.Normative;
    public NormativeKind NormativeKind { get; set; } = NormativeKind.Normative;

    /// <summary>公开日期.</summary>
    public DateOnly? DisclosedOn { get; set; }

    /// <summary>废止日期 (also 宣布失效): by a decision of ours.</summary>
    public DateOnly? RepealedOn { get; set; }

    /// <summary>废止依据.</summary>
    public string? RepealedBy { get; set; }

    /// <summary>失效日期: it lapsed by itself, as its own text says.</summary>
    public DateOnly? LapsedOn { get; set; }

    /// <summary>The published item that carries its text.</summary>
    public Guid? ItemId { get; set; }

    sealed class Mapping : IEntityTypeConfiguration<NormativeDocument>
    {
        public void Configure(EntityTypeBuilder<NormativeDocument> builder)
        {
            Map(builder, "normative_documents");
            builder.Property(row => row.RepealedBy).HasMaxLength(LongestTitle);
            builder.HasIndex(row => new { row.AgencyId, row.RepealedOn });
            builder.HasIndex(row => row.ItemId);
        }
    }
}
