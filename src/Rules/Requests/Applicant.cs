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

/// <summary>With what an applicant proves who it is (身份证明).</summary>
public enum IdentityPaper
{
    /// <summary>居民身份证.</summary>
    ResidentCard,

    /// <summary>护照.</summary>
    Passport,

    /// <summary>港澳居民来往内地通行证.</summary>
    HongKongMacauPermit,

    /// <summary>台湾居民来往大陆通行证.</summary>
    TaiwanPermit,

    /// <summary>外国人永久居留身份证.</summary>
    PermanentResidence,

    /// <summary>军官证.</summary>
    OfficerCard,

    /// <summary>统一社会信用代码.</summary>
    CreditCode,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>In which form information is wanted (指定提供方式).</summary>
public enum Provision
{
    /// <summary>纸质.</summary>
    Paper,

    /// <summary>电子数据.</summary>
    Electronic,

    /// <summary>光盘.</summary>
    Disc,

    /// <summary>当场阅读、抄录.</summary>
    Reading,
}

/// <summary>How information is to be got (获取信息的方式).</summary>
public enum Delivery
{
    /// <summary>网页下载.</summary>
    Download,

    /// <summary>电子邮件.</summary>
    Mail,

    /// <summary>邮寄.</summary>
    Post,

    /// <summary>当面领取.</summary>
    PickUp,

    /// <summary>传真.</summary>
    Fax,

    /// <summary>现场查阅、抄录.</summary>
    OnSite,
}
