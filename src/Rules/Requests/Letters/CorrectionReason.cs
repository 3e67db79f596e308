namespace Gongkai.Rules.Requests.Letters;

/// <summary>Why a request must be corrected (补正事由): what article 29 asks for and the request does not say. An excessive number is no such reason: article 35 has a letter of its own.</summary>
[Law(Statute.Regulation, "29"), Law(Statute.Regulation, "30")]
public enum CorrectionReason
{
    /// <summary>申请内容不明确.</summary>
    Content,

    /// <summary>姓名、身份证明或者联系方式不清楚.</summary>
    Identity,

    /// <summary>代理人没有提交委托书和身份证明.</summary>
    Mandate,

    /// <summary>形式要求不明确.</summary>
    Form,
}

/// <summary>What they are called.</summary>
public static class CorrectionReasonNames
{
    extension(CorrectionReason reason)
    {
        public string Name => reason switch
        {
            CorrectionReason.Content => "申请内容不明确",
            CorrectionReason.Identity => "申请人的姓名或者名称、身份证明、联系方式不清楚",
            CorrectionReason.Mandate => "代理人没有提交委托书和身份证明",
            CorrectionReason.Form => "获取信息的形式要求不明确",
        };
    }
}
