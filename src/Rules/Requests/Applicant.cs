namespace Gongkai.Rules.Requests;

/// <summary>What an applicant is, as the columns of table 3 count it (申请人情况). It never changes for the same request.</summary>
public enum ApplicantKind
{
    /// <summary>自然人.</summary>
    Person,

    /// <summary>商业企业.</summary>
    Business,

    /// <summary>科研机构.</summary>
    Research,

    /// <summary>社会公益组织.</summary>
    Welfare,

    /// <summary>法律服务机构.</summary>
    LegalService,

    /// <summary>其他.</summary>
    OtherBody,
}

/// <summary>How a request came (提交渠道), which decides the day on which it is received.</summary>
public enum Channel
{
    /// <summary>当面提交.</summary>
    InPerson,

    /// <summary>邮寄，需要签收（挂号、特快专递）.</summary>
    SignedPost,

    /// <summary>平常信函，不需要签收.</summary>
    PlainPost,

    /// <summary>互联网 (本平台网页、电子邮箱).</summary>
    Internet,

    /// <summary>传真.</summary>
    Fax,

    /// <summary>寄给了政府信息公开工作机构以外的科室或个人.</summary>
    Misaddressed,

    /// <summary>本机关公布的其他渠道.</summary>
    OtherAnnounced,
}
