using Gongkai.Records.Trail;
using Gongkai.Rules.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Registers;

/// <summary>其他对外管理服务事项的办理结果. <c>Number</c> is 文书号 or 受理编号, <c>Title</c> 事项名称, <c>On</c> 办结日期. Most are about natural persons, so the public reads masked names and no circumstances.</summary>
public sealed class ServiceDecision : DecisionRow
{
    public override RegisterKind Kind => RegisterKind.Service;
    public ServiceKind ServiceKind { get; set; }
    public ServiceResult Result { get; set; }

    /// <summary>办理依据.</summary>
    public string Basis { get; set; } = "";

    /// <summary>办理结果内容.</summary>
    public string Content { get; set; } = "";

    sealed class Mapping : IEntityTypeConfiguration<ServiceDecision>
    {
        public void Configure(EntityTypeBuilder<ServiceDecision> builder)
        {
            MapDecision(builder, "service_decisions");
            builder.Property(row => row.Basis).HasMaxLength(LongestText);
            builder.Property(row => row.Content).HasMaxLength(LongestText).IsPersonal();
        }
    }
}
