namespace Gongkai.Rules.Requests;

/// <summary>How a request ends, in the order in which the annual report counts it. Several outcomes may stand in one row.</summary>
public enum Outcome
{
    /// <summary>已经主动公开.</summary>
    AlreadyPublished,

    /// <summary>予以公开.</summary>
    Granted,

    /// <summary>部分公开（区分处理）.</summary>
    PartlyGranted,

    /// <summary>不予公开：国家秘密.</summary>
    StateSecret,

    /// <summary>不予公开：法律、行政法规禁止公开.</summary>
    LawForbidden,

    /// <summary>不予公开：危及“三安全一稳定”.</summary>
    Safety,

    /// <summary>不予公开：保护第三方合法权益.</summary>
    ThirdPartyRights,

    /// <summary>不予公开：三类内部事务信息.</summary>
    InternalAffairs,

    /// <summary>不予公开：四类过程性信息.</summary>
    ProcessInformation,

    /// <summary>不予公开：行政执法案卷.</summary>
    EnforcementDossier,

    /// <summary>不予公开：行政查询事项.</summary>
    SpecialRegime,

    /// <summary>无法提供：经检索不存在.</summary>
    NotExisting,

    /// <summary>无法提供：不属于本机关负责公开.</summary>
    NotResponsible,

    /// <summary>无法提供：没有现成信息需要另行制作.</summary>
    NeedsProcessing,

    /// <summary>无法提供：补正后申请内容仍不明确.</summary>
    StillUnclear,

    /// <summary>不予处理：信访举报投诉类申请.</summary>
    Petition,

    /// <summary>不予处理：重复申请.</summary>
    Duplicate,

    /// <summary>不予处理：要求提供公开出版物.</summary>
    Publication,

    /// <summary>不予处理：无正当理由大量反复申请.</summary>
    Excessive,

    /// <summary>不予处理：要求确认或重新出具已获取信息.</summary>
    Confirmation,

    /// <summary>其他处理：逾期不补正.</summary>
    NotCorrected,

    /// <summary>其他处理：逾期未缴费.</summary>
    NotPaid,

    /// <summary>其他处理：申请人撤回.</summary>
    Withdrawn,

    /// <summary>其他处理：不是政府信息.</summary>
    NotGovernmentInformation,

    /// <summary>其他处理：并案等其他情形.</summary>
    OtherwiseEnded,
}
