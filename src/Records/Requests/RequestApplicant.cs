using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Gongkai.Rules.Requests;

namespace Gongkai.Records.Requests;

/// <summary>Who asked (申请人): everything sealed, in a row of its own, so that it can be erased while the case goes on being counted.</summary>
public sealed class RequestApplicant : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public required Guid RequestId { get; init; }

    /// <summary>姓名或者名称.</summary>
    public required Sealed Name { get; set; }

    public required IdentityPaper Paper { get; set; }

    /// <summary>证件号码 or 统一社会信用代码; none where the proof was shown at the counter or comes by post.</summary>
    public Sealed? IdentityNumber { get; set; }

    /// <summary>法定代表人.</summary>
    public Sealed? Representative { get; set; }

    /// <summary>联系人, where it is not the applicant.</summary>
    public Sealed? Contact { get; set; }

    public Sealed? Phone { get; set; }
    public Sealed? Mail { get; set; }
    public Sealed? Address { get; set; }
    public Sealed? PostCode { get; set; }

    /// <summary>代理人.</summary>
    public Sealed? Agent { get; set; }

    public Sealed? AgentIdentityNumber { get; set; }

    sealed class Mapping : IEntityTypeConfiguration<RequestApplicant>
    {
        public void Configure(EntityTypeBuilder<RequestApplicant> builder)
        {
            builder.ToTable("request_applicants");
            builder.HasIndex(applicant => applicant.RequestId).IsUnique();
            builder.HasOne<InformationRequest>().WithMany().HasForeignKey(applicant => applicant.RequestId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
