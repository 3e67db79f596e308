using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using static Gongkai.Rules.Requests.Letters.RequestLetter;

namespace Gongkai.Documents.Templates.Requests;

/// <summary>The text that comes with the program for each letter of a request, by family.</summary>
static partial class RequestTexts
{
    /// <summary>The lines, as <see cref="LetterKind"/> wants them.</summary>
    public static IReadOnlyList<string> Of(RequestLetter letter) => letter switch
    {
        Application => ApplicationForm,
        Acknowledgement => ReceiptForm,
        CorrectionNotice => Reply(letter, Correction),
        ReasonsNotice => Reply(letter, ReasonsAsked),
        ExtensionNotice => Reply(letter, Extension),
        ThirdPartyConsultation => ThirdPartyAsked,
        ThirdPartyOpinion => OpinionForm,
        ConsultationNotice => Reply(letter, Consulting),
        DisclosureNotice => Overruled,
        JointMakerConsultation => JointMakerAsked,
        Assistance => AssistanceAsked,
        FeeNotice => Reply(letter, Fee),
        DeferralNotice => Reply(letter, Deferral),

        AlreadyPublished => Reply(letter, Published),
        Granted => Reply(letter, Given),
        PartlyGranted => Reply(letter, Divided),
        StateSecret => Reply(letter, Secret),
        LawForbidden => Reply(letter, Forbidden),
        Safety => Reply(letter, Unsafe),
        ThirdPartyRights => Reply(letter, Rights),
        InternalAffairs => Reply(letter, Internal),
        ProcessInformation => Reply(letter, Process),
        EnforcementDossier => Reply(letter, Dossier),
        SpecialRegime => Reply(letter, Regime),
        NotExisting => Reply(letter, Absent),
        NotResponsible => Reply(letter, Elsewhere),
        NeedsProcessing => Reply(letter, Unmade),
        StillUnclear => Reply(letter, Unclear),
        Petition => Reply(letter, Complaint),
        Duplicate => Reply(letter, Again),
        RequestLetter.Publication => Reply(letter, Printed),
        Excessive => Reply(letter, TooMany),
        Confirmation => Reply(letter, Confirming),
        NotCorrected => Reply(letter, GivenUp),
        NotPaid => Reply(letter, Unpaid),
        Withdrawn => Reply(letter, TakenBack),
        NotGovernmentInformation => Reply(letter, NotOfGovernment),
        OtherwiseEnded => Reply(letter, Otherwise),

        RecordCorrection => CorrectionOfRecord,
        SuggestionReply => Suggestion,
        ProofOfService => ServiceForm,
    };

    // To the applicant, about the request: what all of them begin and end with.
    static IReadOnlyList<string> Reply(RequestLetter letter, string[] text) =>
    [
        .. Head(letter),
        "本机关于{{收到日期}}收到{{称谓}}提出的政府信息公开申请（申请编号：{{申请编号}}），申请公开的内容为：“{{申请内容}}”。",
        .. text,
        .. Foot(letter),
    ];

    static IEnumerable<string> Head(RequestLetter letter) => [$"# {letter.Facts.Title}", "= {{文号}}", "! {{受文人}}："];

    static IEnumerable<string> Foot(RequestLetter letter)
    {
        if (letter.Facts.TellsRemedy) yield return "{{救济途径}}";
        yield return "附件：{{附件清单}}";
        yield return "> {{机关名称}}";
        yield return "> {{成文日期}}";
        yield return "（联系人：{{联系人}}，联系电话：{{联系电话}}）";
        // A receipt is printed from the page and is no letter of the register.
        if (letter is not Acknowledgement) yield return "核验码：{{核验码}}。扫描二维码，或者打开{{核验网址}}填写核验码，可以核对本文书的真伪。";
    }
}
