namespace Gongkai.Rules.Requests;

/// <summary>Why a place on a page is covered: what the Regulation keeps from being disclosed (arts 14–16), as the row of the annual report names it.</summary>
public enum RedactionGround
{
    /// <summary>依法确定为国家秘密的政府信息.</summary>
    [Law(Statute.Regulation, "14")]
    StateSecret,

    /// <summary>法律、行政法规禁止公开的政府信息.</summary>
    [Law(Statute.Regulation, "14")]
    LawForbidden,

    /// <summary>公开后可能危及国家安全、公共安全、经济安全、社会稳定的政府信息.</summary>
    [Law(Statute.Regulation, "14")]
    Safety,

    /// <summary>涉及商业秘密，公开会对第三方合法权益造成损害的政府信息.</summary>
    [Law(Statute.Regulation, "15")]
    TradeSecret,

    /// <summary>涉及个人隐私，公开会对第三方合法权益造成损害的政府信息.</summary>
    [Law(Statute.Regulation, "15")]
    Privacy,

    /// <summary>人事管理、后勤管理、内部工作流程等方面的内部事务信息.</summary>
    [Law(Statute.Regulation, "16")]
    InternalAffairs,

    /// <summary>讨论记录、过程稿、磋商信函、请示报告等过程性信息.</summary>
    [Law(Statute.Regulation, "16")]
    ProcessInformation,

    /// <summary>行政执法案卷信息.</summary>
    [Law(Statute.Regulation, "16")]
    EnforcementDossier,
}

/// <summary>What the grounds are called, and where they stand.</summary>
public static class RedactionGrounds
{
    extension(RedactionGround ground)
    {
        /// <summary>The article of the Regulation.</summary>
        public int Article => ground switch
        {
            RedactionGround.StateSecret or RedactionGround.LawForbidden or RedactionGround.Safety => 14,
            RedactionGround.TradeSecret or RedactionGround.Privacy => 15,
            RedactionGround.InternalAffairs or RedactionGround.ProcessInformation or RedactionGround.EnforcementDossier => 16,
        };

        /// <summary>In a list: 个人隐私.</summary>
        public string Name => ground switch
        {
            RedactionGround.StateSecret => "国家秘密",
            RedactionGround.LawForbidden => "法律、行政法规禁止公开",
            RedactionGround.Safety => "危及“三安全一稳定”",
            RedactionGround.TradeSecret => "商业秘密",
            RedactionGround.Privacy => "个人隐私",
            RedactionGround.InternalAffairs => "内部事务信息",
            RedactionGround.ProcessInformation => "过程性信息",
            RedactionGround.EnforcementDossier => "行政执法案卷信息",
        };

        /// <summary>Why, as a letter says it: in the words of the article.</summary>
        public string Reasons => ground switch
        {
            RedactionGround.StateSecret => "依法确定为国家秘密",
            RedactionGround.LawForbidden => "法律、行政法规禁止公开",
            RedactionGround.Safety => "公开后可能危及国家安全、公共安全、经济安全、社会稳定",
            RedactionGround.TradeSecret => "涉及商业秘密，公开会对第三方合法权益造成损害",
            RedactionGround.Privacy => "涉及个人隐私，公开会对第三方合法权益造成损害",
            RedactionGround.InternalAffairs => "属于人事管理、后勤管理、内部工作流程等方面的内部事务信息",
            RedactionGround.ProcessInformation => "属于讨论记录、过程稿、磋商信函、请示报告等过程性信息",
            RedactionGround.EnforcementDossier => "属于行政执法案卷信息",
        };

        /// <summary>What a whole refusal for this reason would be; a letter counts what it withholds by it.</summary>
        public Outcome Outcome => ground switch
        {
            RedactionGround.StateSecret => Outcome.StateSecret,
            RedactionGround.LawForbidden => Outcome.LawForbidden,
            RedactionGround.Safety => Outcome.Safety,
            RedactionGround.TradeSecret or RedactionGround.Privacy => Outcome.ThirdPartyRights,
            RedactionGround.InternalAffairs => Outcome.InternalAffairs,
            RedactionGround.ProcessInformation => Outcome.ProcessInformation,
            RedactionGround.EnforcementDossier => Outcome.EnforcementDossier,
        };

        /// <summary>第十五条.</summary>
        public string ArticleWords => ground.Article switch { 14 => "第十四条", 15 => "第十五条", _ => "第十六条" };

        /// <summary>In a file for programs: <c>privacy</c>.</summary>
        public string Key => ground switch
        {
            RedactionGround.StateSecret => "state-secret",
            RedactionGround.LawForbidden => "law-forbidden",
            RedactionGround.Safety => "safety",
            RedactionGround.TradeSecret => "trade-secret",
            RedactionGround.Privacy => "privacy",
            RedactionGround.InternalAffairs => "internal-affairs",
            RedactionGround.ProcessInformation => "process-information",
            RedactionGround.EnforcementDossier => "enforcement-dossier",
        };
    }

    /// <summary>The ground of a key; <c>null</c> where it is none.</summary>
    public static RedactionGround? OfKey(string? key) => Enum.GetValues<RedactionGround>().Cast<RedactionGround?>().FirstOrDefault(ground => ground!.Value.Key == key);
}
