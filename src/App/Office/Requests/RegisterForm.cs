using System.ComponentModel.DataAnnotations;
using Gongkai.Rules;
using Gongkai.Rules.Organizations;
using Gongkai.Rules.Requests;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gongkai.App.Office.Requests;

/// <summary>The registration form (收件登记): everything on one page, in the order in which a letter is read.</summary>
public sealed class RegisterForm
{
    [Required(ErrorMessage = "请选择收件渠道")] public Channel? Channel { get; set; } = Rules.Requests.Channel.InPerson;

    /// <summary>签收、提交、收到之日.</summary>
    [Required(ErrorMessage = "请填写日期，例如 20260921")] public DateOnly? Arrived { get; set; }

    /// <summary>双方确认之日, where the channel needs it.</summary>
    public DateOnly? Confirmed { get; set; }

    [MaxLength(500, ErrorMessage = "说明最多 500 个字")] public string? Why { get; set; }
    public ApplicantKind Kind { get; set; }
    [Required(ErrorMessage = "请填写申请人姓名或者名称"), MaxLength(100, ErrorMessage = "姓名或者名称最多 100 个字")] public string? Name { get; set; }
    public IdentityPaper Paper { get; set; }
    [MaxLength(40, ErrorMessage = "证件号码最多 40 位")] public string? IdentityNumber { get; set; }
    [MaxLength(60, ErrorMessage = "联系电话最多 60 个字")] public string? Phone { get; set; }
    [MaxLength(200, ErrorMessage = "电子邮箱最多 200 个字")] public string? Mail { get; set; }
    [MaxLength(300, ErrorMessage = "联系地址最多 300 个字")] public string? Address { get; set; }
    [MaxLength(10, ErrorMessage = "邮政编码最多 10 位")] public string? PostCode { get; set; }
    [MaxLength(100, ErrorMessage = "法定代表人最多 100 个字")] public string? Representative { get; set; }
    [MaxLength(100, ErrorMessage = "联系人最多 100 个字")] public string? Contact { get; set; }
    [MaxLength(100, ErrorMessage = "代理人最多 100 个字")] public string? Agent { get; set; }
    [MaxLength(40, ErrorMessage = "证件号码最多 40 位")] public string? AgentIdentityNumber { get; set; }
    [MaxLength(500, ErrorMessage = "信息名称最多 500 个字")] public string? WantedName { get; set; }
    [MaxLength(200, ErrorMessage = "文号最多 200 个字")] public string? DocumentNumber { get; set; }
    [MaxLength(4000, ErrorMessage = "特征描述最多 4000 个字")] public string? Description { get; set; }
    [MaxLength(1000, ErrorMessage = "用途最多 1000 个字")] public string? Purpose { get; set; }
    public Provision Provision { get; set; } = Provision.Paper;
    public Delivery Delivery { get; set; } = Delivery.Post;
    public bool OtherwiseToo { get; set; }
    [MaxLength(500, ErrorMessage = "便利需求最多 500 个字")] public string? Assistance { get; set; }

    /// <summary>口头提出，由工作人员代填.</summary>
    public bool Oral { get; set; }

    public bool Restricted { get; set; }

    /// <summary>The handle of the request that this one is split off from.</summary>
    public string? Parent { get; set; }

    /// <summary>The clerk has seen what else this applicant asked for.</summary>
    public bool Compared { get; set; }

    /// <summary>The identity number as it is kept; <c>null</c> where none was given.</summary>
    public string? Number => Typed.Narrow(IdentityNumber).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant() is { Length: > 0 } number ? number : null;

    public string WantedText => string.Join("，", new[] { WantedName, DocumentNumber, Description }.Where(part => !string.IsNullOrWhiteSpace(part)));

    /// <summary>What the law wants to be there, and what cannot be so.</summary>
    [Law(Statute.Regulation, "29")]
    public void Check(ModelStateDictionary state)
    {
        void Fault(string field, string words) => state.AddModelError($"Input.{field}", words);

        if (Number is { } number)
        {
            if (Paper is IdentityPaper.ResidentCard && Rules.Requests.IdentityNumber.Fault(number) is { } card) Fault(nameof(IdentityNumber), card.Reason);
            if (Paper is IdentityPaper.CreditCode && CreditCode.Fault(number) is { } code) Fault(nameof(IdentityNumber), code.Reason);
        }
        if (Kind is not ApplicantKind.Person && Paper is IdentityPaper.ResidentCard && Number is not null) Fault(nameof(Paper), "法人和其他组织请选择统一社会信用代码或者其他证件");
        if (string.IsNullOrWhiteSpace(Phone) && string.IsNullOrWhiteSpace(Mail) && string.IsNullOrWhiteSpace(Address)) Fault(nameof(Phone), "请至少填写联系电话、电子邮箱、联系地址中的一项，答复要送到申请人手里");
        if (WantedText.Length == 0) Fault(nameof(WantedName), "请至少填写信息名称、文号或特征描述中的一项，便于我们查找");
        if (Delivery is Delivery.Mail && string.IsNullOrWhiteSpace(Mail)) Fault(nameof(Mail), "申请人选择了“电子邮件”接收答复，请填写电子邮箱");
        if (Delivery is Delivery.Post && string.IsNullOrWhiteSpace(Address)) Fault(nameof(Address), "申请人选择了“邮寄”，请填写收件地址（省、市、区、街道、门牌号）");
        if (!string.IsNullOrWhiteSpace(Agent) && string.IsNullOrWhiteSpace(AgentIdentityNumber)) Fault(nameof(AgentIdentityNumber), "有代理人的，请填写代理人的证件号码，并上传委托书");
    }
}
