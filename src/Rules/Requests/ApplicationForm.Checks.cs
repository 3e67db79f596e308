using Gongkai.Rules.Organizations;

namespace Gongkai.Rules.Requests;

/// <summary>What is wrong with one field of the form, or to be thought of; the words stand over the form and beside the field.</summary>
public sealed record FormFault(string Field, string Message);

// What the form must hold (art. 29), and how it must be written so that an answer can reach the applicant.
public sealed partial class ApplicationForm
{
    // （一）申请人的姓名或者名称、身份证明、联系方式；（二）申请公开的政府信息的名称、文号或者便于行政机关查询的其他特征性描述；（三）申请公开的政府信息的形式要求，包括获取信息的方式、途径。
    /// <summary>What stands in the way of one part; none means that it is complete. The purpose is never asked for.</summary>
    [Law(Statute.Regulation, "29")]
    public IEnumerable<FormFault> Faults(FormPart part) => part switch
    {
        FormPart.Matter => OfMatter(),
        FormPart.Applicant => OfApplicant(),
        FormPart.Wanted => OfWanted(),
        FormPart.Delivery => OfDelivery(),
        FormPart.Proof => OfProof(),
        FormPart.Purpose => OfPurpose(),
    };

    IEnumerable<FormFault> OfMatter()
    {
        if (Matter is not ("information" or "question" or "complaint")) yield return new(nameof(Matter), "请选择您要办理的事项");
        if (Agency is null) yield return new(nameof(Agency), "请选择受理申请的机关");
    }

    IEnumerable<FormFault> OfApplicant()
    {
        if (Sort is not ("person" or "body"))
        {
            yield return new(nameof(Sort), "请选择申请人是公民还是组织");
            yield break;
        }
        foreach (var fault in IsBody ? OfBody() : OfPerson()) yield return fault;
        if ((Phone ?? "").Count(char.IsAsciiDigit) is < 7 or > 20 || Phone!.Length > LongestLine)
            yield return new(nameof(Phone), "请填写可以联系到您的电话，手机或座机均可，例如 0571-8888××××（座机请带区号）");
        if (!ByAgent) yield break;
        if (OfName(Agent, "请填写代理人姓名") is { } agent) yield return new(nameof(Agent), agent);
        if (AgentIdentityNumber is null) yield return new(nameof(AgentIdentityNumber), "请填写代理人的身份证号");
        else if (Requests.IdentityNumber.Fault(AgentIdentityNumber) is { } number) yield return new(nameof(AgentIdentityNumber), number.Reason);
    }

    IEnumerable<FormFault> OfPerson()
    {
        if (OfName(Name, "请填写申请人姓名") is { } name) yield return new(nameof(Name), name);
        if (IdentityNumber is null) yield return new(nameof(IdentityNumber), "请填写证件号码");
        else if (IdentityPaper == IdentityPaper.ResidentCard)
        {
            if (Requests.IdentityNumber.Fault(IdentityNumber) is { } number) yield return new(nameof(IdentityNumber), number.Reason);
        }
        else if (IdentityNumber.Length is < 5 or > 30 || !IdentityNumber.Any(char.IsAsciiDigit)) yield return new(nameof(IdentityNumber), "证件号码不完整，请对照证件填写");
    }

    IEnumerable<FormFault> OfBody()
    {
        if (!Enum.TryParse<ApplicantKind>(Kind, out var kind) || kind == ApplicantKind.Person || !Enum.IsDefined(kind)) yield return new(nameof(Kind), "请选择组织的类型");
        if (OfName(BodyName, "请填写单位名称") is { } name) yield return new(nameof(BodyName), name);
        if (CreditCode is null) yield return new(nameof(CreditCode), "请填写统一社会信用代码");
        else if (Organizations.CreditCode.Fault(CreditCode) is { } code) yield return new(nameof(CreditCode), code.Reason);
        if (OfName(Representative, "请填写法定代表人姓名") is { } head) yield return new(nameof(Representative), head);
        if (OfName(Contact, "请填写联系人姓名") is { } contact) yield return new(nameof(Contact), contact);
    }

    // A name is letters of any script, with · or a space; what it is not, is digits alone.
    static string? OfName(string? name, string missing) =>
        name is null ? missing
        : name.EnumerateRunes().Count() > LongestName ? $"姓名或者名称最多 {LongestName} 个字，请缩短"
        : name.EnumerateRunes().Any(System.Text.Rune.IsLetter) && !name.Contains('<', StringComparison.Ordinal) ? null
        : "姓名中不能只有数字，请填写与证件一致的姓名";

    IEnumerable<FormFault> OfWanted()
    {
        if (WantedName is null && DocumentNumber is null && Description is null)
            yield return new(nameof(WantedName), "请至少填写信息名称、文号或特征描述中的一项，便于我们查找");
        if (TooLong(WantedName, LongestTitle) is { } title) yield return new(nameof(WantedName), title);
        if (TooLong(DocumentNumber, LongestNumber) is { } number) yield return new(nameof(DocumentNumber), number);
        if (TooLong(Description, LongestText) is { } text) yield return new(nameof(Description), text);
    }

    IEnumerable<FormFault> OfDelivery()
    {
        if (!Known<Provision>(Provision)) yield return new(nameof(Provision), "请选择希望的提供方式");
        if (!Known<Delivery>(Delivery)) yield return new(nameof(Delivery), "请选择希望获取信息的方式");
        if (Mail is null && Delivery == nameof(Requests.Delivery.Mail)) yield return new(nameof(Mail), "您选择了“电子邮件”接收答复，请填写电子邮箱");
        else if (Mail is not null && !IsMail(Mail)) yield return new(nameof(Mail), "邮箱格式不完整，例如 name@example.com");
        if (Address is null && Delivery == nameof(Requests.Delivery.Post)) yield return new(nameof(Address), "您选择了“邮寄”，请填写收件地址（省、市、区、街道、门牌号）");
        else if (TooLong(Address, LongestAddress) is { } address) yield return new(nameof(Address), address);
        if (PostCode is not null && (PostCode.Length != 6 || !PostCode.All(char.IsAsciiDigit))) yield return new(nameof(PostCode), "邮政编码是 6 位数字；不清楚可以不填");
    }

    IEnumerable<FormFault> OfProof()
    {
        if (ProofBy is not ("upload" or "counter" or "post")) yield return new(nameof(ProofBy), "请选择怎样提供身份证明");
    }

    IEnumerable<FormFault> OfPurpose()
    {
        if (TooLong(Purpose, LongestPurpose) is { } purpose) yield return new(nameof(Purpose), purpose);
        if (TooLong(Assistance, 500) is { } assistance) yield return new(nameof(Assistance), assistance);
    }

    static string? TooLong(string? text, int most) => text?.Length > most ? $"最多 {most} 个字，您填写了 {text.Length} 个，请删减；材料较多的，可以在提交后补充" : null;

    static bool Known<T>(string? typed) where T : struct, Enum => Enum.TryParse<T>(typed, out var value) && Enum.IsDefined(value) && typed == value.ToString();

    /// <summary>Whether it can be an address of mail: one @, a host with a dot, nothing unseen.</summary>
    public static bool IsMail(string mail) => mail.Length <= 254 && mail.All(letter => letter is > ' ' and < '\x7f' and not (',' or ';' or '<' or '>' or '"' or '(' or ')' or '\\'))
        && mail.Split('@') is [{ Length: > 0 and <= 64 }, var host] && host.Split('.') is [_, _, ..] parts && parts.All(part => part.Length > 0);
}
