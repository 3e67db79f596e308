namespace Gongkai.Rules.Requests;

/// <summary>What a fact of the file is called in a list of what happened (办理经过), and those who stand in it.</summary>
public static class FactNames
{
    extension(CaseFact fact)
    {
        public string Name => fact switch
        {
            CaseFact.Submitted => "提交申请",
            CaseFact.Received => "收到申请",
            CaseFact.CorrectionAsked asked => $"告知补正，期限到 {asked.Until:yyyy-MM-dd}",
            CaseFact.Corrected => "收到补正",
            CaseFact.Consulted asked => $"征求意见：{asked.With.Name}",
            CaseFact.ConsultationReached => "征求意见书送达",
            CaseFact.ConsultationAnswered answered => $"收到意见：{answered.Stance.Name}",
            CaseFact.Extended extended => $"告知延期 {extended.Days} 个工作日",
            CaseFact.ReasonsAsked asked => $"要求说明理由，期限到 {asked.Until:yyyy-MM-dd}",
            CaseFact.ReasonsGiven => "收到说明的理由",
            CaseFact.Deferred deferred => $"告知延迟到 {deferred.Until:yyyy-MM-dd} 答复",
            CaseFact.FeeNoticed => "送达收费通知",
            CaseFact.FeePaid => "缴费",
            CaseFact.Routed routed => $"分办，科室时限 {routed.Until:yyyy-MM-dd}",
            CaseFact.Returned => "退回分办",
            CaseFact.Decided decided => $"审签：{decided.Outcome.Name}",
            CaseFact.Answered answered => $"答复完成：{answered.By.Name}",
            CaseFact.Withdrawn => "申请人撤回",
            CaseFact.Filed => "归档",
            _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, null),
        };
    }

    extension(Consultee consultee)
    {
        public string Name => consultee switch
        {
            Consultee.ThirdParty => "第三方",
            Consultee.JointMaker => "共同制作机关",
            Consultee.OtherAgency => "其他行政机关",
        };
    }

    extension(Stance stance)
    {
        public string Name => stance switch
        {
            Stance.Consents => "同意公开",
            Stance.ObjectsWithReason => "不同意公开，有合理理由",
            Stance.ObjectsWithoutReason => "不同意公开，没有合理理由",
        };
    }
}
