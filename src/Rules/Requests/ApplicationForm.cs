namespace Gongkai.Rules.Requests;

/// <summary>A part of the form: a step of the wizard, a section of the whole form.</summary>
public enum FormPart
{
    /// <summary>选择事项与机关.</summary>
    Matter = 1,

    /// <summary>申请人信息.</summary>
    Applicant,

    /// <summary>所需信息.</summary>
    Wanted,

    /// <summary>提供和获取方式.</summary>
    Delivery,

    /// <summary>身份证明.</summary>
    Proof,

    /// <summary>用途与补充（选填）.</summary>
    Purpose,
}

/// <summary>The request form (政府信息公开申请表) as it is being filled in: what was typed, and nothing that the Regulation does not name but what people expect to be asked.</summary>
/// <remarks>Everything is text until it is checked, so that nothing typed is lost.</remarks>
public sealed partial class ApplicationForm
{
    /// <summary>In characters; a name of a body may be long.</summary>
    public const int LongestName = 100, LongestText = 4000, LongestTitle = 500, LongestNumber = 200, LongestPurpose = 1000, LongestAddress = 200, LongestLine = 60;

    /// <summary><c>information</c>, <c>question</c> or <c>complaint</c>.</summary>
    public string? Matter { get; set; }

    /// <summary>The code of the agency that is asked.</summary>
    public string? Agency { get; set; }

    /// <summary><c>person</c> or <c>body</c>.</summary>
    public string? Sort { get; set; }

    /// <summary>Of a body: an <see cref="ApplicantKind"/>.</summary>
    public string? Kind { get; set; }

    public string? Name { get; set; }
    public string? Paper { get; set; }
    public string? IdentityNumber { get; set; }
    public string? BodyName { get; set; }
    public string? CreditCode { get; set; }
    public string? Representative { get; set; }
    public string? Contact { get; set; }
    public string? Phone { get; set; }

    /// <summary><c>yes</c>: somebody else files it for the applicant (代理人).</summary>
    public string? HasAgent { get; set; }

    public string? Agent { get; set; }
    public string? AgentIdentityNumber { get; set; }

    public string? WantedName { get; set; }
    public string? DocumentNumber { get; set; }
    public string? Description { get; set; }

    public string? Provision { get; set; }
    public string? Delivery { get; set; }
    public string? Mail { get; set; }
    public string? Address { get; set; }
    public string? PostCode { get; set; }
    public string? OtherwiseToo { get; set; }

    /// <summary><c>upload</c>, <c>counter</c> or <c>post</c>: how the identity is proved.</summary>
    public string? ProofBy { get; set; }

    public string? Purpose { get; set; }
    public string? Assistance { get; set; }

    public bool IsBody => Sort == "body";
    public bool ByAgent => HasAgent == "yes";

    /// <summary>What the applicant is, as table 3 counts it.</summary>
    public ApplicantKind ApplicantKind => IsBody && Enum.TryParse<ApplicantKind>(Kind, out var kind) ? kind : IsBody ? ApplicantKind.OtherBody : ApplicantKind.Person;

    public IdentityPaper IdentityPaper => IsBody ? IdentityPaper.CreditCode : Enum.TryParse<IdentityPaper>(Paper, out var paper) ? paper : IdentityPaper.ResidentCard;

    /// <summary>姓名或者名称.</summary>
    public string ApplicantName => (IsBody ? BodyName : Name) ?? "";

    /// <summary>证件号码 or 统一社会信用代码, as it is kept.</summary>
    public string? ApplicantNumber => IsBody ? CreditCode : IdentityNumber;

    /// <summary>Takes the answers of one part from a form that was sent, made plain; the other parts stay.</summary>
    public void Take(FormPart part, ApplicationForm sent)
    {
        switch (part)
        {
            case FormPart.Matter:
                (Matter, Agency) = (Line(sent.Matter), Line(sent.Agency));
                break;
            case FormPart.Applicant:
                (Sort, Kind, Paper) = (Line(sent.Sort), Line(sent.Kind), Line(sent.Paper));
                (Name, BodyName, Representative, Contact) = (Line(sent.Name), Line(sent.BodyName), Line(sent.Representative), Line(sent.Contact));
                (IdentityNumber, CreditCode) = (Code(sent.IdentityNumber), Code(sent.CreditCode));
                Phone = Narrow(sent.Phone);
                (HasAgent, Agent, AgentIdentityNumber) = (Line(sent.HasAgent), Line(sent.Agent), Code(sent.AgentIdentityNumber));
                break;
            case FormPart.Wanted:
                (WantedName, DocumentNumber, Description) = (Line(sent.WantedName), Line(sent.DocumentNumber), Text(sent.Description));
                break;
            case FormPart.Delivery:
                (Provision, Delivery, OtherwiseToo) = (Line(sent.Provision), Line(sent.Delivery), Line(sent.OtherwiseToo));
                (Mail, Address, PostCode) = (Narrow(sent.Mail), Line(sent.Address), Narrow(sent.PostCode));
                break;
            case FormPart.Proof:
                ProofBy = Line(sent.ProofBy);
                break;
            case FormPart.Purpose:
                (Purpose, Assistance) = (Text(sent.Purpose), Text(sent.Assistance));
                break;
        }
    }

    static string? Line(string? typed) => Filled(string.Join(' ', Plain(typed).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    static string? Text(string? typed) => Filled(Plain(typed).ReplaceLineEndings("\n").Trim());

    static string? Narrow(string? typed) => Filled(Typed.Narrow(Line(typed)));

    static string? Code(string? typed) => Filled(Requests.IdentityNumber.Normal(typed));

    // Controls and half characters neither print nor can every store keep them.
    static string Plain(string? typed) => string.Concat((typed ?? "").EnumerateRunes().Where(rune => rune.Value is '\n' or '\r' or '\t' || !System.Text.Rune.IsControl(rune) && rune.Value != 0xFFFD));

    static string? Filled(string text) => text.Length == 0 ? null : text;
}
