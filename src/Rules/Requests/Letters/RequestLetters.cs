using static Gongkai.Rules.Requests.Letters.RequestLetter;

namespace Gongkai.Rules.Requests.Letters;

/// <summary>The one table of letters. A decision takes its article and its remedy from its outcome.</summary>
public static class RequestLetters
{
    public static IReadOnlyList<RequestLetter> All { get; } = Enum.GetValues<RequestLetter>();

    extension(RequestLetter letter)
    {
        public LetterFacts Facts => Read(letter);

        public string Name => Read(letter).Name;
    }

    // 行政机关应当建立完善政府信息公开申请渠道……; 应当建立健全政府信息公开申请登记、审核、办理、答复、归档的工作制度.
    [Law(Statute.Regulation, "45")]
    static LetterFacts Read(RequestLetter letter) => letter switch
    {
        Application => Form("D01", "政府信息公开申请表", Art(29)),
        Acknowledgement => new("D02", "政府信息公开申请登记回执", [Art(31)], Addressee.Applicant, Approval.None, LetterEffect.FixesReceipt, Numbered: false),
        CorrectionNotice => Step("D03", "政府信息公开申请补正告知书", Art(30), LetterEffect.WaitsForCorrection),
        ReasonsNotice => Step("D04", "政府信息公开申请说明理由告知书", Art(35)),
        ExtensionNotice => Postponed,
        ThirdPartyConsultation => Asked("D06", "政府信息公开申请征求意见书（第三方）", Addressee.ThirdParty, Art(15), Art(32)),
        ThirdPartyOpinion => Form("D07", "政府信息公开申请征求意见确认函", Art(32)) with { Effect = LetterEffect.EndsExclusion },
        ConsultationNotice => Step("D08", "政府信息公开申请征求意见告知书", Art(33, 3)),
        DisclosureNotice => Overruled,
        JointMakerConsultation => Asked("D10", "政府信息公开申请征求意见书（共同制作机关）", Addressee.JointMaker, Art(34)),
        Assistance => Asked("D11", "政府信息公开申请协办函", Addressee.OtherAgency, Art(11), Art(33, 3)),
        FeeNotice => Charged,
        DeferralNotice => Step("D13", "政府信息公开申请延迟答复告知书", Art(35), LetterEffect.Defers),

        RequestLetter.AlreadyPublished => Decision("D20", "政府信息已主动公开告知书", Outcome.AlreadyPublished),
        RequestLetter.Granted => Decision("D21", "政府信息予以公开告知书", Outcome.Granted),
        RequestLetter.PartlyGranted => Decision("D22", "政府信息部分公开告知书", Outcome.PartlyGranted),
        RequestLetter.StateSecret => Decision("D30", "政府信息不予公开告知书（国家秘密）", Outcome.StateSecret),
        RequestLetter.LawForbidden => Decision("D31", "政府信息不予公开告知书（法律、行政法规禁止公开）", Outcome.LawForbidden),
        RequestLetter.Safety => Decision("D32", "政府信息不予公开告知书（三安全一稳定）", Outcome.Safety),
        RequestLetter.ThirdPartyRights => Decision("D33", "政府信息不予公开告知书（第三方合法权益）", Outcome.ThirdPartyRights),
        RequestLetter.InternalAffairs => Decision("D34", "政府信息不予公开告知书（内部事务信息）", Outcome.InternalAffairs),
        RequestLetter.ProcessInformation => Decision("D35", "政府信息不予公开告知书（过程性信息）", Outcome.ProcessInformation),
        RequestLetter.EnforcementDossier => Decision("D36", "政府信息不予公开告知书（行政执法案卷）", Outcome.EnforcementDossier),
        RequestLetter.SpecialRegime => Decision("D37", "行政查询事项告知书", Outcome.SpecialRegime),
        RequestLetter.NotExisting => Decision("D40", "政府信息不存在告知书", Outcome.NotExisting),
        RequestLetter.NotResponsible => Decision("D41", "非本机关负责公开告知书", Outcome.NotResponsible),
        RequestLetter.NeedsProcessing => Decision("D42", "需加工分析政府信息不予提供告知书", Outcome.NeedsProcessing),
        RequestLetter.StillUnclear => Decision("D43", "政府信息公开申请补正后仍不明确告知书", Outcome.StillUnclear),
        RequestLetter.Petition => Decision("D50", "信访投诉举报类申请告知书", Outcome.Petition),
        RequestLetter.Duplicate => Decision("D51", "政府信息公开重复申请告知书", Outcome.Duplicate),
        RequestLetter.Publication => Decision("D52", "公开出版物获取途径告知书", Outcome.Publication),
        RequestLetter.Excessive => Decision("D53", "政府信息公开申请不予处理告知书", Outcome.Excessive),
        RequestLetter.Confirmation => Decision("D54", "政府信息不予确认或者重新出具告知书", Outcome.Confirmation),
        RequestLetter.NotCorrected => Decision("D60", "政府信息公开申请不再处理告知书（逾期不补正）", Outcome.NotCorrected),
        RequestLetter.NotPaid => Decision("D61", "政府信息公开申请不再处理告知书（逾期未缴费）", Outcome.NotPaid),
        RequestLetter.Withdrawn => Decision("D62", "政府信息公开申请撤回确认书", Outcome.Withdrawn) with { Approval = Approval.None },
        RequestLetter.NotGovernmentInformation => Decision("D63", "非政府信息告知书", Outcome.NotGovernmentInformation),
        RequestLetter.OtherwiseEnded => Decision("D64", "政府信息公开申请其他处理告知书", Outcome.OtherwiseEnded),

        RecordCorrection => Corrected,
        SuggestionReply => Suggested,
        ProofOfService => Form("D80", "政府信息公开文书送达回证", new Citation(Statute.ServiceReply2016)) with { Effect = LetterEffect.ProvesService },
    };

    // 行政机关需要延长答复期限的，应当经政府信息公开工作机构负责人同意并告知申请人.
    [Law(Statute.Regulation, "33")]
    static LetterFacts Postponed => Step("D05", "政府信息公开申请延期答复告知书", Art(33, 2), LetterEffect.Extends);

    // 行政机关认为不公开可能对公共利益造成重大影响的，可以决定予以公开，并将决定公开的政府信息内容和理由书面告知第三方。
    [Law(Statute.Regulation, "32")]
    static LetterFacts Overruled => new("D09", "政府信息依申请公开告知书（第三方）", [Art(32)], Addressee.ThirdParty, Approval.SignOff, LetterEffect.None) { Remedy = RemedyClass.Either };

    // 行政机关依申请提供政府信息，不收取费用。但是，申请人申请公开政府信息的数量、频次明显超过合理范围的，行政机关可以收取信息处理费。
    [Law(Statute.Regulation, "42")]
    static LetterFacts Charged => new("D12", "政府信息公开信息处理费收费通知书", [Art(42), new(Statute.ProcessingFee)], Addressee.Applicant, Approval.SignOff, LetterEffect.WaitsForPayment);

    // 公民、法人或者其他组织有证据证明行政机关提供的与其自身相关的政府信息记录不准确的，可以要求行政机关更正。
    [Law(Statute.Regulation, "41")]
    static LetterFacts Corrected => new("D70", "政府信息更正申请处理告知书", [Art(41)], Addressee.Applicant, Approval.SignOff, LetterEffect.None) { Remedy = RemedyClass.Either };

    // 申请人可以建议行政机关将该信息纳入主动公开的范围。
    [Law(Statute.Regulation, "44")]
    static LetterFacts Suggested => Step("D71", "转主动公开建议答复书", Art(44));

    static LetterFacts Decision(string number, string name, Outcome outcome)
    {
        var facts = outcome.Facts;
        return new(number, name, facts.Basis, Addressee.Applicant, Approval.SignOff, facts.Effect) { Outcome = outcome, Remedy = facts.Remedy };
    }

    static LetterFacts Step(string number, string name, Citation basis, LetterEffect effect = LetterEffect.None) =>
        new(number, name, [basis], Addressee.Applicant, Approval.DisclosureOffice, effect);

    static LetterFacts Asked(string number, string name, Addressee to, params Citation[] basis) => new(number, name, basis, to, Approval.DisclosureOffice, LetterEffect.BeginsExclusion);

    static LetterFacts Form(string number, string name, Citation basis) => new(number, name, [basis], Addressee.Nobody, Approval.None, LetterEffect.None, Numbered: false);

    static Citation Art(int article, int paragraph = 0) => new(Statute.Regulation, article, paragraph);
}
