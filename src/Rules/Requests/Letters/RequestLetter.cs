namespace Gongkai.Rules.Requests.Letters;

/// <summary>Every letter and form of a request (文书). What the law says of each, <see cref="RequestLetters"/> tells; a decision is called like its <see cref="Outcome"/>.</summary>
public enum RequestLetter
{
    /// <summary>政府信息公开申请表.</summary>
    Application,

    /// <summary>登记回执.</summary>
    Acknowledgement,

    /// <summary>补正告知书.</summary>
    CorrectionNotice,

    /// <summary>说明理由告知书.</summary>
    ReasonsNotice,

    /// <summary>延期答复告知书.</summary>
    ExtensionNotice,

    /// <summary>征求意见书（第三方）.</summary>
    ThirdPartyConsultation,

    /// <summary>第三方意见确认函.</summary>
    ThirdPartyOpinion,

    /// <summary>征求意见告知书（申请人）.</summary>
    ConsultationNotice,

    /// <summary>依申请公开告知书（第三方）: disclosed although they objected.</summary>
    DisclosureNotice,

    /// <summary>征求意见书（共同制作机关）.</summary>
    JointMakerConsultation,

    /// <summary>协办函.</summary>
    Assistance,

    /// <summary>信息处理费收费通知书.</summary>
    FeeNotice,

    /// <summary>延迟答复告知书: an excessive request whose reasons are good (art. 35).</summary>
    DeferralNotice,

    /// <summary>已主动公开告知书.</summary>
    AlreadyPublished,

    /// <summary>予以公开告知书.</summary>
    Granted,

    /// <summary>部分公开告知书.</summary>
    PartlyGranted,

    /// <summary>不予公开告知书（国家秘密）.</summary>
    StateSecret,

    /// <summary>不予公开告知书（法律、行政法规禁止公开）.</summary>
    LawForbidden,

    /// <summary>不予公开告知书（三安全一稳定）.</summary>
    Safety,

    /// <summary>不予公开告知书（第三方合法权益）.</summary>
    ThirdPartyRights,

    /// <summary>不予公开告知书（内部事务信息）.</summary>
    InternalAffairs,

    /// <summary>不予公开告知书（过程性信息）.</summary>
    ProcessInformation,

    /// <summary>不予公开告知书（行政执法案卷）.</summary>
    EnforcementDossier,

    /// <summary>行政查询事项告知书.</summary>
    SpecialRegime,

    /// <summary>政府信息不存在告知书.</summary>
    NotExisting,

    /// <summary>非本机关负责公开告知书.</summary>
    NotResponsible,

    /// <summary>需加工分析不予提供告知书.</summary>
    NeedsProcessing,

    /// <summary>补正后仍不明确告知书.</summary>
    StillUnclear,

    /// <summary>信访投诉举报类告知书.</summary>
    Petition,

    /// <summary>重复申请告知书.</summary>
    Duplicate,

    /// <summary>公开出版物告知书.</summary>
    Publication,

    /// <summary>不予处理告知书（大量、反复）.</summary>
    Excessive,

    /// <summary>不予确认或重新出具告知书.</summary>
    Confirmation,

    /// <summary>不再处理告知书（逾期不补正）.</summary>
    NotCorrected,

    /// <summary>不再处理告知书（逾期未缴费）.</summary>
    NotPaid,

    /// <summary>撤回确认书.</summary>
    Withdrawn,

    /// <summary>非政府信息告知书.</summary>
    NotGovernmentInformation,

    /// <summary>其他处理告知书: joined with another request, and whatever else ends it.</summary>
    OtherwiseEnded,

    /// <summary>更正处理告知书.</summary>
    RecordCorrection,

    /// <summary>转主动公开建议回复.</summary>
    SuggestionReply,

    /// <summary>送达回证.</summary>
    ProofOfService,
}
