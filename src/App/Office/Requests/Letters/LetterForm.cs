using System.ComponentModel.DataAnnotations;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Letters;
using Gongkai.Rules;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;

namespace Gongkai.App.Office.Requests.Letters;

/// <summary>What a letter's form asks for; each kind has its part of it.</summary>
[Flags]
public enum LetterPart
{
    None = 0, Corrections = 1, Points = 2, Found = 4, Reasons = 8, WhyWhole = 16, Withheld = 32, Provision = 64, Norm = 128, Secret = 256, Responsible = 512, Earlier = 1024,
    Addressee = 2048, Until = 4096, Days = 8192, Yuan = 16384,
}

/// <summary>A letter as its form sends it.</summary>
public sealed class LetterForm
{
    /// <summary>Rows of the table of what is withheld; more are more letters.</summary>
    public const int Rows = 8;

    public int Revision { get; set; }
    public List<CorrectionReason> Corrections { get; set; } = [];
    [MaxLength(4000, ErrorMessage = "最多 4000 个字，请缩短")] public string? Points { get; set; }
    [MaxLength(4000, ErrorMessage = "最多 4000 个字，请缩短")] public string? Found { get; set; }
    [MaxLength(4000, ErrorMessage = "最多 4000 个字，请缩短")] public string? Reasons { get; set; }
    [MaxLength(2000, ErrorMessage = "最多 2000 个字，请缩短")] public string? WhyWhole { get; set; }
    [MaxLength(2000, ErrorMessage = "最多 2000 个字，请缩短")] public string? Provision { get; set; }
    [MaxLength(200, ErrorMessage = "最多 200 个字，请缩短")] public string? NormName { get; set; }
    public NormRank NormRank { get; set; }
    [MaxLength(100, ErrorMessage = "最多 100 个字，请缩短")] public string? NormPlace { get; set; }
    public string? SecretGrade { get; set; }
    [MaxLength(500, ErrorMessage = "最多 500 个字，请缩短")] public string? SecretBasis { get; set; }
    public DateOnly? SecretUntil { get; set; }
    [MaxLength(200, ErrorMessage = "最多 200 个字，请缩短")] public string? SecretCondition { get; set; }
    [MaxLength(100, ErrorMessage = "最多 100 个字，请缩短")] public string? SecretOfficer { get; set; }
    /// <summary>An agency of this platform, whose name and contact are taken.</summary>
    public string? ResponsibleCode { get; set; }

    [MaxLength(200, ErrorMessage = "最多 200 个字，请缩短")] public string? ResponsibleName { get; set; }
    [MaxLength(300, ErrorMessage = "最多 300 个字，请缩短")] public string? ResponsibleContact { get; set; }
    public bool ResponsibleUnknown { get; set; }
    [MaxLength(100, ErrorMessage = "最多 100 个字，请缩短")] public string? EarlierNumber { get; set; }
    public DateOnly? EarlierOn { get; set; }
    [MaxLength(200, ErrorMessage = "最多 200 个字，请缩短")] public string? Addressee { get; set; }
    [MaxLength(300, ErrorMessage = "最多 300 个字，请缩短")] public string? Address { get; set; }
    public DateOnly? Until { get; set; }
    public int? Days { get; set; }
    public int? Yuan { get; set; }
    public List<Part> Withheld { get; set; } = [];

    /// <summary>A row of the table of what is withheld.</summary>
    public sealed class Part
    {
        [MaxLength(300, ErrorMessage = "最多 300 个字，请缩短")] public string? What { get; set; }
        public Outcome Ground { get; set; } = Outcome.ThirdPartyRights;
        [MaxLength(500, ErrorMessage = "最多 500 个字，请缩短")] public string? Reasons { get; set; }
    }

    /// <summary>What a kind asks for.</summary>
    public static LetterPart PartsOf(RequestLetter kind) => kind switch
    {
        RequestLetter.CorrectionNotice => LetterPart.Corrections | LetterPart.Points | LetterPart.Until,
        RequestLetter.ReasonsNotice => LetterPart.Reasons | LetterPart.Until,
        RequestLetter.ExtensionNotice => LetterPart.Days | LetterPart.Reasons,
        RequestLetter.ThirdPartyConsultation or RequestLetter.JointMakerConsultation => LetterPart.Addressee | LetterPart.Points,
        RequestLetter.Assistance => LetterPart.Addressee | LetterPart.Points | LetterPart.Until,
        RequestLetter.ConsultationNotice => LetterPart.Found,
        RequestLetter.DisclosureNotice => LetterPart.Addressee | LetterPart.Points | LetterPart.Reasons,
        RequestLetter.DeferralNotice => LetterPart.Until | LetterPart.Reasons,
        RequestLetter.FeeNotice => LetterPart.Yuan | LetterPart.Reasons | LetterPart.Provision,
        RequestLetter.AlreadyPublished or RequestLetter.Granted or RequestLetter.Publication => LetterPart.Found | LetterPart.Provision,
        RequestLetter.PartlyGranted => LetterPart.Found | LetterPart.Withheld | LetterPart.Provision | LetterPart.Norm | LetterPart.Secret,
        RequestLetter.StateSecret => LetterPart.Reasons | LetterPart.WhyWhole | LetterPart.Secret,
        RequestLetter.LawForbidden => LetterPart.Reasons | LetterPart.WhyWhole | LetterPart.Norm,
        RequestLetter.Safety or RequestLetter.ThirdPartyRights or RequestLetter.InternalAffairs or RequestLetter.ProcessInformation or RequestLetter.EnforcementDossier => LetterPart.Found | LetterPart.Reasons | LetterPart.WhyWhole,
        RequestLetter.SpecialRegime => LetterPart.Norm | LetterPart.Provision,
        RequestLetter.NotExisting => LetterPart.Found,
        RequestLetter.NotResponsible => LetterPart.Reasons | LetterPart.Responsible,
        RequestLetter.Duplicate => LetterPart.Earlier | LetterPart.Found,
        RequestLetter.Petition => LetterPart.Reasons | LetterPart.Provision,
        RequestLetter.NeedsProcessing or RequestLetter.StillUnclear or RequestLetter.Excessive or RequestLetter.Confirmation or RequestLetter.NotGovernmentInformation or RequestLetter.OtherwiseEnded => LetterPart.Reasons,
        RequestLetter.RecordCorrection => LetterPart.Found | LetterPart.Reasons,
        RequestLetter.SuggestionReply => LetterPart.Found,
        _ => LetterPart.None,
    };

    /// <summary>The letters whose forms these pages have.</summary>
    public static bool Drafts(RequestLetter kind) => PartsOf(kind) is not LetterPart.None || kind is RequestLetter.NotCorrected or RequestLetter.NotPaid or RequestLetter.Withdrawn;

    public static LetterForm Of(CaseLetter letter)
    {
        var says = letter.Says;
        return new()
        {
            Revision = letter.Revision, Corrections = [.. says.Corrections], Points = string.Join('\n', says.Points), Found = says.Found, Reasons = says.Reasons, WhyWhole = says.WhyWhole, Provision = says.Provision,
            NormName = says.Norm?.Name, NormRank = says.Norm?.Rank ?? default, NormPlace = says.Norm?.Place,
            SecretGrade = says.Secret?.Grade, SecretBasis = says.Secret?.Basis, SecretUntil = says.Secret?.Until, SecretCondition = says.Secret?.UntilWhat, SecretOfficer = says.Secret?.Officer,
            ResponsibleName = says.Responsible?.Name, ResponsibleContact = says.Responsible?.Contact, ResponsibleUnknown = says.ResponsibleUnknown,
            EarlierNumber = says.Earlier?.Number, EarlierOn = says.Earlier?.On, Addressee = says.Addressee, Address = says.Address, Until = letter.Until, Days = letter.Days, Yuan = letter.Yuan,
            Withheld = [.. says.Withheld.Select(part => new Part { What = part.What, Ground = part.Ground, Reasons = part.Reasons })],
        };
    }

    /// <summary>Puts what was typed into the letter.</summary>
    public void Into(CaseLetter letter)
    {
        static string Plain(string? typed) => typed?.ReplaceLineEndings("\n").Trim() ?? "";
        static bool Any(params string?[] typed) => typed.Any(one => !string.IsNullOrWhiteSpace(one));

        var parts = PartsOf(letter.Kind);
        letter.Says = new()
        {
            Corrections = [.. Corrections.Distinct()], Points = Plain(Points).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            Found = Plain(Found), Reasons = Plain(Reasons), WhyWhole = Plain(WhyWhole), Provision = Plain(Provision),
            Norm = Any(NormName, NormPlace) ? new(Plain(NormName), NormRank, Plain(NormPlace)) : null,
            Secret = Any(SecretGrade, SecretBasis, SecretOfficer) ? new(Plain(SecretGrade), Plain(SecretBasis), SecretUntil, Plain(SecretOfficer), Plain(SecretCondition)) : null,
            Responsible = Any(ResponsibleName, ResponsibleContact) ? new(Plain(ResponsibleName), Plain(ResponsibleContact)) : null, ResponsibleUnknown = ResponsibleUnknown,
            Earlier = Any(EarlierNumber) && EarlierOn is { } on ? new(Plain(EarlierNumber), on) : null,
            Addressee = Plain(Addressee) is { Length: > 0 } to ? to : null, Address = Plain(Address) is { Length: > 0 } where ? where : null,
            Withheld = [.. Withheld.Where(part => Any(part.What, part.Reasons)).Select(part => new WithheldPart(Plain(part.What), part.Ground, Plain(part.Reasons)))],
        };
        (letter.Until, letter.Days, letter.Yuan) = (parts.HasFlag(LetterPart.Until) ? Until : null, parts.HasFlag(LetterPart.Days) ? Days : null, parts.HasFlag(LetterPart.Yuan) ? Yuan : null);
        letter.Consultee = letter.Kind switch
        {
            RequestLetter.ThirdPartyConsultation or RequestLetter.DisclosureNotice => Rules.Requests.Consultee.ThirdParty,
            RequestLetter.JointMakerConsultation => Rules.Requests.Consultee.JointMaker,
            RequestLetter.Assistance => Rules.Requests.Consultee.OtherAgency,
            _ => null,
        };
    }

    /// <summary>What must be there before it is even a draft; everything else the checks of letters ask when it is handed in.</summary>
    public IEnumerable<(string Field, string Words)> Faults(RequestLetter kind, DateOnly today)
    {
        var parts = PartsOf(kind);
        if (parts.HasFlag(LetterPart.Corrections) && Corrections is []) yield return (nameof(Corrections), "请选择补正的事由，至少一项");
        if (parts.HasFlag(LetterPart.Points) && string.IsNullOrWhiteSpace(Points)) yield return (nameof(Points), kind is RequestLetter.CorrectionNotice ? "请一次性写明全部需要补正的事项" : "请逐项写明内容，一行一项");
        if (parts.HasFlag(LetterPart.Until) && Until is null) yield return (nameof(Until), "请填写期限，例如 20261022");
        if (parts.HasFlag(LetterPart.Until) && Until <= today) yield return (nameof(Until), "期限应当晚于今天");
        if (parts.HasFlag(LetterPart.Days) && Days is not (>= 1 and <= Clock.LongestExtension)) yield return (nameof(Days), $"延长的期限最长 {Clock.LongestExtension} 个工作日，请填写 1 到 {Clock.LongestExtension}。");
        if (parts.HasFlag(LetterPart.Yuan) && Yuan is not > 0) yield return (nameof(Yuan), "请填写收费金额，单位元");
        if (parts.HasFlag(LetterPart.Addressee) && string.IsNullOrWhiteSpace(Addressee)) yield return (nameof(Addressee), "请填写收文人的姓名或者名称");
        if (kind is RequestLetter.ExtensionNotice && string.IsNullOrWhiteSpace(Reasons)) yield return (nameof(Reasons), "请写明延期的理由");
        if (!string.IsNullOrWhiteSpace(EarlierNumber) && EarlierOn is null) yield return (nameof(EarlierOn), "请填写以前那份文书的日期");
    }
}
