using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;

namespace Gongkai.Documents.Templates.Requests;

/// <summary>What a letter takes from the case and from the agency, beside what it says (<see cref="LetterContent"/>).</summary>
public sealed record LetterCase
{
    /// <summary>机关名称.</summary>
    public required string Agency { get; init; }

    public string AgencyAddress { get; init; } = "";

    /// <summary>联系人 of the disclosure office.</summary>
    public string Contact { get; init; } = "";

    public string Telephone { get; init; } = "";

    /// <summary>申请编号.</summary>
    public required string Number { get; init; }

    /// <summary>受文人: the applicant; the third party or the agency that is asked.</summary>
    public required string Recipient { get; init; }

    /// <summary>Whether the letter goes to a natural person, who is spoken to otherwise.</summary>
    public bool ToPerson { get; init; }

    /// <summary>收到申请之日, by law and not by the register.</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>申请内容, exactly as it was asked.</summary>
    public required string Asked { get; init; }

    /// <summary>When the answer was due before an extension.</summary>
    public DateOnly? DueBefore { get; init; }

    /// <summary>提交方式, in words.</summary>
    public string Channel { get; init; } = "";

    /// <summary>How the applicant looks up how far it is; without the query code.</summary>
    public string LookUp { get; init; } = "";

    /// <summary>核验码, as it is printed; before the letter is issued, words that say when it comes.</summary>
    public string VerificationCode { get; init; } = "";

    /// <summary>Where the code is looked up.</summary>
    public string VerificationAddress { get; init; } = "";

    /// <summary>申请表 alone.</summary>
    public ApplicationPart? Application { get; init; }

    /// <summary>送达回证 alone.</summary>
    public ServicePart? Service { get; init; }
}

/// <summary>What only the form of application says.</summary>
public sealed record ApplicationPart(string Kind, string Identity, string Contact, string Agent, string Form, string Way, DateOnly On);

/// <summary>What only the proof of service says.</summary>
/// <param name="Letters">文书名称、文号.</param>
/// <param name="By">送达方式.</param>
/// <param name="Address">送达地址.</param>
/// <param name="Proof">邮件号码 or 电子送达回执.</param>
/// <param name="On">送达日期; <c>null</c>: written in by hand.</param>
/// <param name="Server">送达人.</param>
/// <param name="Remark">备注.</param>
public sealed record ServicePart(string Letters, Service By, string Address, string Proof = "", DateOnly? On = null, string Server = "", string Remark = "");
