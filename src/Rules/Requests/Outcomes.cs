using static Gongkai.Rules.Requests.Outcome;
using Gongkai.Rules.Requests.Letters;

namespace Gongkai.Rules.Requests;

/// <summary>The one table of outcomes: article, letter, row, remedy. Nobody else knows which of them belong together.</summary>
public static class Outcomes
{
    extension(Outcome outcome)
    {
        /// <summary>What belongs to it by the texts; where they are silent, what we hold by default.</summary>
        public OutcomeFacts Facts => Read(outcome);

        /// <summary>What belongs to it on the day of its letter, with the conventions that hold there.</summary>
        public OutcomeFacts FactsOn(DateOnly day, IEnumerable<Convention> conventions) => Convention.Apply(outcome, Read(outcome), day, conventions);

        public string Name => Read(outcome).Name;

        /// <summary>Whether it refuses for one of the reasons of articles 14, 15 and 16, before which reconsideration stands.</summary>
        public bool IsRefusal => outcome is StateSecret or LawForbidden or Safety or ThirdPartyRights or InternalAffairs or ProcessInformation or EnforcementDossier;
    }

    /// <summary>The rows of table 3 for what was done, by their keys (form of 2021).</summary>
    public static IReadOnlyList<string> Rows { get; } =
    [
        "granted", "partlyGranted",
        "stateSecret", "lawForbidden", "safety", "thirdParty", "internal", "process", "enforcement", "query",
        "notHeld", "needsProcessing", "stillUnclear",
        "petition", "duplicate", "publication", "excessive", "confirmation",
        "noCorrection", "noPayment", "other",
    ];

    // 对政府信息公开申请，行政机关根据下列情况分别作出答复……
    [Law(Statute.Regulation, "36"), Law(Statute.ReportFormat2021, "表三")]
    static OutcomeFacts Read(Outcome outcome) => outcome switch
    {
        AlreadyPublished => new("已经主动公开", "granted", [Answer(1)], RemedyClass.Either, RequestLetter.AlreadyPublished, Open: OpenTo.Row),
        Granted => new("予以公开", "granted", [Answer(2)], RemedyClass.Either, RequestLetter.Granted),
        PartlyGranted => Divided,
        StateSecret => Refused("不予公开（国家秘密）", "stateSecret", Art(14), RequestLetter.StateSecret),
        LawForbidden => Refused("不予公开（法律、行政法规禁止公开）", "lawForbidden", Art(14), RequestLetter.LawForbidden),
        Safety => Refused("不予公开（危及“三安全一稳定”）", "safety", Art(14), RequestLetter.Safety),
        ThirdPartyRights => Refused("不予公开（第三方合法权益）", "thirdParty", Art(15), RequestLetter.ThirdPartyRights, Art(32)),
        InternalAffairs => Refused("不予公开（内部事务信息）", "internal", Art(16, 1), RequestLetter.InternalAffairs),
        ProcessInformation => Refused("不予公开（过程性信息）", "process", Art(16, 2), RequestLetter.ProcessInformation),
        EnforcementDossier => Refused("不予公开（行政执法案卷）", "enforcement", Art(16, 2), RequestLetter.EnforcementDossier),
        SpecialRegime => new("属于行政查询事项", "query", [Answer(7)], RemedyClass.Either, RequestLetter.SpecialRegime, Open: OpenTo.Remedy),
        NotExisting => new("政府信息不存在", "notHeld", [Answer(4)], RemedyClass.Either, RequestLetter.NotExisting, Open: OpenTo.Row),
        NotResponsible => new("不属于本机关负责公开", "notHeld", [Art(10), Answer(5)], RemedyClass.Either, RequestLetter.NotResponsible, Open: OpenTo.Row),
        NeedsProcessing => Existing,
        StillUnclear => new("补正后申请内容仍不明确", "stillUnclear", [Art(29, 2), Art(30)], RemedyClass.Either, RequestLetter.StillUnclear, Open: OpenTo.Row | OpenTo.Remedy),
        Petition => NotARequest,
        Duplicate => new("重复申请", "duplicate", [Answer(6)], RemedyClass.Either, RequestLetter.Duplicate),
        Publication => new("要求提供公开出版物", "publication", [Art(39, 2)], RemedyClass.Either, RequestLetter.Publication),
        Excessive => TooMany,
        // No article names it: art. 2 and the form's own row carry it.
        Confirmation => new("要求确认或者重新出具已获取信息", "confirmation", [Art(2)], RemedyClass.Either, RequestLetter.Confirmation, Open: OpenTo.Remedy),
        NotCorrected => GivenUp,
        NotPaid => Unpaid,
        Withdrawn => new("申请人撤回", "other", [], RemedyClass.None, RequestLetter.Withdrawn, Open: OpenTo.Row | OpenTo.Remedy),
        NotGovernmentInformation => new("不是政府信息", "other", [Art(2)], RemedyClass.Either, RequestLetter.NotGovernmentInformation, Open: OpenTo.Row | OpenTo.Remedy),
        OtherwiseEnded => new("并案等其他处理", "other", [], RemedyClass.Either, RequestLetter.OtherwiseEnded, Open: OpenTo.Row | OpenTo.Remedy),
    };

    // 申请公开的信息中含有不应当公开或者不属于政府信息的内容，但是能够作区分处理的，行政机关应当向申请人提供可以公开的政府信息内容，并对不予公开的内容说明理由。
    [Law(Statute.Regulation, "37")]
    static OutcomeFacts Divided => new("部分公开", "partlyGranted", [Answer(2), Answer(3), Art(37)], RemedyClass.ReconsiderationFirst, RequestLetter.PartlyGranted) { RemedyOfRest = RemedyClass.Either };

    // 行政机关向申请人提供的信息，应当是已制作或者获取的政府信息。……需要行政机关对现有政府信息进行加工、分析的，行政机关可以不予提供。
    [Law(Statute.Regulation, "38")]
    static OutcomeFacts Existing => new("没有现成信息需要另行制作", "needsProcessing", [Art(38)], RemedyClass.Either, RequestLetter.NeedsProcessing);

    // 申请人以政府信息公开申请的形式进行信访、投诉、举报等活动，行政机关应当告知申请人不作为政府信息公开申请处理……
    [Law(Statute.Regulation, "39")]
    static OutcomeFacts NotARequest => new("信访、投诉、举报类申请", "petition", [Art(39, 1)], RemedyClass.Either, RequestLetter.Petition);

    // 申请理由不合理的，告知申请人不予处理.
    [Law(Statute.Regulation, "35")]
    static OutcomeFacts TooMany => new("无正当理由大量、反复申请", "excessive", [Art(35)], RemedyClass.Either, RequestLetter.Excessive);

    // 申请人无正当理由逾期不补正的，视为放弃申请，行政机关不再处理该政府信息公开申请。
    [Law(Statute.Regulation, "30")]
    static OutcomeFacts GivenUp => new("逾期不补正", "noCorrection", [Art(30)], RemedyClass.Either, RequestLetter.NotCorrected);

    // 逾期未缴纳的，视为放弃申请，行政机关不再处理该政府信息公开申请: contested is the not handling, not the fee.
    [Law(Statute.Regulation, "42"), Law(Statute.ProcessingFee, "逾期未缴纳")]
    static OutcomeFacts Unpaid => new("逾期未缴费", "noPayment", [Art(42), new(Statute.ProcessingFee)], RemedyClass.Either, RequestLetter.NotPaid);

    // 行政机关依据本条例的规定决定不予公开的，告知申请人不予公开并说明理由; 申请政府信息公开，行政机关不予公开 is one of the cases of 复议前置.
    [Law(Statute.Regulation, "14"), Law(Statute.Regulation, "15"), Law(Statute.Regulation, "16"), Law(Statute.Reconsideration, "23")]
    static OutcomeFacts Refused(string name, string row, Citation reason, RequestLetter letter, params Citation[] more) =>
        new(name, row, [reason, .. more, Answer(3)], RemedyClass.ReconsiderationFirst, letter);

    static Citation Answer(int item) => new(Statute.Regulation, 36, Item: item);

    static Citation Art(int article, int paragraph = 0) => new(Statute.Regulation, article, paragraph);
}
